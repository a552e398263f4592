// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/connections_model.h"
#include "ui/connections/lane_painter.h"

#include <QAbstractScrollArea>

#include <optional>

namespace greensward::ui {

/// The connections over time, a lane a client. Only lanes in view are drawn. Up and Down walk through lanes, Left and
/// Right through time, + and - change how much time is seen, End follows now.
class LanesView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    static constexpr double kLeastSeconds = 1;
    static constexpr double kMostSeconds = 8 * 3600;

    LanesView(EngineMirror& mirror, ConnectionsModel& model, QWidget* parent = nullptr);

    double secondsWide() const { return m_secondsWide; }
    void setSecondsWide(double seconds);
    bool isFollowing() const { return !m_right; }
    void follow();
    /// Negative: into the past.
    void pan(double seconds);
    int currentLane() const { return m_current; }
    void setCurrentLane(int lane);
    /// While the window is paused, the picture stays at the moment of the pause.
    WallTime shownNow() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    TimeScale scale() const;
    QRectF laneRect(int lane) const;
    int laneAt(int y) const;
    bool isDimmed(const ClientLane& lane) const;
    std::vector<WallTime> marks() const;
    void paintGrid(QPainter& painter) const;
    void paintAxis(QPainter& painter) const;
    void paintLane(QPainter& painter, int lane) const;
    void updateRange();

    EngineMirror& m_mirror;
    ConnectionsModel& m_model;
    double m_secondsWide = 120;
    std::optional<WallTime> m_right; ///< nothing: now
    std::optional<WallTime> m_pausedAt;
    int m_current = -1;
    std::optional<QPoint> m_drag;
};

} // namespace greensward::ui
