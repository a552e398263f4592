// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace greensward::ui {

/// Draws a number in the painter's pen with all digits equally wide, so that columns line up and values do not shiver.
/// (Qt 6.4 cannot ask a font for its tabular figures.) Aligned to the left or right, centred vertically. Answers the
/// width.
double paintNumber(QPainter& painter, const QRectF& where, const QString& number, const QFont& font,
                   Qt::Alignment alignment = Qt::AlignRight);
double numberWidth(const QString& number, const QFont& font);

} // namespace greensward::ui
