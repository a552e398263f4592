// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/greengrass_evidence.h"

#include "cloud/greengrass_deployer.h"
#include "cloud/item_json.h"

#include <array>
#include <boost/json.hpp>
#include <charconv>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostFaults = 8;
constexpr std::size_t kMostLocal = 200; ///< devices; a workshop has fewer

using Octets = std::array<unsigned, 4>;

std::optional<Octets> ipv4(std::string_view text)
{
    Octets octets{};
    const char* at = text.data();
    const char* const end = at + text.size();
    for (std::size_t i = 0; i < octets.size(); ++i) {
        if (i != 0 && (at == end || *at++ != '.'))
            return std::nullopt;
        const auto [next, error] = std::from_chars(at, end, octets[i]);
        if (error != std::errc{} || octets[i] > 255)
            return std::nullopt;
        at = next;
    }
    return at == end ? std::optional(octets) : std::nullopt;
}

bool isPrivate(const Octets& ip)
{
    return ip[0] == 10 || (ip[0] == 172 && ip[1] >= 16 && ip[1] < 32) || (ip[0] == 192 && ip[1] == 168);
}

/// The networks that Docker takes, one after another; 172.31 is that of EC2.
bool isDocker(const Octets& ip)
{
    return ip[0] == 172 && ip[1] >= 17 && ip[1] <= 30;
}

/// What a device that talks to its cloud through the same machine sees, or the program itself.
bool isHere(std::string_view address)
{
    return address.starts_with("127.") || address == "::1" || address == "localhost" || address == "memory";
}

json::array localShadows(const GroupDeployment& deployment, const Account& account)
{
    json::array local;
    const json::value* devices = deployment.document.if_contains("Devices");
    if (devices && devices->is_array())
        for (const json::value& device : devices->get_array())
            if (const ItemReader read(device); !read.flag("SyncShadow") && local.size() < kMostLocal)
                local.emplace_back(thingOf(account, read.text("ThingArn")));
    return local;
}

} // namespace

std::string deploymentEvidence(const GroupDeployment& deployment, std::string_view groupName, const Account& account,
                               bool gone)
{
    json::array faults;
    for (const DeploymentFault& fault : deployment.faults)
        if (faults.size() < kMostFaults)
            faults.push_back(json::object{{"code", fault.code}, {"message", fault.message}});
    json::object evidence{{"group", deployment.group},
                          {"name", groupName},
                          {"deployment", deployment.id},
                          {"version", deployment.version},
                          {"type", name(deployment.type)},
                          {"status", name(deployment.status)},
                          {"core", thingOf(account, deployment.core)},
                          {"coreArn", deployment.core},
                          {"gone", gone},
                          {"faults", std::move(faults)}};
    if (deployment.status == DeploymentStatus::Success)
        evidence["local"] = localShadows(deployment, account);
    return json::serialize(evidence);
}

std::string_view whyNotReached(std::string_view host, std::string_view from)
{
    if (isHere(from))
        return {}; // on this machine itself: nobody knows better than the device
    if (isHere(host))
        return "loopback";
    const auto there = ipv4(host), here = ipv4(from);
    if (!there || !here)
        return {};
    const bool near = (*there)[0] == (*here)[0] && (*there)[1] == (*here)[1];
    if ((*there)[0] == 169 && (*there)[1] == 254)
        return near ? std::string_view() : "link-local";
    if (near || !isPrivate(*there))
        return {};
    return isDocker(*there) ? "docker" : "other-network";
}

std::optional<std::string> unreachableEvidence(std::string_view thing, std::string_view core, std::string_view group,
                                               std::string_view from, const std::vector<CoreAddress>& addresses)
{
    json::array judged;
    for (const CoreAddress& address : addresses) {
        const std::string_view verdict = whyNotReached(address.host, from);
        if (verdict.empty())
            return std::nullopt;
        judged.push_back(json::object{
            {"id", address.id}, {"host", address.host}, {"port", address.port}, {"verdict", verdict}});
    }
    return json::serialize(json::object{
        {"thing", thing}, {"core", core}, {"group", group}, {"from", from}, {"addresses", std::move(judged)}});
}

} // namespace greensward::cloud
