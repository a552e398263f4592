// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/api_error.h"
#include "base/clock.h"
#include "cloud/account.h"
#include "cloud/item_store.h"

#include <chrono>
#include <map>
#include <string>
#include <string_view>

namespace greensward::cloud {

/// Under which name a device asks for keys of a role.
struct RoleAlias
{
    std::string name;
    std::string roleArn;
    std::chrono::seconds lasts{3600}; ///< of the keys; not above the role's own longest session
    WallTime created{};
    WallTime modified{};
};

/// The role aliases of the credentials provider (greengrass-and-gateway.md 19). Kept in the workspace. Engine thread.
class RoleAliases
{
public:
    static constexpr std::size_t kMost = 100;
    using ByName = std::map<std::string, RoleAlias, std::less<>>;

    struct Parts
    {
        const Account& account;
        const Clock& clock;
        ItemStore& store;
    };
    explicit RoleAliases(Parts parts) : m_parts(parts) {}
    store::StoreResult<void> load();

    aws::ApiResult<const RoleAlias*> create(RoleAlias alias);
    aws::ApiResult<const RoleAlias*> alias(std::string_view name) const;
    /// Null: left as it is.
    aws::ApiResult<void> update(std::string_view name, const std::string* roleArn, const std::chrono::seconds* lasts);
    aws::ApiResult<void> remove(std::string_view name);
    const ByName& all() const { return m_aliases; }
    std::string arn(std::string_view name) const { return m_parts.account.iotArn("rolealias", name); }

private:
    void keep(const RoleAlias& alias);

    Parts m_parts;
    ByName m_aliases;
};

} // namespace greensward::cloud
