// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Policies, their versions, whom they are attached to, and what they come to.
#include "cloud/errors.h"
#include "cloud/services/iot.h"
#include "cloud/services/iot_list.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr const char* kPrincipal = "x-amzn-iot-principal";

/// 0 when it is no number of a version.
int versionOf(const ApiCall& call)
{
    const std::string& text = call.label("policyVersionId");
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

} // namespace

json::object IotService::describe(const IotPolicy& policy) const
{
    return {{"policyName", policy.name}, {"policyArn", m_parts.policies.arn(policy.name)}};
}

aws::ApiResult<void> IotService::checkTarget(std::string_view target) const
{
    if (const std::string id = m_parts.certificates.idOf(target); !id.empty()) {
        if (!m_parts.certificates.find(id))
            return notFound(fmt::format("The certificate given in the principal does not exist: {}", target));
        return {};
    }
    const std::string group = m_parts.account.iotArn("thinggroup", "");
    if (target.starts_with(group)) {
        if (const auto found = m_parts.things.group(target.substr(group.size())); !found)
            return tl::unexpected(found.error());
        return {};
    }
    const auto isIdentity = [&](std::string_view text) {
        return text.starts_with(m_parts.account.region + ":") && text.size() > m_parts.account.region.size() + 1;
    };
    if (isIdentity(target))
        return {};
    return invalid(fmt::format("Invalid principal: {}", target));
}

IotService::Answer IotService::createPolicy(const ApiCall& call)
{
    const std::string& name = call.label("policyName");
    if (auto fits = checkName("policyName", name, NameRule::Policy); !fits)
        return tl::unexpected(fits.error());
    auto document = required(call, "policyDocument");
    if (!document)
        return tl::unexpected(document.error());
    const auto made = m_parts.policies.create(name, std::move(*document));
    if (!made)
        return tl::unexpected(made.error());
    ApiAnswer answer{describe(**made)};
    answer.body["policyDocument"] = (*made)->current().document;
    answer.body["policyVersionId"] = "1";
    return answer;
}

IotService::Answer IotService::getPolicy(const ApiCall& call)
{
    const auto policy = m_parts.policies.policy(call.label("policyName"));
    if (!policy)
        return tl::unexpected(policy.error());
    ApiAnswer answer{describe(**policy)};
    answer.body["policyDocument"] = (*policy)->current().document;
    answer.body["defaultVersionId"] = std::to_string((*policy)->defaultVersion);
    answer.body["creationDate"] = epoch((*policy)->created);
    answer.body["lastModifiedDate"] = epoch((*policy)->modified);
    answer.body["generationId"] = std::to_string((*policy)->lastVersion);
    return answer;
}

IotService::Answer IotService::listPolicies(const ApiCall& call)
{
    std::vector<const IotPolicy*> policies;
    for (const auto& [name, policy] : m_parts.policies.all())
        policies.push_back(&policy);
    if (!call.parameterFlag("isAscendingOrder").value_or(true))
        std::reverse(policies.begin(), policies.end());
    return listed(call, kByMarker, "policies", policies, [this](const IotPolicy* policy) { return describe(*policy); });
}

IotService::Answer IotService::deletePolicy(const ApiCall& call)
{
    if (const auto done = m_parts.policies.remove(call.label("policyName")); !done)
        return tl::unexpected(done.error());
    return ApiAnswer{};
}

// --- versions --------------------------------------------------------------------------------------------------

IotService::Answer IotService::createPolicyVersion(const ApiCall& call)
{
    auto document = required(call, "policyDocument");
    if (!document)
        return tl::unexpected(document.error());
    const std::string& name = call.label("policyName");
    const bool makeDefault = call.parameterFlag("setAsDefault").value_or(false);
    const auto version = m_parts.policies.createVersion(name, *document, makeDefault);
    if (!version)
        return tl::unexpected(version.error());
    return ApiAnswer{{{"policyArn", m_parts.policies.arn(name)},
                      {"policyDocument", std::move(*document)},
                      {"policyVersionId", std::to_string(*version)},
                      {"isDefaultVersion", makeDefault}}};
}

IotService::Answer IotService::getPolicyVersion(const ApiCall& call)
{
    const auto policy = m_parts.policies.policy(call.label("policyName"));
    if (!policy)
        return tl::unexpected(policy.error());
    const auto version = (*policy)->versions.find(versionOf(call));
    if (version == (*policy)->versions.end())
        return notFound("Policy version not found");
    ApiAnswer answer{describe(**policy)};
    answer.body["policyDocument"] = version->second.document;
    answer.body["policyVersionId"] = std::to_string(version->first);
    answer.body["isDefaultVersion"] = version->first == (*policy)->defaultVersion;
    answer.body["creationDate"] = epoch(version->second.created);
    answer.body["lastModifiedDate"] = epoch(version->second.created);
    return answer;
}

IotService::Answer IotService::listPolicyVersions(const ApiCall& call)
{
    const auto policy = m_parts.policies.policy(call.label("policyName"));
    if (!policy)
        return tl::unexpected(policy.error());
    json::array versions;
    for (auto at = (*policy)->versions.rbegin(); at != (*policy)->versions.rend(); ++at)
        versions.push_back(json::object{{"versionId", std::to_string(at->first)},
                                        {"isDefaultVersion", at->first == (*policy)->defaultVersion},
                                        {"createDate", epoch(at->second.created)}});
    return ApiAnswer{{{"policyVersions", std::move(versions)}}};
}

IotService::Answer IotService::setDefaultPolicyVersion(const ApiCall& call)
{
    if (const auto done = m_parts.policies.setDefault(call.label("policyName"), versionOf(call)); !done)
        return tl::unexpected(done.error());
    return ApiAnswer{};
}

IotService::Answer IotService::deletePolicyVersion(const ApiCall& call)
{
    if (const auto done = m_parts.policies.removeVersion(call.label("policyName"), versionOf(call)); !done)
        return tl::unexpected(done.error());
    return ApiAnswer{};
}

// --- attachments -----------------------------------------------------------------------------------------------

IotService::Answer IotService::attachPolicy(const ApiCall& call)
{
    const auto target = required(call, "target");
    if (!target)
        return tl::unexpected(target.error());
    if (auto known = checkTarget(*target); !known)
        return tl::unexpected(known.error());
    if (const auto done = m_parts.policies.attach(call.label("policyName"), *target); !done)
        return tl::unexpected(done.error());
    return ApiAnswer{};
}

IotService::Answer IotService::detachPolicy(const ApiCall& call)
{
    const auto target = required(call, "target");
    if (!target)
        return tl::unexpected(target.error());
    if (const auto done = m_parts.policies.detach(call.label("policyName"), *target); !done)
        return tl::unexpected(done.error());
    return ApiAnswer{};
}

IotService::Answer IotService::attachPrincipalPolicy(const ApiCall& call)
{
    const auto principal = requiredHeader(call, kPrincipal);
    if (!principal)
        return tl::unexpected(principal.error());
    if (auto known = checkTarget(*principal); !known)
        return tl::unexpected(known.error());
    if (const auto done = m_parts.policies.attach(call.label("policyName"), *principal); !done)
        return tl::unexpected(done.error());
    return ApiAnswer{};
}

IotService::Answer IotService::detachPrincipalPolicy(const ApiCall& call)
{
    const auto principal = requiredHeader(call, kPrincipal);
    if (!principal)
        return tl::unexpected(principal.error());
    if (const auto done = m_parts.policies.detach(call.label("policyName"), *principal); !done)
        return tl::unexpected(done.error());
    return ApiAnswer{};
}

IotService::Answer IotService::listAttachedPolicies(const ApiCall& call)
{
    const std::string& target = call.label("target");
    if (auto known = checkTarget(target); !known)
        return tl::unexpected(known.error());
    auto policies = m_parts.policies.attachedTo(target);
    const std::string group = m_parts.account.iotArn("thinggroup", "");
    if (call.parameterFlag("recursive").value_or(false) && target.starts_with(group)) {
        if (const auto found = m_parts.things.group(std::string_view(target).substr(group.size())))
            for (const ThingGroup* above : m_parts.things.ancestors(**found))
                for (const IotPolicy* policy : m_parts.policies.attachedTo(m_parts.things.arn(*above)))
                    if (std::find(policies.begin(), policies.end(), policy) == policies.end())
                        policies.push_back(policy);
    }
    return listed(call, kByMarker, "policies", policies, [this](const IotPolicy* policy) { return describe(*policy); });
}

IotService::Answer IotService::listPrincipalPolicies(const ApiCall& call)
{
    const auto principal = requiredHeader(call, kPrincipal);
    if (!principal)
        return tl::unexpected(principal.error());
    return listed(call, kByMarker, "policies", m_parts.policies.attachedTo(*principal),
                  [this](const IotPolicy* policy) { return describe(*policy); });
}

IotService::Answer IotService::listTargetsForPolicy(const ApiCall& call)
{
    const auto policy = m_parts.policies.policy(call.label("policyName"));
    if (!policy)
        return tl::unexpected(policy.error());
    const std::vector<std::string> targets((*policy)->targets.begin(), (*policy)->targets.end());
    return listed(call, kByMarker, "targets", targets, [](const std::string& target) { return json::value(target); });
}

IotService::Answer IotService::listPolicyPrincipals(const ApiCall& call)
{
    const auto name = requiredHeader(call, "x-amzn-iot-policy");
    if (!name)
        return tl::unexpected(name.error());
    const auto policy = m_parts.policies.policy(*name);
    if (!policy)
        return tl::unexpected(policy.error());
    const std::vector<std::string> targets((*policy)->targets.begin(), (*policy)->targets.end());
    return listed(call, kByMarker, "principals", targets, [](const std::string& target) { return json::value(target); });
}

} // namespace greensward::cloud
