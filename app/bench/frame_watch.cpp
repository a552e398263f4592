// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/frame_watch.h"

#include "app/process_usage.h"

#include <QAbstractEventDispatcher>
#include <QEvent>

namespace greensward::bench {

namespace {

double threadMillis()
{
    return app::threadTime().count() * 1e3;
}

} // namespace

FrameWatch::FrameWatch(int& argc, char** argv) : QApplication(argc, argv)
{
    connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this,
            &FrameWatch::endStretch);
    m_watch.start();
}

void FrameWatch::begin()
{
    m_frames.clear();
    m_work.clear();
    m_workBefore = threadMillis();
    m_paints = 0;
    m_paintsBefore = 0;
    m_busy = 0;
    m_on = true;
}

void FrameWatch::end()
{
    m_on = false;
}

std::optional<double> FrameWatch::untilPainted(const std::function<void()>& act)
{
    constexpr qint64 kPatience = 1000;
    begin();
    QElapsedTimer watch;
    watch.start();
    act();
    do
        processEvents(QEventLoop::WaitForMoreEvents);
    while (m_paints == 0 && watch.elapsed() < kPatience);
    const double passed = static_cast<double>(watch.nsecsElapsed()) / 1e6;
    end();
    return m_paints > 0 ? std::optional(passed) : std::nullopt;
}

bool FrameWatch::notify(QObject* receiver, QEvent* event)
{
    m_paints += m_on && event->type() == QEvent::Paint && receiver->isWidgetType();
    const qint64 from = m_watch.nsecsElapsed();
    ++m_depth;
    const bool taken = QApplication::notify(receiver, event);
    if (--m_depth == 0)
        m_busy += m_watch.nsecsElapsed() - from;
    return taken;
}

void FrameWatch::endStretch()
{
    if (m_on) {
        const double work = threadMillis();
        if (m_paints > m_paintsBefore) {
            m_frames.push_back(static_cast<double>(m_busy) / 1e6);
            m_work.push_back(work - m_workBefore);
            m_paintsBefore = m_paints;
        }
        m_workBefore = work;
    }
    m_busy = 0;
}

} // namespace greensward::bench
