// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Discovery (greengrass-and-gateway.md 5): which cores a device may connect to, and whom it shall believe.
#include "cloud/item_json.h"
#include "cloud/services/greengrass_core.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostGroups = 10;

bool isThingName(std::string_view name)
{
    return !name.empty() && name.size() <= 128 && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' || c == '_' ||
               c == '-';
    });
}

bool hasDevice(const json::object& document, std::string_view thingArn)
{
    const json::value* devices = document.if_contains("Devices");
    return devices && std::ranges::any_of(devices->get_array(), [&](const json::value& one) {
               return ItemReader(one).text("ThingArn") == thingArn;
           });
}

/// Devices read another form of error than the API has.
GreengrassCoreService::Answer failed(unsigned status, std::string message)
{
    return {.body = {{"errorMessage", std::move(message)}}, .status = status};
}

} // namespace

GreengrassCoreService::Result GreengrassCoreService::discover(const Question& question, const ApiCall& call)
{
    const std::string& thing = question.label("ThingName");
    if (!isThingName(thing))
        return failed(400, "The name of the thing is not valid");
    if (!m_parts.things.thing(thing))
        return failed(404, fmt::format("The thing {} does not exist", thing));
    if (const auto may = mustBe(call.caller, thing); !may)
        return tl::unexpected(may.error());
    const std::string arn = m_parts.account.iotArn("thing", thing);
    const Greengrass& greengrass = m_parts.greengrass;
    json::array groups;
    std::size_t memberOf = 0;
    for (const auto& [id, deployments] : greengrass.deployments.all()) {
        const GroupDeployment* current = greengrass.deployments.current(id);
        if (!current || !hasDevice(current->document, arn))
            continue;
        ++memberOf;
        const auto addresses = greengrass.connectivity.reachable(thingOf(m_parts.account, current->core));
        if (addresses.empty())
            continue; // its core has not come up yet
        json::array authorities;
        for (const GroupAuthority* authority : greengrass.authorities.published(id))
            authorities.emplace_back(authority->pem());
        groups.push_back(
            {{"GGGroupId", id},
             {"Cores", json::array{json::object{{"thingArn", current->core},
                                                {"Connectivity", GreengrassConnectivity::toJson(addresses)}}}},
             {"CAs", std::move(authorities)}});
    }
    if (memberOf > kMostGroups)
        return failed(400, fmt::format("The device {} is a member of too many groups: {} of at most {}", thing,
                                       memberOf, kMostGroups));
    if (groups.empty())
        return failed(404,
                      memberOf == 0
                          ? fmt::format("The thing {} is not a device of any deployed group", thing)
                          : fmt::format("The core of the group of {} has not said yet where it can be reached", thing));
    return Answer{{{"GGGroups", std::move(groups)}}};
}

} // namespace greensward::cloud
