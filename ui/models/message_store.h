// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/recorder.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace greensward::ui {

/// A row's number since the start; it stays the same while older rows are evicted.
using Serial = std::uint64_t;
/// A topic, client or address in MessageStore's table of names. Used again after its last row is gone.
using NameId = std::uint32_t;

/// What is kept of an event: 40 bytes; texts live in the table of names, the payload in the page's arena.
struct MessageRecord
{
    std::int64_t time = 0;    ///< WallTime, nanoseconds
    trace::EventId event = 0; ///< grows from row to row
    std::uint32_t offset = 0; ///< of the payload in its page
    std::uint32_t length = 0; ///< kept octets of the payload; for events other than messages, of the detail text
    std::uint32_t size = 0;   ///< of the message itself; larger than length when it was trimmed
    NameId subject = 0;
    NameId object = 0;
    trace::Kind kind{};
    std::uint8_t flags = 0; ///< trace::Flag
    std::uint16_t unused = 0;
};
static_assert(sizeof(MessageRecord) == 40);

/// The message log's rows, in pages of 4,096 with one arena each, so that eviction drops whole pages. Bounded in rows
/// and octets. One thread.
class MessageStore
{
public:
    static constexpr std::size_t kPageRows = 4096;

    struct Limits
    {
        std::size_t rows = 1'000'000;
        std::size_t bytes = 256u << 20;
    };

    explicit MessageStore(Limits limits);
    const Limits& limits() const { return m_limits; }
    /// Smaller ones act when overfull() is asked next.
    void setLimits(Limits limits) { m_limits = limits; }

    void append(const trace::Chunk& chunk, const trace::Event& event);

    /// True when the limits ask for the oldest page to go.
    bool overfull() const;
    /// Drops the oldest page; answers how many rows went. There must be more than one page.
    std::size_t evictPage();

    Serial begin() const { return m_first; }
    Serial end() const { return m_first + m_count; }
    bool contains(Serial serial) const { return serial >= begin() && serial < end(); }
    std::size_t bytes() const { return m_bytes; }

    const MessageRecord& record(Serial serial) const;
    std::string_view payload(Serial serial) const;
    std::string_view name(NameId id) const { return m_names[id].text; }
    std::string_view subject(Serial serial) const { return name(record(serial).subject); }
    std::string_view object(Serial serial) const { return name(record(serial).object); }
    /// The row of an event; nothing when it never had one or has been evicted.
    std::optional<Serial> find(trace::EventId event) const;
    /// The id of a name that some row mentions.
    std::optional<NameId> find(std::string_view name) const;
    std::size_t nameCount() const { return m_names.size(); }

private:
    struct Page
    {
        std::vector<MessageRecord> records;
        std::vector<char> arena;
    };
    struct Name
    {
        std::string text;
        std::uint64_t lastPage = 0; ///< number of the newest page that mentions it
    };
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    NameId intern(std::string_view text);
    void release(NameId id, std::uint64_t page);
    static std::size_t footprint(const Page& page);

    Limits m_limits;
    std::deque<std::unique_ptr<Page>> m_pages;
    std::uint64_t m_firstPage = 0;
    Serial m_first = 0;
    std::size_t m_count = 0;
    std::size_t m_bytes = 0; ///< records and payloads in use
    std::deque<Name> m_names;
    std::vector<NameId> m_freeNames;
    std::unordered_map<std::string, NameId, TextHash, std::equal_to<>> m_nameIds;
};

} // namespace greensward::ui
