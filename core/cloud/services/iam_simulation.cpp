// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What policies would say: SimulatePrincipalPolicy and SimulateCustomPolicy.
#include "cloud/iam_documents.h"
#include "cloud/services/iam.h"
#include "policy/evaluate.h"

#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostQuestions = 1000;

std::vector<std::string> textsOf(const json::array* array)
{
    std::vector<std::string> texts;
    if (array)
        for (const json::value& one : *array)
            if (one.is_string())
                texts.emplace_back(one.get_string());
    return texts;
}

policy::Context contextFrom(const ServiceInput& input)
{
    policy::Context context;
    const auto* entries = input.array("ContextEntries");
    if (!entries)
        return context;
    for (const json::value& one : *entries)
        if (const auto* entry = one.if_object()) {
            const ServiceInput read(*entry, "InvalidInput");
            context.setAll(read.text("ContextKeyName").value_or(""), textsOf(read.array("ContextKeyValues")));
        }
    return context;
}

std::string_view decisionOf(const policy::Verdict& verdict)
{
    return verdict.allowed()                                    ? "allowed"
           : verdict.decision == policy::Decision::ExplicitDeny ? "explicitDeny"
                                                                : "implicitDeny";
}

json::object resultOf(const policy::Explanation& explanation, const std::string& action, const std::string& resource)
{
    json::array matched;
    for (const auto* list : {&explanation.denying, &explanation.allowing})
        for (const policy::Policy* policy : *list)
            matched.push_back(json::object{{"SourcePolicyId", policy->name}, {"SourcePolicyType", "IAM Policy"}});
    json::array missing(explanation.missingContextValues.begin(), explanation.missingContextValues.end());
    return {{"EvalActionName", action},
            {"EvalResourceName", resource},
            {"EvalDecision", decisionOf(explanation.verdict)},
            {"MatchedStatements", std::move(matched)},
            {"MissingContextValues", std::move(missing)}};
}

/// The user or role of an ARN; null when there is none.
const IamIdentity* identityOf(const Iam& iam, std::string_view arn)
{
    if (const IamRole* role = iam.roleOf(arn))
        return role;
    const auto user = iam.user(arn.substr(arn.rfind('/') + 1));
    return user && iam.arn(IamKind::User, **user) == arn ? *user : nullptr;
}

} // namespace

IamService::Answer IamService::simulate(const IamCall& call)
{
    Principal::Policies policies;
    if (call.operation == "SimulatePrincipalPolicy") {
        const auto source = call.input.required("PolicySourceArn", 2048);
        if (!source)
            return tl::unexpected(source.error());
        const IamIdentity* identity = identityOf(m_iam, *source);
        if (!identity)
            return noSuchEntity(fmt::format("The entity {} cannot be found.", *source));
        policies = m_iam.policiesOf(*identity);
    }
    int number = 0;
    for (const std::string& document : textsOf(call.input.array("PolicyInputList"))) {
        auto parsed =
            policy::parsePolicy(fmt::format("PolicyInputList.{}", ++number), document, policy::Dialect::Identity);
        if (!parsed)
            return aws::apiFailure("InvalidInput", 400, parsed.error().message);
        policies.push_back(std::make_shared<const policy::Policy>(std::move(*parsed)));
    }
    const auto actions = textsOf(call.input.array("ActionNames"));
    auto resources = textsOf(call.input.array("ResourceArns"));
    if (actions.empty())
        return call.input.invalid("1 validation error detected: Value null at 'actionNames' failed to satisfy "
                                  "constraint: Member must not be null");
    if (resources.empty())
        resources.emplace_back("*");
    if (actions.size() * resources.size() > kMostQuestions)
        return aws::apiFailure("InvalidInput", 400, fmt::format("At most {} questions at once", kMostQuestions));
    const policy::Context context = contextFrom(call.input);
    std::vector<const policy::Policy*> set;
    for (const auto& policy : policies)
        set.push_back(policy.get());
    json::array results;
    for (const std::string& action : actions)
        for (const std::string& resource : resources)
            results.push_back(resultOf(policy::explain(set, {action, resource, context}), action, resource));
    return json::object{{"EvaluationResults", std::move(results)}, {"IsTruncated", false}};
}

} // namespace greensward::cloud
