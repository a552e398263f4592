// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/workspace.h"
#include "ui/map/map_table_model.h"
#include "ui/map/map_view.h"

class QStackedWidget;
class QTableView;
class QToolButton;
class QVBoxLayout;

namespace greensward::ui {

class Card;
class Chip;
class NodePanel;
class PanelDock;
class RoleLabel;
class ScopeBar;

/// Who is there, how they are linked and what moves between them; the same as a table; and the node that is meant.
class MapWorkspace final : public Workspace
{
    Q_OBJECT

public:
    MapWorkspace(EngineMirror& mirror, QWidget* parent);
    ~MapWorkspace() override;

    QList<Panel> panels() const override;
    QList<QWidget*> focusStops() const override;
    void focusFilter() override;
    bool leave() override;
    void step(int direction) override;
    void setCompact(bool compact) override;
    void setDiscreet(bool discreet) override { m_model.setDiscreet(discreet); }
    void setSpace(Space space) override;
    void addCommands(Commands& commands) override;
    QUndoStack* undoStack() override;
    QByteArray memory() const override;
    void remember(const QByteArray& memory) override;
    void fillForPicture() override;

    /// Under the map, for what a chosen message went through. Taken over.
    void setStrip(QWidget* strip);

    MapView& view() { return *m_view; }
    void showTable(bool table);
    bool showsTable() const;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void addTools();
    void makeTable();
    void makeEmptyState();
    void makePanel();
    void showRate();
    void showScale();
    void showPage();
    void showNode();
    void showScope();
    void open(const QString& key);

    EngineMirror& m_mirror;
    MapModel& m_model;
    ScopeBar* m_scope;
    Card* m_card;
    QStackedWidget* m_pages;
    MapView* m_view;
    MapTableModel* m_tableModel;
    QTableView* m_table;
    NodePanel* m_panel = nullptr;
    PanelDock* m_panelDock = nullptr;
    Chip* m_rate;
    RoleLabel* m_scale;
    QToolButton* m_tidy = nullptr;
    QToolButton* m_twin = nullptr;
    QWidget* m_strip = nullptr;
    bool m_tight = false;
};

} // namespace greensward::ui
