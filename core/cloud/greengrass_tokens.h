// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/item_store.h"

#include <boost/json/object.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace greensward::cloud {

/// What was answered to calls that carried an idempotency token: the same call again makes nothing new. The last ones
/// are kept in the workspace. Engine thread.
class GreengrassTokens
{
public:
    static constexpr std::size_t kMost = 500;

    explicit GreengrassTokens(ItemStore& store) : m_store(store) {}
    store::StoreResult<void> load();

    struct Answered
    {
        std::string request; ///< what was asked, as a sum
        boost::json::object answer;
    };
    /// Null when it is new.
    const Answered* find(std::string_view token) const;
    void note(const std::string& token, Answered answered);

private:
    ItemStore& m_store;
    std::map<std::string, Answered, std::less<>> m_answered;
    std::map<std::int64_t, std::string> m_order; ///< oldest first
};

} // namespace greensward::cloud
