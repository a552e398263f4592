// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/workspace.h"

class QStackedWidget;
class QTableView;
class QToolButton;

namespace greensward::ui {

class ConnectionsModel;
class EngineMirror;
class LanesView;
class PanelDock;
class RoleLabel;

/// Who is connected, since when, and why not any more: lanes over time, the same as a table, and the selected client.
class ConnectionsWorkspace final : public Workspace
{
    Q_OBJECT

public:
    explicit ConnectionsWorkspace(EngineMirror& mirror, QWidget* parent);

    QList<Panel> panels() const override;
    QList<QWidget*> focusStops() const override;
    void addCommands(Commands& commands) override;
    void setSpace(Space space) override;
    void fillForPicture() override;

    LanesView& lanes() { return *m_lanes; }
    void showTable(bool table);
    bool showsTable() const;

private:
    void updateCounts();
    void makeTable();

    EngineMirror& m_mirror;
    ConnectionsModel& m_model;
    QStackedWidget* m_pages;
    LanesView* m_lanes;
    QTableView* m_table;
    RoleLabel* m_counts;
    QWidget* m_legend;
    QToolButton* m_twin;
    PanelDock* m_clientDock;
};

} // namespace greensward::ui
