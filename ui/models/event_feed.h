// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/engine_port.h"

#include <QObject>
#include <QTimer>

#include <deque>

namespace greensward::ui {

/// Brings the engine's events to the window: asks the port once a frame while something arrives, a few times a second
/// while nothing does, and not at all while the window cannot be seen.
class EventFeed final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kFrameMillis = 16;
    static constexpr int kIdleMillis = 160;

    explicit EventFeed(EnginePort& engine, QObject* parent = nullptr);

    void setActive(bool active);
    bool isActive() const { return m_timer.isActive(); }
    int interval() const { return m_timer.interval(); }
    /// Something was asked of the engine: look for the answer at once.
    void hurry();
    /// One frame by hand: everything waiting, without a limit of time.
    void drainNow();

signals:
    /// A run of events, oldest first; several may follow in one frame.
    void arrived(const trace::ChunkPtr& chunk);
    /// After the last arrived() of a frame in which something arrived.
    void frameEnded();
    /// At most ten times a second, whether or not something arrived.
    void snapshotDue();

private:
    void frame(bool withoutLimit);

    EnginePort& m_engine;
    QTimer m_timer;
    std::deque<trace::ChunkPtr> m_waiting;
    int m_quietFrames = 0;
    qint64 m_lastSnapshot = 0;
};

} // namespace greensward::ui
