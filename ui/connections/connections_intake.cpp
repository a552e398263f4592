// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How events become lanes and sessions.
#include "ui/connections/connections_model.h"
#include "ui/models/origin_key.h"
#include "ui/models/qt_text.h"

#include <algorithm>

namespace greensward::ui {

using trace::Kind;

namespace {

/// Links that nobody ever spoke MQTT on are forgotten in bulk.
constexpr std::size_t kMostLinks = 50'000;
/// Of a reason or a subject that is kept, in letters.
constexpr qsizetype kLongestText = 400;

std::string clientOf(const trace::Chunk& chunk, const trace::Event& event)
{
    return originKey(chunk.origin(event), chunk.text(event.subject));
}

QString textOf(const trace::Chunk& chunk, trace::Slice slice)
{
    return toQString(chunk.text(slice)).left(kLongestText);
}

/// "127.0.0.1" of "127.0.0.1:50612": another attempt comes from another port.
std::string_view hostOf(std::string_view address)
{
    const auto colon = address.rfind(':');
    return colon == std::string_view::npos ? address : address.substr(0, colon);
}

} // namespace

void ConnectionsModel::take(const trace::Chunk& chunk, const trace::Event& event)
{
    switch (event.kind) {
    case Kind::LinkOpened:
        if (m_links.size() >= kMostLinks)
            m_links.clear();
        m_links[event.number] = {textOf(chunk, event.detail), textOf(chunk, event.payload)};
        return;
    case Kind::LinkClosed:
        m_links.erase(event.number);
        return;
    case Kind::LinkRefused:
        return refused(chunk, event, event.origin != 0); // our own attempts elsewhere have a name
    case Kind::ClientConnected:
        return connected(chunk, event);
    case Kind::ClientRefused:
        return refused(chunk, event, event.origin != 0 || chunk.text(event.subject) != chunk.text(event.object));
    case Kind::ProtocolError:
        // Of a client that is connected its end will tell.
        if (chunk.text(event.subject) == chunk.text(event.object))
            refused(chunk, event, false);
        return;
    case Kind::ClientTakenOver:
        if (ClientLane* lane = find(clientOf(chunk, event)); lane && lane->isOnline())
            lane->sessions.back().takenOverBy = textOf(chunk, event.object);
        return;
    case Kind::ClientDisconnected:
        return ended(chunk, event);
    case Kind::SessionExpired:
        if (ClientLane* lane = find(clientOf(chunk, event)); lane && lane->newest() && !lane->isOnline()) {
            lane->sessions.back().dropped = event.time;
            noteChange(*lane);
        }
        return;
    case Kind::WillArmed:
    case Kind::WillPublished:
    case Kind::WillWithheld:
        return willTold(chunk, event);
    case Kind::Subscribed:
    case Kind::Unsubscribed:
        subscribed(chunk, event);
        [[fallthrough]];
    case Kind::MessagePublished:
    case Kind::MessageAcknowledged:
    case Kind::MessageDelivered:
    case Kind::MessageMissed:
    case Kind::KeepAlive:
        return heard(chunk, event);
    default:
        return;
    }
}

ClientLane* ConnectionsModel::find(std::string_view client)
{
    const auto found = m_laneOf.find(client);
    return found == m_laneOf.end() ? nullptr : found->second;
}

ClientLane& ConnectionsModel::makeLane(const std::string& key, const QString& shown)
{
    ClientLane& made = *m_lanes.emplace_back(std::make_unique<ClientLane>());
    made.client = shown;
    m_fresh.push_back(&made);
    m_laneOf.emplace(key, &made);
    return made;
}

ClientLane& ConnectionsModel::laneFor(std::string_view client)
{
    ClientLane* known = find(client);
    return known ? *known : makeLane(std::string(client), toQString(client));
}

/// Those who never told their client id. A client id cannot hold the null character [MQTT-1.5.3-2].
ClientLane& ConnectionsModel::laneForHost(std::string_view address)
{
    const std::string_view host = hostOf(address);
    const std::string key = std::string(1, '\0') + std::string(host);
    if (ClientLane* known = find(key))
        return *known;
    ClientLane& lane = makeLane(key, toQString(host));
    lane.nameless = true;
    return lane;
}

ClientSession& ConnectionsModel::beginSession(ClientLane& lane)
{
    if (lane.sessions.size() == ClientLane::kMostSessions)
        forgetOldestSession(lane);
    return lane.sessions.emplace_back();
}

void ConnectionsModel::forgetOldestSession(ClientLane& lane)
{
    m_bytes -= lane.sessions.front().bytes();
    lane.sessions.pop_front();
    ++lane.forgotten;
    ++m_forgottenSessions;
}

void ConnectionsModel::noteChange(ClientLane& lane)
{
    if (!std::exchange(lane.changed, true))
        m_changed.push_back(&lane);
}

/// What CONNECT and the link told. The session's octets are counted from here on.
void ConnectionsModel::fillIn(ClientSession& session, const trace::Chunk& chunk, const trace::Event& event) const
{
    session.start = event.time;
    session.lastHeard = event.time;
    session.origin = toQString(chunk.origin(event));
    session.address = textOf(chunk, event.object);
    if (const auto link = m_links.find(event.number); event.number != 0 && link != m_links.end()) {
        session.transport = link->second.transport;
        session.certificate = link->second.certificate;
    }
}

void ConnectionsModel::connected(const trace::Chunk& chunk, const trace::Event& event)
{
    ClientLane& lane = laneFor(clientOf(chunk, event));
    lane.simulated = (event.flags & trace::kSimulated) != 0;
    if (lane.isOnline()) { // the recorder lost its end
        lane.sessions.back().end = event.time;
        lane.sessions.back().endMissed = true;
        --m_online;
    }
    ClientSession& session = beginSession(lane);
    fillIn(session, chunk, event);
    session.began = event.id;
    session.keepAlive = event.extra;
    session.version5 = (event.flags & mqtt::kVersion5) != 0;
    session.cleanStart = (event.flags & mqtt::kCleanStart) != 0;
    session.resumed = (event.flags & trace::kSession) != 0;
    if (!session.resumed) {
        lane.filters.clear();
        lane.moreFilters = 0;
    }
    m_bytes += session.bytes();
    ++m_online;
    noteChange(lane);
}

void ConnectionsModel::refused(const trace::Chunk& chunk, const trace::Event& event, bool named)
{
    ClientLane& lane = named ? laneFor(clientOf(chunk, event)) : laneForHost(chunk.text(event.object));
    if (lane.isOnline()) // somebody else was refused under its name
        return;
    ClientSession& session = beginSession(lane);
    fillIn(session, chunk, event);
    session.end = event.time;
    session.began = event.id;
    session.refused = true;
    session.beforeConnect = !named;
    session.refusal = static_cast<mqtt::ReasonCode>(event.extra);
    session.why = textOf(chunk, event.detail);
    m_bytes += session.bytes();
    noteChange(lane);
}

void ConnectionsModel::ended(const trace::Chunk& chunk, const trace::Event& event)
{
    ClientLane* lane = find(clientOf(chunk, event));
    if (!lane || !lane->isOnline())
        return;
    ClientSession& session = lane->sessions.back();
    m_bytes -= session.bytes();
    session.end = event.time;
    session.ended = event.id;
    session.reason = static_cast<mqtt::DisconnectReason>(event.extra);
    session.why = textOf(chunk, event.detail);
    session.kept = (event.flags & trace::kSession) != 0;
    m_bytes += session.bytes();
    --m_online;
    noteChange(*lane);
}

void ConnectionsModel::willTold(const trace::Chunk& chunk, const trace::Event& event)
{
    ClientLane* lane = find(clientOf(chunk, event));
    if (!lane || lane->sessions.empty())
        return;
    // A delayed will is told of when the next connection may have begun: it belongs to the newest that has one armed.
    const bool arming = event.kind == Kind::WillArmed;
    const auto session =
        std::find_if(lane->sessions.rbegin(), lane->sessions.rend(), [arming](const ClientSession& one) {
            return arming || one.will.state == WillStory::State::Armed;
        });
    if (session == lane->sessions.rend())
        return;
    m_bytes -= session->bytes();
    WillStory& will = session->will;
    will.topic = textOf(chunk, event.object);
    if (arming) {
        will.state = WillStory::State::Armed;
        will.flags = event.flags;
        will.delay = event.extra;
    } else {
        will.state = event.kind == Kind::WillPublished ? WillStory::State::Sent : WillStory::State::Withheld;
        will.at = event.time;
        will.event = event.id;
        will.fate = static_cast<mqtt::WillFate>(event.extra);
        will.why = textOf(chunk, event.detail);
    }
    m_bytes += session->bytes();
    noteChange(*lane);
}

void ConnectionsModel::subscribed(const trace::Chunk& chunk, const trace::Event& event)
{
    ClientLane* lane = find(clientOf(chunk, event));
    if (!lane)
        return;
    const QString filter = textOf(chunk, event.object);
    if (event.kind == Kind::Unsubscribed) {
        if (lane->filters.removeAll(filter) == 0 && lane->moreFilters > 0)
            --lane->moreFilters;
    } else if (!lane->filters.contains(filter)) {
        if (lane->filters.size() < ClientLane::kMostFilters)
            lane->filters << filter;
        else
            ++lane->moreFilters;
    }
    noteChange(*lane);
}

/// Any packet of the client starts its countdown anew [MQTT-3.1.2-24].
void ConnectionsModel::heard(const trace::Chunk& chunk, const trace::Event& event)
{
    ClientLane* lane = find(clientOf(chunk, event));
    if (!lane || !lane->isOnline())
        return;
    ClientSession& session = lane->sessions.back();
    if (event.kind == Kind::MessageDelivered) {
        session.lastSent = event.time;
        ++session.delivered;
        return;
    }
    if (event.kind == Kind::MessageMissed) {
        session.delivered -= event.extra == 1 && session.delivered > 0; // taken back
        return;
    }
    session.lastHeard = event.time;
    if (event.kind == Kind::MessagePublished) {
        ++session.published;
        session.lastMessage = event.id;
    } else if (event.kind == Kind::KeepAlive) {
        m_bytes -= session.bytes();
        session.pings.add(event.time);
        m_bytes += session.bytes();
        noteChange(*lane);
    }
}

} // namespace greensward::ui
