// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/services/iot.h"

#include "cloud/errors.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <fmt/format.h>

namespace greensward::cloud {

namespace {

constexpr std::string_view kCreateKeys = "CreateKeysAndCertificate";

} // namespace

std::span<const IotService::Operation> IotService::operations()
{
    using S = IotService;
    static constexpr std::array kOperations{
        Operation{"CreateThing", "POST", "/things/{thingName}", &S::createThing},
        Operation{"DescribeThing", "GET", "/things/{thingName}", &S::describeThing},
        Operation{"ListThings", "GET", "/things", &S::listThings},
        Operation{"UpdateThing", "PATCH", "/things/{thingName}", &S::updateThing},
        Operation{"DeleteThing", "DELETE", "/things/{thingName}", &S::deleteThing},
        Operation{"AttachThingPrincipal", "PUT", "/things/{thingName}/principals", &S::attachThingPrincipal},
        Operation{"DetachThingPrincipal", "DELETE", "/things/{thingName}/principals", &S::detachThingPrincipal},
        Operation{"ListThingPrincipals", "GET", "/things/{thingName}/principals", &S::listThingPrincipals},
        Operation{"ListPrincipalThings", "GET", "/principals/things", &S::listPrincipalThings},
        Operation{"CreateThingType", "POST", "/thing-types/{thingTypeName}", &S::createThingType},
        Operation{"DescribeThingType", "GET", "/thing-types/{thingTypeName}", &S::describeThingType},
        Operation{"ListThingTypes", "GET", "/thing-types", &S::listThingTypes},
        Operation{"DeprecateThingType", "POST", "/thing-types/{thingTypeName}/deprecate", &S::deprecateThingType},
        Operation{"DeleteThingType", "DELETE", "/thing-types/{thingTypeName}", &S::deleteThingType},
        Operation{"AddThingToThingGroup", "PUT", "/thing-groups/addThingToThingGroup", &S::addThingToThingGroup},
        Operation{"RemoveThingFromThingGroup", "PUT", "/thing-groups/removeThingFromThingGroup",
                  &S::removeThingFromThingGroup},
        Operation{"CreateThingGroup", "POST", "/thing-groups/{thingGroupName}", &S::createThingGroup},
        Operation{"DescribeThingGroup", "GET", "/thing-groups/{thingGroupName}", &S::describeThingGroup},
        Operation{"UpdateThingGroup", "PATCH", "/thing-groups/{thingGroupName}", &S::updateThingGroup},
        Operation{"DeleteThingGroup", "DELETE", "/thing-groups/{thingGroupName}", &S::deleteThingGroup},
        Operation{"ListThingGroups", "GET", "/thing-groups", &S::listThingGroups},
        Operation{"ListThingsInThingGroup", "GET", "/thing-groups/{thingGroupName}/things", &S::listThingsInThingGroup},
        Operation{"ListThingGroupsForThing", "GET", "/things/{thingName}/thing-groups", &S::listThingGroupsForThing},
        Operation{kCreateKeys, "POST", "/keys-and-certificate", nullptr},
        Operation{"CreateCertificateFromCsr", "POST", "/certificates", &S::createCertificateFromCsr},
        Operation{"RegisterCertificate", "POST", "/certificate/register", &S::registerCertificate},
        Operation{"RegisterCertificateWithoutCA", "POST", "/certificate/register-no-ca",
                  &S::registerCertificateWithoutCa},
        Operation{"DescribeCertificate", "GET", "/certificates/{certificateId}", &S::describeCertificate},
        Operation{"ListCertificates", "GET", "/certificates", &S::listCertificates},
        Operation{"UpdateCertificate", "PUT", "/certificates/{certificateId}", &S::updateCertificate},
        Operation{"DeleteCertificate", "DELETE", "/certificates/{certificateId}", &S::deleteCertificate},
        Operation{"GetRegistrationCode", "GET", "/registrationcode", &S::getRegistrationCode},
        Operation{"DeleteRegistrationCode", "DELETE", "/registrationcode", &S::deleteRegistrationCode},
        Operation{"RegisterCACertificate", "POST", "/cacertificate", &S::registerCaCertificate},
        Operation{"DescribeCACertificate", "GET", "/cacertificate/{certificateId}", &S::describeCaCertificate},
        Operation{"ListCACertificates", "GET", "/cacertificates", &S::listCaCertificates},
        Operation{"UpdateCACertificate", "PUT", "/cacertificate/{certificateId}", &S::updateCaCertificate},
        Operation{"DeleteCACertificate", "DELETE", "/cacertificate/{certificateId}", &S::deleteCaCertificate},
        Operation{"CreatePolicy", "POST", "/policies/{policyName}", &S::createPolicy},
        Operation{"GetPolicy", "GET", "/policies/{policyName}", &S::getPolicy},
        Operation{"ListPolicies", "GET", "/policies", &S::listPolicies},
        Operation{"DeletePolicy", "DELETE", "/policies/{policyName}", &S::deletePolicy},
        Operation{"CreatePolicyVersion", "POST", "/policies/{policyName}/version", &S::createPolicyVersion},
        Operation{"ListPolicyVersions", "GET", "/policies/{policyName}/version", &S::listPolicyVersions},
        Operation{"GetPolicyVersion", "GET", "/policies/{policyName}/version/{policyVersionId}", &S::getPolicyVersion},
        Operation{"SetDefaultPolicyVersion", "PATCH", "/policies/{policyName}/version/{policyVersionId}",
                  &S::setDefaultPolicyVersion},
        Operation{"DeletePolicyVersion", "DELETE", "/policies/{policyName}/version/{policyVersionId}",
                  &S::deletePolicyVersion},
        Operation{"AttachPolicy", "PUT", "/target-policies/{policyName}", &S::attachPolicy},
        Operation{"DetachPolicy", "POST", "/target-policies/{policyName}", &S::detachPolicy},
        Operation{"ListAttachedPolicies", "POST", "/attached-policies/{target}", &S::listAttachedPolicies},
        Operation{"ListTargetsForPolicy", "POST", "/policy-targets/{policyName}", &S::listTargetsForPolicy},
        Operation{"AttachPrincipalPolicy", "PUT", "/principal-policies/{policyName}", &S::attachPrincipalPolicy},
        Operation{"DetachPrincipalPolicy", "DELETE", "/principal-policies/{policyName}", &S::detachPrincipalPolicy},
        Operation{"ListPrincipalPolicies", "GET", "/principal-policies", &S::listPrincipalPolicies},
        Operation{"ListPolicyPrincipals", "GET", "/policy-principals", &S::listPolicyPrincipals},
        Operation{"TestAuthorization", "POST", "/test-authorization", &S::testAuthorization},
        Operation{"GetEffectivePolicies", "POST", "/effective-policies", &S::getEffectivePolicies},
        Operation{"CreateRoleAlias", "POST", "/role-aliases/{roleAlias}", &S::createRoleAlias},
        Operation{"DescribeRoleAlias", "GET", "/role-aliases/{roleAlias}", &S::describeRoleAlias},
        Operation{"ListRoleAliases", "GET", "/role-aliases", &S::listRoleAliases},
        Operation{"UpdateRoleAlias", "PUT", "/role-aliases/{roleAlias}", &S::updateRoleAlias},
        Operation{"DeleteRoleAlias", "DELETE", "/role-aliases/{roleAlias}", &S::deleteRoleAlias},
        Operation{"UpdateIndexingConfiguration", "POST", "/indexing/config", &S::updateIndexingConfiguration},
        Operation{"GetIndexingConfiguration", "GET", "/indexing/config", &S::getIndexingConfiguration},
        Operation{"ListIndices", "GET", "/indices", &S::listIndices},
        Operation{"DescribeIndex", "GET", "/indices/{indexName}", &S::describeIndex},
        Operation{"SearchIndex", "POST", "/indices/search", &S::searchIndex},
        Operation{"GetStatistics", "POST", "/indices/statistics", &S::getStatistics},
        Operation{"GetCardinality", "POST", "/indices/cardinality", &S::getCardinality},
        Operation{"DescribeEndpoint", "GET", "/endpoint", &S::describeEndpoint},
    };
    return kOperations;
}

void IotService::handle(std::string_view operation, const ApiCall& call, const ApiResponder& respond)
{
    if (operation == kCreateKeys)
        return createKeysAndCertificate(call, respond);
    const auto all = operations();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Operation& one) { return one.name == operation; });
    assert(found != all.end() && found->handler);
    respond((this->*found->handler)(call));
}

IotService::Answer IotService::describeEndpoint(const ApiCall& call)
{
    const std::string type = call.parameter("endpointType").value_or("iot:Data");
    if (type == "iot:Data" || type == "iot:Data-ATS" || type == "iot:Data-Beta" || type == "iot:Jobs")
        return ApiAnswer{{{"endpointAddress", m_parts.endpoints.data}}};
    if (type == "iot:CredentialProvider")
        return ApiAnswer{{{"endpointAddress", m_parts.endpoints.credentials}}};
    return invalid(fmt::format("{} is no type of endpoint", type));
}

} // namespace greensward::cloud
