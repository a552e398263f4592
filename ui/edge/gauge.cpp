// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edge/gauge.h"

#include "ui/kit/style_painters.h"

#include <QPainter>

#include <algorithm>

namespace greensward::ui {

Gauge::Gauge(const QString& name, QWidget* parent) : QWidget(parent)
{
    setAccessibleName(name);
    setFixedHeight(px(10));
}

void Gauge::set(double share, Role ink, const QString& said)
{
    m_share = std::clamp(share, 0.0, 1.0);
    m_ink = ink;
    setAccessibleDescription(said);
    setToolTip(said);
    update();
}

void Gauge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF whole = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painters::roundedRect(painter, whole, whole.height() / 2, color(Role::Chip), color(Role::Hairline));
    if (m_share <= 0)
        return;
    QRectF filled = whole;
    filled.setWidth(std::max(whole.height(), whole.width() * m_share)); // a little is seen, too
    painters::roundedRect(painter, filled, whole.height() / 2, color(m_ink));
}

} // namespace greensward::ui
