// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"
#include "ui/plots/event_marks.h"

#include <QList>
#include <QPointF>

class QPainter;
class QRectF;

namespace greensward::ui {

/// How the n-th series of a plot is told from the others: by colour, by dashes and by the shape of its marks, so that
/// two of the three may be lost (a projector, a photocopy).
Role roleOf(int look);
/// In widths of the pen; empty: a solid line.
QList<qreal> dashesOf(int look);
/// Its mark: circle, square, triangle, diamond …
void paintSeriesMark(QPainter& painter, const QPointF& centre, double radius, int look);
/// A short piece of its line with one mark, as in a legend.
void paintSeriesSample(QPainter& painter, const QRectF& where, int look);

Role roleOf(EventMark::Sort sort);

} // namespace greensward::ui
