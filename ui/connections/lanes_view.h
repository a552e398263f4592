// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/connections_model.h"
#include "ui/connections/lane_moments.h"
#include "ui/connections/time_axis.h"
#include "ui/models/doctor_model.h"

#include <QAbstractScrollArea>

#include <optional>

namespace greensward::ui {

/// The connections over time, a lane a client. Only lanes in view are drawn, and only what changed is drawn again.
///
/// Up and Down walk through lanes, Left and Right along what happened on one, Home and End to the first and the last
/// of it, Shift with Left and Right through time, + and - change how much time is seen, Enter asks for the message.
class LanesView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    static constexpr double kLeastSeconds = 1;
    static constexpr double kMostSeconds = 8 * 3600;
    static constexpr double kZoomStep = 1.5;

    LanesView(EngineMirror& mirror, ConnectionsModel& model, QWidget* parent = nullptr);

    double secondsWide() const { return m_secondsWide; }
    void setSecondsWide(double seconds);
    void zoomIn();
    void zoomOut();
    bool isFollowing() const { return !m_right; }
    void follow();
    /// Negative: into the past.
    void pan(double seconds);
    void setCompact(bool compact);
    /// With little room names and countdowns take less.
    void setTight(bool tight);

    int currentLane() const { return m_current; }
    void setCurrentLane(int lane);
    /// What was walked to on the current lane.
    const std::optional<LaneMoment>& currentMoment() const { return m_moment; }
    /// As if one had walked there.
    void walkTo(const LaneMoment& moment);
    /// Tall enough for all lanes.
    int wishedHeight() const;
    /// The session that is asked about: that of the current moment, else the newest. Null without a lane.
    const ClientSession* currentSession() const;
    /// What a person hears of the current lane.
    QString spokenText() const;
    /// The lane's place; tests and tool tips ask for it.
    QRectF laneRect(int lane) const;
    TimeScale scale() const;

signals:
    void followingChanged(bool following);
    void spanChanged();
    /// Another lane, or another moment of it.
    void currentChanged();
    /// Enter.
    void eventAsked(greensward::trace::EventId event);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    // lanes_view.cpp
    void zoomAround(double seconds, double x);
    void setRight(std::optional<WallTime> right);
    int laneHeight() const;
    int namesWidth() const;
    int countdownWidth() const;
    int laneAt(int y) const;
    const ClientLane* lane() const;
    void walk(int direction);
    void tell();
    void refreshAll();
    void onSecond();
    void onLanesChanged(const std::vector<int>& rows);
    void updateRange();
    // lanes_view_input.cpp
    void chooseAt(const QPoint& where);
    void openMenu(const QPoint& globally);
    // lanes_view_paint.cpp
    void paintLane(QPainter& painter, int row, const TimeScale& time) const;
    void paintName(QPainter& painter, const QRectF& where, const ClientLane& lane, bool current) const;
    void paintPresent(QPainter& painter, const QRectF& where, const ClientLane& lane) const;
    void paintMoment(QPainter& painter, const QRectF& rect, const TimeScale& time) const;

    EngineMirror& m_mirror;
    ConnectionsModel& m_model;
    DoctorModel& m_doctor;
    double m_secondsWide = 120;
    std::optional<WallTime> m_right; ///< nothing: now
    WallTime m_present{};            ///< now, as the picture has it
    bool m_compact = false;
    bool m_tight = false;
    int m_current = -1;
    std::optional<LaneMoment> m_moment;
    std::optional<QPoint> m_drag;
    bool m_dragged = false;
};

} // namespace greensward::ui
