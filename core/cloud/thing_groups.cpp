// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/errors.h"
#include "cloud/item_json.h"
#include "cloud/things.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::string_view kGroups = "thing-groups";
/// Levels of groups below each other.
constexpr std::size_t kDeepest = 7;

tl::unexpected<aws::ApiError> noSuchGroup(std::string_view name)
{
    return notFound(fmt::format("Thing group {} does not exist", name));
}

} // namespace

store::StoreResult<void> Things::loadGroups()
{
    auto groups = m_parts.store.load(kGroups);
    if (!groups)
        return tl::unexpected(groups.error());
    for (const auto& item : *groups) {
        const ItemReader read(item.value);
        ThingGroup& group = m_groups[item.key];
        group = {item.key, read.text("id"),           read.text("parent"),  read.text("description"),
                 {},       read.number("version", 1), read.time("created"), read.textSet("things")};
        if (const auto* attributes = read.object("attributes"))
            for (const auto& pair : *attributes)
                if (pair.value().is_string())
                    group.attributes.emplace(pair.key(), pair.value().get_string());
    }
    return {};
}

void Things::keep(const ThingGroup& group)
{
    ++m_generation;
    m_parts.store.put(kGroups, group.name,
                      json::object{{"id", group.id},
                                   {"parent", group.parent},
                                   {"description", group.description},
                                   {"attributes", attributesToJson(group.attributes)},
                                   {"version", group.version},
                                   {"created", timeToItem(group.created)},
                                   {"things", textsToItem(group.things)}});
}

aws::ApiResult<const ThingGroup*> Things::createGroup(const std::string& name, const std::string& parent,
                                                      std::string description, Attributes attributes)
{
    if (const auto found = m_groups.find(name); found != m_groups.end()) {
        const ThingGroup& there = found->second;
        if (there.parent == parent && there.description == description && there.attributes == attributes)
            return &there;
        Failure error = alreadyExists(
            fmt::format("Thing Group {} already exists in current account with different properties", name));
        error.value().members = {{"resourceId", there.id}, {"resourceArn", arn(there)}};
        return error;
    }
    if (!parent.empty()) {
        const auto above = group(parent);
        if (!above)
            return tl::unexpected(above.error());
        if (ancestors(**above).size() + 2 > kDeepest)
            return invalid(fmt::format("Thing groups can be nested {} levels deep at most", kDeepest));
    }
    const ThingGroup& made = m_groups[name] = {
        name, newId(), parent, std::move(description), std::move(attributes), 1, m_parts.clock.wall(), {}};
    keep(made);
    return &made;
}

aws::ApiResult<std::int64_t> Things::updateGroup(std::string_view name, std::optional<std::string> description,
                                                 std::optional<Attributes> attributes, bool merge,
                                                 std::optional<std::int64_t> expectedVersion)
{
    const auto found = m_groups.find(name);
    if (found == m_groups.end())
        return noSuchGroup(name);
    ThingGroup& group = found->second;
    if (expectedVersion && *expectedVersion != group.version)
        return versionConflict(group.version, *expectedVersion);
    if (description)
        group.description = std::move(*description);
    if (attributes && merge)
        mergeAttributes(group.attributes, *attributes);
    else if (attributes)
        group.attributes = std::move(*attributes);
    ++group.version;
    keep(group);
    return group.version;
}

aws::ApiResult<void> Things::removeGroup(std::string_view name, std::optional<std::int64_t> expectedVersion)
{
    const auto found = m_groups.find(name);
    if (found == m_groups.end())
        return {};
    if (expectedVersion && *expectedVersion != found->second.version)
        return versionConflict(found->second.version, *expectedVersion);
    const bool hasChildren =
        std::any_of(m_groups.begin(), m_groups.end(), [&](const auto& pair) { return pair.second.parent == name; });
    if (hasChildren)
        return invalid(
            fmt::format("Cannot delete thing group : {} when there are still child groups attached to it", name));
    ++m_generation;
    m_parts.store.drop(kGroups, name);
    m_groups.erase(found);
    return {};
}

aws::ApiResult<void> Things::join(std::string_view group, std::string_view thing)
{
    const auto found = m_groups.find(group);
    if (found == m_groups.end())
        return noSuchGroup(group);
    if (!find(thing))
        return notFound(fmt::format("Thing {} does not exist", thing));
    if (found->second.things.emplace(thing).second)
        keep(found->second);
    return {};
}

aws::ApiResult<void> Things::leave(std::string_view group, std::string_view thing)
{
    const auto found = m_groups.find(group);
    if (found == m_groups.end())
        return noSuchGroup(group);
    if (!find(thing))
        return notFound(fmt::format("Thing {} does not exist", thing));
    if (found->second.things.erase(std::string(thing)) > 0)
        keep(found->second);
    return {};
}

aws::ApiResult<const ThingGroup*> Things::group(std::string_view name) const
{
    const auto found = m_groups.find(name);
    if (found == m_groups.end())
        return noSuchGroup(name);
    return &found->second;
}

std::vector<const ThingGroup*> Things::ancestors(const ThingGroup& group) const
{
    std::vector<const ThingGroup*> above;
    for (auto at = m_groups.find(group.parent); at != m_groups.end() && above.size() < kDeepest;
         at = m_groups.find(at->second.parent))
        above.push_back(&at->second);
    std::reverse(above.begin(), above.end());
    return above;
}

std::vector<std::string> Things::groupsOf(std::string_view thing) const
{
    std::vector<std::string> names;
    for (const auto& [name, group] : m_groups)
        if (group.things.contains(thing))
            names.push_back(name);
    return names;
}

} // namespace greensward::cloud
