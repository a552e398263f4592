// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Users, roles, trust policies and access keys.
#include "aws/amz_date.h"
#include "aws/percent.h"
#include "cloud/iam_documents.h"
#include "cloud/services/iam.h"
#include "cloud/services/iam_list.h"

#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::size_t kLongestName = 64;
constexpr std::size_t kLongestDocument = 131'072;
constexpr std::size_t kLongestDescription = 1000;
constexpr std::int64_t kShortestSession = 3600;
constexpr std::int64_t kLongestSession = 43'200;

} // namespace

json::object IamService::describe(IamKind kind, const IamIdentity& identity) const
{
    const bool user = kind == IamKind::User;
    json::object shown{{"Path", identity.path},
                       {user ? "UserName" : "RoleName", identity.name},
                       {user ? "UserId" : "RoleId", identity.id},
                       {"Arn", m_iam.arn(kind, identity)},
                       {"CreateDate", aws::toIsoSeconds(identity.created)}};
    if (user)
        return shown;
    const auto& role = static_cast<const IamRole&>(identity);
    shown["AssumeRolePolicyDocument"] = aws::percentEncode(role.trust.text);
    if (!role.description.empty())
        shown["Description"] = role.description;
    shown["MaxSessionDuration"] = role.longestSession.count();
    return shown;
}

IamService::Answer IamService::createRole(const IamCall& call)
{
    auto name = call.input.name("RoleName", kLongestName);
    auto path = iamPath(call.input);
    auto trust = call.input.required("AssumeRolePolicyDocument", kLongestDocument);
    if (const auto* fault = firstFault({&name, &path, &trust}))
        return tl::unexpected(*fault);
    const auto longest = call.input.number("MaxSessionDuration", kShortestSession, kLongestSession);
    if (!longest)
        return tl::unexpected(longest.error());
    IamRole role;
    role.name = std::move(*name);
    role.path = std::move(*path);
    role.description = call.input.text("Description").value_or("").substr(0, kLongestDescription);
    role.longestSession = std::chrono::seconds(longest->value_or(kShortestSession));
    const auto made = m_iam.createRole(std::move(role), std::move(*trust));
    if (!made)
        return tl::unexpected(made.error());
    return json::object{{"Role", describe(IamKind::Role, **made)}};
}

IamService::Answer IamService::createUser(const IamCall& call)
{
    auto name = call.input.name("UserName", kLongestName);
    auto path = iamPath(call.input);
    if (const auto* fault = firstFault({&name, &path}))
        return tl::unexpected(*fault);
    IamUser user;
    user.name = std::move(*name);
    user.path = std::move(*path);
    const auto made = m_iam.createUser(std::move(user));
    if (!made)
        return tl::unexpected(made.error());
    return json::object{{"User", describe(IamKind::User, **made)}};
}

IamService::Answer IamService::get(const IamCall& call)
{
    // The account itself is a user of its own kind.
    if (call.kind == IamKind::User && !call.input.text("UserName") && call.caller.kind == aws::Caller::Kind::Root)
        return json::object{{"User",
                             {{"Path", "/"},
                              {"UserName", m_account.id},
                              {"UserId", m_account.id},
                              {"Arn", call.caller.arn},
                              {"CreateDate", aws::toIsoSeconds(WallTime{})}}}};
    const auto name = call.kind == IamKind::User ? userOf(call) : call.input.name("RoleName", kLongestName);
    if (!name)
        return tl::unexpected(name.error());
    const auto found = m_iam.identity(call.kind, *name);
    if (!found)
        return tl::unexpected(found.error());
    return json::object{{call.kind == IamKind::User ? "User" : "Role", describe(call.kind, **found)}};
}

IamService::Answer IamService::list(const IamCall& call)
{
    const std::string prefix = call.input.text("PathPrefix").value_or("/");
    std::vector<const IamIdentity*> found;
    const auto collect = [&](const auto& all) {
        for (const auto& [name, one] : all)
            if (one.path.starts_with(prefix))
                found.push_back(&one);
    };
    if (call.kind == IamKind::User)
        collect(m_iam.users());
    else
        collect(m_iam.roles());
    return iamPage(call, call.operation, call.kind == IamKind::User ? "Users" : "Roles", found,
                   [&](const IamIdentity* one) { return describe(call.kind, *one); });
}

IamService::Answer IamService::remove(const IamCall& call)
{
    const auto name = call.input.name(call.subjectMember(), kLongestName);
    if (!name)
        return tl::unexpected(name.error());
    if (const auto done = m_iam.remove(call.kind, *name); !done)
        return tl::unexpected(done.error());
    return json::object{};
}

IamService::Answer IamService::updateRole(const IamCall& call)
{
    const auto name = call.input.name("RoleName", kLongestName);
    if (!name)
        return tl::unexpected(name.error());
    const auto longest = call.input.number("MaxSessionDuration", kShortestSession, kLongestSession);
    if (!longest)
        return tl::unexpected(longest.error());
    const auto description = call.input.text("Description");
    const std::chrono::seconds seconds(longest->value_or(0));
    if (const auto done = m_iam.update(*name, description ? &*description : nullptr, *longest ? &seconds : nullptr);
        !done)
        return tl::unexpected(done.error());
    return json::object{{"Role", nullptr}}; // unlike the others it has a result, of nothing
}

IamService::Answer IamService::updateTrust(const IamCall& call)
{
    const auto name = call.input.name("RoleName", kLongestName);
    auto document = call.input.required("PolicyDocument", kLongestDocument);
    if (const auto* fault = firstFault({&name, &document}))
        return tl::unexpected(*fault);
    if (const auto done = m_iam.setTrust(*name, std::move(*document)); !done)
        return tl::unexpected(done.error());
    return json::object{};
}

// --- access keys ---------------------------------------------------------------------------------------------------

IamService::Answer IamService::createAccessKey(const IamCall& call)
{
    const auto user = userOf(call);
    if (!user)
        return tl::unexpected(user.error());
    const auto key = m_iam.createKey(*user);
    if (!key)
        return tl::unexpected(key.error());
    return json::object{{"AccessKey",
                         {{"UserName", *user},
                          {"AccessKeyId", key->id},
                          {"Status", "Active"},
                          {"SecretAccessKey", key->secret},
                          {"CreateDate", aws::toIsoSeconds(key->created)}}}};
}

IamService::Answer IamService::listAccessKeys(const IamCall& call)
{
    const auto name = userOf(call);
    if (!name)
        return tl::unexpected(name.error());
    const auto user = m_iam.user(*name);
    if (!user)
        return tl::unexpected(user.error());
    return iamPage(call, "ListAccessKeys " + *name, "AccessKeyMetadata", (*user)->keys, [&](const AccessKey& key) {
        return json::object{{"UserName", *name},
                            {"AccessKeyId", key.id},
                            {"Status", key.active ? "Active" : "Inactive"},
                            {"CreateDate", aws::toIsoSeconds(key.created)}};
    });
}

IamService::Answer IamService::updateAccessKey(const IamCall& call)
{
    const auto user = userOf(call);
    const auto key = call.input.required("AccessKeyId", 128);
    const auto status = call.input.required("Status", 16);
    if (const auto* fault = firstFault({&user, &key, &status}))
        return tl::unexpected(*fault);
    if (*status != "Active" && *status != "Inactive")
        return call.input.invalid(fmt::format("1 validation error detected: Value '{}' at 'status' failed to satisfy "
                                              "constraint: Member must satisfy enum value set: [Active, Inactive]",
                                              *status));
    if (const auto done = m_iam.setKeyActive(*user, *key, *status == "Active"); !done)
        return tl::unexpected(done.error());
    return json::object{};
}

IamService::Answer IamService::deleteAccessKey(const IamCall& call)
{
    const auto user = userOf(call);
    const auto key = call.input.required("AccessKeyId", 128);
    if (const auto* fault = firstFault({&user, &key}))
        return tl::unexpected(*fault);
    if (const auto done = m_iam.removeKey(*user, *key); !done)
        return tl::unexpected(done.error());
    return json::object{};
}

} // namespace greensward::cloud
