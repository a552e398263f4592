// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_board.h"

#include <qcustomplot.h>

namespace greensward::ui {

/// A series as a line, drawn straight from its points: where many share a column of pixels, their low and high stand
/// for them. A line breaks where nothing came for a long time.
class SeriesLine final : public QCPAbstractPlottable
{
public:
    SeriesLine(QCPAxis* time, QCPAxis* value, const PlotSeries& series);

    /// What is later is not drawn.
    void setUntil(double until) { m_until = until; }

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain domain) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain domain, const QCPRange& time) const override;

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

private:
    struct Stretch;
    Stretch stretch() const;
    QList<QPolygonF> everyPoint(const Stretch& stretch) const;
    QList<QPolygonF> columns(const Stretch& stretch) const;
    void drawMarks(QCPPainter& painter, const Stretch& stretch) const;

    const PlotSeries& m_series;
    double m_until = 0;
};

/// What happened, as vertical lines with a letter at the top. Where several are close, the gravest gives the letter.
class EventLines final : public QCPAbstractPlottable
{
public:
    EventLines(QCPAxis* time, QCPAxis* value) : QCPAbstractPlottable(time, value) {}
    void setMarks(std::span<const EventMark> marks) { m_marks = marks; }
    /// The mark whose line is within so many pixels of the place; null when there is none.
    const EventMark* near(double x, double pixels) const;

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain domain) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain domain, const QCPRange& time) const override;

protected:
    QRect clipRect() const override;
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

private:
    std::span<const EventMark> inView() const;
    std::span<const EventMark> m_marks;
};

} // namespace greensward::ui
