// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_model.h"

#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"
#include "ui/models/scope_share.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace greensward::ui {

using namespace std::chrono_literals;

namespace {

/// The rates are those of the last second or so.
constexpr Duration kSpan = 1s;

} // namespace

MapModel::MapModel(EngineMirror& mirror)
    : m_mirror(mirror)
    , m_faults(mirror.model<FaultModel>())
    , m_doctor(mirror.model<DoctorModel>())
    , m_shadows(mirror.model<ShadowBook>())
    , m_measuredAt(mirror.clock().now())
{
    m_layers = {{QStringLiteral("devices"), tr("Devices")},
                {QStringLiteral("edge"), tr("Edge")},
                {QStringLiteral("gateway"), tr("Gateway")},
                {QStringLiteral("clients"), tr("Clients")}};
    const DeviceModel* devices = &mirror.devices();
    connect(devices, &QAbstractItemModel::rowsInserted, this, &MapModel::stale);
    connect(devices, &QAbstractItemModel::rowsRemoved, this, &MapModel::stale);
    connect(devices, &QAbstractItemModel::dataChanged, this, &MapModel::stale);
    connect(&mirror, &EngineMirror::statusChanged, this, &MapModel::stale);
    connect(&mirror, &EngineMirror::pausedChanged, this, &MapModel::stale);
    connect(&mirror.selection(), &Selection::clientChanged, this, &MapModel::stale);
    connect(&m_faults, &FaultModel::faultsChanged, this, &MapModel::stale);
    connect(&m_doctor, &DoctorModel::cardsChanged, this, &MapModel::stale);
    connect(&m_shadows, &ShadowBook::changed, this, &MapModel::stale);
    connect(&mirror, &EngineMirror::secondPassed, this, [this] {
        measure();
        if (m_watched && !m_mirror.isPaused())
            readCores();
        if (std::any_of(m_nodes.begin(), m_nodes.end(),
                        [](const MapNode& node) { return node.state != LinkState::Online; }))
            stale(); // "offline 12 s"
    });
    connect(&mirror.scope(), &ScopeStack::changed, this, &MapModel::applyScope);
    applyScope();
}

void MapModel::applyScope()
{
    m_book.setFilter(m_mirror.scope().filter());
    m_clientFilter = senderShare(m_mirror.scope()).filter;
    stale();
}

void MapModel::setWatched(bool watched)
{
    if (watched == m_watched)
        return;
    m_watched = watched;
    if (!watched)
        return;
    readCores();
    refresh();
}

void MapModel::setDiscreet(bool discreet)
{
    m_discreet = discreet;
    stale();
}

/// Many reasons in one turn of the event loop make one refresh.
void MapModel::stale()
{
    if (m_watched && !m_mirror.isPaused() && !std::exchange(m_queued, true))
        QMetaObject::invokeMethod(this, &MapModel::refresh, Qt::QueuedConnection);
}

void MapModel::ingest(const trace::Chunk& chunk)
{
    m_book.ingest(chunk);
}

void MapModel::publish()
{
    measure();
    const bool changed = m_book.takeChange();
    if (!m_watched) {
        m_book.takeSightings();
        m_book.takeWills();
        return;
    }
    if (changed)
        refresh();
    for (const ClientTally* tally : m_book.takeWills())
        if (tally->row >= 0)
            emit willSpoke(tally->row);
    std::vector<Flight> flights;
    for (const auto& sighting : m_book.takeSightings())
        if (sighting.client->row >= 0)
            flights.push_back({sighting.client->row, sighting.up, sighting.sort, sighting.follows});
    if (!flights.empty())
        emit moved(flights);
}

void MapModel::measure()
{
    const Instant now = m_mirror.clock().now();
    if (now - m_measuredAt < kSpan || m_mirror.isPaused())
        return;
    if (m_book.measure(std::chrono::duration<double>(now - m_measuredAt).count()))
        stale();
    m_measuredAt = now;
}

void MapModel::refresh()
{
    m_queued = false;
    if (m_mirror.isPaused() && !m_nodes.empty())
        return;
    for (ClientTally* tally : m_placed)
        tally->row = -1;
    m_placed.clear();
    std::vector<MapNode> nodes;
    nodes.reserve(m_nodes.size() + 4);
    addDevices(nodes);
    addLocalClients(nodes);
    addCores(nodes);
    addGateway(nodes);
    addClients(nodes);
    addTraffic(nodes);
    setNodes(std::move(nodes));
}

void MapModel::setNodes(std::vector<MapNode> nodes)
{
    const bool same = std::equal(nodes.begin(), nodes.end(), m_nodes.begin(), m_nodes.end(),
                                 [](const MapNode& one, const MapNode& other) { return one.key == other.key; });
    if (!same) {
        m_nodes = std::move(nodes);
        m_rows.clear();
        for (std::size_t row = 0; row < m_nodes.size(); ++row)
            m_rows.insert(m_nodes[row].key, static_cast<int>(row));
        emit nodesReset();
        return;
    }
    std::vector<int> changed;
    for (std::size_t row = 0; row < nodes.size(); ++row)
        if (nodes[row] != m_nodes[row]) {
            m_nodes[row] = std::move(nodes[row]);
            changed.push_back(static_cast<int>(row));
        }
    if (!changed.empty())
        emit nodesChanged(changed);
}

int MapModel::rowOf(const QString& key) const
{
    if (const auto found = m_rows.constFind(key); found != m_rows.cend())
        return *found;
    const ClientTally* tally = client(key);
    return tally ? tally->row : -1;
}

int MapModel::uplinkOf(int row) const
{
    const QString& uplink = m_nodes[static_cast<std::size_t>(row)].uplink;
    return uplink.isEmpty() ? -1 : m_rows.value(uplink, -1);
}

const simulator::DeviceView* MapModel::device(const QString& key) const
{
    const std::string id = key.toStdString();
    const DeviceModel& devices = m_mirror.devices();
    for (int row = 0; row < devices.rowCount(); ++row)
        if (devices.device(row).id == id)
            return &devices.device(row);
    return nullptr;
}

const ClientTally* MapModel::client(const QString& key) const
{
    const std::string id = key.toStdString();
    return const_cast<ClientBook&>(m_book).find(id);
}

void MapModel::setUnfolded(const QString& group, bool unfolded)
{
    if (unfolded)
        m_unfolded.insert(group);
    else
        m_unfolded.remove(group);
    refresh();
}

QString flowText(double messages)
{
    if (messages <= 0)
        return {};
    return messages >= 10 ? MapModel::tr("%1 /s").arg(countText(static_cast<quint64>(std::lround(messages))))
                          : MapModel::tr("%1 /s").arg(QString::number(messages, 'g', 2));
}

QString linkStateText(LinkState state)
{
    switch (state) {
    case LinkState::Never:
        return MapModel::tr("never connected");
    case LinkState::Connecting:
        return MapModel::tr("connecting");
    case LinkState::Online:
        return MapModel::tr("online");
    case LinkState::CutOff:
        return MapModel::tr("cut off");
    case LinkState::Lost:
        return MapModel::tr("lost");
    case LinkState::Offline:
        return MapModel::tr("offline");
    }
    return {};
}

} // namespace greensward::ui
