// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "billing/quantity.h"

#include <algorithm>

namespace greensward::billing {

namespace {

constexpr std::array<std::string_view, kQuantities> kNames{
    "connectionMinute",  "connect",       "ping",       "published",   "delivered",   "retained",
    "acknowledged",      "subscribe",     "kept",       "httpPublish", "httpRefusal", "shadowOperation",
    "registryOperation", "ruleTriggered", "ruleAction",
};

} // namespace

std::string_view name(Quantity quantity)
{
    return kNames[static_cast<std::size_t>(quantity)];
}

std::optional<Quantity> quantityNamed(std::string_view name)
{
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    if (found == kNames.end())
        return std::nullopt;
    return static_cast<Quantity>(found - kNames.begin());
}

void Use::add(const Use& other)
{
    events.add(other.events);
    for (std::size_t list = 0; list < kMostLists; ++list)
        units[list].add(other.units[list]);
    publishedOctets += other.publishedOctets;
    connectedMillis += other.connectedMillis;
    if (other.events[Quantity::Published] > 0) {
        lastPayload = other.lastPayload;
        lastTopic = other.lastTopic;
    }
}

} // namespace greensward::billing
