// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connections_model.h"

#include "ui/connections/explanation.h"
#include "ui/models/number_text.h"
#include "ui/models/origin_key.h"
#include "ui/models/scope_share.h"

#include <algorithm>
#include <cmath>

namespace greensward::ui {

namespace {

/// While the window is paused nothing is published; beyond this share of the limit the bound is kept all the same.
constexpr std::size_t kSlackShare = 4;

} // namespace

ConnectionsModel::ConnectionsModel(EngineMirror& mirror) : ConnectionsModel(mirror, Limits{}) {}

ConnectionsModel::ConnectionsModel(EngineMirror& mirror, Limits limits) : m_mirror(mirror), m_limits(limits)
{
    applyScope();
    connect(&mirror.scope(), &ScopeStack::changed, this, &ConnectionsModel::applyScope);
    connect(&mirror, &EngineMirror::pausedChanged, this, &ConnectionsModel::setPaused);
    connect(&mirror, &EngineMirror::secondPassed, this, [this] {
        if (m_online > 0 && !m_pausedAt && !m_shown.empty())
            emit dataChanged(index(0, Left), index(rowCount() - 1, Left), {Qt::DisplayRole});
    });
    setPaused(mirror.isPaused());
}

/// What is counted goes on meanwhile; the traffic until then is set aside, to be shown.
void ConnectionsModel::setPaused(bool paused)
{
    m_pausedAt = paused ? std::optional(m_mirror.now()) : std::nullopt;
    for (const auto& lane : m_lanes) {
        if (!lane->sessions.empty()) {
            ClientSession& session = lane->sessions.back();
            session.atPause = paused ? std::optional<SessionTraffic>(session) : std::nullopt;
        }
    }
}

int ConnectionsModel::rowOf(const QString& client) const
{
    const ClientLane* lane = laneOf(client);
    return lane ? lane->row : -1;
}

const ClientLane* ConnectionsModel::laneOf(const QString& client) const
{
    const std::string key = client.toStdString();
    auto found = m_laneOf.find(key);
    if (found == m_laneOf.end())
        found = m_laneOf.find(std::string(1, '\0') + key); // a host, see laneForHost()
    return found == m_laneOf.end() ? nullptr : found->second;
}

void ConnectionsModel::ingest(const trace::Chunk& chunk)
{
    for (const trace::Event& event : chunk.events())
        take(chunk, event);
    if (m_lanes.size() > m_limits.lanes + m_limits.lanes / kSlackShare ||
        m_bytes > m_limits.bytes + m_limits.bytes / kSlackShare)
        keepWithinLimits();
}

void ConnectionsModel::publish()
{
    const bool counts = !m_fresh.empty() || !m_changed.empty();
    if (!m_fresh.empty())
        showFresh();
    keepWithinLimits();
    if (!m_changed.empty())
        tellChanges();
    if (counts)
        emit countsChanged();
}

bool ConnectionsModel::fits(const ClientLane& lane) const
{
    if (m_filter.isEmpty())
        return true;
    const std::string client = lane.client.toStdString();
    const std::string address = lane.newest() ? lane.newest()->address.toStdString() : std::string();
    FilterRow row;
    row.from = client;
    row.text = address;
    row.origin = splitKey(client).origin;
    return m_filter.matches(row);
}

void ConnectionsModel::applyScope()
{
    Filter filter = clientShare(m_mirror.scope()).filter;
    if (filter.terms() == m_filter.terms())
        return;
    m_filter = std::move(filter);
    beginResetModel();
    showAll();
    endResetModel();
    emit countsChanged();
}

/// Chooses the rows anew among all lanes. Between begin- and endResetModel().
void ConnectionsModel::showAll()
{
    m_fresh.clear();
    m_shown.clear();
    for (const auto& lane : m_lanes) {
        lane->row = fits(*lane) ? static_cast<int>(m_shown.size()) : -1;
        if (lane->row >= 0)
            m_shown.push_back(lane.get());
    }
}

void ConnectionsModel::showFresh()
{
    std::erase_if(m_fresh, [this](const ClientLane* lane) { return !fits(*lane); });
    if (!m_fresh.empty()) {
        const int first = static_cast<int>(m_shown.size());
        beginInsertRows({}, first, first + static_cast<int>(m_fresh.size()) - 1);
        for (ClientLane* lane : m_fresh) {
            lane->row = static_cast<int>(m_shown.size());
            m_shown.push_back(lane);
        }
        m_fresh.clear();
        endInsertRows();
    }
}

void ConnectionsModel::tellChanges()
{
    std::vector<int> rows;
    rows.reserve(m_changed.size());
    for (ClientLane* lane : m_changed) {
        lane->changed = false;
        if (lane->row >= 0)
            rows.push_back(lane->row);
    }
    m_changed.clear();
    if (rows.empty())
        return;
    const auto [first, last] = std::minmax_element(rows.begin(), rows.end());
    emit dataChanged(index(*first, 0), index(*last, kColumnCount - 1));
    emit lanesChanged(rows);
}

void ConnectionsModel::keepWithinLimits()
{
    if (m_lanes.size() > m_limits.lanes)
        forgetTheLongestGone();
    if (m_bytes > m_limits.bytes)
        forgetOldSessions();
}

/// A tenth more than needed, so that a flood of new clients does not sort the lanes every frame.
void ConnectionsModel::forgetTheLongestGone()
{
    std::vector<std::pair<WallTime, const ClientLane*>> gone;
    for (const auto& lane : m_lanes)
        if (!lane->isOnline())
            gone.emplace_back(lane->newest() ? *lane->newest()->end : WallTime{}, lane.get());
    const std::size_t leaving = std::min(gone.size(), m_lanes.size() - m_limits.lanes + m_limits.lanes / 10);
    if (leaving == 0)
        return;
    std::nth_element(gone.begin(), gone.begin() + static_cast<std::ptrdiff_t>(leaving) - 1, gone.end());
    gone.resize(leaving);
    std::vector<const ClientLane*> forgotten;
    for (const auto& [end, lane] : gone) {
        forgotten.push_back(lane);
        m_forgottenSessions -= lane->forgotten;
        for (const ClientSession& session : lane->sessions)
            m_bytes -= session.bytes();
    }
    std::sort(forgotten.begin(), forgotten.end());
    const auto isForgotten = [&](const ClientLane* lane) {
        return std::binary_search(forgotten.begin(), forgotten.end(), lane);
    };
    beginResetModel();
    std::erase_if(m_laneOf, [&](const auto& entry) { return isForgotten(entry.second); });
    std::erase_if(m_changed, isForgotten);
    std::erase_if(m_lanes, [&](const auto& lane) { return isForgotten(lane.get()); });
    m_forgottenLanes += leaving;
    showAll();
    endResetModel();
    emit countsChanged();
}

/// A quarter of the sessions that are over, the oldest; each lane keeps its newest one.
void ConnectionsModel::forgetOldSessions()
{
    std::vector<WallTime> ends;
    for (const auto& lane : m_lanes)
        for (std::size_t at = 0; at + 1 < lane->sessions.size(); ++at)
            ends.push_back(*lane->sessions[at].end);
    if (ends.empty())
        return;
    const auto cut = ends.begin() + static_cast<std::ptrdiff_t>(ends.size() / 4);
    std::nth_element(ends.begin(), cut, ends.end());
    for (const auto& lane : m_lanes) {
        bool trimmed = false;
        while (lane->sessions.size() > 1 && *lane->sessions.front().end <= *cut) {
            forgetOldestSession(*lane);
            trimmed = true;
        }
        if (trimmed)
            noteChange(*lane);
    }
}

int ConnectionsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ConnectionsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QString ConnectionsModel::text(const ClientLane& lane, Column column) const
{
    const WallTime now = shownNow();
    const ClientSession* newest = lane.newestAt(now);
    if (column == Client || !newest)
        return column == Client ? lane.client : QString();
    const ClientSession session = newest->asOf(now);
    switch (column) {
    case State:
        if (session.isOpen())
            return tr("online");
        return session.kept && !session.dropped ? tr("away, session kept") : tr("offline");
    case Since:
        return clockText(session.end.value_or(session.start)).left(8);
    case Protocol:
        return session.refused ? QString() : session.version5 ? tr("MQTT 5") : tr("MQTT 3.1.1");
    case KeepAlive:
        if (session.refused)
            return {};
        return session.keepAlive > 0 ? tr("%1 s").arg(countText(static_cast<quint64>(session.keepAlive))) : tr("off");
    case Left:
        if (const auto left = session.secondsLeft(now))
            return tr("%1 s").arg(countText(static_cast<quint64>(std::ceil(*left))));
        return {};
    case Will:
        switch (session.will.state) {
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
        return session.isOpen() ? QString() : nameOf(shapeOf(session));
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
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(shown, column);
    case Qt::ToolTipRole:
        if (const ClientSession* session = shown.newestAt(shownNow())) {
            const ClientSession then = session->asOf(shownNow());
            return column == Will ? explainWill(then, shownNow()) : explainEnd(then, shownNow());
        }
        return {};
    case Qt::TextAlignmentRole:
        return column == KeepAlive || column == Left ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

QVariant ConnectionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole && (column == KeepAlive || column == Left))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Client:
        return tr("Client");
    case State:
        return tr("State");
    case Since:
        return tr("Since");
    case Protocol:
        return tr("Protocol");
    case KeepAlive:
        return tr("Keep alive");
    case Left:
        return tr("Left");
    case Will:
        return tr("Will");
    case End:
        return tr("Last end");
    case kColumnCount:
        break;
    }
    return {};
}

} // namespace greensward::ui
