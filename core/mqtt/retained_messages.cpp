// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/retained_messages.h"

#include "mqtt/topic.h"

#include <algorithm>
#include <cassert>

namespace greensward::mqtt {

namespace {

std::size_t weight(const Message& message)
{
    return message.topic.size() + message.payload.size();
}

/// What every topic that matches begins with: the levels before the first wildcard, without the slash, because "a/#"
/// matches "a".
std::string_view literalPrefix(std::string_view filter)
{
    const std::size_t wildcard = filter.find_first_of("+#");
    if (wildcard == std::string_view::npos)
        return filter;
    return filter.substr(0, wildcard == 0 ? 0 : wildcard - 1);
}

} // namespace

RetainedMessages::RetainedMessages(std::size_t mostMessages, std::size_t mostBytes, bool parentMatch)
    : m_mostMessages(mostMessages), m_mostBytes(mostBytes), m_parentMatch(parentMatch)
{}

RetainedMessages::Stored RetainedMessages::store(MessagePtr message)
{
    assert(!message->payload.empty());
    const auto known = m_messages.find(message->topic);
    const std::size_t freed = known == m_messages.end() ? 0 : weight(*known->second.message);
    if (m_bytes - freed + weight(*message) > m_mostBytes ||
        (known == m_messages.end() && m_messages.size() >= m_mostMessages))
        return Stored::Full;
    if (known != m_messages.end())
        forget(known);
    m_bytes += weight(*message);
    if (message->expiresAt)
        m_expiries.emplace(*message->expiresAt, message->topic);
    std::string topic = message->topic;
    m_messages.emplace(std::move(topic), Entry{std::move(message), ++m_sequence});
    return Stored::Yes;
}

bool RetainedMessages::clear(std::string_view topic)
{
    const auto entry = m_messages.find(topic);
    if (entry == m_messages.end())
        return false;
    forget(entry);
    return true;
}

void RetainedMessages::forget(Messages::iterator entry)
{
    const Message& message = *entry->second.message;
    m_bytes -= weight(message);
    if (message.expiresAt) {
        auto [at, end] = m_expiries.equal_range(*message.expiresAt);
        at = std::find_if(at, end, [&](const auto& expiry) { return expiry.second == message.topic; });
        assert(at != end);
        m_expiries.erase(at);
    }
    m_messages.erase(entry);
}

MessagePtr RetainedMessages::find(std::string_view topic) const
{
    const auto entry = m_messages.find(topic);
    return entry == m_messages.end() ? nullptr : entry->second.message;
}

RetainedMessages::Cursor RetainedMessages::walk(std::string_view filter) const
{
    return {std::string(filter), {}, false, m_sequence + 1};
}

MessagePtr RetainedMessages::next(Cursor& cursor) const
{
    const std::string_view prefix = literalPrefix(cursor.filter);
    auto entry = cursor.started ? m_messages.upper_bound(cursor.last) : m_messages.lower_bound(prefix);
    cursor.started = true;
    for (; entry != m_messages.end() && entry->first.starts_with(prefix); ++entry) {
        if (entry->second.sequence >= cursor.before || !topicMatches(cursor.filter, entry->first, m_parentMatch))
            continue;
        cursor.last = entry->first;
        return entry->second.message;
    }
    return nullptr;
}

std::optional<WallTime> RetainedMessages::nextExpiry() const
{
    if (m_expiries.empty())
        return std::nullopt;
    return m_expiries.begin()->first;
}

std::vector<std::string> RetainedMessages::expire(WallTime now)
{
    std::vector<std::string> gone;
    while (!m_expiries.empty() && m_expiries.begin()->first <= now) {
        gone.push_back(m_expiries.begin()->second);
        clear(gone.back());
    }
    return gone;
}

} // namespace greensward::mqtt
