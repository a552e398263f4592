// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/greengrass_roles.h"

#include "cloud/item_json.h"
#include "cloud/role_session.h"
#include "policy/evaluate.h"

#include <fmt/format.h>

namespace greensward::cloud {

namespace {

constexpr std::string_view kCollection = "greengrass-roles";
constexpr std::string_view kServiceRole = "account"; ///< its key; groups have UUIDs
constexpr std::string_view kPrincipal = "greengrass.amazonaws.com";

std::string_view keyOf(std::string_view group)
{
    return group.empty() ? kServiceRole : group;
}

} // namespace

store::StoreResult<void> GreengrassRoles::load()
{
    const auto items = m_parts.store.load(kCollection);
    if (!items)
        return tl::unexpected(items.error());
    for (const StoredItem& item : *items) {
        const ItemReader read(item.value);
        m_roles[item.key] = {.arn = read.text("role"), .associated = read.time("associated")};
    }
    return {};
}

const AssociatedRole* GreengrassRoles::find(std::string_view group) const
{
    const auto found = m_roles.find(keyOf(group));
    return found == m_roles.end() ? nullptr : &found->second;
}

const AssociatedRole& GreengrassRoles::associate(const std::string& group, std::string roleArn)
{
    AssociatedRole& role = m_roles[std::string(keyOf(group))];
    role = {.arn = std::move(roleArn), .associated = m_parts.clock.wall()};
    m_parts.store.put(kCollection, keyOf(group),
                      boost::json::object{{"role", role.arn}, {"associated", timeToItem(role.associated)}});
    return role;
}

void GreengrassRoles::dissociate(std::string_view group)
{
    const auto found = m_roles.find(keyOf(group));
    if (found == m_roles.end())
        return;
    m_parts.store.drop(kCollection, found->first);
    m_roles.erase(found);
}

tl::expected<const IamRole*, std::string> GreengrassRoles::assumable(const AssociatedRole& associated) const
{
    const IamRole* role = m_parts.iam.roleOf(associated.arn);
    if (!role)
        return tl::unexpected(fmt::format("there is no role {}", associated.arn));
    const policy::Context context;
    const policy::AccessRequest request{"sts:AssumeRole", associated.arn, context, "Service", kPrincipal};
    const Trust trust = trustOf(*role, request);
    if (trust != Trust::Direct)
        return tl::unexpected(fmt::format("the role {} does not trust {}", role->name, kPrincipal));
    return role;
}

bool GreengrassRoles::allows(const IamRole& role, std::string_view action, std::string_view resource) const
{
    const auto policies = m_parts.iam.policiesOf(role);
    std::vector<const policy::Policy*> set;
    for (const auto& one : policies)
        set.push_back(one.get());
    const policy::Context context;
    return policy::evaluate(set, {action, resource, context}).allowed();
}

} // namespace greensward::cloud
