// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/event_consumer.h"
#include "ui/models/publish_job.h"

#include <QAbstractTableModel>
#include <QUndoStack>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace greensward::ui {

class EngineMirror;
class Filter;

/// The messages that the broker keeps for later subscribers, one a topic, in the order of the topics. Clearing them
/// publishes empty retained messages and can be undone: what was kept is published again.
class RetainedModel final : public QAbstractTableModel, public EventConsumer
{
    Q_OBJECT

public:
    enum Column { Topic, Size, Age, kColumnCount };
    enum Role { TopicRole = Qt::UserRole, PayloadRole, RestorableRole };

    /// Payloads beyond it are not kept here: such a message can be cleared, not brought back.
    static constexpr std::size_t kMostBytes = 64u << 20;

    struct Row
    {
        std::string topic;
        std::string payload;
        std::string sender;
        std::uint32_t size = 0; ///< of the message itself; larger than the payload when that was cut
        std::uint8_t flags = 0;
        WallTime time{};
        trace::EventId message = 0; ///< its MessagePublished
        bool fromBefore = false;    ///< the broker found it in its store when it started
        bool isWhole() const { return payload.size() == size; }
    };

    explicit RetainedModel(EngineMirror& mirror);

    const Row& row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// What is kept on the topic.
    const Row* find(std::string_view topic) const;
    bool matches(int row, const Filter& filter) const;
    quint64 bytes() const { return m_bytes; }

    /// As one command of the undo stack; topics that keep nothing are passed over.
    void clear(const QStringList& topics);
    QUndoStack& undoStack() { return m_undo; }
    PublishJob& job() { return m_job; }

    void ingest(const trace::Chunk& chunk) override;
    void publish() override;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// After rows came, went or changed.
    void changed();

private:
    void store(Row row);
    void drop(const std::string& topic);

    EngineMirror& m_mirror;
    std::vector<Row> m_rows; ///< by topic
    std::map<std::string, std::optional<Row>> m_pending;
    trace::EventId m_lastPublish = 0;
    std::uint8_t m_lastFlags = 0;
    std::size_t m_bytes = 0;
    PublishJob m_job;
    QUndoStack m_undo;
};

} // namespace greensward::ui
