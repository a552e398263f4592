// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/delivery_book.h"

#include "ui/models/engine_mirror.h"
#include "ui/models/qt_text.h"

#include <algorithm>
#include <utility>

namespace greensward::ui {

namespace {

constexpr std::size_t kMostNames = 60'000;

} // namespace

DeliveryBook::DeliveryBook(EngineMirror& mirror) : m_mirror(mirror)
{
    m_names.emplace_back(); // 0: nobody
}

void DeliveryBook::ingest(const trace::Chunk& chunk)
{
    // The log took this chunk just before: its last rows are the logged events of the chunk.
    Serial serial = m_mirror.log().store().end();
    for (const trace::Event& event : chunk.events())
        serial -= kLoggedKinds.contains(event.kind);
    for (const trace::Event& event : chunk.events()) {
        const Serial here = serial;
        serial += kLoggedKinds.contains(event.kind);
        if (event.kind == trace::Kind::MessagePublished) {
            m_entries.push_back({.id = event.id, .serial = here});
            if (m_entries.size() > kMost)
                m_entries.pop_front();
            continue;
        }
        if (event.kind != trace::Kind::MessageDelivered && event.kind != trace::Kind::MessageQueued &&
            event.kind != trace::Kind::MessageMissed)
            continue;
        Entry* entry = entryOf(event.cause);
        if (!entry)
            continue;
        m_changed = true;
        if (event.kind == trace::Kind::MessageQueued) {
            ++entry->queued;
        } else if (event.kind == trace::Kind::MessageMissed) {
            ++entry->dropped;
            if (event.extra == 1)
                takeBack(*entry, chunk.text(event.subject));
        } else {
            noteReceiver(*entry, chunk.text(event.subject));
            entry->asRetained += (event.flags & trace::kRetain) != 0;
        }
    }
}

void DeliveryBook::noteReceiver(Entry& entry, std::string_view name)
{
    if (const auto free = std::find(entry.receivers.begin(), entry.receivers.end(), 0); free != entry.receivers.end())
        *free = nameId(name);
    ++entry.delivered;
}

/// It was on its way and did not get there.
void DeliveryBook::takeBack(Entry& entry, std::string_view name)
{
    entry.delivered -= entry.delivered > 0;
    const auto named = std::find(entry.receivers.begin(), entry.receivers.end(), nameId(name));
    if (named != entry.receivers.end()) {
        std::rotate(named, named + 1, entry.receivers.end());
        entry.receivers.back() = 0;
    }
}

void DeliveryBook::publish()
{
    if (std::exchange(m_changed, false))
        emit changed();
}

DeliveryBook::Entry* DeliveryBook::entryOf(trace::EventId id)
{
    const auto found = std::lower_bound(m_entries.begin(), m_entries.end(), id,
                                        [](const Entry& entry, trace::EventId wanted) { return entry.id < wanted; });
    return found != m_entries.end() && found->id == id ? &*found : nullptr;
}

const DeliveryBook::Entry* DeliveryBook::findEvent(trace::EventId id) const
{
    return const_cast<DeliveryBook*>(this)->entryOf(id);
}

const DeliveryBook::Entry* DeliveryBook::find(Serial serial) const
{
    const auto found = std::lower_bound(m_entries.begin(), m_entries.end(), serial,
                                        [](const Entry& entry, Serial wanted) { return entry.serial < wanted; });
    return found != m_entries.end() && found->serial == serial ? &*found : nullptr;
}

QStringList DeliveryBook::receivers(const Entry& entry) const
{
    QStringList names;
    for (const std::uint16_t id : entry.receivers)
        if (id != 0)
            names << toQString(m_names[id]);
    return names;
}

std::uint16_t DeliveryBook::nameId(std::string_view name)
{
    const auto known = m_nameIds.find(std::string(name));
    if (known != m_nameIds.end())
        return known->second;
    if (m_names.size() >= kMostNames)
        return 0;
    const auto id = static_cast<std::uint16_t>(m_names.size());
    m_names.emplace_back(name);
    m_nameIds.emplace(name, id);
    return id;
}

} // namespace greensward::ui
