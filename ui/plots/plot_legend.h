// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_board.h"

#include <QAbstractButton>

namespace greensward::ui {

class RoleLabel;
class ScopeStack;

/// A series in the legend: its line, its name and its newest value. A click opens what can be done with it and its
/// messages, Delete takes it off the plot.
class LegendItem final : public QAbstractButton
{
    Q_OBJECT

public:
    LegendItem(ScopeStack& scope, PlotBoard& board, int plot, const PlotSeries& series, QWidget* parent);
    /// Takes over the newest value that the plot shows.
    void refresh();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void openMenu();
    int numberSpace() const;

    ScopeStack& m_scope;
    PlotBoard& m_board;
    int m_plot;
    const PlotSeries& m_series;
    QString m_name;
    QString m_value;
};

/// All series of a plot, in as many rows as they need, and what is missing from their past.
class PlotLegend final : public QWidget
{
    Q_OBJECT

public:
    PlotLegend(ScopeStack& scope, PlotBoard& board, int plot, QWidget* parent);
    void refresh();
    const QList<LegendItem*>& items() const { return m_items; }

private:
    void rebuild();

    ScopeStack& m_scope;
    PlotBoard& m_board;
    int m_plot;
    QList<LegendItem*> m_items;
    RoleLabel* m_note = nullptr;
};

} // namespace greensward::ui
