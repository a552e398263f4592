// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Subscriptions of a group: from whom to whom, and about what.
#include "cloud/greengrass_document.h"
#include "mqtt/topic.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <tuple>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::string_view kCloud = "cloud";
constexpr std::string_view kShadowService = "GGShadowService";
constexpr std::size_t kMostFromCloud = 50;
constexpr std::size_t kLongestSubject = 256; ///< bytes
constexpr std::size_t kMostLevels = 8;       ///< seven slashes

std::string textOf(const json::object& object, std::string_view member)
{
    const json::value* value = object.if_contains(member);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

} // namespace

json::array GroupDocument::subscriptionsFrom(const json::array& subscriptions)
{
    json::array kept;
    std::set<std::tuple<std::string, std::string, std::string>> known;
    std::size_t fromCloud = 0;
    for (const json::value& one : subscriptions) {
        json::object subscription = one.get_object();
        if (textOf(subscription, "Subject").empty())
            subscription["Subject"] = "#";
        checkEnd(subscription, "Source");
        checkEnd(subscription, "Target");
        checkSubject(subscription);
        auto route =
            std::tuple(textOf(subscription, "Source"), textOf(subscription, "Subject"), textOf(subscription, "Target"));
        if (std::get<0>(route) == kCloud && std::get<2>(route) == kCloud)
            fault("GG-SUBSCRIPTION",
                  fmt::format("The subscription {} leads from the cloud to the cloud", textOf(subscription, "Id")));
        if (!known.insert(route).second)
            continue; // the same again
        fromCloud += std::get<0>(route) == kCloud ? 1 : 0;
        kept.push_back(std::move(subscription));
    }
    if (fromCloud > kMostFromCloud)
        fault("GG-LIMIT", fmt::format("{} subscriptions have the cloud as their source; {} are possible", fromCloud,
                                      kMostFromCloud));
    return kept;
}

/// end: "Source" or "Target".
void GroupDocument::checkEnd(const json::object& subscription, std::string_view end)
{
    const std::string id = textOf(subscription, "Id");
    const std::string value = textOf(subscription, end);
    if (value.empty())
        return fault("GG-SUBSCRIPTION", fmt::format("The subscription {} has an empty {}", id, end));
    if (value.find_first_of("*#+") != std::string::npos)
        return fault(
            "GG-SUBSCRIPTION",
            fmt::format("The {} of the subscription {} has a wildcard; it must name one member of the group: {}", end,
                        id, value));
    if (value == kCloud || value == kShadowService || m_members.contains(value))
        return;
    fault("GG-SUBSCRIPTION", fmt::format("The {} of the subscription {} is not in the group: {}", end, id, value));
}

void GroupDocument::checkSubject(const json::object& subscription)
{
    const std::string id = textOf(subscription, "Id");
    const std::string subject = textOf(subscription, "Subject");
    if (subject.size() > kLongestSubject)
        return fault("GG-SUBSCRIPTION",
                     fmt::format("The subject of the subscription {} has more than {} bytes", id, kLongestSubject));
    if (!mqtt::checkTopicFilter(subject))
        return fault("GG-SUBSCRIPTION",
                     fmt::format("The subject of the subscription {} is no topic filter: {}", id, subject));
    if (mqtt::topicLevels(subject) > kMostLevels)
        fault("GG-SUBSCRIPTION", fmt::format("The subject of the subscription {} has more than {} slashes: {}", id,
                                             kMostLevels - 1, subject));
}

/// AWS's own programs, which only AWS has.
void GroupDocument::checkConnectors(const json::array& connectors)
{
    for (const json::value& one : connectors)
        fault("GG-NOT-BUILT", fmt::format("The connector {} cannot be deployed: connectors are not built here",
                                          textOf(one.get_object(), "ConnectorArn")));
}

} // namespace greensward::cloud
