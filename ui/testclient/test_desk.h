// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "ui/models/engine_port.h"
#include "ui/models/event_consumer.h"

#include <QAbstractTableModel>
#include <QString>

#include <deque>
#include <string>
#include <vector>

namespace greensward::ui {

class EngineMirror;

/// What was published from the test client, newest first, and what the gateway said to each: to how many it went, or
/// who refused it and why. Also what is being written. Bounded.
class TestDesk final : public QAbstractTableModel, public EventConsumer
{
    Q_OBJECT

public:
    enum Column { Time, As, Topic, Verdict, kColumnCount };
    enum Role { StateRole = Qt::UserRole, EventRole };
    static constexpr std::size_t kMost = 100;
    static constexpr qsizetype kMostPayload = 128 * 1024; ///< octets, the limit of AWS IoT

    enum class State { Waiting, Accepted, Refused };
    struct Row
    {
        WallTime time{};
        std::string who; ///< client id
        std::string topic;
        std::string payload;
        int qos = 0;
        State state = State::Waiting;
        trace::EventId event = 0; ///< its MessagePublished or MessageRefused
        quint64 receivers = 0;
        quint64 waiting = 0; ///< receivers that are absent or slow
        quint64 lost = 0;
        std::string why;
    };

    explicit TestDesk(EngineMirror& mirror);

    /// Why it cannot be published, in a sentence; empty when it can.
    static QString problemOf(const PublishRequest& request);
    /// False when there is a problem.
    bool send(const PublishRequest& request);
    const Row& row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    /// What the form holds; kept here so that it survives when the views are made anew.
    const PublishRequest& draft() const { return m_draft; }
    void setDraft(const PublishRequest& draft) { m_draft = draft; }

    void ingest(const trace::Chunk& chunk) override;
    void publish() override;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void forgetLast();
    void take(const trace::Chunk& chunk, const trace::Event& event);
    void takeWord(const trace::Chunk& chunk, const trace::Event& event);
    void takeRefusal(const trace::Chunk& chunk, const trace::Event& event);
    void takeDelivery(const trace::Event& event);
    QString verdictText(const Row& row) const;

    EngineMirror& m_mirror;
    PublishRequest m_draft;
    std::deque<Row> m_rows;
    std::vector<trace::EventId> m_published; ///< of the rows that were accepted, growing
    std::size_t m_waiting = 0;               ///< rows without a word
    bool m_changed = false;
};

} // namespace greensward::ui
