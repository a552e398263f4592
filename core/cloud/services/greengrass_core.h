// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/uri_template.h"
#include "cloud/authorization.h"
#include "cloud/greengrass.h"
#include "cloud/keyring.h"
#include "cloud/services/iot_call.h"

#include <optional>
#include <string>
#include <string_view>

namespace greensward::cloud {

/// What cores and their devices ask with their certificates (greengrass-and-gateway.md 3.8, 5): the group document and
/// the code of its functions, certificates, keys of the group's role, and discovery. Engine thread.
class GreengrassCoreService
{
public:
    struct Parts
    {
        const Account& account;
        const Clock& clock;
        Greengrass& greengrass;
        Functions& functions;
        const Authorization& authorization;
        const Things& things;
        Keyring& keyring;
    };
    /// What a request is, and what must be allowed.
    struct Question
    {
        std::string operation; ///< "GetDeployment"
        std::string resource;  ///< the ARN that "greengrass:GetDeployment" is asked for
        aws::UriTemplate::Labels labels{};

        const std::string& label(std::string_view name) const;
    };
    struct Answer
    {
        boost::json::object body{};
        std::optional<std::string> raw{}; ///< instead of the body: a zip
        unsigned status = 200;
        std::string unreachable{}; ///< Finding::CoreUnreachable: of a discovery that will lead nowhere
    };
    using Result = aws::ApiResult<Answer>;

    explicit GreengrassCoreService(Parts parts);

    /// Nothing when the request is none of these.
    std::optional<Question> question(const aws::Request& request) const;
    /// The certificate's policies allow it. caller: of the certificate.
    Result handle(const Question& question, const aws::Request& request, const aws::Caller& caller);
    /// Finding::DiscoveryRefused: why a discovery found nothing.
    std::string whyNotDiscovered(const Question& question, const aws::Caller& caller) const;
    /// Finding::RoleUnusable: why there are no keys of the group's role; empty when there would be.
    std::string whyNoGroupRole(const Question& question) const;

private:
    using Method = Result (GreengrassCoreService::*)(const Question&, const ApiCall&);
    struct Row
    {
        std::string operation;
        Method run = nullptr;
    };

    Result deployment(const Question& question, const ApiCall& call);
    Result artifact(const Question& question, const ApiCall& call);
    Result status(const Question& question, const ApiCall& call);
    Result certificate(const Question& question, const ApiCall& call);
    Result memberStatuses(const Question& question, const ApiCall& call);
    Result credentials(const Question& question, const ApiCall& call);
    Result connectivity(const Question& question, const ApiCall& call);
    Result updateConnectivity(const Question& question, const ApiCall& call);
    // greengrass_discovery.cpp
    Result discover(const Question& question, const ApiCall& call);

    std::string_view stateFor(const GreengrassDefinition& group, const std::string& thingArn) const;

    std::string resourceOf(const std::string& operation, const aws::UriTemplate::Labels& labels) const;
    /// Refused when the certificate is not attached to the thing.
    aws::ApiResult<void> mustBe(const aws::Caller& caller, std::string_view thing) const;
    /// The deployment in the path, when the caller is its core.
    aws::ApiResult<GroupDeployment*> deploymentOf(const Question& question, const aws::Caller& caller);
    /// What the group's core runs, when the caller is that core.
    aws::ApiResult<const GroupDeployment*> currentOf(const Question& question, const aws::Caller& caller) const;

    Parts m_parts;
    aws::RestTable<Row> m_table;
};

} // namespace greensward::cloud
