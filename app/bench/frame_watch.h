// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QElapsedTimer>

#include <functional>
#include <optional>
#include <vector>

namespace greensward::bench {

/// An application that watches its own thread: how long it works between two moments in which it waits for events (so
/// long it answers nobody), and how often something is painted meanwhile.
class FrameWatch final : public QApplication
{
    Q_OBJECT

public:
    FrameWatch(int& argc, char** argv);

    void begin();
    void end();
    /// Milliseconds from first to last, in their order; only stretches in which something was painted.
    const std::vector<double>& frames() const { return m_frames; }
    /// What of them this thread spent on a processor: the rest it waited for one, or for another thread.
    const std::vector<double>& work() const { return m_work; }
    quint64 paints() const { return m_paints; }
    /// Milliseconds from the call of act() until something was painted after it, and everything else that waited then
    /// was done; nothing when a second passes without.
    std::optional<double> untilPainted(const std::function<void()>& act);

    bool notify(QObject* receiver, QEvent* event) override;

private:
    void endStretch();

    QElapsedTimer m_watch;
    std::vector<double> m_frames;
    std::vector<double> m_work;
    double m_workBefore = 0; ///< milliseconds of this thread when it last waited
    int m_depth = 0;
    qint64 m_busy = 0; ///< nanoseconds since the thread last waited
    quint64 m_paints = 0;
    quint64 m_paintsBefore = 0;
    bool m_on = false;
};

} // namespace greensward::bench
