// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/message_store.h"

#include "ui/models/origin_key.h"

#include <cassert>

namespace greensward::ui {

namespace {

/// Room for so many names from the start: a table that grows among 100,000 holds up a frame.
constexpr std::size_t kUsualNames = 1u << 17;

} // namespace

MessageStore::MessageStore(Limits limits) : m_limits(limits)
{
    m_nameIds.reserve(kUsualNames);
}

void MessageStore::append(const trace::Chunk& chunk, const trace::Event& event)
{
    if (m_pages.empty() || m_pages.back()->records.size() == kPageRows) {
        if (!m_pages.empty())
            m_pages.back()->arena.shrink_to_fit(); // growing has left up to half of it empty
        m_pages.push_back(std::make_unique<Page>());
        m_pages.back()->records.reserve(kPageRows);
    }
    Page& page = *m_pages.back();
    const bool hasPayload = event.payloadSize > 0 || event.kind == trace::Kind::MessagePublished;
    const std::string_view text = chunk.text(hasPayload ? event.payload : event.detail);

    MessageRecord& record = page.records.emplace_back();
    record.event = event.id;
    record.time = event.time.time_since_epoch().count();
    record.offset = static_cast<std::uint32_t>(page.arena.size());
    record.length = static_cast<std::uint32_t>(text.size());
    record.size = hasPayload ? event.payloadSize : record.length;
    const std::string_view origin = chunk.origin(event);
    if (origin.empty()) {
        record.subject = intern(chunk.text(event.subject));
        record.object = intern(chunk.text(event.object));
    } else {
        record.subject = intern(originKey(origin, chunk.text(event.subject)));
        record.object = intern(originKey(origin, chunk.text(event.object)));
    }
    record.kind = event.kind;
    record.flags = event.flags;
    page.arena.insert(page.arena.end(), text.begin(), text.end());
    m_bytes += sizeof(MessageRecord) + text.size();
    ++m_count;
}

bool MessageStore::overfull() const
{
    return m_pages.size() > 1 && (m_count > m_limits.rows || m_bytes > m_limits.bytes);
}

std::size_t MessageStore::evictPage()
{
    assert(m_pages.size() > 1);
    const std::unique_ptr<Page> page = std::move(m_pages.front());
    m_pages.pop_front();
    for (const MessageRecord& record : page->records) {
        release(record.subject, m_firstPage);
        release(record.object, m_firstPage);
    }
    ++m_firstPage;
    m_bytes -= footprint(*page);
    m_first += page->records.size();
    m_count -= page->records.size();
    return page->records.size();
}

const MessageRecord& MessageStore::record(Serial serial) const
{
    assert(contains(serial));
    const std::size_t index = serial - m_first;
    return m_pages[index / kPageRows]->records[index % kPageRows];
}

std::string_view MessageStore::payload(Serial serial) const
{
    const MessageRecord& row = record(serial);
    return {m_pages[(serial - m_first) / kPageRows]->arena.data() + row.offset, row.length};
}

std::optional<Serial> MessageStore::find(trace::EventId event) const
{
    Serial from = begin();
    for (Serial count = end() - begin(); count > 0;) {
        const Serial half = count / 2;
        if (record(from + half).event < event) {
            from += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return from < end() && record(from).event == event ? std::optional(from) : std::nullopt;
}

std::optional<NameId> MessageStore::find(std::string_view name) const
{
    const auto known = m_nameIds.find(name);
    return known == m_nameIds.end() ? std::nullopt : std::optional(known->second);
}

NameId MessageStore::intern(std::string_view text)
{
    const std::uint64_t page = m_firstPage + m_pages.size() - 1;
    if (const auto known = m_nameIds.find(text); known != m_nameIds.end()) {
        m_names[known->second].lastPage = page;
        return known->second;
    }
    NameId id = static_cast<NameId>(m_names.size());
    if (m_freeNames.empty()) {
        m_names.emplace_back();
    } else {
        id = m_freeNames.back();
        m_freeNames.pop_back();
    }
    m_names[id] = {std::string(text), page};
    m_nameIds.emplace(text, id);
    return id;
}

void MessageStore::release(NameId id, std::uint64_t page)
{
    Name& name = m_names[id];
    const auto known = m_nameIds.find(name.text);
    // Mentioned by a newer page, or let go already by an earlier row of this one.
    if (name.lastPage != page || known == m_nameIds.end() || known->second != id)
        return;
    m_nameIds.erase(known);
    name.text.clear();
    m_freeNames.push_back(id);
}

std::size_t MessageStore::footprint(const Page& page)
{
    return page.records.size() * sizeof(MessageRecord) + page.arena.size();
}

} // namespace greensward::ui
