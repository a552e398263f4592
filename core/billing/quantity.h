// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace greensward::billing {

/// What a cloud may count. Which of them it does, in which steps and at what price, is in its price list.
enum class Quantity : std::uint8_t {
    ConnectionMinute, ///< each minute begun of a connection
    Connect,          ///< a CONNECT that was accepted; its size is that of the will's topic and payload
    Ping,             ///< PINGREQ
    Published,        ///< PUBLISH from a device
    Delivered,        ///< PUBLISH to a device
    Retained,         ///< PUBLISH from a device with RETAIN, beside Published
    Acknowledged,     ///< PUBACK from a device
    Subscribe,        ///< a SUBSCRIBE; its size is that of the filters
    Kept,             ///< a message put aside for a device that is away
    HttpPublish,      ///< a message that came by HTTP
    HttpRefusal,      ///< an answer of the data plane with a 4xx or 5xx status and a body
    ShadowOperation,  ///< get, update or delete of a shadow, by MQTT or HTTP
    RegistryOperation,
    RuleTriggered,
    RuleAction,
    kCount
};
inline constexpr std::size_t kQuantities = static_cast<std::size_t>(Quantity::kCount);

/// Its name in price files and in the workspace: "published".
std::string_view name(Quantity quantity);
std::optional<Quantity> quantityNamed(std::string_view name);

/// A number for each quantity.
struct Counts
{
    std::array<std::uint64_t, kQuantities> values{};
    std::uint64_t& operator[](Quantity quantity) { return values[static_cast<std::size_t>(quantity)]; }
    std::uint64_t operator[](Quantity quantity) const { return values[static_cast<std::size_t>(quantity)]; }
    void add(const Counts& other)
    {
        for (std::size_t at = 0; at < kQuantities; ++at)
            values[at] += other.values[at];
    }
    bool operator==(const Counts&) const = default;
};

/// Price lists that are counted for at the same time.
inline constexpr std::size_t kMostLists = 3;

/// What one client, one part of the topic tree or the whole workspace has used.
struct Use
{
    Counts events;                        ///< how often it happened
    std::array<Counts, kMostLists> units; ///< what is billed for it, by price list
    std::uint64_t publishedOctets = 0;    ///< payloads
    std::uint64_t connectedMillis = 0;
    /// Of the newest message published: to say what a smaller one would cost.
    std::uint32_t lastPayload = 0;
    std::uint32_t lastTopic = 0; ///< octets of its name

    void add(const Use& other);
    bool operator==(const Use&) const = default;
};

} // namespace greensward::billing
