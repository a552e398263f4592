// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Things, their types, and who may speak as them.
#include "cloud/errors.h"
#include "cloud/item_json.h"
#include "cloud/services/iot.h"
#include "cloud/services/iot_list.h"

#include <algorithm>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr const char* kPrincipal = "x-amzn-principal";

std::optional<std::int64_t> number(const std::optional<std::string>& text)
{
    return text ? std::optional<std::int64_t>(std::strtoll(text->c_str(), nullptr, 10)) : std::nullopt;
}

json::value asText(const std::string& name)
{
    return json::value(name);
}

} // namespace

json::object IotService::describe(const Thing& thing) const
{
    json::object object{{"thingName", thing.name},
                        {"thingArn", m_parts.things.arn(thing)},
                        {"attributes", attributesToJson(thing.attributes)},
                        {"version", thing.version}};
    if (!thing.type.empty())
        object["thingTypeName"] = thing.type;
    return object;
}

IotService::Answer IotService::createThing(const ApiCall& call)
{
    const std::string& name = call.label("thingName");
    if (auto fits = checkName("thingName", name, NameRule::Thing); !fits)
        return tl::unexpected(fits.error());
    auto attributes = attributesFrom(call.object("attributePayload"));
    if (!attributes)
        return tl::unexpected(attributes.error());
    std::erase_if(*attributes, [](const auto& pair) { return pair.second.empty(); });
    const auto made = m_parts.things.create(name, call.text("thingTypeName").value_or(""), std::move(*attributes));
    if (!made)
        return tl::unexpected(made.error());
    return ApiAnswer{{{"thingName", name}, {"thingArn", m_parts.things.arn(**made)}, {"thingId", (*made)->id}}};
}

IotService::Answer IotService::describeThing(const ApiCall& call)
{
    const auto thing = m_parts.things.thing(call.label("thingName"));
    if (!thing)
        return tl::unexpected(thing.error());
    ApiAnswer answer{describe(**thing)};
    answer.body["defaultClientId"] = (*thing)->name;
    answer.body["thingId"] = (*thing)->id;
    return answer;
}

IotService::Answer IotService::listThings(const ApiCall& call)
{
    const auto attribute = call.parameter("attributeName");
    const auto value = call.parameter("attributeValue");
    const auto type = call.parameter("thingTypeName");
    std::vector<const Thing*> found;
    for (const auto& [name, thing] : m_parts.things.things()) {
        if (type && thing.type != *type)
            continue;
        if (attribute) {
            const auto has = thing.attributes.find(*attribute);
            if (has == thing.attributes.end() || (value && has->second != *value))
                continue;
        }
        found.push_back(&thing);
    }
    return listed(call, kByToken, "things", found, [this](const Thing* thing) { return describe(*thing); });
}

IotService::Answer IotService::updateThing(const ApiCall& call)
{
    Things::Change change;
    change.type = call.text("thingTypeName");
    change.removeType = call.flag("removeThingType").value_or(false);
    change.expectedVersion = call.integer("expectedVersion");
    if (const auto* payload = call.object("attributePayload")) {
        auto attributes = attributesFrom(payload);
        if (!attributes)
            return tl::unexpected(attributes.error());
        change.attributes = std::move(*attributes);
        const auto* merge = payload->if_contains("merge");
        change.merge = merge && merge->is_bool() && merge->get_bool();
    }
    if (const auto done = m_parts.things.update(call.label("thingName"), change); !done)
        return tl::unexpected(done.error());
    return ApiAnswer{};
}

IotService::Answer IotService::deleteThing(const ApiCall& call)
{
    if (const auto done = m_parts.things.remove(call.label("thingName"), number(call.parameter("expectedVersion")));
        !done)
        return tl::unexpected(done.error());
    return ApiAnswer{};
}

// --- principals ------------------------------------------------------------------------------------------------

IotService::Answer IotService::attachThingPrincipal(const ApiCall& call)
{
    auto principal = requiredHeader(call, kPrincipal);
    if (!principal)
        return tl::unexpected(principal.error());
    if (auto known = checkTarget(*principal); !known)
        return tl::unexpected(known.error());
    if (const auto done = m_parts.things.attach(call.label("thingName"), *principal); !done)
        return tl::unexpected(done.error());
    return ApiAnswer{};
}

IotService::Answer IotService::detachThingPrincipal(const ApiCall& call)
{
    const auto principal = requiredHeader(call, kPrincipal);
    if (!principal)
        return tl::unexpected(principal.error());
    if (const auto done = m_parts.things.detach(call.label("thingName"), *principal); !done)
        return tl::unexpected(done.error());
    return ApiAnswer{};
}

IotService::Answer IotService::listThingPrincipals(const ApiCall& call)
{
    const auto thing = m_parts.things.thing(call.label("thingName"));
    if (!thing)
        return tl::unexpected(thing.error());
    const std::vector<std::string> principals((*thing)->principals.begin(), (*thing)->principals.end());
    return listed(call, kByToken, "principals", principals, asText);
}

IotService::Answer IotService::listPrincipalThings(const ApiCall& call)
{
    const auto principal = requiredHeader(call, kPrincipal);
    if (!principal)
        return tl::unexpected(principal.error());
    return listed(call, kByToken, "things", m_parts.things.thingsOf(*principal), asText);
}

// --- types -----------------------------------------------------------------------------------------------------

namespace {

json::object properties(const ThingType& type)
{
    json::object object{{"searchableAttributes", textsToItem(type.searchable)}};
    if (!type.description.empty())
        object["thingTypeDescription"] = type.description;
    return object;
}

json::object metadata(const ThingType& type)
{
    json::object object{{"deprecated", type.deprecated.has_value()}, {"creationDate", epoch(type.created)}};
    if (type.deprecated)
        object["deprecationDate"] = epoch(*type.deprecated);
    return object;
}

} // namespace

IotService::Answer IotService::createThingType(const ApiCall& call)
{
    constexpr std::size_t kMostSearchable = 3;
    const std::string& name = call.label("thingTypeName");
    if (auto fits = checkName("thingTypeName", name, NameRule::Thing); !fits)
        return tl::unexpected(fits.error());
    std::string description;
    std::vector<std::string> searchable;
    if (const auto* given = call.body.if_contains("thingTypeProperties")) {
        const ItemReader read(*given);
        description = read.text("thingTypeDescription");
        searchable = read.texts("searchableAttributes");
    }
    if (searchable.size() > kMostSearchable)
        return invalid("A thing type has three searchable attributes at most");
    const auto made = m_parts.things.createType(name, std::move(description), std::move(searchable));
    if (!made)
        return tl::unexpected(made.error());
    return ApiAnswer{
        {{"thingTypeName", name}, {"thingTypeArn", m_parts.things.arn(**made)}, {"thingTypeId", (*made)->id}}};
}

IotService::Answer IotService::describeThingType(const ApiCall& call)
{
    const auto type = m_parts.things.type(call.label("thingTypeName"));
    if (!type)
        return tl::unexpected(type.error());
    return ApiAnswer{{{"thingTypeName", (*type)->name},
                      {"thingTypeId", (*type)->id},
                      {"thingTypeArn", m_parts.things.arn(**type)},
                      {"thingTypeProperties", properties(**type)},
                      {"thingTypeMetadata", metadata(**type)}}};
}

IotService::Answer IotService::listThingTypes(const ApiCall& call)
{
    std::vector<const ThingType*> found;
    const auto only = call.parameter("thingTypeName");
    for (const auto& [name, type] : m_parts.things.types())
        if (!only || name == *only)
            found.push_back(&type);
    return listed(call, kByToken, "thingTypes", found, [this](const ThingType* type) {
        return json::object{{"thingTypeName", type->name},
                            {"thingTypeArn", m_parts.things.arn(*type)},
                            {"thingTypeProperties", properties(*type)},
                            {"thingTypeMetadata", metadata(*type)}};
    });
}

IotService::Answer IotService::deprecateThingType(const ApiCall& call)
{
    const bool undo = call.flag("undoDeprecate").value_or(false);
    if (const auto done = m_parts.things.deprecateType(call.label("thingTypeName"), undo); !done)
        return tl::unexpected(done.error());
    return ApiAnswer{};
}

IotService::Answer IotService::deleteThingType(const ApiCall& call)
{
    if (const auto done = m_parts.things.removeType(call.label("thingTypeName")); !done)
        return tl::unexpected(done.error());
    return ApiAnswer{};
}

} // namespace greensward::cloud
