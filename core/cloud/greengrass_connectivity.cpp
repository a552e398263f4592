// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/greengrass_connectivity.h"

#include "cloud/greengrass_kinds.h"
#include "cloud/item_json.h"
#include "cloud/uuid.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::string_view kCollection = "greengrass-connectivity"; ///< by thing
constexpr std::size_t kLongestText = 256;

bool isLoopback(std::string_view host)
{
    return host.starts_with("127.") || host == "::1" || host == "localhost";
}

/// By the core itself, not by a person.
bool isDetected(const CoreAddress& address)
{
    return address.id.starts_with("AUTOIP_") || address.id.starts_with("localhost_");
}

aws::ApiResult<CoreAddress> addressFrom(const json::value& value)
{
    const ItemReader read(value);
    const json::object* object = value.if_object();
    CoreAddress address{.id = read.text("Id"), .host = read.text("HostAddress"), .metadata = read.text("Metadata")};
    if (!object || address.id.empty() || address.host.empty() || address.id.size() > kLongestText ||
        address.host.size() > kLongestText || address.metadata.size() > kLongestText)
        return badRequest(
            fmt::format("Every entry of ConnectivityInfo needs an Id and a HostAddress, and no text may be "
                        "longer than {} characters",
                        kLongestText));
    if (const json::value* port = object->if_contains("PortNumber"); port && !port->is_null())
        address.port = port->is_int64() ? port->get_int64() : -1;
    if (address.port < 0 || address.port > 65535)
        return badRequest(fmt::format("The PortNumber of {} must be a whole number from 0 to 65535", address.id));
    return address;
}

} // namespace

store::StoreResult<void> GreengrassConnectivity::load()
{
    const auto items = m_parts.store.load(kCollection);
    if (!items)
        return tl::unexpected(items.error());
    for (const StoredItem& item : *items) {
        const json::object* object = item.value.if_object();
        auto addresses = addressesFrom(object ? object->if_contains("addresses") : nullptr);
        if (!addresses)
            return store::storeFailure(store::Cause::Corrupt,
                                       "the addresses of the core " + item.key + " cannot be read");
        m_cores[item.key] = {.addresses = std::move(*addresses), .version = ItemReader(item.value).text("version")};
    }
    return {};
}

aws::ApiResult<std::vector<CoreAddress>> GreengrassConnectivity::addressesFrom(const json::value* list)
{
    std::vector<CoreAddress> addresses;
    if (!list || !list->is_array())
        return badRequest("ConnectivityInfo must be a list");
    if (list->get_array().size() > kMostAddresses)
        return badRequest(fmt::format("A core can have {} addresses at most", kMostAddresses));
    for (const json::value& one : list->get_array()) {
        auto address = addressFrom(one);
        if (!address)
            return tl::unexpected(address.error());
        addresses.push_back(std::move(*address));
    }
    return addresses;
}

json::array GreengrassConnectivity::toJson(const std::vector<CoreAddress>& addresses)
{
    json::array array;
    for (const CoreAddress& address : addresses)
        array.push_back({{"Id", address.id},
                         {"HostAddress", address.host},
                         {"PortNumber", address.port},
                         {"Metadata", address.metadata}});
    return array;
}

const std::string& GreengrassConnectivity::set(const std::string& thing, std::vector<CoreAddress> addresses)
{
    Core& core = m_cores[thing];
    core = {.addresses = std::move(addresses), .version = uuid(m_parts.random)};
    m_parts.store.put(kCollection, thing,
                      json::object{{"addresses", toJson(core.addresses)}, {"version", core.version}});
    return core.version;
}

const std::vector<CoreAddress>& GreengrassConnectivity::of(std::string_view thing) const
{
    static const std::vector<CoreAddress> kNone;
    const auto found = m_cores.find(thing);
    return found == m_cores.end() ? kNone : found->second.addresses;
}

std::vector<CoreAddress> GreengrassConnectivity::reachable(std::string_view thing) const
{
    std::vector<CoreAddress> addresses = of(thing);
    const auto local = std::stable_partition(addresses.begin(), addresses.end(),
                                             [](const CoreAddress& one) { return !isLoopback(one.host); });
    if (local != addresses.begin())
        addresses.erase(std::remove_if(local, addresses.end(), isDetected), addresses.end());
    return addresses;
}

} // namespace greensward::cloud
