// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/things.h"

#include "cloud/errors.h"
#include "cloud/item_json.h"
#include "cloud/uuid.h"

#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::string_view kThings = "things";
constexpr std::string_view kTypes = "thing-types";
constexpr std::size_t kMostAttributesWithType = 50;
constexpr std::size_t kMostAttributes = 3;
constexpr auto kDeprecationPeriod = std::chrono::minutes(5);

Attributes attributesOf(const json::object* object)
{
    Attributes attributes;
    if (object)
        for (const auto& pair : *object)
            if (pair.value().is_string())
                attributes.emplace(pair.key(), pair.value().get_string());
    return attributes;
}

} // namespace

json::object attributesToJson(const Attributes& attributes)
{
    json::object object;
    for (const auto& [key, value] : attributes)
        object[key] = value;
    return object;
}

void mergeAttributes(Attributes& into, const Attributes& changes)
{
    for (const auto& [key, value] : changes) {
        if (value.empty())
            into.erase(key);
        else
            into[key] = value;
    }
}

store::StoreResult<void> Things::load()
{
    auto things = m_parts.store.load(kThings);
    if (!things)
        return tl::unexpected(things.error());
    for (const auto& item : *things) {
        const ItemReader read(item.value);
        m_things[item.key] = {item.key,
                              read.text("id"),
                              read.text("type"),
                              attributesOf(read.object("attributes")),
                              read.number("version", 1),
                              read.textSet("principals")};
    }
    auto types = m_parts.store.load(kTypes);
    if (!types)
        return tl::unexpected(types.error());
    for (const auto& item : *types) {
        const ItemReader read(item.value);
        m_types[item.key] = {item.key,
                             read.text("id"),
                             read.text("description"),
                             read.texts("searchable"),
                             read.time("created"),
                             read.optionalTime("deprecated")};
    }
    return loadGroups();
}

std::string Things::newId()
{
    return uuid(m_parts.random);
}

Thing* Things::find(std::string_view name)
{
    const auto found = m_things.find(name);
    return found == m_things.end() ? nullptr : &found->second;
}

void Things::keep(const Thing& thing)
{
    ++m_generation;
    m_parts.store.put(kThings, thing.name,
                      json::object{{"id", thing.id},
                                   {"type", thing.type},
                                   {"attributes", attributesToJson(thing.attributes)},
                                   {"version", thing.version},
                                   {"principals", textsToItem(thing.principals)}});
}

void Things::keep(const ThingType& type)
{
    json::object item{{"id", type.id},
                      {"description", type.description},
                      {"searchable", textsToItem(type.searchable)},
                      {"created", timeToItem(type.created)}};
    if (type.deprecated)
        item["deprecated"] = timeToItem(*type.deprecated);
    m_parts.store.put(kTypes, type.name, item);
}

// --- things ----------------------------------------------------------------------------------------------------

aws::ApiResult<void> Things::check(std::string_view type, const Attributes& attributes) const
{
    if (!type.empty()) {
        const auto found = m_types.find(type);
        if (found == m_types.end())
            return notFound(fmt::format("Thing type {} does not exist", type));
        if (found->second.deprecated)
            return invalid(fmt::format("Can not use deprecated thing type: {}", type));
    }
    if (const std::size_t most = type.empty() ? kMostAttributes : kMostAttributesWithType; attributes.size() > most)
        return invalid(fmt::format("Maximum {} thing attributes are allowed for a thing {} a thing type", most,
                                   type.empty() ? "without" : "with"));
    return {};
}

aws::ApiResult<const Thing*> Things::create(const std::string& name, const std::string& type, Attributes attributes)
{
    if (const Thing* there = find(name)) {
        if (there->type == type && there->attributes == attributes)
            return there;
        Failure error = alreadyExists(fmt::format("Thing {} already exists in account with different {}", name,
                                                  there->type != type ? "thing type" : "attributes"));
        error.value().members = {{"resourceId", there->id}, {"resourceArn", arn(*there)}};
        return error;
    }
    if (auto fits = check(type, attributes); !fits)
        return tl::unexpected(fits.error());
    const Thing& made = m_things[name] = {name, newId(), type, std::move(attributes)};
    keep(made);
    return &made;
}

aws::ApiResult<void> Things::update(std::string_view name, const Change& change)
{
    Thing* thing = find(name);
    if (!thing)
        return notFound(fmt::format("Thing {} does not exist", name));
    if (change.expectedVersion && *change.expectedVersion != thing->version)
        return versionConflict(thing->version, *change.expectedVersion);
    if (change.removeType && change.type)
        return invalid("Cannot remove a thing type and set one in the same request");
    Thing next = *thing;
    if (change.removeType)
        next.type.clear();
    if (change.type)
        next.type = *change.type;
    if (change.attributes && change.merge)
        mergeAttributes(next.attributes, *change.attributes);
    else if (change.attributes)
        next.attributes = *change.attributes;
    std::erase_if(next.attributes, [](const auto& pair) { return pair.second.empty(); });
    // A type that was deprecated later may stay with things that have it.
    const bool newType = next.type != thing->type;
    if (auto fits =
            check(newType ? std::string_view(next.type) : std::string_view(), newType ? next.attributes : Attributes());
        !fits)
        return fits;
    if (const std::size_t most = next.type.empty() ? kMostAttributes : kMostAttributesWithType;
        next.attributes.size() > most)
        return invalid(fmt::format("Maximum {} thing attributes are allowed for this thing", most));
    ++next.version;
    *thing = std::move(next);
    keep(*thing);
    return {};
}

aws::ApiResult<void> Things::remove(std::string_view name, std::optional<std::int64_t> expectedVersion)
{
    const Thing* thing = find(name);
    if (!thing)
        return {}; // AWS answers success as well
    if (expectedVersion && *expectedVersion != thing->version)
        return versionConflict(thing->version, *expectedVersion);
    if (!thing->principals.empty())
        return invalid(fmt::format("Cannot delete. Thing {} is still attached to one or more principals", name));
    for (auto& [groupName, group] : m_groups)
        if (group.things.erase(std::string(name)) > 0)
            keep(group);
    ++m_generation;
    m_parts.store.drop(kThings, name);
    m_things.erase(m_things.find(name));
    return {};
}

aws::ApiResult<const Thing*> Things::thing(std::string_view name) const
{
    const auto found = m_things.find(name);
    if (found == m_things.end())
        return notFound(fmt::format("Thing {} does not exist", name));
    return &found->second;
}

// --- types -----------------------------------------------------------------------------------------------------

aws::ApiResult<const ThingType*> Things::createType(const std::string& name, std::string description,
                                                    std::vector<std::string> searchable)
{
    if (const auto found = m_types.find(name); found != m_types.end()) {
        const ThingType& there = found->second;
        if (there.description == description && there.searchable == searchable)
            return &there;
        Failure error =
            alreadyExists(fmt::format("ThingType {} already exists in account with different properties", name));
        error.value().members = {{"resourceId", there.id}, {"resourceArn", arn(there)}};
        return error;
    }
    const ThingType& made = m_types[name] = {
        name, newId(), std::move(description), std::move(searchable), m_parts.clock.wall(), std::nullopt};
    keep(made);
    return &made;
}

aws::ApiResult<void> Things::deprecateType(std::string_view name, bool undo)
{
    const auto found = m_types.find(name);
    if (found == m_types.end())
        return notFound(fmt::format("ThingType {} does not exist", name));
    ThingType& type = found->second;
    if (undo)
        type.deprecated.reset();
    else if (!type.deprecated)
        type.deprecated = m_parts.clock.wall();
    keep(type);
    return {};
}

aws::ApiResult<void> Things::removeType(std::string_view name)
{
    const auto found = m_types.find(name);
    if (found == m_types.end())
        return notFound(fmt::format("ThingType {} does not exist", name));
    const ThingType& type = found->second;
    if (!type.deprecated)
        return invalid(fmt::format("Can not delete a thing type that is not deprecated: {}", name));
    if (m_parts.clock.wall() < *type.deprecated + kDeprecationPeriod)
        return invalid(fmt::format("Please wait for 5 minutes after deprecation and then retry: {}", name));
    for (const auto& [thingName, thing] : m_things)
        if (thing.type == name)
            return invalid(
                fmt::format("Cannot delete thing type: {}. There are still things associated with it", name));
    m_parts.store.drop(kTypes, name);
    m_types.erase(found);
    return {};
}

aws::ApiResult<const ThingType*> Things::type(std::string_view name) const
{
    const auto found = m_types.find(name);
    if (found == m_types.end())
        return notFound(fmt::format("ThingType {} does not exist", name));
    return &found->second;
}

// --- principals ------------------------------------------------------------------------------------------------

aws::ApiResult<void> Things::attach(std::string_view thing, const std::string& principal)
{
    Thing* found = find(thing);
    if (!found)
        return notFound(fmt::format("Thing {} does not exist", thing));
    if (found->principals.insert(principal).second)
        keep(*found);
    return {};
}

aws::ApiResult<void> Things::detach(std::string_view thing, std::string_view principal)
{
    Thing* found = find(thing);
    if (!found)
        return notFound(fmt::format("Thing {} does not exist", thing));
    if (const auto at = found->principals.find(principal); at != found->principals.end()) {
        found->principals.erase(at);
        keep(*found);
    }
    return {};
}

std::vector<std::string> Things::thingsOf(std::string_view principal) const
{
    std::vector<std::string> names;
    for (const auto& [name, thing] : m_things)
        if (thing.principals.contains(principal))
            names.push_back(name);
    return names;
}

} // namespace greensward::cloud
