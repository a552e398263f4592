// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/fleet_index.h"

#include "cloud/item_json.h"

#include <boost/json.hpp>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr const char* kCollection = "fleet-index";
constexpr const char* kKey = "configuration";

json::object sections(const shadow::ShadowView& view)
{
    json::object object;
    const std::pair<const char*, const std::string*> parts[] = {
        {"desired", &view.desired}, {"reported", &view.reported}, {"delta", &view.delta}};
    for (const auto& [name, text] : parts)
        if (!text->empty())
            object[name] = json::parse(*text);
    object["hasDelta"] = !view.delta.empty();
    object["version"] = view.version;
    return object;
}

} // namespace

store::StoreResult<void> FleetIndex::load()
{
    const auto items = m_parts.store.load(kCollection);
    if (!items)
        return tl::unexpected(items.error());
    for (const StoredItem& item : *items) {
        const ItemReader read(item.value);
        m_configuration = {.registry = read.flag("registry"),
                           .shadow = read.flag("shadow"),
                           .connectivity = read.flag("connectivity"),
                           .namedShadows = read.texts("namedShadows"),
                           .groups = read.flag("groups"),
                           .named = read.flag("named")};
    }
    return {};
}

void FleetIndex::configure(Configuration configuration)
{
    m_configuration = std::move(configuration);
    m_parts.store.put(kCollection, kKey,
                      json::object{{"registry", m_configuration.registry},
                                   {"shadow", m_configuration.shadow},
                                   {"connectivity", m_configuration.connectivity},
                                   {"namedShadows", textsToItem(m_configuration.namedShadows)},
                                   {"groups", m_configuration.groups},
                                   {"named", m_configuration.named}});
}

std::vector<json::object> FleetIndex::search(const IndexQuery& query) const
{
    std::vector<json::object> found;
    for (const auto& [name, thing] : m_parts.things.things()) {
        json::object made = document(thing);
        if (query.matches(made))
            found.push_back(std::move(made));
    }
    return found;
}

json::object FleetIndex::document(const Thing& thing) const
{
    json::object made{{"thingName", thing.name}, {"thingId", thing.id}};
    if (!thing.type.empty())
        made["thingTypeName"] = thing.type;
    if (const auto groups = m_parts.things.groupsOf(thing.name); !groups.empty())
        made["thingGroupNames"] = textsToItem(groups);
    if (!thing.attributes.empty())
        made["attributes"] = attributesToJson(thing.attributes);
    addShadows(made, thing.name);
    if (m_configuration.connectivity) {
        // A thing connects under its own name; one that never did is not connected.
        json::object connectivity{{"connected", false}};
        if (const auto presence = m_parts.lifecycle.presence(thing.name)) {
            connectivity["connected"] = presence->connected;
            connectivity["timestamp"] =
                std::chrono::duration_cast<std::chrono::milliseconds>(presence->since.time_since_epoch()).count();
            if (!presence->connected)
                connectivity["disconnectReason"] = disconnectReasonName(presence->reason);
        }
        made["connectivity"] = std::move(connectivity);
    }
    return made;
}

void FleetIndex::addShadows(json::object& into, const std::string& thing) const
{
    if (!m_configuration.shadow)
        return;
    json::object shadow;
    if (const auto classic = m_parts.shadows.view(thing, ""); classic && !classic->deleted)
        shadow = sections(*classic);
    json::object named;
    for (const std::string& name : m_configuration.namedShadows)
        if (const auto view = m_parts.shadows.view(thing, name); view && !view->deleted)
            named[name] = sections(*view);
    if (!named.empty())
        shadow["name"] = std::move(named);
    if (!shadow.empty())
        into["shadow"] = std::move(shadow);
}

} // namespace greensward::cloud
