// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/message.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::mqtt {

/// The last retained message of each topic [MQTT-3.3.1-5], in the order of topics so that a walk over the matches of a
/// filter can stop and go on later although messages come and go meanwhile.
class RetainedMessages
{
public:
    RetainedMessages(std::size_t mostMessages, std::size_t mostBytes, bool parentMatch);

    enum class Stored { Yes, Full };
    /// Replaces what the topic had. Full: a limit is reached, the topic keeps what it had.
    Stored store(MessagePtr message);
    /// True when there was one.
    bool clear(std::string_view topic);
    MessagePtr find(std::string_view topic) const;

    /// A place in a walk over the matches of one filter.
    struct Cursor
    {
        std::string filter;
        std::string last; ///< the topic given last
        bool started = false;
        std::uint64_t before = 0; ///< only messages stored before this point, see sequence()
    };
    Cursor walk(std::string_view filter) const;
    /// The next match; null at the end.
    MessagePtr next(Cursor& cursor) const;

    std::optional<WallTime> nextExpiry() const;
    /// Removes what has expired and returns the topics.
    std::vector<std::string> expire(WallTime now);

    std::size_t size() const { return m_messages.size(); }
    std::size_t bytes() const { return m_bytes; }

private:
    struct Entry
    {
        MessagePtr message;
        std::uint64_t sequence = 0;
    };
    using Messages = std::map<std::string, Entry, std::less<>>;
    void forget(Messages::iterator entry);

    Messages m_messages;
    std::multimap<WallTime, std::string> m_expiries; ///< of those that expire, each entered once
    std::size_t m_mostMessages;
    std::size_t m_mostBytes;
    std::size_t m_bytes = 0;
    std::uint64_t m_sequence = 0;
    bool m_parentMatch;
};

} // namespace greensward::mqtt
