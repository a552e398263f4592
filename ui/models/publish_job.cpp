// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/publish_job.h"

#include "ui/models/engine_mirror.h"

#include <QTimerEvent>

#include <iterator>

namespace greensward::ui {

void PublishJob::add(std::vector<PublishRequest> requests)
{
    if (m_waiting.empty())
        m_done = 0;
    std::move(requests.begin(), requests.end(), std::back_inserter(m_waiting));
    if (!m_waiting.empty() && !m_timer.isActive())
        m_timer.start(kBatchMillis, this);
    emit progressed();
}

void PublishJob::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    for (int sent = 0; sent < kBatch && !m_waiting.empty(); ++sent) {
        m_mirror.publish(m_waiting.front());
        m_waiting.pop_front();
        ++m_done;
    }
    if (m_waiting.empty())
        m_timer.stop();
    emit progressed();
}

} // namespace greensward::ui
