// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/series_look.h"

#include <QPainter>
#include <QPolygonF>

#include <array>
#include <cmath>

namespace greensward::ui {

namespace {

constexpr std::array kRoles{Role::Accent, Role::Information, Role::Attention, Role::Edge,
                            Role::Text,   Role::Lost,        Role::MutedText, Role::Accent};

QPolygonF regular(const QPointF& centre, double radius, int corners, double turn)
{
    QPolygonF polygon;
    for (int corner = 0; corner < corners; ++corner) {
        const double angle = turn + corner * 2 * M_PI / corners;
        polygon << centre + QPointF(radius * std::sin(angle), -radius * std::cos(angle));
    }
    return polygon;
}

} // namespace

Role roleOf(int look)
{
    return kRoles[static_cast<std::size_t>(look) % kRoles.size()];
}

QList<qreal> dashesOf(int look)
{
    switch (look % 8) {
    case 1:
        return {5, 2.5};
    case 2:
        return {1.2, 2};
    case 3:
        return {7, 2, 1.2, 2};
    case 4:
        return {9, 3};
    case 5:
        return {3, 1.5};
    case 6:
        return {7, 2, 1.2, 2, 1.2, 2};
    case 7:
        return {12, 2, 3, 2};
    default:
        return {};
    }
}

void paintSeriesMark(QPainter& painter, const QPointF& centre, double radius, int look)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Role::Surface), 1));
    painter.setBrush(color(roleOf(look)));
    switch (look % 8) {
    case 0:
        painter.drawEllipse(centre, radius, radius);
        break;
    case 1:
        painter.drawPolygon(regular(centre, radius * 1.25, 4, M_PI / 4));
        break;
    case 2:
        painter.drawPolygon(regular(centre, radius * 1.3, 3, 0));
        break;
    case 3:
        painter.drawPolygon(regular(centre, radius * 1.25, 4, 0));
        break;
    case 4:
        painter.drawPolygon(regular(centre, radius * 1.3, 3, M_PI));
        break;
    case 5:
        painter.drawPolygon(regular(centre, radius * 1.2, 6, 0));
        break;
    case 6:
        painter.setPen(QPen(color(roleOf(look)), radius * 0.6));
        painter.setBrush(color(Role::Surface));
        painter.drawEllipse(centre, radius, radius);
        break;
    default:
        painter.setPen(QPen(color(roleOf(look)), radius * 0.6));
        painter.setBrush(color(Role::Surface));
        painter.drawPolygon(regular(centre, radius * 1.25, 4, M_PI / 4));
        break;
    }
    painter.restore();
}

void paintSeriesSample(QPainter& painter, const QRectF& where, int look)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(color(roleOf(look)), px(2), Qt::SolidLine, Qt::FlatCap);
    if (const auto dashes = dashesOf(look); !dashes.isEmpty())
        pen.setDashPattern(dashes);
    painter.setPen(pen);
    painter.drawLine(QPointF(where.left(), where.center().y()), QPointF(where.right(), where.center().y()));
    painter.restore();
    paintSeriesMark(painter, where.center(), px(4), look);
}

Role roleOf(EventMark::Sort sort)
{
    switch (sort) {
    case EventMark::Sort::Will:
    case EventMark::Sort::Lost:
        return Role::Lost;
    case EventMark::Sort::Fault:
        return Role::Attention;
    case EventMark::Sort::Connected:
        break;
    }
    return Role::Accent;
}

} // namespace greensward::ui
