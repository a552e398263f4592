// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connections_model.h"

#include "ui/connections/explanation.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"

#include <algorithm>
#include <cmath>

namespace greensward::ui {

using trace::Kind;

namespace {

/// Links that nobody ever spoke MQTT on are forgotten in bulk.
constexpr std::size_t kMostTransports = 20'000;

} // namespace

ConnectionsModel::ConnectionsModel(EngineMirror& mirror) : m_mirror(mirror) {}

int ConnectionsModel::rowOf(const QString& client) const
{
    const auto found =
        std::find_if(m_lanes.begin(), m_lanes.end(), [&client](const auto& lane) { return lane->client == client; });
    return found == m_lanes.end() ? -1 : static_cast<int>(found - m_lanes.begin());
}

ClientLane* ConnectionsModel::find(std::string_view client)
{
    const auto found = m_laneOf.find(std::string(client));
    return found == m_laneOf.end() ? nullptr : found->second;
}

ClientLane& ConnectionsModel::laneOf(std::string_view client)
{
    if (ClientLane* known = find(client))
        return *known;
    auto lane = std::make_unique<ClientLane>();
    lane->client = toQString(client);
    ClientLane& made = *m_new.emplace_back(std::move(lane));
    m_laneOf.emplace(std::string(client), &made);
    return made;
}

ClientSession& ConnectionsModel::beginSession(ClientLane& lane)
{
    if (lane.sessions.size() == ClientLane::kMostSessions) {
        lane.sessions.pop_front();
        ++lane.forgotten;
    }
    return lane.sessions.emplace_back();
}

void ConnectionsModel::ingest(const trace::Chunk& chunk)
{
    for (const trace::Event& event : chunk.events())
        take(chunk, event);
}

void ConnectionsModel::take(const trace::Chunk& chunk, const trace::Event& event)
{
    switch (event.kind) {
    case Kind::LinkOpened:
        if (m_transports.size() >= kMostTransports)
            m_transports.clear();
        m_transports[event.number] = toQString(chunk.text(event.detail));
        return;
    case Kind::LinkClosed:
        m_transports.erase(event.number);
        return;
    case Kind::ClientConnected:
        return connected(chunk, event);
    case Kind::ClientRefused:
        return refused(chunk, event);
    case Kind::ClientDisconnected:
        return ended(chunk, event);
    case Kind::WillArmed:
    case Kind::WillPublished:
    case Kind::WillWithheld:
        return willTold(chunk, event);
    case Kind::MessagePublished:
    case Kind::MessageAcknowledged:
    case Kind::KeepAlive:
    case Kind::Subscribed:
    case Kind::Unsubscribed:
        if (ClientLane* lane = find(chunk.text(event.subject)); lane && lane->isOnline())
            heard(lane->sessions.back(), event);
        return;
    default:
        return;
    }
}

void ConnectionsModel::heard(ClientSession& session, const trace::Event& event)
{
    session.lastHeard = event.time;
    if (event.kind == Kind::MessagePublished) {
        ++session.published;
    } else if (event.kind == Kind::KeepAlive) {
        if (session.pings.size() == ClientSession::kMostPings)
            session.pings.pop_front();
        session.pings.push_back(event.time);
        m_changed = true;
    }
}

void ConnectionsModel::connected(const trace::Chunk& chunk, const trace::Event& event)
{
    ClientLane& lane = laneOf(chunk.text(event.subject));
    lane.simulated = (event.flags & trace::kSimulated) != 0;
    ClientSession& session = beginSession(lane);
    session.start = event.time;
    session.lastHeard = event.time;
    session.connection = event.number;
    session.address = toQString(chunk.text(event.object));
    session.terms = toQString(chunk.text(event.detail));
    session.keepAlive = event.extra;
    session.resumed = (event.flags & trace::kSession) != 0;
    if (const auto transport = m_transports.find(event.number); transport != m_transports.end())
        session.transport = transport->second;
    m_changed = true;
}

void ConnectionsModel::refused(const trace::Chunk& chunk, const trace::Event& event)
{
    const std::string_view client = chunk.text(event.subject);
    if (client.empty())
        return;
    ClientSession& session = beginSession(laneOf(client));
    session.start = event.time;
    session.end = event.time;
    session.refused = true;
    session.address = toQString(chunk.text(event.object));
    session.why = toQString(chunk.text(event.detail));
    m_changed = true;
}

void ConnectionsModel::ended(const trace::Chunk& chunk, const trace::Event& event)
{
    ClientLane* lane = find(chunk.text(event.subject));
    if (!lane || !lane->isOnline())
        return;
    ClientSession& session = lane->sessions.back();
    session.end = event.time;
    session.reason = static_cast<mqtt::DisconnectReason>(event.extra);
    session.why = toQString(chunk.text(event.detail));
    m_changed = true;
}

void ConnectionsModel::willTold(const trace::Chunk& chunk, const trace::Event& event)
{
    ClientLane* lane = find(chunk.text(event.subject));
    if (!lane || lane->sessions.empty())
        return;
    // A delayed will is told of after the next connection may have begun: it belongs to the newest that has one open.
    const bool arming = event.kind == Kind::WillArmed;
    auto session = std::find_if(lane->sessions.rbegin(), lane->sessions.rend(), [arming](const ClientSession& one) {
        return arming || one.will.state == WillStory::State::Armed;
    });
    if (session == lane->sessions.rend())
        return;
    WillStory& will = session->will;
    will.topic = toQString(chunk.text(event.object));
    will.at = event.time;
    if (arming) {
        will.state = WillStory::State::Armed;
        will.flags = event.flags;
        will.delay = event.extra;
    } else {
        will.state = event.kind == Kind::WillPublished ? WillStory::State::Sent : WillStory::State::Withheld;
        will.event = event.id;
        will.why = toQString(chunk.text(event.detail));
    }
    m_changed = true;
}

void ConnectionsModel::publish()
{
    if (!m_new.empty()) {
        const int first = static_cast<int>(m_lanes.size());
        beginInsertRows({}, first, first + static_cast<int>(m_new.size()) - 1);
        std::move(m_new.begin(), m_new.end(), std::back_inserter(m_lanes));
        m_new.clear();
        endInsertRows();
        if (m_lanes.size() > kMostLanes)
            forgetTheLongestGone();
    }
    if (!std::exchange(m_changed, false))
        return;
    if (!m_lanes.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1));
    emit lanesChanged();
}

/// A tenth more than needed, so that a flood of new clients does not sort the lanes every frame.
void ConnectionsModel::forgetTheLongestGone()
{
    std::vector<std::pair<WallTime, const ClientLane*>> gone;
    for (const auto& lane : m_lanes)
        if (!lane->isOnline())
            gone.emplace_back(lane->newest() ? *lane->newest()->end : WallTime{}, lane.get());
    const std::size_t leaving = std::min(gone.size(), m_lanes.size() - kMostLanes + kMostLanes / 10);
    if (leaving == 0)
        return;
    std::nth_element(gone.begin(), gone.begin() + static_cast<std::ptrdiff_t>(leaving) - 1, gone.end());
    gone.resize(leaving);
    beginResetModel();
    for (const auto& [end, lane] : gone)
        m_laneOf.erase(lane->client.toStdString());
    std::erase_if(m_lanes, [this](const auto& lane) { return !m_laneOf.contains(lane->client.toStdString()); });
    m_forgotten += leaving;
    endResetModel();
}

int ConnectionsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lanes.size());
}

int ConnectionsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QString ConnectionsModel::text(const ClientLane& lane, Column column) const
{
    const ClientSession* session = lane.newest();
    if (column == Client || !session)
        return column == Client ? lane.client : QString();
    switch (column) {
    case State:
        return session->isOpen() ? tr("online") : nameOf(shapeOf(*session));
    case Since:
        return clockText(session->end.value_or(session->start)).left(8);
    case Terms:
        return session->terms;
    case Left:
        if (const auto left = session->secondsLeft(m_mirror.now()))
            return tr("%1 s").arg(countText(static_cast<quint64>(std::lround(*left))));
        return {};
    case Will:
        switch (session->will.state) {
        case WillStory::State::None:
            return tr("none");
        case WillStory::State::Armed:
            return tr("armed");
        case WillStory::State::Sent:
            return tr("sent");
        case WillStory::State::Withheld:
            break;
        }
        return tr("withheld");
    case End:
        return session->isOpen() ? QString() : session->why;
    case Client:
    case kColumnCount:
        break;
    }
    return {};
}

QVariant ConnectionsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ClientLane& shown = lane(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(shown, static_cast<Column>(index.column()));
    case Qt::ToolTipRole:
        return shown.newest() ? explainEnd(*shown.newest(), m_mirror.now()) : QString();
    default:
        return {};
    }
}

QVariant ConnectionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Client:
        return tr("Client");
    case State:
        return tr("State");
    case Since:
        return tr("Since");
    case Terms:
        return tr("Terms");
    case Left:
        return tr("Left");
    case Will:
        return tr("Will");
    case End:
        return tr("Why it ended");
    case kColumnCount:
        break;
    }
    return {};
}

} // namespace greensward::ui
