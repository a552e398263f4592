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
    /// Milliseconds, sorted; only stretches in which something was painted.
    std::vector<double> frames() const;
    quint64 paints() const { return m_paints; }
    /// Milliseconds from the call of act() until something was painted after it, and everything else that waited then
    /// was done; nothing when a second passes without.
    std::optional<double> untilPainted(const std::function<void()>& act);

    bool notify(QObject* receiver, QEvent* event) override;

private:
    void endStretch();

    QElapsedTimer m_watch;
    std::vector<double> m_frames;
    int m_depth = 0;
    qint64 m_busy = 0; ///< nanoseconds since the thread last waited
    quint64 m_paints = 0;
    quint64 m_paintsBefore = 0;
    bool m_on = false;
};

} // namespace greensward::bench
