// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_board.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>

class QIODevice;
class QImage;

namespace greensward::ui {

/// The points of a plot as they were when it was made.
struct PlotPoints
{
    struct Series
    {
        SeriesRef ref;
        std::vector<PointSeries::Point> points;
        std::vector<XyTrail::Point> trail; ///< of an XY plot
    };
    PlotAxis axis;
    std::vector<Series> series;
};

/// All that is kept, up to what the plot shows.
PlotPoints pointsOf(const PlotBoard& board, int plot);

/// As CSV (RFC 4180, UTF-8): time, topic, field, value; a row a point in order of time, times as ISO 8601 in UTC with
/// milliseconds, of arrival or of the field that the plot takes them from. Of an XY plot: time (of arrival), topic, field,
/// value, x_field, x. False when the device did not take it.
bool writeCsv(const PlotPoints& points, QIODevice& out);

/// Writes files in a thread of its own; whole or not at all.
class PlotExport final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void writeBytes(const QString& file, const QByteArray& bytes);
    void writePoints(const QString& file, PlotPoints points);
    /// A PNG.
    void writeImage(const QString& file, const QImage& image);

signals:
    /// problem: one sentence; empty when the file is there.
    void finished(const QString& file, const QString& problem);

private:
    void write(const QString& file, std::function<bool(QIODevice&)> work);
};

} // namespace greensward::ui
