// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journeys/journey.h"

#include "mqtt/broker.h"
#include "ui/models/origin_key.h"
#include "ui/models/qt_text.h"

#include <algorithm>

namespace greensward::ui {

using trace::Kind;

namespace {

/// Of a text that is kept, in letters.
constexpr qsizetype kLongestText = 400;
/// A connection that is closed because of a message ends within so many events.
constexpr trace::EventId kSoon = 16;

ToldEvent told(const trace::Chunk& chunk, const trace::Event& event)
{
    const auto text = [&chunk](trace::Slice slice) { return toQString(chunk.text(slice)).left(kLongestText); };
    const auto key = [&](trace::Slice slice) {
        return toQString(originKey(chunk.origin(event), chunk.text(slice))).left(kLongestText);
    };
    return {.kind = event.kind,
            .flags = event.flags,
            .id = event.id,
            .cause = event.cause,
            .time = event.time,
            .number = event.number,
            .extra = event.extra,
            .payloadSize = event.payloadSize,
            .subject = key(event.subject),
            .object = key(event.object),
            .detail = text(event.detail),
            .certificate = event.kind == Kind::LinkOpened ? text(event.payload) : QString()};
}

/// What is said of a message on its way to one receiver.
bool isOfReceiver(Kind kind)
{
    return kind == Kind::MessageDelivered || kind == Kind::MessageQueued || kind == Kind::MessageAcknowledged ||
           kind == Kind::MessageMissed;
}

bool isOfMessage(Kind kind)
{
    return isOfReceiver(kind) || kind == Kind::MessageRefused || kind == Kind::RetainedStored ||
           kind == Kind::RetainedCleared;
}

} // namespace

Journey::Journey(const FlightMemory& memory, trace::EventId event)
{
    if (event == 0)
        return;
    const EventRef asked = memory.find(event);
    m_standing = asked ? Standing::Found : Standing::Forgotten;
    if (!asked)
        return;
    findOrigin(memory, asked);
    m_seen = std::max(m_id, memory.oldest()) - 1;
    extend(memory);
}

void Journey::findOrigin(const FlightMemory& memory, const EventRef& asked)
{
    EventRef origin = asked;
    m_message = asked->kind == Kind::MessagePublished;
    m_id = asked->id;
    if (isOfMessage(asked->kind) && asked->cause != 0) {
        const EventRef cause = memory.find(asked->cause);
        if (!cause || cause->kind == Kind::MessagePublished) {
            m_message = true;
            m_id = asked->cause;
            origin = cause;
        }
    } else if (asked->kind == Kind::MessageRefused) { // refused before it was published
        m_message = true;
    } else if (!m_message) {
        m_id = asked->journey;
        origin = memory.find(m_id);
    }
    m_start = origin ? origin->time : asked->time;
    if (!origin) {
        m_beginningForgotten = true;
        return;
    }
    m_origin = told(*origin.chunk, *origin.event);
    if (origin->kind == Kind::MessageRefused)
        m_refusal = m_origin;
    findAncestors(memory, origin->cause);
}

void Journey::findAncestors(const FlightMemory& memory, trace::EventId cause)
{
    for (int step = 0; cause != 0 && step < kMostAncestors; ++step) {
        const EventRef found = memory.find(cause);
        if (!found) {
            m_beginningForgotten = true;
            break;
        }
        m_ancestors.push_back(told(*found.chunk, *found.event));
        cause = found->cause < found->id ? found->cause : 0;
    }
    std::reverse(m_ancestors.begin(), m_ancestors.end());
}

bool Journey::extend(const FlightMemory& memory)
{
    if (m_standing != Standing::Found || memory.newest() <= m_seen)
        return false;
    bool any = false;
    memory.visitFrom(m_seen + 1, [&](const trace::ChunkPtr& chunk, const trace::Event& event) {
        any |= take(*chunk, event);
        return true;
    });
    m_seen = memory.newest();
    return any;
}

bool Journey::take(const trace::Chunk& chunk, const trace::Event& event)
{
    return m_message ? takeOfMessage(chunk, event) : takeOfConnection(chunk, event);
}

bool Journey::takeOfMessage(const trace::Chunk& chunk, const trace::Event& event)
{
    const bool closedForIt = event.kind == Kind::ClientDisconnected && m_refusal && event.number != 0 &&
                             event.number == m_refusal->number && event.id <= m_id + kSoon &&
                             event.extra == static_cast<std::int64_t>(mqtt::DisconnectReason::NotAuthorized);
    if (event.cause != m_id && !closedForIt)
        return false;
    if (isOfReceiver(event.kind))
        takeReceiver(chunk, event);
    else if (event.kind == Kind::MessageRefused && event.number != 0)
        m_refusal = told(chunk, event); // a client's own message: of a receiver's no connection is named
    else if (event.kind == Kind::MessageRefused && !chunk.text(event.subject).starts_with('$'))
        takeReceiver(chunk, event);
    else
        addOther(chunk, event);
    return true;
}

bool Journey::takeOfConnection(const trace::Chunk& chunk, const trace::Event& event)
{
    // A will's deliveries are in its own journey, which opens from here.
    if (event.journey != m_id || isOfReceiver(event.kind))
        return false;
    if (event.kind == Kind::KeepAlive)
        ++m_pings;
    else if (event.kind != Kind::DeviceState)
        addOther(chunk, event);
    return true;
}

void Journey::takeReceiver(const trace::Chunk& chunk, const trace::Event& event)
{
    const std::string client(chunk.text(event.subject));
    if (m_receivers.size() == kMostReceivers && !m_receiverOf.contains(client)) {
        // One that is taken back was counted when it was said to be delivered.
        m_moreReceivers +=
            event.kind == Kind::MessageDelivered || (event.kind == Kind::MessageMissed && event.extra == 0);
        return;
    }
    const auto [place, isNew] = m_receiverOf.emplace(client, m_receivers.size());
    if (isNew)
        m_receivers.emplace_back().client = toQString(client);
    Receiver& receiver = m_receivers[place->second];
    receiver.at = event.time;
    receiver.event = event.id;
    switch (event.kind) {
    case Kind::MessageDelivered:
        receiver.repeated = receiver.repeated || (event.flags & trace::kDuplicate) != 0;
        receiver.flags = event.flags;
        receiver.state = Receiver::State::Sent;
        break;
    case Kind::MessageAcknowledged:
        receiver.state = Receiver::State::Acknowledged;
        break;
    case Kind::MessageQueued:
        receiver.flags = event.flags;
        receiver.state = Receiver::State::Waiting;
        break;
    default:
        receiver.state = event.kind == Kind::MessageMissed ? Receiver::State::Missed : Receiver::State::Refused;
        receiver.why = toQString(chunk.text(event.detail)).left(kLongestText);
    }
}

void Journey::addOther(const trace::Chunk& chunk, const trace::Event& event)
{
    if (m_others.size() == kMostOthers)
        ++m_moreOthers;
    else
        m_others.push_back(told(chunk, event));
}

} // namespace greensward::ui
