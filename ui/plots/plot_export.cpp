// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_export.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QImage>
#include <QLocale>
#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>

#include <algorithm>
#include <cmath>

namespace greensward::ui {

namespace {

constexpr qsizetype kBlock = 1 << 16;

QByteArray quoted(const QString& text)
{
    QByteArray field = text.toUtf8();
    if (field.contains('"') || field.contains(',') || field.contains('\n') || field.contains('\r'))
        field = '"' + field.replace("\"", "\"\"") + '"';
    return field;
}

} // namespace

PlotPoints pointsOf(const PlotBoard& board, int plot)
{
    PlotPoints all;
    all.axis = board.axis(plot);
    const double until = board.until(plot);
    for (const auto& series : board.series(plot)) {
        const auto points = series->points.points();
        const auto end = std::upper_bound(points.begin(), points.end(), until,
                                          [](double time, const auto& point) { return time < point.time; });
        const auto [first, last] = series->trail.within(0, until, all.axis.kind == PlotAxis::Kind::Place);
        const auto trail = series->trail.points().begin();
        all.series.push_back({series->ref,
                              {points.begin(), end},
                              {trail + static_cast<std::ptrdiff_t>(first), trail + static_cast<std::ptrdiff_t>(last)}});
    }
    return all;
}

namespace {

QByteArray timeText(double time)
{
    const auto millis = static_cast<qint64>(std::llround(time * 1000));
    return QDateTime::fromMSecsSinceEpoch(millis, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
}

QByteArray numberText(double number)
{
    return QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
}

/// A row a point, series after series.
bool writeXyCsv(const PlotPoints& points, QIODevice& out)
{
    QByteArray text = "time,topic,field,value,x_field,x\r\n";
    const QByteArray axis = quoted(points.axis.kind == PlotAxis::Kind::Value ? points.axis.path : QStringLiteral("place"));
    for (const PlotPoints::Series& series : points.series)
        for (const XyTrail::Point& point : series.trail) {
            text += timeText(point.time) + ',' + quoted(series.ref.topic) + ',' + quoted(series.ref.path) + ',' +
                    numberText(point.y) + ',' + axis + ',' + numberText(point.x) + "\r\n";
            if (text.size() < kBlock)
                continue;
            if (out.write(text) != text.size())
                return false;
            text.clear();
        }
    return out.write(text) == text.size();
}

} // namespace

bool writeCsv(const PlotPoints& points, QIODevice& out)
{
    if (!points.axis.isTime())
        return writeXyCsv(points, out);
    QByteArray text = "time,topic,field,value\r\n";
    std::vector<std::size_t> next(points.series.size(), 0);
    for (;;) {
        const PlotPoints::Series* earliest = nullptr;
        std::size_t at = 0;
        for (std::size_t one = 0; one < next.size(); ++one) {
            const auto& series = points.series[one];
            if (next[one] < series.points.size() &&
                (!earliest || series.points[next[one]].time < earliest->points[next[at]].time)) {
                earliest = &series;
                at = one;
            }
        }
        if (!earliest)
            break;
        const auto& point = earliest->points[next[at]++];
        text += timeText(point.time) + ',' + quoted(earliest->ref.topic) + ',' + quoted(earliest->ref.path) + ',' +
                numberText(point.value) + "\r\n";
        if (text.size() >= kBlock) {
            if (out.write(text) != text.size())
                return false;
            text.clear();
        }
    }
    return out.write(text) == text.size();
}

void PlotExport::writeBytes(const QString& file, const QByteArray& bytes)
{
    write(file, [bytes](QIODevice& out) { return !bytes.isEmpty() && out.write(bytes) == bytes.size(); });
}

void PlotExport::writePoints(const QString& file, PlotPoints points)
{
    write(file, [points = std::move(points)](QIODevice& out) { return writeCsv(points, out); });
}

void PlotExport::writeImage(const QString& file, const QImage& image)
{
    write(file, [image](QIODevice& out) { return image.save(&out, "PNG"); });
}

void PlotExport::write(const QString& file, std::function<bool(QIODevice&)> work)
{
    QThreadPool::globalInstance()->start([self = QPointer(this), file, work = std::move(work)] {
        QSaveFile out(file);
        const bool written = out.open(QIODevice::WriteOnly) && work(out) && out.commit();
        const QString problem = written ? QString() : tr("%1 could not be written: %2").arg(file, out.errorString());
        // Told on the window's thread, and only if it still wants to know.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, file, problem] {
                if (self)
                    emit self->finished(file, problem);
            },
            Qt::QueuedConnection);
    });
}

} // namespace greensward::ui
