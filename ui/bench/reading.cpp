// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/reading.h"

#include "ui/kit/number_painter.h"

#include <QPainter>

namespace greensward::ui {

Reading::Reading(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Reading::set(const QString& name, const QString& number, const QString& unit)
{
    if (name == m_name && number == m_number && unit == m_unit)
        return;
    m_name = name;
    m_number = number;
    m_unit = unit;
    setAccessibleName(tr("%1: %2 %3").arg(name, number, unit));
    update();
}

void Reading::setLive(bool live)
{
    if (live == m_live)
        return;
    m_live = live;
    update();
}

void Reading::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(fontOf(TextStyle::Secondary));
    painter.setPen(color(Role::MutedText));
    // Where number and unit have no room side by side, the unit stands with the name.
    const int unitWidth = painter.fontMetrics().horizontalAdvance(m_unit);
    const bool apart = numberWidth(m_number, fontOf(TextStyle::Reading)) + px(4) + unitWidth > width();
    const QString name = apart && !m_unit.isEmpty() ? tr("%1, %2").arg(m_name, m_unit) : m_name;
    painter.drawText(QRect(0, 0, width(), px(16)), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(name, Qt::ElideMiddle, width()));
    painter.setPen(color(m_live ? Role::Text : Role::MutedText));
    const QRectF line(0, px(18), width(), px(26));
    const double advance = paintNumber(painter, line, m_number, fontOf(TextStyle::Reading), Qt::AlignLeft);
    if (apart)
        return;
    painter.setPen(color(Role::MutedText));
    painter.setFont(fontOf(TextStyle::Secondary));
    painter.drawText(line.adjusted(advance + px(4), px(3), 0, 0), Qt::AlignLeft | Qt::AlignVCenter, m_unit);
}

} // namespace greensward::ui
