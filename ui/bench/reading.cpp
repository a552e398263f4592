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
    painter.drawText(QRect(0, 0, width(), px(16)), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_name, Qt::ElideRight, width()));
    painter.setPen(color(m_live ? Role::Text : Role::MutedText));
    const QRectF line(0, px(18), width(), px(26));
    const double advance = paintNumber(painter, line, m_number, fontOf(TextStyle::Reading), Qt::AlignLeft);
    painter.setPen(color(Role::MutedText));
    painter.setFont(fontOf(TextStyle::Secondary));
    painter.drawText(line.adjusted(advance + px(4), px(3), 0, 0), Qt::AlignLeft | Qt::AlignVCenter, m_unit);
}

} // namespace greensward::ui
