// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/metering.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>

namespace greensward::cloud {

namespace {

/// Of the page's list, all that concern things, types and groups.
constexpr std::array<std::string_view, 18> kRegistryOperations{
    "AddThingToThingGroup",
    "AttachThingPrincipal",
    "CreateThing",
    "CreateThingGroup",
    "CreateThingType",
    "DescribeThing",
    "DescribeThingGroup",
    "DescribeThingType",
    "ListPrincipalThings",
    "ListThingGroups",
    "ListThingGroupsForThing",
    "ListThingPrincipals",
    "ListThingTypes",
    "ListThings",
    "ListThingsInThingGroup",
    "UpdateThing",
    "UpdateThingGroup",
    "UpdateThingGroupsForThing",
};

std::size_t sizeOf(const mqtt::UserProperties& properties)
{
    std::size_t size = 0;
    for (const auto& [name, value] : properties)
        size += name.size() + value.size();
    return size;
}

std::size_t sizeOf(const mqtt::PublishProperties& properties)
{
    return (properties.contentType ? properties.contentType->size() : 0) +
           (properties.responseTopic ? properties.responseTopic->size() : 0) +
           (properties.correlation ? properties.correlation->size() : 0) + sizeOf(properties.user);
}

} // namespace

std::size_t meteredSize(const mqtt::Connect& packet)
{
    std::size_t size = sizeOf(packet.user);
    if (packet.will)
        size += packet.will->topic.size() + packet.will->payload.size() + sizeOf(packet.will->properties);
    return size;
}

std::size_t meteredSize(const mqtt::Publish& packet)
{
    return packet.payload.size() + sizeOf(packet.properties);
}

std::size_t meteredSize(const mqtt::Subscribe& packet)
{
    std::size_t size = sizeOf(packet.user);
    for (const auto& entry : packet.entries)
        size += entry.filter.size();
    return size;
}

std::size_t meteredSize(const boost::json::object& body)
{
    return boost::json::serialize(body).size();
}

bool isRegistryOperation(std::string_view operation)
{
    return std::find(kRegistryOperations.begin(), kRegistryOperations.end(), operation) != kRegistryOperations.end();
}

std::string_view whoAsks(const aws::Caller& caller)
{
    const std::string_view arn = caller.arn;
    return arn.empty() ? std::string_view("http") : arn.substr(arn.find_last_of(":/") + 1);
}

} // namespace greensward::cloud
