// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws/arn.h"
#include "policy/evaluate.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::policy {

namespace {

/// "client/pump-*" of an ARN: what people look at.
std::string shortly(const std::string& text)
{
    const auto arn = aws::Arn::parse(text);
    return arn ? arn->resource : text;
}

std::string resourcesOf(const Statement& statement)
{
    constexpr std::size_t kMost = 3;
    std::string out;
    for (std::size_t i = 0; i < statement.resources.size() && i < kMost; ++i)
        out += (i ? ", " : "") + shortly(statement.resources[i].text());
    if (statement.resources.size() > kMost)
        out += fmt::format(" and {} more", statement.resources.size() - kMost);
    return (statement.notResource ? "all but " : "") + out;
}

std::string named(const Policy& policy, const Statement& statement)
{
    const auto index = &statement - policy.statements.data();
    return statement.sid.empty()
               ? fmt::format("the policy `{}` (statement {})", policy.name, index + 1)
               : fmt::format("the policy `{}` (statement {}, {})", policy.name, index + 1, statement.sid);
}

/// "this client is pumps-1"
std::string subject(const AccessRequest& request)
{
    const auto arn = aws::Arn::parse(request.resource);
    return arn && !arn->type().empty() ? fmt::format("this {} is {}", arn->type(), arn->name())
                                       : fmt::format("this is {}", request.resource);
}

std::string nearestMiss(PolicySet policies, const AccessRequest& request)
{
    const Policy* policy = nullptr;
    const Statement* nearest = nullptr;
    int best = 0; // 1: the action, 2: and the resource
    for (const Policy* candidate : policies)
        for (const auto& statement : candidate->statements) {
            const int fit = !statement.allows || !statement.speaksOfAction(request) ? 0
                            : statement.speaksOfResource(request)                   ? 2
                                                                                    : 1;
            if (fit > best) {
                best = fit;
                policy = candidate;
                nearest = &statement;
            }
        }
    if (policies.empty())
        return fmt::format("no policy is attached, so {} on {} is not allowed", request.action,
                           shortly(std::string{request.resource}));
    if (best == 0) {
        std::string names;
        for (const Policy* each : policies)
            names += (names.empty() ? "`" : ", `") + each->name + '`';
        return fmt::format("no statement of {} allows {}", names, request.action);
    }
    if (best == 1) {
        std::vector<std::string> missing;
        for (const auto& pattern : nearest->resources)
            pattern.addMissing(request.context, missing);
        auto text = fmt::format("the policy `{}` allows {} on {}; {}", policy->name, request.action,
                                resourcesOf(*nearest), subject(request));
        if (!missing.empty())
            text += fmt::format(", and ${{{}}} is not defined here", missing.front());
        return text;
    }
    if (!nearest->speaksOfPrincipal(request))
        return fmt::format("{} allows {}, but not to {}", named(*policy, *nearest), request.action, request.principal);
    for (const auto& condition : nearest->conditions)
        if (!condition.holds(request.context)) {
            const auto* values = request.context.find(condition.key());
            return fmt::format("the policy `{}` allows {} on {} only when {}; {}", policy->name, request.action,
                               resourcesOf(*nearest), condition.text(),
                               values ? fmt::format("here it is {}", fmt::join(*values, ", "))
                                      : fmt::format("{} is not defined here", condition.key()));
        }
    return fmt::format("no policy allows {}", request.action);
}

} // namespace

Explanation explain(PolicySet policies, const AccessRequest& request)
{
    Explanation out{evaluate(policies, request), {}};
    for (const Policy* policy : policies)
        for (const auto& statement : policy->statements) {
            if (statement.applies(request)) {
                auto& list = statement.allows ? out.allowing : out.denying;
                if (std::ranges::find(list, policy) == list.end())
                    list.push_back(policy);
                continue;
            }
            if (!statement.speaksOfAction(request))
                continue;
            for (const auto& pattern : statement.resources)
                pattern.addMissing(request.context, out.missingContextValues);
            for (const auto& condition : statement.conditions) {
                condition.addMissing(request.context, out.missingContextValues);
                if (condition.lacksKey(request.context))
                    out.missingContextValues.push_back(condition.key());
            }
        }
    std::ranges::sort(out.missingContextValues);
    auto& missing = out.missingContextValues;
    missing.erase(std::unique(missing.begin(), missing.end()), missing.end());
    const auto& verdict = out.verdict;
    if (verdict.decision == Decision::ImplicitDeny)
        out.text = nearestMiss(policies, request);
    else
        out.text =
            fmt::format("{} {} {} on {}", named(*verdict.policy, *verdict.statement),
                        verdict.allowed() ? "allows" : "denies", request.action, resourcesOf(*verdict.statement));
    return out;
}

} // namespace greensward::policy
