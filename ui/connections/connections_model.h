// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/session.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/event_consumer.h"

#include <QAbstractTableModel>

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace greensward::ui {

/// The clients of the gateway, one lane each, in the order in which they first came, as far as the window's scope
/// speaks of senders; also the table twin of the lanes.
///
/// Bounded in lanes, sessions and octets: those that have been gone longest are forgotten first, and counted. Whoever
/// is connected stays.
class ConnectionsModel final : public QAbstractTableModel, public EventConsumer
{
    Q_OBJECT

public:
    enum Column { Client, State, Since, Protocol, KeepAlive, Left, Will, End, kColumnCount };

    struct Limits
    {
        std::size_t lanes = 10'000;
        std::size_t bytes = 64u << 20; ///< of all sessions
    };

    explicit ConnectionsModel(EngineMirror& mirror);
    ConnectionsModel(EngineMirror& mirror, Limits limits);

    const ClientLane& lane(int row) const { return *m_shown[static_cast<std::size_t>(row)]; }
    /// -1 when there is none, or the scope hides it.
    int rowOf(const QString& client) const;
    /// Null when there is none.
    const ClientLane* laneOf(const QString& client) const;
    /// The moment that is shown: now, or that of the pause.
    WallTime shownNow() const { return m_pausedAt.value_or(m_mirror.now()); }

    int laneCount() const { return static_cast<int>(m_lanes.size() - m_fresh.size()); }
    int onlineCount() const { return m_online; }
    bool isFiltered() const { return !m_filter.isEmpty(); }
    quint64 forgottenLanes() const { return m_forgottenLanes; }
    /// Of lanes that are still there.
    quint64 forgottenSessions() const { return m_forgottenSessions; }
    std::size_t bytes() const { return m_bytes; }

    void ingest(const trace::Chunk& chunk) override;
    bool wantsForeign() const override { return true; }
    void publish() override;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// These lanes have something new.
    void lanesChanged(const std::vector<int>& rows);
    /// How many there are, or how many were forgotten.
    void countsChanged();

private:
    struct Link
    {
        QString transport;
        QString certificate;
    };
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    void setPaused(bool paused);
    // connections_intake.cpp
    void take(const trace::Chunk& chunk, const trace::Event& event);
    void connected(const trace::Chunk& chunk, const trace::Event& event);
    void ended(const trace::Chunk& chunk, const trace::Event& event);
    void refused(const trace::Chunk& chunk, const trace::Event& event, bool named);
    void willTold(const trace::Chunk& chunk, const trace::Event& event);
    void subscribed(const trace::Chunk& chunk, const trace::Event& event);
    void heard(const trace::Chunk& chunk, const trace::Event& event);
    void fillIn(ClientSession& session, const trace::Chunk& chunk, const trace::Event& event) const;
    ClientLane* find(std::string_view client);
    ClientLane& laneFor(std::string_view client);
    ClientLane& laneForHost(std::string_view address);
    ClientLane& makeLane(const std::string& key, const QString& shown);
    ClientSession& beginSession(ClientLane& lane);
    void noteChange(ClientLane& lane);
    void forgetOldestSession(ClientLane& lane);

    void applyScope();
    bool fits(const ClientLane& lane) const;
    void showFresh();
    void tellChanges();
    void keepWithinLimits();
    void forgetTheLongestGone();
    void forgetOldSessions();
    void showAll();
    QString text(const ClientLane& lane, Column column) const;

    EngineMirror& m_mirror;
    Limits m_limits;
    Filter m_filter; ///< the terms of the scope that speak of clients
    std::vector<std::unique_ptr<ClientLane>> m_lanes;
    std::vector<ClientLane*> m_fresh;   ///< the last of m_lanes: not published yet
    std::vector<ClientLane*> m_shown;   ///< rows
    std::vector<ClientLane*> m_changed; ///< since the last publish()
    std::unordered_map<std::string, ClientLane*, TextHash, std::equal_to<>> m_laneOf;
    std::unordered_map<quint64, Link> m_links; ///< open ones, by connection
    std::optional<WallTime> m_pausedAt;
    std::size_t m_bytes = 0;
    int m_online = 0;
    quint64 m_forgottenLanes = 0;
    quint64 m_forgottenSessions = 0;
};

} // namespace greensward::ui
