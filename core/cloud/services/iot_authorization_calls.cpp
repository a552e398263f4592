// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What policies come to: TestAuthorization and GetEffectivePolicies.
#include "cloud/errors.h"
#include "cloud/services/iot.h"
#include "cloud/services/iot_checks.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostQuestions = 10;

/// "PUBLISH" as an action of policies.
std::string_view actionOf(std::string_view type)
{
    if (type == "PUBLISH")
        return "iot:Publish";
    if (type == "SUBSCRIBE")
        return "iot:Subscribe";
    if (type == "RECEIVE")
        return "iot:Receive";
    return type == "CONNECT" ? "iot:Connect" : "";
}

bool holds(const boost::json::value* list, std::string_view name)
{
    const auto* array = list ? list->if_array() : nullptr;
    return array && std::any_of(array->begin(), array->end(), [&](const json::value& one) {
               return one.is_string() && std::string_view(one.get_string()) == name;
           });
}

json::array named(const std::vector<const policy::Policy*>& policies)
{
    json::array array;
    for (const policy::Policy* policy : policies)
        array.push_back(json::object{{"policyName", policy->name}, {"policyArn", policy->arn}});
    return array;
}

} // namespace

IotService::Answer IotService::testAuthorization(const ApiCall& call)
{
    const auto* questions = call.body.if_contains("authInfos");
    if (!questions || !questions->is_array() || questions->get_array().empty() ||
        questions->get_array().size() > kMostQuestions)
        return invalid("authInfos must hold one to ten questions");
    const std::string principal = call.text("principal").value_or(call.text("cognitoIdentityPoolId").value_or(""));
    if (auto known = checkTarget(principal); !known)
        return tl::unexpected(known.error());
    const std::string clientId = call.parameter("clientId").value_or("");
    Principal device = m_parts.authorization.target(principal, clientId);

    // As it is, with some policies more and without others.
    std::vector<const policy::Policy*> set;
    for (const auto& policy : device.policies)
        if (!holds(call.body.if_contains("policyNamesToSkip"), policy->name))
            set.push_back(policy.get());
    if (const auto* more = call.body.if_contains("policyNamesToAdd"); more && more->is_array()) {
        for (const json::value& name : more->get_array()) {
            if (!name.is_string())
                continue;
            const auto added = m_parts.policies.policy(name.get_string());
            if (!added)
                return tl::unexpected(added.error());
            set.push_back((*added)->current().parsed.get());
        }
    }

    json::array results;
    for (const json::value& question : questions->get_array()) {
        const auto* asked = question.if_object();
        const auto* type = asked ? asked->if_contains("actionType") : nullptr;
        const auto* resources = asked ? asked->if_contains("resources") : nullptr;
        const std::string_view action = type && type->is_string() ? actionOf(type->get_string()) : std::string_view();
        if (action.empty() || !resources || !resources->is_array() || resources->get_array().empty())
            return invalid(
                "Each of authInfos needs an actionType (PUBLISH, SUBSCRIBE, RECEIVE, CONNECT) and resources");
        // All resources must be allowed; the first that is not decides.
        policy::Explanation explanation;
        for (const json::value& resource : resources->get_array()) {
            const std::string_view text =
                resource.is_string() ? std::string_view(resource.get_string()) : std::string_view();
            explanation = policy::explain(set, {action, text, device.context});
            if (!explanation.verdict.allowed())
                break;
        }
        const bool allowed = explanation.verdict.allowed();
        const bool denied = explanation.verdict.decision == policy::Decision::ExplicitDeny;
        json::array missing;
        for (const std::string& key : explanation.missingContextValues)
            missing.emplace_back(key);
        results.push_back(
            json::object{{"authInfo", *asked},
                         {"allowed", {{"policies", allowed ? named(explanation.allowing) : json::array()}}},
                         {"denied",
                          {{"implicitDeny", {{"policies", json::array()}}},
                           {"explicitDeny", {{"policies", named(explanation.denying)}}}}},
                         {"authDecision", allowed  ? "ALLOWED"
                                          : denied ? "EXPLICIT_DENY"
                                                   : "IMPLICIT_DENY"},
                         {"missingContextValues", std::move(missing)}});
    }
    return ApiAnswer{{{"authResults", std::move(results)}}};
}

IotService::Answer IotService::getEffectivePolicies(const ApiCall& call)
{
    const std::string principal = call.text("principal").value_or(call.text("cognitoIdentityPoolId").value_or(""));
    if (!principal.empty())
        if (auto known = checkTarget(principal); !known)
            return tl::unexpected(known.error());
    json::array effective;
    for (const auto& policy :
         m_parts.authorization.target(principal, call.parameter("thingName").value_or("")).policies) {
        const auto found = m_parts.policies.policy(policy->name);
        if (found)
            effective.push_back(json::object{{"policyName", policy->name},
                                             {"policyArn", policy->arn},
                                             {"policyDocument", (*found)->current().document}});
    }
    return ApiAnswer{{{"effectivePolicies", std::move(effective)}}};
}

} // namespace greensward::cloud
