// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/series_tables.h"

#include "ui/models/number_text.h"
#include "ui/plots/plot_canvas.h"

#include <algorithm>
#include <cmath>

namespace greensward::ui {

namespace {

QString timeText(double seconds)
{
    return clockText(WallTime(std::chrono::duration_cast<Duration>(std::chrono::duration<double>(seconds))));
}

QVariant alignment(bool number)
{
    return QVariant::fromValue(Qt::Alignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
}

} // namespace

SeriesTableModel::SeriesTableModel(PlotBoard& board, QObject* parent) : QAbstractTableModel(parent), m_board(board)
{
    connect(&board, &PlotBoard::seriesChanged, this, &SeriesTableModel::rebuild);
    connect(&board, &PlotBoard::shownChanged, this, &SeriesTableModel::rebuild);
    rebuild();
}

void SeriesTableModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    for (int plot = 0; plot < m_board.shown(); ++plot)
        for (const auto& series : m_board.series(plot))
            m_rows.push_back({plot, series.get()});
    endResetModel();
}

void SeriesTableModel::refresh()
{
    if (!m_rows.empty())
        emit dataChanged(index(0, Newest), index(rowCount() - 1, Points));
}

int SeriesTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SeriesTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant SeriesTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(index.column() >= Newest);
    if (role == Qt::ToolTipRole && index.column() == Points) {
        const auto merged = series(index.row()).points.merged();
        return merged == 0 ? QVariant() : tr("%1 older points were merged into lows and highs.").arg(countText(merged));
    }
    if (role != Qt::DisplayRole)
        return {};
    const PlotSeries& series = this->series(index.row());
    const double until = m_board.until(plotOf(index.row()));
    const auto newest = series.points.at(until);
    const auto extent = series.points.extent(0, series.points.firstFrom(std::nextafter(until, until + 1)));
    const QString nothing = QStringLiteral("–");
    switch (index.column()) {
    case Plot:
        return plotOf(index.row()) + 1;
    case Topic:
        return series.ref.topic;
    case Field:
        return series.ref.path;
    case Newest:
        return newest ? valueText(newest->value) : nothing;
    case Time:
        return newest ? timeText(newest->time) : nothing;
    case Lowest:
        return extent ? valueText(extent->low) : nothing;
    case Highest:
        return extent ? valueText(extent->high) : nothing;
    case Points:
        return countText(series.points.size());
    default:
        return {};
    }
}

QVariant SeriesTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section >= Newest);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Plot:
        return tr("Plot");
    case Topic:
        return tr("Topic");
    case Field:
        return tr("Field");
    case Newest:
        return tr("Newest");
    case Time:
        return tr("Time");
    case Lowest:
        return tr("Lowest");
    case Highest:
        return tr("Highest");
    case Points:
        return tr("Points");
    default:
        return {};
    }
}

PointTableModel::PointTableModel(PlotBoard& board, QObject* parent) : QAbstractTableModel(parent), m_board(board)
{
    connect(&board, &PlotBoard::seriesChanged, this, &PointTableModel::refresh);
}

void PointTableModel::setSeries(int plot, const SeriesRef& ref)
{
    m_plot = plot;
    m_ref = ref;
    refresh();
}

void PointTableModel::refresh()
{
    std::vector<XyTrail::Point> rows;
    const bool xy = !m_board.axis(m_plot).isTime();
    if (xy != m_xy) {
        beginResetModel();
        m_rows.clear();
        m_xy = xy;
        endResetModel();
    }
    const auto& all = m_board.series(m_plot);
    const auto found = std::find_if(all.begin(), all.end(), [this](const auto& one) { return one->ref == m_ref; });
    if (found != all.end() && xy) {
        const auto& trail = (*found)->trail;
        const auto [first, end] =
            trail.within(0, m_board.until(m_plot), m_board.axis(m_plot).kind == PlotAxis::Kind::Place);
        for (std::size_t at = end; at > first && rows.size() < kMostRows; --at)
            rows.push_back(trail.points()[at - 1]);
    } else if (found != all.end()) {
        const auto points = (*found)->points.points();
        auto end = std::upper_bound(points.begin(), points.end(), m_board.until(m_plot),
                                    [](double time, const auto& point) { return time < point.time; });
        const auto count = std::min<std::ptrdiff_t>(end - points.begin(), kMostRows);
        for (std::ptrdiff_t at = 1; at <= count; ++at)
            rows.push_back({(end - at)->time, 0, (end - at)->value});
    }
    // Rows keep their number as far as possible: a reader's place in the list is not lost.
    const int before = rowCount();
    const int after = static_cast<int>(rows.size());
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_rows.resize(rows.size());
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_rows.resize(rows.size());
        endInsertRows();
    }
    m_rows = std::move(rows);
    if (after > 0)
        emit dataChanged(index(0, 0), index(after - 1, columnCount() - 1));
}

int PointTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PointTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_xy ? kColumnCount : X;
}

QVariant PointTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(index.column() >= Value);
    if (role != Qt::DisplayRole)
        return {};
    const auto& point = m_rows[static_cast<std::size_t>(index.row())];
    return index.column() == Time ? timeText(point.time) : valueText(index.column() == X ? point.x : point.y);
}

QVariant PointTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section >= Value);
    if (role != Qt::DisplayRole)
        return {};
    return section == Time ? tr("Time") : section == X ? axisLabel(m_board.axis(m_plot)) : tr("Value");
}

} // namespace greensward::ui
