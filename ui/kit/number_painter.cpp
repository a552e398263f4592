// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/number_painter.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QHash>
#include <QPainter>
#include <QRawFont>

#include <algorithm>
#include <array>

namespace greensward::ui {

namespace {

/// A font's digits measured once.
struct DigitMetrics
{
    QRawFont raw;
    double digit = 0;
    double thinSpace = 0;
};

const DigitMetrics& metricsOf(const QFont& font)
{
    static QHash<QFont, DigitMetrics> s_known; // of the window's thread
    const auto known = s_known.find(font);
    if (known != s_known.end())
        return *known;
    DigitMetrics metrics{QRawFont::fromFont(font), 0, font.pixelSize() * 0.2};
    const auto glyphs = metrics.raw.glyphIndexesForString(QStringLiteral("0123456789"));
    for (const QPointF& advance : metrics.raw.advancesForGlyphIndexes(glyphs))
        metrics.digit = std::max(metrics.digit, advance.x());
    return *s_known.insert(font, metrics);
}

/// Positions of the glyphs from 0, and the whole width.
double layOut(const QString& number, const DigitMetrics& metrics, QList<quint32>& glyphs, QList<QPointF>& positions)
{
    double x = 0;
    for (const QChar c : number) {
        if (c == QChar(0x2009)) {
            x += metrics.thinSpace;
            continue;
        }
        const auto glyph = metrics.raw.glyphIndexesForString(QString(c));
        const double own = metrics.raw.advancesForGlyphIndexes(glyph).value(0).x();
        const double cell = c.isDigit() ? metrics.digit : own;
        if (!glyph.isEmpty()) {
            glyphs << glyph.first();
            positions << QPointF(x + (cell - own) / 2, 0);
        }
        x += cell;
    }
    return x;
}

} // namespace

double paintNumber(QPainter& painter, const QRectF& where, const QString& number, const QFont& font,
                   Qt::Alignment alignment)
{
    const DigitMetrics& metrics = metricsOf(font);
    QList<quint32> glyphs;
    QList<QPointF> positions;
    const double width = layOut(number, metrics, glyphs, positions);
    QGlyphRun run;
    run.setRawFont(metrics.raw);
    run.setGlyphIndexes(glyphs);
    run.setPositions(positions);
    const QFontMetricsF lines(font);
    const double x = alignment.testFlag(Qt::AlignRight) ? where.right() - width : where.left();
    const double y = where.top() + (where.height() + lines.ascent() - lines.descent()) / 2;
    painter.drawGlyphRun(QPointF(x, std::round(y)), run);
    return width;
}

double numberWidth(const QString& number, const QFont& font)
{
    QList<quint32> glyphs;
    QList<QPointF> positions;
    return layOut(number, metricsOf(font), glyphs, positions);
}

} // namespace greensward::ui
