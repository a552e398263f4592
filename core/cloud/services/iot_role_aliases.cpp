// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Role aliases: by which name devices ask for keys of a role.
#include "cloud/errors.h"
#include "cloud/services/iot.h"
#include "cloud/services/iot_list.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::int64_t kShortest = 900;
constexpr std::int64_t kLongest = 43'200;

/// Nothing when the call does not say.
aws::ApiResult<std::optional<std::chrono::seconds>> durationOf(const ApiCall& call)
{
    const auto given = call.integer("credentialDurationSeconds");
    if (!given)
        return std::nullopt;
    if (*given < kShortest || *given > kLongest)
        return invalid(fmt::format("1 validation error detected: Value '{}' at 'credentialDurationSeconds' failed to "
                                   "satisfy constraint: Member must have value {} than or equal to {}",
                                   *given, *given < kShortest ? "greater" : "less",
                                   *given < kShortest ? kShortest : kLongest));
    return std::chrono::seconds(*given);
}

} // namespace

IotService::Answer IotService::createRoleAlias(const ApiCall& call)
{
    const std::string& name = call.label("roleAlias");
    if (auto fits = checkName("roleAlias", name, NameRule::Policy); !fits)
        return tl::unexpected(fits.error());
    auto role = required(call, "roleArn");
    if (!role)
        return tl::unexpected(role.error());
    const auto lasts = durationOf(call);
    if (!lasts)
        return tl::unexpected(lasts.error());
    const auto made = m_parts.roleAliases.create(
        {.name = name, .roleArn = std::move(*role), .lasts = lasts->value_or(std::chrono::seconds(3600))});
    if (!made)
        return tl::unexpected(made.error());
    return ApiAnswer{{{"roleAlias", name}, {"roleAliasArn", m_parts.roleAliases.arn(name)}}};
}

IotService::Answer IotService::describeRoleAlias(const ApiCall& call)
{
    const auto alias = m_parts.roleAliases.alias(call.label("roleAlias"));
    if (!alias)
        return tl::unexpected(alias.error());
    return ApiAnswer{{{"roleAliasDescription",
                       {{"roleAlias", (*alias)->name},
                        {"roleAliasArn", m_parts.roleAliases.arn((*alias)->name)},
                        {"roleArn", (*alias)->roleArn},
                        {"owner", m_parts.account.id},
                        {"credentialDurationSeconds", (*alias)->lasts.count()},
                        {"creationDate", epoch((*alias)->created)},
                        {"lastModifiedDate", epoch((*alias)->modified)}}}}};
}

IotService::Answer IotService::listRoleAliases(const ApiCall& call)
{
    std::vector<std::string> names;
    for (const auto& [name, alias] : m_parts.roleAliases.all())
        names.push_back(name);
    if (!call.parameterFlag("isAscendingOrder").value_or(true))
        std::reverse(names.begin(), names.end());
    return listed(call, kByMarker, "roleAliases", names, [](const std::string& name) { return json::value(name); });
}

IotService::Answer IotService::updateRoleAlias(const ApiCall& call)
{
    const std::string& name = call.label("roleAlias");
    const auto lasts = durationOf(call);
    if (!lasts)
        return tl::unexpected(lasts.error());
    const auto role = call.text("roleArn");
    if (const auto done = m_parts.roleAliases.update(name, role ? &*role : nullptr, *lasts ? &**lasts : nullptr); !done)
        return tl::unexpected(done.error());
    return ApiAnswer{{{"roleAlias", name}, {"roleAliasArn", m_parts.roleAliases.arn(name)}}};
}

IotService::Answer IotService::deleteRoleAlias(const ApiCall& call)
{
    if (const auto done = m_parts.roleAliases.remove(call.label("roleAlias")); !done)
        return tl::unexpected(done.error());
    return ApiAnswer{};
}

} // namespace greensward::cloud
