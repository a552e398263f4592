// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/event_feed.h"

#include <QElapsedTimer>

namespace greensward::ui {

namespace {

/// Of a frame's 16 ms, what reading events may take; the rest is for drawing.
constexpr qint64 kReadingMillis = 8;
constexpr int kQuietFramesBeforeIdle = 12;
constexpr qint64 kSnapshotMillis = 100;

qint64 monotonicMillis()
{
    static const QElapsedTimer kWatch = [] {
        QElapsedTimer watch;
        watch.start();
        return watch;
    }();
    return kWatch.elapsed();
}

} // namespace

EventFeed::EventFeed(EnginePort& engine, QObject* parent) : QObject(parent), m_engine(engine)
{
    m_timer.setInterval(kFrameMillis);
    m_lastSnapshot = monotonicMillis() - kSnapshotMillis;
    connect(&m_timer, &QTimer::timeout, this, [this] { frame(false); });
}

void EventFeed::setActive(bool active)
{
    if (active == m_timer.isActive())
        return;
    if (active) {
        m_quietFrames = 0;
        m_timer.start(kFrameMillis);
    } else {
        m_timer.stop();
    }
}

void EventFeed::hurry()
{
    m_quietFrames = 0;
    if (m_timer.isActive() && m_timer.interval() != kFrameMillis)
        m_timer.start(kFrameMillis);
}

void EventFeed::drainNow()
{
    m_lastSnapshot = monotonicMillis() - kSnapshotMillis;
    frame(true);
}

void EventFeed::frame(bool withoutLimit)
{
    // What a frame could not read stays here; while something does, the rest waits in the reader's bounded mailbox.
    if (m_waiting.empty() || withoutLimit)
        for (auto& chunk : m_engine.drain())
            m_waiting.push_back(std::move(chunk));
    if (m_waiting.empty()) {
        if (++m_quietFrames == kQuietFramesBeforeIdle && m_timer.isActive())
            m_timer.start(kIdleMillis);
    } else {
        hurry();
        QElapsedTimer watch;
        watch.start();
        while (!m_waiting.empty() && (withoutLimit || watch.elapsed() < kReadingMillis)) {
            const trace::ChunkPtr chunk = std::move(m_waiting.front());
            m_waiting.pop_front();
            emit arrived(chunk);
        }
        emit frameEnded();
    }
    if (const qint64 now = monotonicMillis(); now - m_lastSnapshot >= kSnapshotMillis) {
        m_lastSnapshot = now;
        emit snapshotDue();
    }
}

} // namespace greensward::ui
