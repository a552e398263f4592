// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/engine_port.h"

#include <QBasicTimer>
#include <QObject>

#include <deque>
#include <vector>

namespace greensward::ui {

class EngineMirror;

/// Publishes many messages in the background, a batch a frame, so that neither the window nor the broker stalls.
class PublishJob final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kBatch = 64;
    static constexpr int kBatchMillis = 16;

    explicit PublishJob(EngineMirror& mirror) : m_mirror(mirror) {}

    /// Behind those that wait already.
    void add(std::vector<PublishRequest> requests);
    bool isRunning() const { return m_timer.isActive(); }
    std::size_t done() const { return m_done; }
    std::size_t total() const { return m_done + m_waiting.size(); }

signals:
    void progressed();

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    EngineMirror& m_mirror;
    std::deque<PublishRequest> m_waiting;
    std::size_t m_done = 0; ///< since it last had nothing to do
    QBasicTimer m_timer;
};

} // namespace greensward::ui
