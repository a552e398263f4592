// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/role_aliases.h"

#include "cloud/errors.h"
#include "cloud/item_json.h"

#include <fmt/format.h>

namespace greensward::cloud {

namespace {

constexpr std::string_view kAliases = "role-aliases";

} // namespace

store::StoreResult<void> RoleAliases::load()
{
    auto items = m_parts.store.load(kAliases);
    if (!items)
        return tl::unexpected(items.error());
    for (const StoredItem& item : *items) {
        const ItemReader read(item.value);
        m_aliases[item.key] = {.name = item.key,
                               .roleArn = read.text("role"),
                               .lasts = std::chrono::seconds(read.number("seconds", 3600)),
                               .created = read.time("created"),
                               .modified = read.time("modified")};
    }
    return {};
}

void RoleAliases::keep(const RoleAlias& alias)
{
    m_parts.store.put(kAliases, alias.name,
                      boost::json::object{{"role", alias.roleArn},
                                          {"seconds", alias.lasts.count()},
                                          {"created", timeToItem(alias.created)},
                                          {"modified", timeToItem(alias.modified)}});
}

aws::ApiResult<const RoleAlias*> RoleAliases::create(RoleAlias alias)
{
    if (m_aliases.contains(alias.name))
        return alreadyExists(fmt::format("RoleAlias {} already exists", alias.name));
    if (m_aliases.size() >= kMost)
        return limitExceeded(fmt::format("The maximum number of role aliases ({}) was reached", kMost));
    alias.created = alias.modified = m_parts.clock.wall();
    RoleAlias& made = m_aliases[alias.name] = std::move(alias);
    keep(made);
    return &made;
}

aws::ApiResult<const RoleAlias*> RoleAliases::alias(std::string_view name) const
{
    const auto found = m_aliases.find(name);
    if (found == m_aliases.end())
        return notFound(fmt::format("RoleAlias {} does not exist", name));
    return &found->second;
}

aws::ApiResult<void> RoleAliases::update(std::string_view name, const std::string* roleArn,
                                         const std::chrono::seconds* lasts)
{
    const auto found = m_aliases.find(name);
    if (found == m_aliases.end())
        return notFound(fmt::format("RoleAlias {} does not exist", name));
    if (roleArn)
        found->second.roleArn = *roleArn;
    if (lasts)
        found->second.lasts = *lasts;
    found->second.modified = m_parts.clock.wall();
    keep(found->second);
    return {};
}

aws::ApiResult<void> RoleAliases::remove(std::string_view name)
{
    const auto found = m_aliases.find(name);
    if (found == m_aliases.end())
        return notFound(fmt::format("RoleAlias {} does not exist", name));
    m_parts.store.drop(kAliases, name);
    m_aliases.erase(found);
    return {};
}

} // namespace greensward::cloud
