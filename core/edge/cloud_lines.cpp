// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/cloud_lines.h"

#include "mqtt/topic.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::edge {

CloudLines::CloudLines(Parts parts, CloudConnection::Settings settings)
    : m_parts(std::move(parts)), m_settings(std::move(settings))
{
    lineAt(0);
}

CloudLines::Line& CloudLines::lineAt(std::size_t index)
{
    while (m_lines.size() <= index) {
        CloudConnection::Settings settings = m_settings;
        if (!m_lines.empty())
            settings.clientId = fmt::format("{}-c{:02}", settings.clientId, m_lines.size());
        m_lines.push_back({.connection = std::make_unique<CloudConnection>(m_parts.clock, m_parts.links,
                                                                           static_cast<CloudEars&>(*this), settings,
                                                                           m_parts.random.fork(m_lines.size()))});
        if (m_started)
            static_cast<void>(m_lines.back().connection->start());
    }
    return m_lines[index];
}

Result<void> CloudLines::start()
{
    m_started = true;
    for (Line& line : m_lines)
        if (line.used)
            if (auto started = line.connection->start(); !started)
                return started;
    return {};
}

void CloudLines::stop()
{
    m_started = false;
    for (Line& line : m_lines)
        line.connection->stop();
}

void CloudLines::hangUp()
{
    for (Line& line : m_lines)
        line.connection->hangUp();
}

void CloudLines::setPersistent(bool persistent)
{
    if (m_settings.persistent == persistent)
        return;
    m_settings.persistent = persistent;
    const bool wasOnline = online();
    m_lines.clear();
    lineAt(0);
    listenTo(m_wanted); // tells that nothing is heard for the moment
    if (wasOnline)
        m_parts.listener.cloudLost("the connection begins anew, with other settings");
}

void CloudLines::listenTo(const Wanted& wanted)
{
    m_wanted = wanted;
    std::vector<std::set<std::string>> filters(1);
    std::vector<std::vector<std::string>> routes(1);
    const auto add = [&](const std::string& filter, bool isRoute) {
        if (filters.back().size() == kMostFilters) {
            filters.emplace_back();
            routes.emplace_back();
        }
        filters.back().insert(filter);
        if (isRoute)
            routes.back().push_back(filter);
    };
    for (const std::string& filter : wanted.control)
        add(filter, false);
    for (const std::string& filter : wanted.routes)
        add(filter, true);
    for (const std::string& filter : wanted.shadows)
        add(filter, false);
    for (std::size_t at = 0; at < std::max(filters.size(), m_lines.size()); ++at) {
        Line& line = lineAt(at);
        const bool used = at < filters.size();
        line.routes = used ? routes[at] : std::vector<std::string>();
        line.connection->listenTo(used ? filters[at] : std::set<std::string>());
        if (m_started && used && !line.used)
            static_cast<void>(line.connection->start());
        if (!used && line.used)
            line.connection->stop();
        line.used = used;
    }
    if (m_told && !listens()) {
        m_told = false;
        m_parts.listener.cloudListening(false);
    }
}

bool CloudLines::listens() const
{
    return std::all_of(m_lines.begin(), m_lines.end(),
                       [](const Line& line) { return !line.used || line.connection->listens(); });
}

bool CloudLines::send(std::string_view topic, std::string_view payload, std::string& why)
{
    CloudConnection& first = *m_lines.front().connection;
    const bool sent = first.online() && first.send(topic, payload, why);
    first.pump();
    return sent;
}

void CloudLines::say(std::string_view topic, std::string_view payload)
{
    m_lines.front().connection->say(topic, payload);
    m_lines.front().connection->pump();
}

void CloudLines::advance()
{
    for (Line& line : m_lines) {
        line.connection->advance();
        line.connection->pump();
    }
}

std::optional<Instant> CloudLines::nextDeadline() const
{
    std::optional<Instant> next;
    for (const Line& line : m_lines)
        if (const auto due = line.connection->nextDeadline(); due && (!next || *due < *next))
            next = due;
    return next;
}

// --- what they hear ------------------------------------------------------------------------------------------------

void CloudLines::cloudReached(CloudConnection& line)
{
    if (isFirst(line))
        m_parts.listener.cloudReached();
}

void CloudLines::cloudLost(CloudConnection& line, std::string_view why)
{
    if (m_told) {
        m_told = false;
        m_parts.listener.cloudListening(false);
    }
    if (isFirst(line))
        m_parts.listener.cloudLost(why);
}

void CloudLines::cloudListens(CloudConnection&)
{
    if (!listens())
        return;
    m_told = true;
    m_parts.listener.cloudListening(true);
}

void CloudLines::cloudRefuses(CloudConnection&, std::string_view filter)
{
    m_parts.listener.cloudRefused(filter);
}

void CloudLines::cloudSaid(CloudConnection& from, std::string_view topic, ByteView payload)
{
    const auto brings = [topic](const Line& line) {
        return std::any_of(line.routes.begin(), line.routes.end(),
                           [topic](const std::string& filter) { return mqtt::topicMatches(filter, topic, false); });
    };
    const auto first = std::find_if(m_lines.begin(), m_lines.end(), brings);
    m_parts.listener.cloudMessage(topic, payload, first != m_lines.end() && first->connection.get() == &from);
}

void CloudLines::cloudTook(CloudConnection&, bool taken)
{
    m_parts.listener.cloudAcknowledged(taken);
}

void CloudLines::cloudStirred()
{
    m_parts.listener.cloudStirred();
}

} // namespace greensward::edge
