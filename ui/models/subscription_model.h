// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/engine_port.h"
#include "ui/models/event_consumer.h"

#include <QAbstractTableModel>

#include <deque>
#include <optional>
#include <set>
#include <vector>

namespace greensward::ui {

class EngineMirror;

/// What the console's own client subscribed to: granted or refused and why, how much came, a mark (one of kMarks) and
/// whether it is muted. Muted ones mark no rows elsewhere.
class SubscriptionModel final : public QAbstractTableModel, public EventConsumer
{
    Q_OBJECT

public:
    enum Column { TopicFilter, Qos, Received, State, kColumnCount };
    enum Role { MarkRole = Qt::UserRole, MutedRole, RefusedRole, FilterRole };
    static constexpr int kMarks = 5; ///< views have a colour and a shape for each

    explicit SubscriptionModel(EngineMirror& mirror);

    /// Why it cannot be subscribed to, in a sentence; empty when it can.
    static QString problemOf(const QString& filter);
    /// broker: name of a connection to a broker elsewhere; empty: the gateway.
    void subscribe(const QString& filter, int qos, const QString& broker = {});
    void unsubscribe(int row);
    void setMuted(int row, bool muted);
    void setMark(int row, int mark);
    const ConsoleSubscription& subscription(int row) const { return m_rows[static_cast<std::size_t>(row)].what; }

    /// The mark of the first subscription, not muted and granted, that the topic matches.
    std::optional<int> markOf(std::string_view topic) const;

    void ingest(const trace::Chunk&) override {}
    void publish() override {}

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// A mark, or whether it is shown, is another.
    void marksChanged();

private:
    struct Row
    {
        ConsoleSubscription what;
        int mark = 0;
        bool muted = false;
    };
    void refresh();
    int freeMark() const;

    EngineMirror& m_mirror;
    std::vector<Row> m_rows;
};

/// What the console's client was sent, newest last: what any client with these subscriptions would receive.
class ReceivedModel final : public QAbstractTableModel, public EventConsumer
{
    Q_OBJECT

public:
    enum Column { Time, Topic, Qos, Payload, kColumnCount };
    enum Role { AsRetainedRole = Qt::UserRole, MessageRole };
    static constexpr std::size_t kMost = 1'000;
    static constexpr std::size_t kPayload = 200; ///< octets kept of each

    struct Row
    {
        WallTime time{};
        std::string topic;
        std::string payload;
        std::uint8_t flags = 0;
        trace::EventId message = 0; ///< the MessagePublished it was a delivery of
    };

    explicit ReceivedModel(EngineMirror& mirror) : m_mirror(mirror) {}

    const Row& row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    void clear();

    bool wantsForeign() const override { return true; }
    void ingest(const trace::Chunk& chunk) override;
    void publish() override;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    EngineMirror& m_mirror;
    std::deque<Row> m_rows;
    std::deque<Row> m_fresh;
};

} // namespace greensward::ui
