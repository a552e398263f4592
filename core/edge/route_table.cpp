// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/route_table.h"

#include "aws/arn.h"
#include "mqtt/topic.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace greensward::edge {

namespace {

constexpr std::size_t kLongestTopic = 256;
constexpr std::size_t kMostSlashes = 7;
constexpr std::string_view kShadows = "GGShadowService";

bool matches(const Route& route, std::string_view topic)
{
    return mqtt::topicMatches(route.subject, topic, false);
}

Result<RouteEnd> deviceEnd(const GroupDocument& group, std::string_view arn)
{
    for (const GroupThing& device : group.devices)
        if (device.thingArn == arn)
            return RouteEnd::device(device.thing);
    if (group.core.thingArn == arn)
        return failure(fmt::format("{} is the core itself, which is no end of a route", arn));
    return failure(fmt::format("{} is no device of the group", arn));
}

Result<RouteEnd> endOf(const GroupDocument& group, const std::string& literal)
{
    if (literal.empty())
        return failure("an end is empty");
    if (literal == "cloud")
        return RouteEnd::cloud();
    if (literal == kShadows)
        return RouteEnd::shadows();
    if (literal.find_first_of("*#+") != std::string::npos)
        return failure(fmt::format("{} is a pattern: an end is a single member", literal));
    const auto arn = aws::Arn::parse(literal);
    if (!arn)
        return failure(fmt::format("{} is neither an ARN nor cloud nor {}", literal, kShadows));
    if (arn->service == "iot")
        return deviceEnd(group, literal);
    if (arn->service == "greengrass")
        return RouteEnd{RouteEnd::Kind::Connector, literal};
    if (arn->service == "lambda" && group.function(literal))
        return RouteEnd::function(group.resolved(literal));
    return failure(fmt::format("{} is no member of the group", literal));
}

Result<void> checkSubject(std::string_view subject)
{
    if (const auto valid = mqtt::checkTopicFilter(subject); !valid)
        return failure(fmt::format("the subject \"{}\" is no topic filter: {}", subject, valid.error().text));
    if (subject.size() > kLongestTopic)
        return failure(fmt::format("the subject \"{}\" is longer than {} bytes", subject, kLongestTopic));
    if (mqtt::topicLevels(subject) > kMostSlashes + 1)
        return failure(fmt::format("the subject \"{}\" has more than {} slashes", subject, kMostSlashes));
    return {};
}

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c);
    });
    return lower;
}

} // namespace

Result<RouteTable> RouteTable::of(const GroupDocument& group)
{
    RouteTable table;
    for (const GroupSubscription& row : group.subscriptions)
        if (const auto added = table.add(group, row); !added)
            return failure(fmt::format("route {}: {}", row.id, added.error().message));
    if (const auto subjects = table.cloudSubjects().size(); subjects > kMostCloudSubjects)
        return failure(fmt::format("{} routes come from the cloud, more than {}", subjects, kMostCloudSubjects));
    return table;
}

Result<void> RouteTable::add(const GroupDocument& group, const GroupSubscription& row)
{
    auto source = endOf(group, row.source);
    if (!source)
        return tl::unexpected(source.error());
    auto target = endOf(group, row.target);
    if (!target)
        return tl::unexpected(target.error());
    if (source->kind == RouteEnd::Kind::Cloud && target->kind == RouteEnd::Kind::Cloud)
        return failure("from the cloud to the cloud nothing is carried");
    Route route{row.id, std::move(*source), row.subject.empty() ? "#" : row.subject, std::move(*target)};
    if (const auto valid = checkSubject(route.subject); !valid)
        return valid;
    const auto same = [&](const Route& known) {
        return known.source == route.source && known.subject == route.subject && known.target == route.target;
    };
    if (std::any_of(m_routes.begin(), m_routes.end(), same))
        return {};
    m_bySource[route.source].push_back(m_routes.size());
    m_routes.push_back(std::move(route));
    return {};
}

std::vector<const Route*> RouteTable::from(const RouteEnd& source, std::string_view topic) const
{
    std::vector<const Route*> found;
    const auto rows = m_bySource.find(source);
    if (rows == m_bySource.end())
        return found;
    for (const std::size_t row : rows->second) {
        const Route& route = m_routes[row];
        const auto there = [&](const Route* known) { return known->target == route.target; };
        if (matches(route, topic) && std::none_of(found.begin(), found.end(), there))
            found.push_back(&route);
    }
    return found;
}

const Route* RouteTable::between(const RouteEnd& source, std::string_view topic, const RouteEnd& target) const
{
    const auto rows = m_bySource.find(source);
    if (rows != m_bySource.end())
        for (const std::size_t row : rows->second)
            if (m_routes[row].target == target && matches(m_routes[row], topic))
                return &m_routes[row];
    return nullptr;
}

// --- explanations --------------------------------------------------------------------------------------------------

/// What keeps the rows from matching, where it is a slip of the pen.
RouteTable::Miss RouteTable::nearMiss(const RouteEnd& source, std::string_view topic,
                                      const std::vector<const Route*>& rows) const
{
    const std::string small = lowerCase(topic);
    for (const Route* route : rows) {
        const auto but = [route](std::string_view why) {
            return Miss{route, fmt::format("route {} has the subject {}, {}", route->id, route->subject, why)};
        };
        if (mqtt::topicMatches(lowerCase(route->subject), small, false))
            return but("which differs in upper and lower case");
        if (mqtt::topicMatches(route->subject, topic, true))
            return but(fmt::format("which does not cover {} itself", topic));
        const std::string with = std::string(topic) + '/';
        if (route->subject == with || (topic.ends_with('/') && route->subject == topic.substr(0, topic.size() - 1)))
            return but("which differs by the slash at its end");
        if (topic.starts_with('$') && !route->subject.starts_with('$'))
            return but("which does not cover topics that begin with $");
    }
    for (const Route& route : m_routes)
        if (route.target == source && matches(route, topic))
            return {&route, fmt::format("route {} leads the other way, from {} to {}", route.id, route.source.text(),
                                        source.text())};
    return {};
}

std::vector<const Route*> RouteTable::beginningAt(const RouteEnd& source) const
{
    std::vector<const Route*> rows;
    if (const auto known = m_bySource.find(source); known != m_bySource.end())
        for (const std::size_t row : known->second)
            rows.push_back(&m_routes[row]);
    return rows;
}

const Route* RouteTable::nearest(const RouteEnd& source, std::string_view topic) const
{
    const auto rows = beginningAt(source);
    const Miss slip = nearMiss(source, topic, rows);
    return slip.route ? slip.route : rows.empty() ? nullptr : rows.front();
}

std::string RouteTable::whyNone(const RouteEnd& source, std::string_view topic) const
{
    const auto rows = beginningAt(source);
    if (const std::string slip = nearMiss(source, topic, rows).why; !slip.empty())
        return fmt::format("no route from {} for {}: {}", source.text(), topic, slip);
    if (rows.empty())
        return fmt::format("no route begins at {}", source.text());
    return fmt::format("no route from {} for {}: {} begins there, with the subject {}", source.text(), topic,
                       rows.size() == 1 ? "route " + rows.front()->id
                                        : fmt::format("the nearest of {}, route {},", rows.size(), rows.front()->id),
                       rows.front()->subject);
}

std::string RouteTable::whyNotTo(const RouteEnd& source, std::string_view topic, const RouteEnd& target) const
{
    std::vector<const Route*> rows;
    for (const Route& route : m_routes)
        if (route.source == source && route.target == target)
            rows.push_back(&route);
    if (rows.empty())
        return fmt::format("subscribed, but no route leads from {} to {}", source.text(), target.text());
    if (const std::string slip = nearMiss(source, topic, rows).why; !slip.empty())
        return fmt::format("subscribed, but no route from {} to {} carries {}: {}", source.text(), target.text(), topic,
                           slip);
    return fmt::format("subscribed, but route {} from {} to {} has the subject {}, not {}", rows.front()->id,
                       source.text(), target.text(), rows.front()->subject, topic);
}

// --- what others need of it ----------------------------------------------------------------------------------------

std::vector<std::string> RouteTable::cloudSubjects() const
{
    std::vector<std::string> subjects;
    for (const Route& route : m_routes)
        if (route.source.kind == RouteEnd::Kind::Cloud &&
            std::find(subjects.begin(), subjects.end(), route.subject) == subjects.end())
            subjects.push_back(route.subject);
    return subjects;
}

std::vector<std::string> RouteTable::systemTrees() const
{
    std::set<std::string> trees;
    for (const Route& route : m_routes)
        if (route.subject.starts_with('$'))
            trees.insert(route.subject.substr(0, route.subject.find('/')));
    return {trees.begin(), trees.end()};
}

std::vector<std::string> RouteTable::circles() const
{
    std::vector<std::string> found;
    for (const Route& out : m_routes)
        for (const Route& back : m_routes)
            if (out.source.kind == RouteEnd::Kind::Cloud && out.target == back.source && back.target == out.source &&
                (matches(out, back.subject) || matches(back, out.subject)))
                found.push_back(fmt::format("routes {} and {} may carry the same message from the cloud to {} and back",
                                            out.id, back.id, out.target.text()));
    return found;
}

} // namespace greensward::edge
