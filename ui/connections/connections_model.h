// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/session.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/event_consumer.h"

#include <QAbstractTableModel>

#include <memory>
#include <unordered_map>
#include <vector>

namespace greensward::ui {

/// The clients of the gateway, one lane each, in the order in which they first came; also the table twin of the lanes.
/// Bounded: of more than kMostLanes clients those that have been gone longest are forgotten, and counted.
class ConnectionsModel final : public QAbstractTableModel, public EventConsumer
{
    Q_OBJECT

public:
    enum Column { Client, State, Since, Terms, Left, Will, End, kColumnCount };
    static constexpr std::size_t kMostLanes = 10'000;

    explicit ConnectionsModel(EngineMirror& mirror);

    const ClientLane& lane(int row) const { return *m_lanes[static_cast<std::size_t>(row)]; }
    /// -1 when there is none.
    int rowOf(const QString& client) const;
    quint64 forgotten() const { return m_forgotten; }

    void ingest(const trace::Chunk& chunk) override;
    void publish() override;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// Lanes that exist have something new.
    void lanesChanged();

private:
    void take(const trace::Chunk& chunk, const trace::Event& event);
    void connected(const trace::Chunk& chunk, const trace::Event& event);
    void ended(const trace::Chunk& chunk, const trace::Event& event);
    void refused(const trace::Chunk& chunk, const trace::Event& event);
    void willTold(const trace::Chunk& chunk, const trace::Event& event);
    void heard(ClientSession& session, const trace::Event& event);
    ClientLane& laneOf(std::string_view client);
    ClientLane* find(std::string_view client);
    ClientSession& beginSession(ClientLane& lane);
    void forgetTheLongestGone();
    QString text(const ClientLane& lane, Column column) const;

    EngineMirror& m_mirror;
    std::vector<std::unique_ptr<ClientLane>> m_lanes; ///< shown
    std::vector<std::unique_ptr<ClientLane>> m_new;   ///< since the last publish()
    std::unordered_map<std::string, ClientLane*> m_laneOf;
    std::unordered_map<quint64, QString> m_transports; ///< of links that no client was accepted on yet
    quint64 m_forgotten = 0;
    bool m_changed = false;
};

} // namespace greensward::ui
