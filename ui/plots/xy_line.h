// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_board.h"

#include <qcustomplot.h>

namespace greensward::ui {

/// A series of an XY plot as dots, joined in the order of their arrival where it is a curve over places of an array. Of
/// what arrived in the time that the plot shows.
class XyLine final : public QCPAbstractPlottable
{
public:
    XyLine(QCPAxis* x, QCPAxis* y, const PlotSeries& series, PlotAxis::Kind kind);

    void setTimes(double begin, double end);
    /// The point nearest to the place, as far as that many pixels away; null when there is none.
    const XyTrail::Point* near(const QPointF& place, double pixels) const;

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain domain) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain domain, const QCPRange& keys) const override;

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

private:
    std::pair<std::size_t, std::size_t> shown() const;

    const PlotSeries& m_series;
    PlotAxis::Kind m_kind;
    double m_begin = 0;
    double m_end = 0;
};

} // namespace greensward::ui
