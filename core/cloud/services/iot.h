// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/authorization.h"
#include "cloud/certificates.h"
#include "cloud/fleet_index.h"
#include "cloud/iot_policies.h"
#include "cloud/role_aliases.h"
#include "cloud/services/iot_call.h"
#include "cloud/things.h"
#include "pki/certificate_authority.h"

#include <functional>
#include <string>
#include <string_view>

namespace greensward::cloud {

using ApiResponder = std::function<void(aws::ApiResult<ApiAnswer>)>;

/// Runs work beside the engine and `then` on the engine thread: for keys, which take their time.
using Background = std::function<void(std::function<void()> work, std::function<void()> then)>;

/// Where devices and programs find the parts of the account: what DescribeEndpoint answers, "localhost:8443".
struct Endpoints
{
    std::string data;
    std::string credentials;
};

/// The IoT control plane (wire-protocols.md 5.3): things, types, groups, certificates, authorities, policies,
/// role aliases, attachments, fleet indexing, endpoints. Rules and logging options are not part of it yet. Engine thread.
class IotService
{
public:
    struct Parts
    {
        const Account& account;
        const Clock& clock;
        Things& things;
        Certificates& certificates;
        IotPolicies& policies;
        RoleAliases& roleAliases;
        const Authorization& authorization;
        FleetIndex& index;
        const pki::CertificateAuthority& authority; ///< signs device certificates
        Background background;
        Endpoints endpoints{};
        /// The authorities whose devices may connect have changed.
        std::function<void()> authoritiesChanged = [] {};
        /// A certificate is no longer what it was: connections that stand on it are to be looked at.
        std::function<void(const std::string& certificateId)> certificateChanged = [](const std::string&) {};
    };
    explicit IotService(Parts parts) : m_parts(std::move(parts)) {}

    void setEndpoints(Endpoints endpoints) { m_parts.endpoints = std::move(endpoints); }
    /// Calls respond once, now or later. The operation is one of operations().
    void handle(std::string_view operation, const ApiCall& call, const ApiResponder& respond);

    using Answer = aws::ApiResult<ApiAnswer>;
    using Handler = Answer (IotService::*)(const ApiCall&);
    struct Operation
    {
        std::string_view name;
        std::string_view method;
        std::string_view uri; ///< "/things/{thingName}"
        Handler handler;      ///< null: answers later, see handle()
    };
    static std::span<const Operation> operations();

private:
    // iot_things.cpp
    Answer createThing(const ApiCall& call);
    Answer describeThing(const ApiCall& call);
    Answer listThings(const ApiCall& call);
    Answer updateThing(const ApiCall& call);
    Answer deleteThing(const ApiCall& call);
    Answer attachThingPrincipal(const ApiCall& call);
    Answer detachThingPrincipal(const ApiCall& call);
    Answer listThingPrincipals(const ApiCall& call);
    Answer listPrincipalThings(const ApiCall& call);
    Answer createThingType(const ApiCall& call);
    Answer describeThingType(const ApiCall& call);
    Answer listThingTypes(const ApiCall& call);
    Answer deprecateThingType(const ApiCall& call);
    Answer deleteThingType(const ApiCall& call);
    // iot_groups.cpp
    Answer createThingGroup(const ApiCall& call);
    Answer describeThingGroup(const ApiCall& call);
    Answer updateThingGroup(const ApiCall& call);
    Answer deleteThingGroup(const ApiCall& call);
    Answer listThingGroups(const ApiCall& call);
    Answer addThingToThingGroup(const ApiCall& call);
    Answer removeThingFromThingGroup(const ApiCall& call);
    Answer listThingsInThingGroup(const ApiCall& call);
    Answer listThingGroupsForThing(const ApiCall& call);
    // iot_certificates.cpp
    void createKeysAndCertificate(const ApiCall& call, const ApiResponder& respond);
    Answer createCertificateFromCsr(const ApiCall& call);
    Answer registerCertificate(const ApiCall& call);
    Answer registerCertificateWithoutCa(const ApiCall& call);
    Answer describeCertificate(const ApiCall& call);
    Answer listCertificates(const ApiCall& call);
    Answer updateCertificate(const ApiCall& call);
    Answer deleteCertificate(const ApiCall& call);
    Answer getRegistrationCode(const ApiCall& call);
    Answer deleteRegistrationCode(const ApiCall& call);
    Answer registerCaCertificate(const ApiCall& call);
    Answer describeCaCertificate(const ApiCall& call);
    Answer listCaCertificates(const ApiCall& call);
    Answer updateCaCertificate(const ApiCall& call);
    Answer deleteCaCertificate(const ApiCall& call);
    // iot_policy_calls.cpp
    Answer createPolicy(const ApiCall& call);
    Answer getPolicy(const ApiCall& call);
    Answer listPolicies(const ApiCall& call);
    Answer deletePolicy(const ApiCall& call);
    Answer createPolicyVersion(const ApiCall& call);
    Answer getPolicyVersion(const ApiCall& call);
    Answer listPolicyVersions(const ApiCall& call);
    Answer setDefaultPolicyVersion(const ApiCall& call);
    Answer deletePolicyVersion(const ApiCall& call);
    Answer attachPolicy(const ApiCall& call);
    Answer detachPolicy(const ApiCall& call);
    Answer attachPrincipalPolicy(const ApiCall& call);
    Answer detachPrincipalPolicy(const ApiCall& call);
    Answer listAttachedPolicies(const ApiCall& call);
    Answer listPrincipalPolicies(const ApiCall& call);
    Answer listTargetsForPolicy(const ApiCall& call);
    Answer listPolicyPrincipals(const ApiCall& call);
    Answer testAuthorization(const ApiCall& call);
    Answer getEffectivePolicies(const ApiCall& call);
    // iot_role_aliases.cpp
    Answer createRoleAlias(const ApiCall& call);
    Answer describeRoleAlias(const ApiCall& call);
    Answer listRoleAliases(const ApiCall& call);
    Answer updateRoleAlias(const ApiCall& call);
    Answer deleteRoleAlias(const ApiCall& call);
    // iot_index.cpp
    Answer updateIndexingConfiguration(const ApiCall& call);
    Answer getIndexingConfiguration(const ApiCall& call);
    Answer listIndices(const ApiCall& call);
    Answer describeIndex(const ApiCall& call);
    Answer searchIndex(const ApiCall& call);
    Answer getStatistics(const ApiCall& call);
    Answer getCardinality(const ApiCall& call);
    /// Documents of the things that the call's query finds.
    aws::ApiResult<std::vector<boost::json::object>> indexed(const ApiCall& call) const;
    // iot.cpp
    Answer describeEndpoint(const ApiCall& call);

    /// A principal or target must be a certificate that is registered, a thing group, or a Cognito identity.
    aws::ApiResult<void> checkTarget(std::string_view target) const;
    boost::json::object describe(const Thing& thing) const;
    boost::json::object describe(const IotPolicy& policy) const;
    boost::json::object describe(const DeviceCertificate& certificate) const;

    Parts m_parts;
};

} // namespace greensward::cloud
