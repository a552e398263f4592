// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_board.h"

#include <QAbstractTableModel>

namespace greensward::ui {

/// All series of the plots that are shown, a row each: the plots as a table.
class SeriesTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Plot, Topic, Field, Newest, Time, Lowest, Highest, Points, kColumnCount };

    explicit SeriesTableModel(PlotBoard& board, QObject* parent = nullptr);
    /// Takes over the newest values that the plots show.
    void refresh();
    int plotOf(int row) const { return m_rows[static_cast<std::size_t>(row)].plot; }
    const PlotSeries& series(int row) const { return *m_rows[static_cast<std::size_t>(row)].series; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        int plot;
        const PlotSeries* series;
    };
    void rebuild();

    PlotBoard& m_board;
    std::vector<Row> m_rows;
};

/// The newest points of one series, newest first.
class PointTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Value, X, kColumnCount }; ///< X in an XY plot only
    static constexpr std::size_t kMostRows = 200;

    explicit PointTableModel(PlotBoard& board, QObject* parent = nullptr);
    void setSeries(int plot, const SeriesRef& ref);
    void refresh();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    PlotBoard& m_board;
    int m_plot = 0;
    SeriesRef m_ref;
    std::vector<XyTrail::Point> m_rows; ///< newest first
    bool m_xy = false;
};

} // namespace greensward::ui
