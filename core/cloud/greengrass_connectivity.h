// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/api_error.h"
#include "base/random.h"
#include "cloud/item_store.h"

#include <boost/json/array.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::cloud {

/// Where a core can be reached.
struct CoreAddress
{
    std::string id;
    std::string host; ///< name or IP address
    std::int64_t port = 8883;
    std::string metadata;
};

/// Under which addresses cores are reached, as they or people say (greengrass-and-gateway.md 5.6). Kept in the
/// workspace. Engine thread.
class GreengrassConnectivity
{
public:
    static constexpr std::size_t kMostAddresses = 100;

    struct Parts
    {
        ItemStore& store;
        Random random; ///< for versions
    };
    explicit GreengrassConnectivity(Parts parts) : m_parts(std::move(parts)) {}
    store::StoreResult<void> load();

    /// The member ConnectivityInfo of a call.
    static aws::ApiResult<std::vector<CoreAddress>> addressesFrom(const boost::json::value* list);
    static boost::json::array toJson(const std::vector<CoreAddress>& addresses);

    /// Answers with the new version.
    const std::string& set(const std::string& thing, std::vector<CoreAddress> addresses);
    /// Empty when nothing was said.
    const std::vector<CoreAddress>& of(std::string_view thing) const;
    /// For devices: those of other machines first, and no loopback address that was merely detected beside others.
    std::vector<CoreAddress> reachable(std::string_view thing) const;

private:
    struct Core
    {
        std::vector<CoreAddress> addresses;
        std::string version; ///< a UUID, another one after every change
    };
    Parts m_parts;
    std::map<std::string, Core, std::less<>> m_cores;
};

} // namespace greensward::cloud
