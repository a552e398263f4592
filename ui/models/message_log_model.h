// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/message_store.h"
#include "ui/models/store_filter.h"

#include <QAbstractTableModel>
#include <QBasicTimer>
#include <QByteArray>

#include <deque>
#include <optional>
#include <vector>

namespace greensward::ui {

/// A message (or another event of the log) with its texts, for the inspector.
struct InspectedMessage
{
    Serial serial = 0;
    trace::EventId event = 0;
    WallTime time{};
    trace::Kind kind{};
    std::uint8_t flags = 0;
    QString subject;
    QString object;
    QByteArray payload;     ///< as kept; for other events the detail
    std::uint32_t size = 0; ///< of the message itself
    bool isMessage() const { return kind == trace::Kind::MessagePublished; }
};

/// The kinds that get a row.
inline constexpr trace::KindSet kLoggedKinds{
    trace::Kind::MessagePublished, trace::Kind::MessageRefused,   trace::Kind::MessageDropped,
    trace::Kind::ClientConnected,  trace::Kind::ClientRefused,    trace::Kind::ClientDisconnected,
    trace::Kind::ClientTakenOver,  trace::Kind::WillPublished,    trace::Kind::WillWithheld,
    trace::Kind::Subscribed,       trace::Kind::SubscribeRefused, trace::Kind::Unsubscribed,
    trace::Kind::LinkRefused,      trace::Kind::ProtocolError,    trace::Kind::LimitReached,
    trace::Kind::DeviceStarted,    trace::Kind::DeviceStopped,    trace::Kind::FaultInjected,
    trace::Kind::FaultHealed};

/// The message log. ingest() takes events in at any rate; publish() makes them rows, once a frame, with one insertion.
/// Texts are made in data() only. A filter is a row index of its own, computed in slices.
class MessageLogModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, From, Topic, Qos, Size, Payload, kColumnCount };
    enum Role { SerialRole = Qt::UserRole, KindRole, FlagsRole, TrimmedRole, SizeRole };
    /// What the first column tells.
    enum class TimeStyle { Clock, SincePrevious, SinceReference };

    explicit MessageLogModel(MessageStore::Limits limits = {}, QObject* parent = nullptr);

    void ingest(const trace::Chunk& chunk);
    /// Shows what was ingested. Not called while the window is paused.
    void publish();
    /// Held: this list alone stands still; what arrives is kept within the limits and shown when it is let go.
    void setHeld(bool held);
    bool isHeld() const { return m_held; }
    /// Keeps within the limits; publish() does it too.
    void trim();

    const MessageStore& store() const { return m_store; }
    /// Rows dropped by the limits since the start.
    quint64 trimmed() const { return m_trimmed; }
    /// Ingested, not yet published.
    quint64 unseen() const { return m_store.end() - m_published; }

    void setLimits(MessageStore::Limits limits);

    /// Rows are there when the first slice has been looked at, more follow while isScanning().
    void setFilter(const Filter& filter);
    const Filter& filter() const { return m_filter.filter(); }
    bool isFiltered() const { return !m_filter.isEmpty(); }
    bool isScanning() const { return m_scan.isActive(); }

    Serial serialAt(int row) const;
    /// The row that shows it, or -1.
    int rowOf(Serial serial) const;
    /// The row of an event, by the recorder's id, or -1.
    int rowOfEvent(trace::EventId event) const;
    std::optional<InspectedMessage> message(Serial serial) const;
    /// The neighbour of the same kind and topic, whether or not the filter shows it.
    std::optional<Serial> previousOfTopic(Serial serial) const;
    /// from: rows before it are known not to be what is sought; 0: none.
    std::optional<Serial> nextOfTopic(Serial serial, Serial from = 0) const;
    /// The serial behind the newest row that is shown.
    Serial publishedEnd() const { return m_published; }
    /// The newest published message on the topic.
    std::optional<Serial> newestOfTopic(std::string_view topic) const;

    TimeStyle timeStyle() const { return m_timeStyle; }
    void setTimeStyle(TimeStyle style);
    /// What SinceReference counts from.
    void setReference(Serial serial);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// Number of rows, of those not shown yet, trims, limits or the filter changed.
    void countsChanged();

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    void appendPublished();
    void evictOldestPage();
    void scanSlice();
    std::vector<Serial> matchesUntil(Serial end, qint64 millis);
    QString text(int row, Column column) const;
    QString hint(Serial serial, Column column) const;

    QString timeText(int row) const;

    MessageStore m_store;
    Serial m_published = 0;
    quint64 m_trimmed = 0;
    bool m_held = false;
    TimeStyle m_timeStyle = TimeStyle::Clock;
    std::int64_t m_reference = 0; ///< nanoseconds; 0: none yet
    StoreFilter m_filter;
    std::deque<Serial> m_rows; ///< of the filter; unused without one
    Serial m_scanned = 0;      ///< the filter has seen all before it
    QBasicTimer m_scan;
};

} // namespace greensward::ui
