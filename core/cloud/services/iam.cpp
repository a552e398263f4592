// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/services/iam.h"

#include "cloud/services/iam_list.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

std::span<const IamService::Operation> IamService::operations()
{
    using S = IamService;
    using enum IamKind;
    static constexpr std::array kOperations{
        Operation{"CreateRole", &S::createRole},
        Operation{"GetRole", &S::get},
        Operation{"ListRoles", &S::list},
        Operation{"DeleteRole", &S::remove},
        Operation{"UpdateRole", &S::updateRole},
        Operation{"UpdateAssumeRolePolicy", &S::updateTrust},
        Operation{"PutRolePolicy", &S::putInline},
        Operation{"GetRolePolicy", &S::getInline},
        Operation{"ListRolePolicies", &S::listInline},
        Operation{"DeleteRolePolicy", &S::deleteInline},
        Operation{"AttachRolePolicy", &S::attach},
        Operation{"DetachRolePolicy", &S::detach},
        Operation{"ListAttachedRolePolicies", &S::listAttached},
        Operation{"CreateUser", &S::createUser, User},
        Operation{"GetUser", &S::get, User},
        Operation{"ListUsers", &S::list, User},
        Operation{"DeleteUser", &S::remove, User},
        Operation{"PutUserPolicy", &S::putInline, User},
        Operation{"GetUserPolicy", &S::getInline, User},
        Operation{"ListUserPolicies", &S::listInline, User},
        Operation{"DeleteUserPolicy", &S::deleteInline, User},
        Operation{"AttachUserPolicy", &S::attach, User},
        Operation{"DetachUserPolicy", &S::detach, User},
        Operation{"ListAttachedUserPolicies", &S::listAttached, User},
        Operation{"CreateAccessKey", &S::createAccessKey, User},
        Operation{"ListAccessKeys", &S::listAccessKeys, User},
        Operation{"UpdateAccessKey", &S::updateAccessKey, User},
        Operation{"DeleteAccessKey", &S::deleteAccessKey, User},
        Operation{"CreatePolicy", &S::createPolicy},
        Operation{"GetPolicy", &S::getPolicy},
        Operation{"ListPolicies", &S::listPolicies},
        Operation{"DeletePolicy", &S::deletePolicy},
        Operation{"CreatePolicyVersion", &S::createPolicyVersion},
        Operation{"GetPolicyVersion", &S::getPolicyVersion},
        Operation{"ListPolicyVersions", &S::listPolicyVersions},
        Operation{"SetDefaultPolicyVersion", &S::setDefaultPolicyVersion},
        Operation{"DeletePolicyVersion", &S::deletePolicyVersion},
        Operation{"ListEntitiesForPolicy", &S::listEntitiesForPolicy},
        Operation{"SimulatePrincipalPolicy", &S::simulate},
        Operation{"SimulateCustomPolicy", &S::simulate},
    };
    return kOperations;
}

std::optional<aws::ApiResult<json::object>> IamService::handle(std::string_view operation, const json::object& input,
                                                               const aws::Caller& caller)
{
    const auto all = operations();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Operation& one) { return one.name == operation; });
    if (found == all.end())
        return std::nullopt;
    return (this->*found->handler)({operation, found->kind, ServiceInput(input, "ValidationError"), caller});
}

std::vector<AccessNeed> IamService::needs(std::string_view operation, const json::object& input,
                                          const aws::Caller& caller) const
{
    const ServiceInput members(input, "ValidationError");
    const std::string action = fmt::format("iam:{}", operation);
    const auto named = [&](IamKind kind, const std::string& name) {
        if (const auto known = m_iam.identity(kind, name))
            return m_iam.arn(kind, **known);
        IamIdentity coming{.name = name, .id = {}, .path = members.text("Path").value_or("/")};
        return m_iam.arn(kind, coming);
    };
    if (const auto role = members.text("RoleName"))
        return {{action, named(IamKind::Role, *role)}};
    if (const auto user = members.text("UserName"))
        return {{action, named(IamKind::User, *user)}};
    if (const auto source = members.text("PolicySourceArn"))
        return {{action, *source}};
    if (const auto arn = members.text("PolicyArn"))
        return {{action, *arn}};
    if (operation == "CreatePolicy")
        return {{action, fmt::format("arn:aws:iam::{}:policy{}{}", m_account.id, members.text("Path").value_or("/"),
                                     members.text("PolicyName").value_or(""))}};
    const auto all = operations();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Operation& one) { return one.name == operation; });
    if (found != all.end() && found->kind == IamKind::User && operation != "ListUsers")
        return {{action, caller.arn}}; // one's own
    if (operation == "ListPolicies")
        return {{action, "policy path " + members.text("PathPrefix").value_or("/")}};
    if (operation == "ListUsers" || operation == "ListRoles")
        return {{action, fmt::format("arn:aws:iam::{}:{}{}", m_account.id, operation == "ListUsers" ? "user" : "role",
                                     members.text("PathPrefix").value_or("/"))}};
    return {{action, "*"}};
}

/// Whose keys, or which user: named, or the caller's own.
aws::ApiResult<std::string> IamService::userOf(const IamCall& call) const
{
    if (call.input.text("UserName"))
        return call.input.name("UserName", 128);
    if (call.caller.kind != aws::Caller::Kind::User)
        return call.input.invalid("Must specify userName when calling with non-User credentials");
    return call.caller.arn.substr(call.caller.arn.rfind('/') + 1);
}

aws::ApiResult<std::string> iamPath(const ServiceInput& input)
{
    const std::string path = input.text("Path").value_or("/");
    const bool printable = std::all_of(path.begin(), path.end(), [](char c) { return c >= '!' && c <= '~'; });
    if (path.empty() || path.size() > 512 || path.front() != '/' || path.back() != '/' || !printable)
        return input.invalid("The specified value for path is invalid. It must begin and end with / and contain only "
                             "alphanumeric characters and/or / characters.");
    return path;
}

} // namespace greensward::cloud
