// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/engine_mirror.h"
#include "ui/plots/plot_board.h"

#include <QWidget>

class QComboBox;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace greensward::ui {

class PlotCanvas;
class PlotExport;
class PlotLegend;
class RoleLabel;

/// One plot of the board with its legend and controls. Takes numbers that are dropped on it.
class PlotView final : public QWidget
{
    Q_OBJECT

public:
    PlotView(EngineMirror& mirror, PlotBoard& board, int plot, QWidget* parent = nullptr);

    int plot() const { return m_plot; }
    PlotCanvas& canvas() { return *m_canvas; }
    PlotLegend& legend() { return *m_legend; }
    /// Choosing numbers; pattern is what is looked for at first.
    void pickSeries(const QString& pattern = {});
    /// What the plot can be drawn over, as a menu; opened below the head.
    void chooseAxis();
    void fillAxisMenu(QMenu& menu);
    /// Asks for a file: PNG, SVG or CSV by its name.
    void askExport(const QString& suffix);
    /// The file's ending says what is written. False when it says nothing that can be.
    bool exportTo(const QString& file);

signals:
    /// A file was written, or not: one sentence for a person.
    void said(const QString& sentence);

protected:
    void paintEvent(QPaintEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QLayout* makeHead();
    QToolButton* makeButton(const QString& iconName, const QString& name);
    void refresh();
    void takeAdded(PlotBoard::Adding added);

    EngineMirror& m_mirror;
    PlotBoard& m_board;
    int m_plot;
    RoleLabel* m_title;
    QComboBox* m_span;
    QToolButton* m_follow;
    QToolButton* m_freeze;
    QToolButton* m_add;
    QToolButton* m_more;
    PlotLegend* m_legend;
    QStackedWidget* m_pages;
    PlotCanvas* m_canvas;
    PlotExport* m_export;
    bool m_dropNear = false;
};

} // namespace greensward::ui
