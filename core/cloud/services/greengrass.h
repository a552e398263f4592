// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/caller_authorization.h"
#include "cloud/greengrass.h"
#include "cloud/greengrass_tokens.h"
#include "cloud/services/iot_call.h"
#include "cloud/services/iot_list.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::cloud {

/// The public Greengrass API (greengrass-and-gateway.md 3.4, 3.5). Engine thread.
class GreengrassService
{
public:
    using Background = std::function<void(std::function<void()> work, std::function<void()> then)>;
    using Answer = aws::ApiResult<ApiAnswer>;
    using Responder = std::function<void(Answer)>;

    struct Parts
    {
        const Account& account;
        const Clock& clock;
        Greengrass& greengrass;
        ItemStore& store;
        Background background;
        /// A person has changed a core's addresses.
        std::function<void(const std::string& thing, const std::string& version)> addressesChanged;
    };
    using Method = Answer (GreengrassService::*)(const ApiCall&, GreengrassKind);
    struct Operation
    {
        std::string name;
        std::string method;
        std::string uri;
        Method run = nullptr; ///< null: answers later, or is not built
        GreengrassKind kind = GreengrassKind::Groups;
    };

    explicit GreengrassService(Parts parts) : m_parts(std::move(parts)), m_tokens(m_parts.store) {}
    store::StoreResult<void> load() { return m_tokens.load(); }

    static const std::vector<Operation>& operations();
    std::vector<AccessNeed> needs(std::string_view operation, const ApiCall& call) const;
    void handle(std::string_view operation, const ApiCall& call, const Responder& respond);

    // Operations take the kind that they are for; those of one kind ignore it.
    // greengrass_definition_calls.cpp
    Answer createDefinition(const ApiCall& call, GreengrassKind kind);
    Answer listDefinitions(const ApiCall& call, GreengrassKind kind);
    Answer getDefinition(const ApiCall& call, GreengrassKind kind);
    Answer updateDefinition(const ApiCall& call, GreengrassKind kind);
    Answer deleteDefinition(const ApiCall& call, GreengrassKind kind);
    Answer createVersion(const ApiCall& call, GreengrassKind kind);
    Answer listVersions(const ApiCall& call, GreengrassKind kind);
    Answer getVersion(const ApiCall& call, GreengrassKind kind);
    Answer tagResource(const ApiCall& call, GreengrassKind);
    Answer untagResource(const ApiCall& call, GreengrassKind);
    Answer listTags(const ApiCall& call, GreengrassKind);
    // greengrass_deployment_calls.cpp
    Answer createDeployment(const ApiCall& call, GreengrassKind);
    Answer listDeployments(const ApiCall& call, GreengrassKind);
    Answer deploymentStatus(const ApiCall& call, GreengrassKind);
    Answer resetDeployments(const ApiCall& call, GreengrassKind);
    // greengrass_settings_calls.cpp
    Answer associateRole(const ApiCall& call, GreengrassKind);
    Answer associatedRole(const ApiCall& call, GreengrassKind);
    Answer dissociateRole(const ApiCall& call, GreengrassKind);
    Answer listAuthorities(const ApiCall& call, GreengrassKind);
    Answer getAuthority(const ApiCall& call, GreengrassKind);
    Answer certificateConfiguration(const ApiCall& call, GreengrassKind);
    Answer updateCertificateConfiguration(const ApiCall& call, GreengrassKind);
    Answer connectivity(const ApiCall& call, GreengrassKind);
    Answer updateConnectivity(const ApiCall& call, GreengrassKind);

private:
    void run(std::string_view operation, const ApiCall& call, const Responder& respond);
    /// Makes a key beside, then goes on with `then`.
    void withAuthority(const Responder& respond, std::function<Answer(pki::CertificateAuthority)> then);
    void createGroup(const ApiCall& call, const Responder& respond);
    void createAuthority(const ApiCall& call, const Responder& respond);

    boost::json::object described(const GreengrassDefinition& definition) const;
    boost::json::object described(const GreengrassDefinition& definition, const GreengrassVersion& version) const;
    aws::ApiResult<const GreengrassDefinition*> groupOf(const ApiCall& call) const;
    /// The id of the group whose role is meant; empty for the service role of the account.
    aws::ApiResult<std::string> roleOwner(const ApiCall& call) const;
    /// The definition or group of an ARN in the path.
    aws::ApiResult<const GreengrassDefinition*> tagged(const ApiCall& call) const;
    boost::json::object described(const GroupDeployment& deployment) const;
    std::string deploymentArn(const GroupDeployment& deployment) const;
    std::string authorityArn(std::string_view group, const GroupAuthority& authority) const;

    Parts m_parts;
    GreengrassTokens m_tokens;
    std::map<std::string, std::vector<Responder>, std::less<>> m_waiting; ///< by token: the same call, asked meanwhile
};

/// The label of the path that says which group or definition.
inline constexpr std::string_view kGroupId = "GroupId";

/// One page of the items as the member of the answer, each as `describe` has it.
template<typename Items, typename Describe>
GreengrassService::Answer greengrassPage(const ApiCall& call, std::string_view member, const Items& items,
                                         Describe describe)
{
    auto page = listed(call, PageNames{"NextToken", "MaxResults", "NextToken"}, member, items, describe);
    if (!page)
        return badRequest(page.error().message);
    return page;
}

} // namespace greensward::cloud
