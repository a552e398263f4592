// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/shadow_book.h"

#include "ui/models/engine_mirror.h"

#include <algorithm>
#include <utility>

namespace greensward::ui {

using trace::Kind;

namespace {

constexpr std::size_t kMostClients = 50'000;
constexpr std::string_view kThings = "$aws/things/";

std::string_view text(const trace::Chunk& chunk, const trace::Slice& slice)
{
    return chunk.text(slice);
}

} // namespace

ShadowBook::ShadowBook(EngineMirror&) {}

const ShadowRecord* ShadowBook::find(const ShadowName& name) const
{
    const auto found = m_records.find(name);
    return found == m_records.end() ? nullptr : found->second.get();
}

ShadowRecord* ShadowBook::record(const ShadowName& name, bool make)
{
    const auto found = m_records.find(name);
    if (found != m_records.end() || !make)
        return found == m_records.end() ? nullptr : found->second.get();
    if (m_records.size() >= kMostShadows) {
        ++m_refused;
        return nullptr;
    }
    m_grown = true;
    return m_records.emplace(name, std::make_unique<ShadowRecord>(name)).first->second.get();
}

void ShadowBook::ingest(const trace::Chunk& chunk)
{
    for (const trace::Event& event : chunk.events()) {
        switch (event.kind) {
        case Kind::ShadowAccepted:
        case Kind::ShadowRejected:
        case Kind::ShadowDelta:
            noteService(event, chunk);
            break;
        case Kind::MessagePublished:
        case Kind::MessageDelivered:
            if (text(chunk, event.object).starts_with(kThings))
                noteMessage(event, chunk);
            break;
        case Kind::ClientConnected:
        case Kind::ClientDisconnected:
            notePresence(event, chunk);
            break;
        default:
            break;
        }
    }
}

void ShadowBook::noteService(const trace::Event& event, const trace::Chunk& chunk)
{
    const auto topic = shadowTopic(text(chunk, event.object));
    if (!topic)
        return;
    const std::string_view detail = text(chunk, event.detail);
    const bool isGet = detail.starts_with("get");
    // What is refused to be read need not be there.
    ShadowRecord* record = this->record(topic->name, event.kind == Kind::ShadowAccepted || !isGet);
    if (!record)
        return;
    const std::size_t before = record->bytes();
    m_dirty.insert(topic->name);
    if (event.kind == Kind::ShadowDelta) {
        record->noteDelta(text(chunk, event.payload), event.extra, event.cause, event.time);
        return keepWithin(*record, before);
    }
    if (isGet) {
        if (event.kind == Kind::ShadowAccepted)
            record->noteRead(event.extra);
        return;
    }
    ShadowChange change{.removes = detail.starts_with("delete"),
                        .time = event.time,
                        .who = std::string(text(chunk, event.subject)),
                        .event = event.id,
                        .cause = event.cause,
                        .request = std::string(text(chunk, event.payload))};
    if (event.kind == Kind::ShadowAccepted) {
        change.version = event.extra;
        record->noteAccepted(std::move(change));
    } else {
        change.code = static_cast<int>(event.extra);
        const auto colon = detail.find(": ");
        change.reason = std::string(colon == std::string_view::npos ? detail : detail.substr(colon + 2));
        record->noteRejected(std::move(change));
    }
    keepWithin(*record, before);
}

void ShadowBook::noteMessage(const trace::Event& event, const trace::Chunk& chunk)
{
    const auto topic = shadowTopic(text(chunk, event.object));
    if (!topic)
        return;
    if (event.kind == Kind::MessageDelivered) {
        if (ShadowRecord* record = this->record(topic->name, false);
            record && text(chunk, event.subject) == topic->name.thing) {
            record->noteDelivered(event.cause, event.time);
            m_dirty.insert(topic->name);
        }
        return;
    }
    const bool ofChange = topic->suffix.starts_with("update/") || topic->suffix.starts_with("delete/");
    const bool says = topic->suffix.ends_with("/accepted") || topic->suffix.ends_with("/documents");
    ShadowRecord* record = this->record(topic->name, ofChange && says);
    if (!record)
        return;
    const std::size_t before = record->bytes();
    record->noteMessage(topic->suffix, text(chunk, event.payload), event.payload.length == event.payloadSize, event.id,
                        event.cause, event.time);
    m_dirty.insert(topic->name);
    keepWithin(*record, before);
}

void ShadowBook::notePresence(const trace::Event& event, const trace::Chunk& chunk)
{
    const std::string client(text(chunk, event.subject));
    if (event.kind == Kind::ClientDisconnected)
        m_online.erase(client);
    else if (m_online.size() < kMostClients)
        m_online.insert(client);
    for (auto at = m_records.lower_bound({client, {}}); at != m_records.end() && at->first.thing == client; ++at)
        m_dirty.insert(at->first);
}

/// Whoever grew gives room back, so that one busy shadow does not cost the others their history.
void ShadowBook::keepWithin(ShadowRecord& record, std::size_t bytesBefore)
{
    m_bytes += record.bytes() - bytesBefore;
    while (m_bytes > kMostBytes && record.changes().size() > 1) {
        const std::size_t before = record.bytes();
        record.forgetOldest();
        m_bytes -= before - record.bytes();
    }
}

void ShadowBook::noteAnswer(const ShadowName& name, const std::string& body)
{
    if (ShadowRecord* record = this->record(name, true)) {
        const std::size_t before = record->bytes();
        record->noteAnswer(body);
        m_dirty.insert(name);
        keepWithin(*record, before);
    }
    publish();
}

void ShadowBook::noteMissing(const ShadowName& name)
{
    if (ShadowRecord* record = this->record(name, false)) {
        record->noteMissing();
        m_dirty.insert(name);
        publish();
    }
}

void ShadowBook::noteVersion(const ShadowName& name, std::int64_t version)
{
    if (ShadowRecord* record = this->record(name, true)) {
        record->noteRead(version);
        m_dirty.insert(name);
        publish();
    }
}

void ShadowBook::publish()
{
    if (std::exchange(m_grown, false))
        emit added();
    if (!m_dirty.empty())
        emit changed(std::exchange(m_dirty, {}));
}

} // namespace greensward::ui
