// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_board.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <vector>

class QCPAxis;
class QCPPainter;
class QCPRange;
class QCustomPlot;

namespace greensward::ui {

class EventLines;
class PlotReadout;
class SeriesLine;
class XyLine;

/// The drawing of one plot of the board: lines, event marks, axes, and what is under the pointer. Draws again when
/// there is something new in view that moves a pixel, and never while hidden. Wheel and + − zoom, drag and the arrow
/// keys pan, Home shows everything, End follows.
class PlotCanvas final : public QWidget
{
    Q_OBJECT

public:
    PlotCanvas(PlotBoard& board, int plot, QWidget* parent = nullptr);
    ~PlotCanvas() override;

    /// How often it was drawn since it was made.
    quint64 replots() const { return m_replots; }
    /// Milliseconds that the last drawing took.
    double lastMillis() const { return m_lastMillis; }
    /// Draws now what is due.
    void replotNow();
    /// Shows the values at this place; a place outside the frame takes them away.
    void showReadout(const QPoint& place);
    QString readoutText() const;

    /// With a legend, in the colours of the theme. Empty when it could not be drawn.
    QImage picture(const QSize& size, double scale = 2) const;
    QByteArray svg(const QSize& size) const;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void makeAxes();
    void makeLines();
    void applyColours();
    void takePointsAdded();
    void replotSoon();
    void setRanges();
    void setXyRanges();
    void showXyReadout(const QPoint& place);
    void applyAxis();
    void setValueRange(QCPAxis& axis, bool onRight);
    void takeDraggedRange(const QCPRange& range);
    void zoomBy(double factor);
    void panBy(double share);
    void draw(QCPPainter& painter, const QSize& size) const;

    PlotBoard& m_board;
    int m_plotNumber;
    QCustomPlot* m_plot;
    PlotReadout* m_readout;
    std::vector<SeriesLine*> m_lines; ///< of a plot over time …
    std::vector<XyLine*> m_xyLines;   ///< … or over something else
    EventLines* m_events = nullptr;
    QTimer m_due;
    QElapsedTimer m_sinceReplot;
    bool m_settingRange = false;
    double m_shownUntil = 0;
    quint64 m_replots = 0;
    double m_lastMillis = 0;
};

/// What stands below the horizontal axis; empty for the time of arrival.
QString axisLabel(const PlotAxis& axis);

/// What a series is called in its plot: the field, with the last level of the topic where it says more.
QString seriesName(const PlotBoard& board, int plot, const PlotSeries& series);

} // namespace greensward::ui
