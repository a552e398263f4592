// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/api_error.h"
#include "base/clock.h"
#include "base/random.h"
#include "cloud/account.h"
#include "cloud/item_store.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::cloud {

using Attributes = std::map<std::string, std::string, std::less<>>;

/// A device as the registry knows it: a name and what is said about it.
struct Thing
{
    std::string name;
    std::string id;   ///< a UUID, never used twice
    std::string type; ///< empty without
    Attributes attributes;
    std::int64_t version = 1; ///< goes up by one with every change of type or attributes
    std::set<std::string, std::less<>>
        principals{}; ///< ARNs of certificates and identities that may speak as this thing
};

struct ThingType
{
    std::string name;
    std::string id;
    std::string description;
    std::vector<std::string> searchable; ///< at most three attributes
    WallTime created{};
    std::optional<WallTime> deprecated;
};

struct ThingGroup
{
    std::string name;
    std::string id;
    std::string parent; ///< empty: at the root
    std::string description;
    Attributes attributes;
    std::int64_t version = 1;
    WallTime created{};
    std::set<std::string, std::less<>> things;
};

/// The registry: things, their types and groups, and which principals are attached to which things
/// (wire-protocols.md 5.3). Names are checked by whoever takes them from a request. Engine thread.
class Things
{
public:
    struct Parts
    {
        const Account& account;
        const Clock& clock;
        ItemStore& store;
        Random random; ///< for ids
    };
    explicit Things(Parts parts) : m_parts(std::move(parts)) {}
    /// What an earlier run kept.
    store::StoreResult<void> load();

    // --- things --------------------------------------------------------------------------------------------------
    /// The same name with the same type and attributes is the thing that is there already.
    aws::ApiResult<const Thing*> create(const std::string& name, const std::string& type, Attributes attributes);
    struct Change
    {
        std::optional<std::string> type{};
        bool removeType = false;
        std::optional<Attributes> attributes{};
        bool merge = false; ///< attributes are added to those there are; an empty value takes one away
        std::optional<std::int64_t> expectedVersion{};
    };
    aws::ApiResult<void> update(std::string_view name, const Change& change);
    aws::ApiResult<void> remove(std::string_view name, std::optional<std::int64_t> expectedVersion);
    aws::ApiResult<const Thing*> thing(std::string_view name) const;
    const std::map<std::string, Thing, std::less<>>& things() const { return m_things; }
    std::string arn(const Thing& thing) const { return m_parts.account.iotArn("thing", thing.name); }

    // --- types ---------------------------------------------------------------------------------------------------
    aws::ApiResult<const ThingType*> createType(const std::string& name, std::string description,
                                                std::vector<std::string> searchable);
    aws::ApiResult<void> deprecateType(std::string_view name, bool undo);
    /// Only five minutes after it was deprecated.
    aws::ApiResult<void> removeType(std::string_view name);
    aws::ApiResult<const ThingType*> type(std::string_view name) const;
    const std::map<std::string, ThingType, std::less<>>& types() const { return m_types; }
    std::string arn(const ThingType& type) const { return m_parts.account.iotArn("thingtype", type.name); }

    // --- groups --------------------------------------------------------------------------------------------------
    aws::ApiResult<const ThingGroup*> createGroup(const std::string& name, const std::string& parent,
                                                  std::string description, Attributes attributes);
    /// Answers with the new version.
    aws::ApiResult<std::int64_t> updateGroup(std::string_view name, std::optional<std::string> description,
                                             std::optional<Attributes> attributes, bool merge,
                                             std::optional<std::int64_t> expectedVersion);
    /// What is not there is gone already; refused while it has groups of its own.
    aws::ApiResult<void> removeGroup(std::string_view name, std::optional<std::int64_t> expectedVersion);
    aws::ApiResult<void> join(std::string_view group, std::string_view thing);
    aws::ApiResult<void> leave(std::string_view group, std::string_view thing);
    aws::ApiResult<const ThingGroup*> group(std::string_view name) const;
    const std::map<std::string, ThingGroup, std::less<>>& groups() const { return m_groups; }
    std::string arn(const ThingGroup& group) const { return m_parts.account.iotArn("thinggroup", group.name); }
    /// The group's ancestors, root first.
    std::vector<const ThingGroup*> ancestors(const ThingGroup& group) const;
    /// Names of the groups a thing is in, directly.
    std::vector<std::string> groupsOf(std::string_view thing) const;

    // --- principals ----------------------------------------------------------------------------------------------
    aws::ApiResult<void> attach(std::string_view thing, const std::string& principal);
    aws::ApiResult<void> detach(std::string_view thing, std::string_view principal);
    /// Names.
    std::vector<std::string> thingsOf(std::string_view principal) const;
    /// Goes up with every change: what was concluded from the registry before is out of date.
    std::uint64_t generation() const { return m_generation; }

private:
    store::StoreResult<void> loadGroups();
    std::string newId();
    Thing* find(std::string_view name);
    void keep(const Thing& thing);
    void keep(const ThingType& type);
    void keep(const ThingGroup& group);
    aws::ApiResult<void> check(std::string_view type, const Attributes& attributes) const;

    Parts m_parts;
    std::uint64_t m_generation = 0;
    std::map<std::string, Thing, std::less<>> m_things;
    std::map<std::string, ThingType, std::less<>> m_types;
    std::map<std::string, ThingGroup, std::less<>> m_groups;
};

boost::json::object attributesToJson(const Attributes& attributes);
/// Adds the changes; an empty value takes an attribute away.
void mergeAttributes(Attributes& into, const Attributes& changes);

} // namespace greensward::cloud
