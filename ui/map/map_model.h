// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/client_book.h"
#include "ui/map/map_node.h"
#include "ui/map/map_places.h"
#include "ui/models/edge_port.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/event_consumer.h"
#include "ui/models/doctor_model.h"
#include "ui/models/fault_model.h"
#include "ui/models/shadow_book.h"

#include <QObject>
#include <QSet>

#include <vector>

namespace greensward::ui {

/// What the map shows: the simulated devices, whoever else is connected, and the gateway between them; each with its
/// link, what flows there and how it stands. Fed by the events (counts, not messages) and the mirror's devices.
///
/// A fleet is folded: of each sort of device only those that matter stand alone (chosen, in trouble, meant by the
/// scope, the workshop's own), the rest is one group; so there are never more than about kMostNodes nodes.
class MapModel final : public QObject, public EventConsumer
{
    Q_OBJECT

public:
    static constexpr int kMostNodes = 200;
    /// So many of one sort stand side by side before they are folded.
    static constexpr int kFoldFrom = 12;
    /// Of a group that is unfolded.
    static constexpr int kMostUnfolded = 60;

    explicit MapModel(EngineMirror& mirror);

    /// Ordered as they are drawn: by layer, then as they came. Valid until nodesReset().
    const std::vector<MapNode>& nodes() const { return m_nodes; }
    /// From left to right; one without nodes takes no room.
    const std::vector<MapLayer>& layers() const { return m_layers; }
    /// -1 when there is none. A client that is folded answers with its group.
    int rowOf(const QString& key) const;
    /// -1: no link leads from it.
    int uplinkOf(int row) const;
    /// The device behind a node; null for whatever is not simulated.
    const simulator::DeviceView* device(const QString& key) const;
    const ClientTally* client(const QString& key) const;
    /// Null for whatever is no core of this workspace.
    const CoreView* core(const QString& key) const;
    bool isEmpty() const { return m_nodes.size() <= 1; }

    void setUnfolded(const QString& group, bool unfolded);
    /// Where people have put nodes by hand, with the way back.
    MapPlaces& places() { return m_places; }

    /// Without the gateway's address.
    void setDiscreet(bool discreet);
    /// Nodes and dots are made only while somebody looks; events are counted all the time.
    void setWatched(bool watched);

    void ingest(const trace::Chunk& chunk) override;
    void publish() override;
    /// Those of the workspace's own cores are counted.
    bool wantsForeign() const override { return true; }

    static QString gatewayKey() { return QStringLiteral("\1gateway"); }
    static QString groupKey(const QString& sort) { return QStringLiteral("\1") + sort; }

signals:
    /// Other nodes, or another order.
    void nodesReset();
    /// These say something new.
    void nodesChanged(const std::vector<int>& rows);
    void moved(const std::vector<Flight>& flights);
    /// The gateway published the will of this node.
    void willSpoke(int row);

private:
    enum Layer { kDeviceLayer, kEdgeLayer, kGatewayLayer, kClientLayer };
    void stale();
    void refresh();
    void measure();
    void setNodes(std::vector<MapNode> nodes);
    void applyScope();
    using FleetDevice = std::pair<const simulator::RosterName*, simulator::DeviceState>;
    void addDevices(std::vector<MapNode>& nodes);
    std::vector<FleetDevice> devicesBeyond();
    void addClients(std::vector<MapNode>& nodes);
    void readCores();
    void addCores(std::vector<MapNode>& nodes);
    const CoreView* coreOfDevice(const std::string& device) const;
    ClientTally* tallyOf(const std::string& device);
    void addLocalClients(std::vector<MapNode>& nodes);
    static QString flowLine(const ClientTally& tally);
    void addGateway(std::vector<MapNode>& nodes) const;
    void addTraffic(std::vector<MapNode>& nodes);
    MapNode deviceNode(const simulator::DeviceView& device);
    MapNode clientNode(const ClientTally& tally) const;
    bool standsOut(std::string_view device, simulator::DeviceState state) const;
    bool isMeant(std::string_view client) const;
    void noteTally(ClientTally* tally, std::size_t row);

    EngineMirror& m_mirror;
    FaultModel& m_faults;
    DoctorModel& m_doctor;
    ShadowBook& m_shadows;
    ClientBook m_book;
    MapPlaces m_places;
    Filter m_clientFilter; ///< the terms of the scope that speak of senders
    std::vector<CoreView> m_cores;
    std::vector<MapLayer> m_layers;
    std::vector<MapNode> m_nodes;
    QHash<QString, int> m_rows;
    std::vector<ClientTally*> m_placed; ///< have a row
    QSet<QString> m_unfolded;
    std::shared_ptr<const simulator::Roster> m_roster; ///< what FleetDevice points into
    Instant m_measuredAt{};
    bool m_discreet = false;
    bool m_watched = false;
    bool m_queued = false;
};

/// "12 /s", "0.2 /s"; empty for nothing.
QString flowText(double messages);
/// A link's state in a word: "online", "cut off".
QString linkStateText(LinkState state);

} // namespace greensward::ui
