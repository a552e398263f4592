// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QWidget>

namespace greensward::ui {

/// A device's silhouette on its tile. The rotor turns with the rotor frequency, the sprinkler sprays while water flows;
/// both rest while nothing moves, while hidden, and when motion is switched off.
class DevicePortrait final : public QWidget
{
    Q_OBJECT

public:
    enum class Shape { Turbine, Sprinkler, Other };

    explicit DevicePortrait(Shape shape, QWidget* parent = nullptr);
    /// Turns a second for a turbine, 0 … 1 for a sprinkler.
    void setPace(double pace);
    void setRole(Role role);
    static void setMotion(bool allowed);
    bool isMoving() const { return m_frames.isActive(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void updateMotion();
    void paintTurbine(QPainter& painter) const;
    void paintSprinkler(QPainter& painter) const;

    static bool s_motion;
    Shape m_shape;
    Role m_role = Role::MutedText;
    double m_pace = 0;
    double m_phase = 0; ///< turns
    QBasicTimer m_frames;
    QElapsedTimer m_sinceFrame;
};

} // namespace greensward::ui
