// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Discovery (greengrass-and-gateway.md 5): which cores a device may connect to, and whom it shall believe.
#include "cloud/greengrass_evidence.h"
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

/// The device definition of the latest version that people have made.
bool latestHas(const GreengrassDefinitions& definitions, const GreengrassDefinition& group, std::string_view thingArn)
{
    if (group.versions.empty())
        return false;
    const json::value* arn = group.versions.back().content.if_contains(versionMember(row(GreengrassKind::Devices)));
    const GreengrassVersion* devices =
        arn && arn->is_string() ? definitions.versionOf(GreengrassKind::Devices, arn->get_string()) : nullptr;
    return devices && hasDevice(devices->content, thingArn);
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
    std::string unreachable;
    std::size_t memberOf = 0;
    for (const auto& [id, deployments] : greengrass.deployments.all()) {
        const GroupDeployment* current = greengrass.deployments.current(id);
        if (!current || !hasDevice(current->document, arn))
            continue;
        ++memberOf;
        const auto addresses = greengrass.connectivity.reachable(thingOf(m_parts.account, current->core));
        if (addresses.empty())
            continue; // its core has not come up yet
        if (auto evidence = unreachableEvidence(thing, thingOf(m_parts.account, current->core), id,
                                                call.caller.sourceIp, addresses))
            unreachable = std::move(*evidence);
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
    return Answer{.body = {{"GGGroups", std::move(groups)}}, .unreachable = std::move(unreachable)};
}

std::string GreengrassCoreService::whyNotDiscovered(const Question& question, const aws::Caller& caller) const
{
    const std::string& thing = question.label("ThingName");
    const auto attached = m_parts.authorization.thingsOf(caller.arn);
    json::object evidence{{"thing", thing}, {"things", json::array(attached.begin(), attached.end())}};
    const auto because = [&evidence](std::string_view reason) {
        evidence["reason"] = reason;
        return json::serialize(evidence);
    };
    if (!isThingName(thing))
        return because("bad-name");
    if (!m_parts.things.thing(thing))
        return because("no-thing");
    if (std::ranges::find(attached, thing) == attached.end())
        return because("not-attached");
    json::array groups;
    bool lacksAddress = false;
    std::size_t deployed = 0;
    for (const auto& [id, group] : m_parts.greengrass.definitions.all(GreengrassKind::Groups)) {
        const std::string_view state = stateFor(group, m_parts.account.iotArn("thing", thing));
        lacksAddress = lacksAddress || state == "no-address";
        deployed += state == "deployed" || state == "no-address";
        if (!state.empty() && groups.size() < kMostGroups)
            groups.push_back(json::object{{"id", id},
                                          {"name", group.name},
                                          {"version", group.versions.empty() ? "" : group.versions.back().id},
                                          {"state", state}});
    }
    const bool none = groups.empty();
    evidence["groups"] = std::move(groups);
    return because(deployed > kMostGroups ? "too-many" : lacksAddress ? "no-address" : none ? "no-group" : "not-deployed");
}

/// How it stands with the thing in that group, a word of Finding::DiscoveryRefused; empty: it is not in it.
std::string_view GreengrassCoreService::stateFor(const GreengrassDefinition& group, const std::string& thingArn) const
{
    const Greengrass& greengrass = m_parts.greengrass;
    const GroupDeployment* current = greengrass.deployments.current(group.id);
    if (current && hasDevice(current->document, thingArn))
        return greengrass.connectivity.reachable(thingOf(m_parts.account, current->core)).empty() ? "no-address"
                                                                                                   : "deployed";
    if (!latestHas(greengrass.definitions, group, thingArn))
        return {};
    const auto& all = greengrass.deployments.of(group.id);
    if (all.empty() || all.back().isReset())
        return "never";
    if (all.back().status == DeploymentStatus::Failure)
        return "failed";
    return all.back().runs() ? "running" : "older";
}

} // namespace greensward::cloud
