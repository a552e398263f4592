// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/evaluate.h"

#include "aws/arn.h"

#include <algorithm>

namespace greensward::policy {

bool Statement::speaksOfAction(const AccessRequest& request) const
{
    return std::ranges::any_of(actions, [&](const auto& p) { return p.matches(request.action, request.context); }) !=
           notAction;
}

bool Statement::speaksOfResource(const AccessRequest& request) const
{
    if (resources.empty()) // trust policies speak of the role they hang on
        return true;
    if (notResource) { // an undefined variable must not turn "not this" into "everything"
        std::vector<std::string> missing;
        for (const auto& pattern : resources)
            pattern.addMissing(request.context, missing);
        if (!missing.empty())
            return false;
    }
    return std::ranges::any_of(
               resources, [&](const auto& p) { return p.matches(request.resource, request.context); }) != notResource;
}

bool Statement::speaksOfPrincipal(const AccessRequest& request) const
{
    if (principals.empty())
        return true;
    const auto fits = [&](const Principal& p) {
        if (p.type == "*" || (p.type == "AWS" && p.name.text() == "*"))
            return true;
        if (p.type != request.principalType)
            return false;
        if (p.name.matches(request.principal, request.context) ||
            (!request.principalToo.empty() && p.name.matches(request.principalToo, request.context)))
            return true;
        // An account, written as its number or its root, means everybody in it.
        const auto who = aws::Arn::parse(request.principal);
        const auto whole = aws::Arn::parse(p.name.text());
        return p.type == "AWS" && who && !who->account.empty() &&
               (p.name.text() == who->account ||
                (whole && whole->account == who->account && whole->resource == "root"));
    };
    return std::ranges::any_of(principals, fits) != notPrincipal;
}

bool Statement::conditionsHold(const AccessRequest& request) const
{
    return std::ranges::all_of(conditions, [&](const auto& c) { return c.holds(request.context); });
}

Verdict evaluate(PolicySet policies, const AccessRequest& request)
{
    Verdict verdict;
    for (const Policy* policy : policies)
        for (const auto& statement : policy->statements) {
            if ((statement.allows && verdict.allowed()) || !statement.applies(request))
                continue;
            if (!statement.allows)
                return {Decision::ExplicitDeny, policy, &statement};
            verdict = {Decision::Allowed, policy, &statement};
        }
    return verdict;
}

boost::json::object smallestAllowing(const AccessRequest& request)
{
    std::string resource; // what would be read as a wildcard or a variable stands for itself
    for (std::size_t i = 0; i < request.resource.size(); ++i) {
        const char c = request.resource[i];
        const bool special = c == '*' || c == '?' || request.resource.substr(i).starts_with("${");
        resource += special ? std::string{"${"} + c + '}' : std::string{c};
    }
    return {{"Effect", "Allow"}, {"Action", request.action}, {"Resource", resource}};
}

} // namespace greensward::policy
