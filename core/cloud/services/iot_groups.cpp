// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Thing groups.
#include "cloud/errors.h"
#include "cloud/item_json.h"
#include "cloud/services/iot.h"
#include "cloud/services/iot_list.h"

namespace greensward::cloud {

namespace json = boost::json;

namespace {

struct Properties
{
    std::optional<std::string> description;
    std::optional<Attributes> attributes;
    bool merge = false;
};

aws::ApiResult<Properties> propertiesOf(const ApiCall& call)
{
    Properties properties;
    const auto* given = call.object("thingGroupProperties");
    if (!given)
        return properties;
    if (const auto* text = given->if_contains("thingGroupDescription"); text && text->is_string())
        properties.description = std::string(text->get_string());
    const auto* payload = given->if_contains("attributePayload");
    if (!payload || !payload->is_object())
        return properties;
    auto attributes = attributesFrom(&payload->get_object());
    if (!attributes)
        return tl::unexpected(attributes.error());
    properties.attributes = std::move(*attributes);
    const auto* merge = payload->get_object().if_contains("merge");
    properties.merge = merge && merge->is_bool() && merge->get_bool();
    return properties;
}

json::object nameAndArn(const Things& things, const ThingGroup& group)
{
    return {{"groupName", group.name}, {"groupArn", things.arn(group)}};
}

/// The name in "thingGroupName" or at the end of "thingGroupArn".
std::string namedBy(const ApiCall& call, std::string_view nameMember, std::string_view arnMember)
{
    if (auto name = call.text(nameMember))
        return *name;
    const std::string arn = call.text(arnMember).value_or("");
    return arn.substr(arn.rfind('/') + 1);
}

} // namespace

IotService::Answer IotService::createThingGroup(const ApiCall& call)
{
    const std::string& name = call.label("thingGroupName");
    if (auto fits = checkName("thingGroupName", name, NameRule::Thing); !fits)
        return tl::unexpected(fits.error());
    auto properties = propertiesOf(call);
    if (!properties)
        return tl::unexpected(properties.error());
    const auto made =
        m_parts.things.createGroup(name, call.text("parentGroupName").value_or(""),
                                   properties->description.value_or(""), properties->attributes.value_or(Attributes()));
    if (!made)
        return tl::unexpected(made.error());
    return ApiAnswer{
        {{"thingGroupName", name}, {"thingGroupArn", m_parts.things.arn(**made)}, {"thingGroupId", (*made)->id}}};
}

IotService::Answer IotService::describeThingGroup(const ApiCall& call)
{
    const auto group = m_parts.things.group(call.label("thingGroupName"));
    if (!group)
        return tl::unexpected(group.error());
    json::array ancestors;
    for (const ThingGroup* above : m_parts.things.ancestors(**group))
        ancestors.push_back(nameAndArn(m_parts.things, *above));
    json::object metadata{{"creationDate", epoch((*group)->created)},
                          {"rootToParentThingGroups", std::move(ancestors)}};
    if (!(*group)->parent.empty())
        metadata["parentGroupName"] = (*group)->parent;
    json::object properties{{"attributePayload", {{"attributes", attributesToJson((*group)->attributes)}}}};
    if (!(*group)->description.empty())
        properties["thingGroupDescription"] = (*group)->description;
    return ApiAnswer{{{"thingGroupName", (*group)->name},
                      {"thingGroupId", (*group)->id},
                      {"thingGroupArn", m_parts.things.arn(**group)},
                      {"version", (*group)->version},
                      {"thingGroupProperties", std::move(properties)},
                      {"thingGroupMetadata", std::move(metadata)}}};
}

IotService::Answer IotService::updateThingGroup(const ApiCall& call)
{
    auto properties = propertiesOf(call);
    if (!properties)
        return tl::unexpected(properties.error());
    const auto version = m_parts.things.updateGroup(call.label("thingGroupName"), std::move(properties->description),
                                                    std::move(properties->attributes), properties->merge,
                                                    call.integer("expectedVersion"));
    if (!version)
        return tl::unexpected(version.error());
    return ApiAnswer{{{"version", *version}}};
}

IotService::Answer IotService::deleteThingGroup(const ApiCall& call)
{
    const auto group = m_parts.things.group(call.label("thingGroupName"));
    const std::string arn = group ? m_parts.things.arn(**group) : std::string();
    std::optional<std::int64_t> expected;
    if (const auto text = call.parameter("expectedVersion"))
        expected = std::strtoll(text->c_str(), nullptr, 10);
    if (const auto done = m_parts.things.removeGroup(call.label("thingGroupName"), expected); !done)
        return tl::unexpected(done.error());
    for (const IotPolicy* policy : m_parts.policies.attachedTo(arn))
        if (const auto gone = m_parts.policies.detach(std::string(policy->name), arn); !gone)
            return tl::unexpected(gone.error());
    return ApiAnswer{};
}

IotService::Answer IotService::listThingGroups(const ApiCall& call)
{
    const auto parent = call.parameter("parentGroup");
    const auto prefix = call.parameter("namePrefixFilter").value_or("");
    std::vector<const ThingGroup*> found;
    for (const auto& [name, group] : m_parts.things.groups())
        if (name.starts_with(prefix) && (!parent || group.parent == *parent))
            found.push_back(&group);
    return listed(call, kByToken, "thingGroups", found,
                  [this](const ThingGroup* group) { return nameAndArn(m_parts.things, *group); });
}

IotService::Answer IotService::addThingToThingGroup(const ApiCall& call)
{
    const auto done =
        m_parts.things.join(namedBy(call, "thingGroupName", "thingGroupArn"), namedBy(call, "thingName", "thingArn"));
    if (!done)
        return tl::unexpected(done.error());
    return ApiAnswer{};
}

IotService::Answer IotService::removeThingFromThingGroup(const ApiCall& call)
{
    const auto done =
        m_parts.things.leave(namedBy(call, "thingGroupName", "thingGroupArn"), namedBy(call, "thingName", "thingArn"));
    if (!done)
        return tl::unexpected(done.error());
    return ApiAnswer{};
}

IotService::Answer IotService::listThingsInThingGroup(const ApiCall& call)
{
    const auto group = m_parts.things.group(call.label("thingGroupName"));
    if (!group)
        return tl::unexpected(group.error());
    const std::vector<std::string> names((*group)->things.begin(), (*group)->things.end());
    return listed(call, kByToken, "things", names, [](const std::string& name) { return json::value(name); });
}

IotService::Answer IotService::listThingGroupsForThing(const ApiCall& call)
{
    if (const auto thing = m_parts.things.thing(call.label("thingName")); !thing)
        return tl::unexpected(thing.error());
    return listed(call, kByToken, "thingGroups", m_parts.things.groupsOf(call.label("thingName")),
                  [this](const std::string& name) { return nameAndArn(m_parts.things, **m_parts.things.group(name)); });
}

} // namespace greensward::cloud
