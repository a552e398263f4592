// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/event_consumer.h"
#include "ui/models/message_store.h"

#include <QAbstractTableModel>

#include <deque>
#include <optional>

namespace greensward::ui {

class EngineMirror;

/// All messages of one topic that the log still keeps, oldest first, whatever the log's filter shows. Holds row numbers
/// only; texts are made when a row is seen.
class TopicHistory final : public QAbstractTableModel, public EventConsumer
{
    Q_OBJECT

public:
    enum Column { Time, From, Qos, Size, Payload, kColumnCount };
    enum Role { SerialRole = Qt::UserRole, FlagsRole, TrimmedRole };
    /// Numbers are looked up in so many of the newest messages.
    static constexpr std::size_t kMostPoints = 5'000;

    struct Point
    {
        Serial serial = 0;
        double value = 0;
    };

    explicit TopicHistory(EngineMirror& mirror);

    void setTopic(const QString& topic);
    const QString& topic() const { return m_topic; }
    /// Messages of the topic that the limits have taken since it was chosen.
    quint64 trimmed() const { return m_trimmed; }
    /// Octets of the payloads kept.
    quint64 bytes() const { return m_bytes; }
    Serial serialAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// The row that shows it, or the newest before it; -1 when there is none.
    int rowAt(Serial serial) const;

    /// Numbers of the newest message, for the choice of what to draw.
    QStringList numbers() const;
    /// The number whose course is kept; empty: none.
    void setNumber(const QString& path);
    const QString& number() const { return m_number; }
    /// Oldest first; messages without the number have no point.
    const std::deque<Point>& points() const { return m_points; }

    void ingest(const trace::Chunk&) override {} // the log keeps them
    void publish() override;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// Rows came or went, or the number is another.
    void changed();
    void topicChanged();

private:
    void collect(Serial from, std::vector<Serial>& into) const;
    void readPoints();
    void readPoint(Serial serial);
    void dropEvicted();

    EngineMirror& m_mirror;
    QString m_topic;
    std::string m_topicText;
    std::deque<Serial> m_rows;
    Serial m_seen = 0;
    quint64 m_trimmed = 0;
    quint64 m_bytes = 0;
    QString m_number;
    std::deque<Point> m_points;
};

} // namespace greensward::ui
