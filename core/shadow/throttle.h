// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "shadow/settings.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace greensward::shadow {

/// How many requests a thing may have in a second, and a connection unanswered (shadow.md 15.4).
class Throttle
{
public:
    explicit Throttle(const Settings& settings) : m_settings(settings) {}

    /// Takes one request out of the thing's bucket; false when it is empty.
    bool take(std::string_view thing, Instant now);

    /// connection 0: none, never limited.
    bool mayWait(std::uint64_t connection, std::string_view thing) const;
    void waits(std::uint64_t connection, std::string_view thing);
    void answered(std::uint64_t connection, std::string_view thing);

    /// Buckets kept; full ones are dropped, so that things which are asked for once are forgotten.
    std::size_t buckets() const { return m_buckets.size(); }

private:
    struct Bucket
    {
        double tokens = 0;
        Instant filledAt{};
    };
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Place = std::pair<std::uint64_t, std::string>;
    Place place(std::uint64_t connection, std::string_view thing) const;
    void dropFull(Instant now);

    const Settings& m_settings;
    std::unordered_map<std::string, Bucket, Hash, std::equal_to<>> m_buckets;
    std::size_t m_dropAt = 1024;
    std::map<Place, unsigned> m_waiting;
};

} // namespace greensward::shadow
