// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/event.h"
#include "ui/kit/workspace.h"

class QStackedWidget;
class QTableView;
class QToolButton;

namespace greensward::ui {

class Card;
class ConnectionsModel;
class ElidedLabel;
class EmptyState;
class EngineMirror;
class LaneLegend;
class LanesView;
class MomentsTable;
class PanelDock;
class RoleLabel;
class ScopeBar;

/// Who is connected, since when, and why not any more: lanes over time, the same as a table, and the chosen client.
class ConnectionsWorkspace final : public Workspace
{
    Q_OBJECT

public:
    ConnectionsWorkspace(EngineMirror& mirror, QWidget* parent);

    QList<Panel> panels() const override;
    QList<QWidget*> focusStops() const override;
    void focusFilter() override;
    bool leave() override;
    void step(int direction) override;
    bool explain() override;
    void addCommands(Commands& commands) override;
    void setCompact(bool compact) override;
    void setSpace(Space space) override;
    QByteArray memory() const override;
    void remember(const QByteArray& memory) override;
    void fillForPicture() override;

    LanesView& lanes() { return *m_lanes; }
    void showTable(bool table);
    bool showsTable() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addTools();
    void makeTable();
    void makeEmptyStates();
    void showCounts();
    void showPage();
    void showSpan();
    void shareRoom();
    void goTo(trace::EventId event);

    EngineMirror& m_mirror;
    ConnectionsModel& m_model;
    ScopeBar* m_scope;
    Card* m_card;
    QStackedWidget* m_pages;
    LanesView* m_lanes;
    MomentsTable* m_moments;
    QTableView* m_table;
    EmptyState* m_noHits = nullptr;
    RoleLabel* m_counts;
    RoleLabel* m_span;
    LaneLegend* m_legend;
    ElidedLabel* m_spoken;
    QToolButton* m_follow = nullptr;
    QToolButton* m_twin = nullptr;
    PanelDock* m_doctorDock;
    PanelDock* m_clientDock;
    bool m_tight = false;
};

} // namespace greensward::ui
