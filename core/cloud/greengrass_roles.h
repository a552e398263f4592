// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "cloud/iam.h"
#include "cloud/item_store.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace greensward::cloud {

struct AssociatedRole
{
    std::string arn;
    WallTime associated{};
};

/// The service role of the account and the roles of groups (greengrass-and-gateway.md 3.7). That a role exists is
/// looked at when it is needed. Kept in the workspace. Engine thread.
class GreengrassRoles
{
public:
    struct Parts
    {
        const Clock& clock;
        ItemStore& store;
        const Iam& iam;
    };
    explicit GreengrassRoles(Parts parts) : m_parts(parts) {}
    store::StoreResult<void> load();

    /// group: empty for the service role.
    const AssociatedRole* find(std::string_view group) const;
    const AssociatedRole& associate(const std::string& group, std::string roleArn);
    void dissociate(std::string_view group);

    /// The role, if Greengrass may assume it; a sentence why not otherwise.
    tl::expected<const IamRole*, std::string> assumable(const AssociatedRole& role) const;
    bool exists(const AssociatedRole& role) const { return m_parts.iam.roleOf(role.arn) != nullptr; }
    /// Whether the role's own policies allow it.
    bool allows(const IamRole& role, std::string_view action, std::string_view resource) const;

private:
    Parts m_parts;
    std::map<std::string, AssociatedRole, std::less<>> m_roles;
};

} // namespace greensward::cloud
