// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/client_book.h"

#include "mqtt/broker.h"
#include "ui/models/origin_key.h"

#include <algorithm>

namespace greensward::ui {

using trace::Kind;

namespace {

/// Of a client; at a core of the workspace it is another than at the gateway.
class Name
{
public:
    Name(const trace::Chunk& chunk, const trace::Event& event) : m_view(chunk.text(event.subject))
    {
        if (event.origin == 0)
            return;
        m_key = originKey(chunk.origin(event), m_view);
        m_view = m_key;
    }
    operator std::string_view() const { return m_view; }

private:
    std::string m_key;
    std::string_view m_view;
};

} // namespace

void ClientBook::ingest(const trace::Chunk& chunk)
{
    for (const trace::Event& event : chunk.events()) {
        if (event.origin != 0 && coreOf(chunk.origin(event)).empty())
            continue; // a broker elsewhere
        switch (event.kind) {
        case Kind::MessagePublished:
            published(chunk, event);
            break;
        case Kind::MessageDelivered:
            delivered(chunk, event);
            break;
        case Kind::ClientConnected: {
            ClientTally& tally = client(Name(chunk, event));
            tally.connected = tally.ever = true;
            tally.lost = tally.willArmed = tally.willSent = false;
            tally.since = event.time;
            m_changed = true;
            break;
        }
        case Kind::ClientDisconnected:
            if (ClientTally* tally = find(Name(chunk, event)); tally && tally->connected) {
                tally->connected = false;
                tally->lost =
                    static_cast<mqtt::DisconnectReason>(event.extra) != mqtt::DisconnectReason::ClientDisconnect;
                tally->since = event.time;
                m_changed = true;
            }
            break;
        case Kind::WillArmed:
        case Kind::WillWithheld:
            if (ClientTally* tally = find(Name(chunk, event))) {
                tally->willArmed = event.kind == Kind::WillArmed;
                m_changed = true;
            }
            break;
        case Kind::WillPublished: {
            m_willEvents[m_nextWill++ % m_willEvents.size()] = event.id;
            ClientTally& tally = client(Name(chunk, event));
            tally.willArmed = false;
            tally.willSent = !tally.connected; // a delayed one may come when it is back already
            m_wills.push_back(&tally);
            m_changed = true;
            break;
        }
        default:
            break;
        }
    }
}

ClientTally* ClientBook::find(std::string_view id)
{
    const auto found = m_clients.find(id);
    return found == m_clients.end() ? nullptr : found->second.get();
}

ClientTally& ClientBook::client(std::string_view id)
{
    if (ClientTally* known = find(id))
        return *known;
    if (m_clients.size() >= kMostClients)
        makeRoom();
    auto made = std::make_unique<ClientTally>();
    made->id = id;
    ClientTally& tally = *made;
    m_clients.emplace(tally.id, std::move(made));
    m_changed = true;
    return tally;
}

/// A tenth at once, so that a storm of new clients does not sort the book for each of them.
void ClientBook::makeRoom()
{
    std::vector<const ClientTally*> gone;
    for (const auto& [id, tally] : m_clients)
        gone.push_back(tally.get());
    const auto leaves = [](const ClientTally* one, const ClientTally* other) {
        return std::pair(one->connected, one->since) < std::pair(other->connected, other->since);
    };
    const auto end = gone.begin() + static_cast<std::ptrdiff_t>(kMostClients / 10);
    std::nth_element(gone.begin(), end, gone.end(), leaves);
    m_sightings.clear();
    m_wills.clear();
    for (auto at = gone.begin(); at != end; ++at) {
        std::erase(m_active, *at);
        m_clients.erase((*at)->id);
    }
}

void ClientBook::forgetGoneBefore(WallTime then, std::string_view kept)
{
    std::vector<std::string_view> gone;
    for (const auto& [id, tally] : m_clients)
        if (!tally->connected && !tally->active && tally->row < 0 && tally->since < then && id != kept)
            gone.push_back(id);
    if (gone.empty())
        return;
    m_sightings.clear();
    m_wills.clear();
    for (const std::string_view id : gone)
        m_clients.erase(id);
}

bool ClientBook::fits(const trace::Chunk& chunk, const trace::Event& event) const
{
    if (m_filter.isEmpty())
        return true;
    return m_filter.matches({.topic = chunk.text(event.object),
                             .from = chunk.text(event.subject),
                             .text = {},
                             .payload = chunk.text(event.payload),
                             .time = event.time,
                             .size = event.payloadSize,
                             .kind = event.kind,
                             .flags = event.flags,
                             .hasMessage = true});
}

void ClientBook::published(const trace::Chunk& chunk, const trace::Event& event)
{
    const bool will =
        event.cause != 0 && std::find(m_willEvents.begin(), m_willEvents.end(), event.cause) != m_willEvents.end();
    Verdict& verdict = slot(event.id);
    verdict = {event.id, fits(chunk, event),
               will                             ? MessageSort::Will
               : (event.flags & trace::kRetain) ? MessageSort::Retained
                                                : MessageSort::Message};
    ClientTally& tally = client(Name(chunk, event));
    tally.lastMessage = event.time;
    tally.lastEvent = event.id;
    if (!verdict.fits || will) // the gateway speaks a will, not the client
        return;
    count(tally, tally.upNow, event);
    if (m_sightings.size() < kMostSightings && tally.up.messages < kBandFrom)
        m_sightings.push_back({&tally, true, verdict.sort, false});
}

void ClientBook::delivered(const trace::Chunk& chunk, const trace::Event& event)
{
    const Verdict& verdict = slot(event.cause);
    const bool known = event.cause != 0 && verdict.event == event.cause;
    // An older message, a retained one mostly: its sender is not told, so only the rest of the scope can speak.
    if (!(known ? verdict.fits : fits(chunk, event)))
        return;
    ClientTally& tally = client(Name(chunk, event));
    count(tally, tally.downNow, event);
    const MessageSort sort = (event.flags & trace::kRetain) ? MessageSort::Retained
                             : known                        ? verdict.sort
                                                            : MessageSort::Message;
    if (m_sightings.size() < kMostSightings && tally.down.messages < kBandFrom)
        m_sightings.push_back({&tally, false, sort, known && sort != MessageSort::Will});
}

void ClientBook::count(ClientTally& tally, ClientTally::Count& count, const trace::Event& event)
{
    ++count.messages;
    count.bytes += event.payloadSize;
    if (!std::exchange(tally.active, true))
        m_active.push_back(&tally);
}

bool ClientBook::measure(double seconds)
{
    if (seconds <= 0)
        return false;
    bool changed = false;
    const auto take = [&](Traffic& traffic, ClientTally::Count& count) {
        const Traffic next{count.messages / seconds, static_cast<double>(count.bytes) / seconds};
        changed |= next != traffic;
        traffic = next;
        count = {};
    };
    for (ClientTally* tally : m_active) {
        take(tally->up, tally->upNow);
        take(tally->down, tally->downNow);
        tally->active = tally->up.messages > 0 || tally->down.messages > 0;
    }
    std::erase_if(m_active, [](const ClientTally* tally) { return !tally->active; });
    return changed;
}

} // namespace greensward::ui
