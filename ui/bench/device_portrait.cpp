// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/device_portrait.h"

#include "ui/kit/icon.h"
#include "ui/kit/style_painters.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>
#include <QTimerEvent>

#include <cmath>

namespace greensward::ui {

namespace {

constexpr int kSide = 64; ///< in lengths of the drawings, as everything below
constexpr int kFrameMillis = 40;
/// Where on the tile the hub is, and how long a blade.
constexpr QPointF kHub(32, 25);
constexpr double kBlade = 18;

} // namespace

bool DevicePortrait::s_motion = true;

DevicePortrait::DevicePortrait(Shape shape, QWidget* parent) : QWidget(parent), m_shape(shape)
{
    setFixedSize(px(kSide), px(kSide));
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void DevicePortrait::setPace(double pace)
{
    m_pace = pace;
    updateMotion();
}

void DevicePortrait::setRole(Role role)
{
    if (role == m_role)
        return;
    m_role = role;
    update();
}

void DevicePortrait::setMotion(bool allowed)
{
    s_motion = allowed;
    for (QWidget* widget : QApplication::allWidgets())
        if (auto* portrait = qobject_cast<DevicePortrait*>(widget))
            portrait->updateMotion();
}

void DevicePortrait::updateMotion()
{
    const bool moves = s_motion && isVisible() && m_pace > 0.005;
    if (moves == m_frames.isActive())
        return;
    if (moves) {
        m_sinceFrame.start();
        m_frames.start(kFrameMillis, this);
    } else {
        m_frames.stop();
        update();
    }
}

void DevicePortrait::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_frames.timerId()) {
        QWidget::timerEvent(event);
        return;
    }
    const double seconds = static_cast<double>(m_sinceFrame.restart()) / 1000.0;
    // The spray's rhythm is its own; only its presence tells about the flow.
    m_phase = std::fmod(m_phase + seconds * (m_shape == Shape::Turbine ? m_pace : 0.8), 1.0);
    if (!visibleRegion().isEmpty())
        update();
}

void DevicePortrait::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    updateMotion();
}

void DevicePortrait::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    updateMotion();
}

void DevicePortrait::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(width() / double{kSide}, height() / double{kSide});
    painters::roundedRect(painter, QRectF(0, 0, kSide, kSide), 12, color(tintOf(m_role)));
    switch (m_shape) {
    case Shape::Turbine:
        paintTurbine(painter);
        break;
    case Shape::Sprinkler:
        paintSprinkler(painter);
        break;
    case Shape::Other:
        paintIcon(painter, QRectF(16, 16, 32, 32), QStringLiteral("chip"), m_role);
        break;
    }
}

void DevicePortrait::paintTurbine(QPainter& painter) const
{
    painter.setPen(QPen(color(m_role), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPainterPath tower;
    tower.moveTo(kHub + QPointF(-1, 4));
    tower.lineTo(kHub + QPointF(-2, 33));
    tower.lineTo(kHub + QPointF(2, 33));
    tower.lineTo(kHub + QPointF(1, 4));
    painter.setBrush(color(m_role));
    painter.drawPath(tower);
    painter.drawLine(QPointF(22, 58), QPointF(42, 58));

    QPainterPath blade;
    blade.moveTo(0, -2.5);
    blade.cubicTo(-3.4, -7, -1.6, -13, 0.4, -kBlade);
    blade.cubicTo(1.4, -13, 1.8, -7, 0, -2.5);
    painter.save();
    painter.translate(kHub);
    painter.rotate(m_phase * 360);
    painter.setPen(QPen(color(m_role), 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (int at = 0; at < 3; ++at) {
        painter.drawPath(blade);
        painter.rotate(120);
    }
    painter.restore();
    painter.setPen(QPen(color(tintOf(m_role)), 1.5));
    painter.drawEllipse(kHub, 3.2, 3.2);
}

void DevicePortrait::paintSprinkler(QPainter& painter) const
{
    const QColor ink = color(m_role);
    painter.setPen(QPen(ink, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawLine(QPointF(32, 56), QPointF(32, 38));
    painter.drawLine(QPointF(22, 57), QPointF(42, 57));
    painter.setBrush(ink);
    painter.drawRoundedRect(QRectF(27.5, 33, 9, 6), 2, 2);
    painter.setPen(Qt::NoPen);
    const bool sprays = m_pace > 0.005;
    if (!sprays) {
        QPainterPath drop;
        drop.moveTo(32, 9);
        drop.cubicTo(36.5, 15, 38.5, 18, 38.5, 21.5);
        drop.cubicTo(38.5, 25.5, 35.5, 28, 32, 28);
        drop.cubicTo(28.5, 28, 25.5, 25.5, 25.5, 21.5);
        drop.cubicTo(25.5, 18, 27.5, 15, 32, 9);
        painter.drawPath(drop);
        return;
    }
    // Drops fly from the nozzle in five directions, each jet a little behind its neighbour.
    for (int jet = -2; jet <= 2; ++jet) {
        const double angle = jet * 0.49;
        for (int drop = 0; drop < 4; ++drop) {
            const double along = std::fmod(m_phase + drop / 4.0 + jet * 0.13 + 1, 1.0);
            const double x = 32 + 30 * std::sin(angle) * along;
            const double y = 31 - 54 * std::cos(angle) * along + 42 * along * along;
            QColor fading = ink;
            fading.setAlphaF(static_cast<float>(1 - 0.7 * along));
            painter.setBrush(fading);
            painter.drawEllipse(QPointF(x, y), 1.9, 1.9);
        }
    }
}

} // namespace greensward::ui
