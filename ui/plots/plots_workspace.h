// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/workspace.h"
#include "ui/models/engine_mirror.h"
#include "ui/plots/series_tables.h"

#include <array>

class QButtonGroup;
class QGridLayout;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace greensward::ui {

class ElidedLabel;
class PlotView;
class ScopeBar;

/// Numbers of messages over time: one, two or four plots, and the same as a table.
class PlotsWorkspace final : public Workspace
{
    Q_OBJECT

public:
    explicit PlotsWorkspace(EngineMirror& mirror, QWidget* parent = nullptr);

    QList<QWidget*> focusStops() const override;
    void focusFilter() override;
    bool leave() override;
    void setSpace(Space space) override;
    void addCommands(Commands& commands) override;
    QByteArray memory() const override;
    void remember(const QByteArray& memory) override;
    void fillForPicture() override;

    PlotBoard& board() { return m_board; }
    PlotView& view(int plot) { return *m_views[static_cast<std::size_t>(plot)]; }
    void setTable(bool table);

private:
    QLayout* makeBar();
    QWidget* makeTables();
    void arrange();
    void refreshTables();
    void showScope();
    PlotView& current() { return view(m_board.current()); }

    EngineMirror& m_mirror;
    PlotBoard& m_board;
    ScopeBar* m_scope;
    SeriesTableModel m_series;
    PointTableModel m_points;
    std::array<PlotView*, 4> m_views{};
    QStackedWidget* m_pages;
    QGridLayout* m_grid;
    QButtonGroup* m_counts;
    QToolButton* m_table;
    QTableView* m_seriesTable;
    QTableView* m_pointTable;
    ElidedLabel* m_note;
    Space m_space = Space::Wide;
};

} // namespace greensward::ui
