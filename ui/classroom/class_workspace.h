// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/classroom/step_titles.h"
#include "ui/kit/workspace.h"

class QMenu;
class QPushButton;
class QStackedWidget;

namespace greensward::ui {

class BrokersModel;
class Card;
class ClassModel;
class CodePanel;
class EmptyState;
class EngineMirror;
class ListTable;
class PanelDock;
class PlaceStrip;
class RoleLabel;

/// For who teaches: how many of the class are at which step, who has been there for long, and which of the doctor's
/// codes they have. In the rail only once somebody came here: most people never hold a class.
class ClassWorkspace final : public Workspace
{
    Q_OBJECT

public:
    explicit ClassWorkspace(EngineMirror& mirror, QWidget* parent = nullptr);

    QList<Panel> panels() const override;
    QList<QWidget*> focusStops() const override;
    bool explain() override;
    void step(int direction) override;
    void setCompact(bool compact) override;
    void setSpace(Space space) override;
    void addCommands(Commands& commands) override;
    bool wantsRail() const override;
    void fillForPicture() override;

    ListTable& table() { return *m_table; }
    CodePanel& codes() { return *m_codes; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeClass();
    void follow();
    void showChosen();
    void showCodes();
    void fillMenu();

    EngineMirror& m_mirror;
    ClassModel& m_model;
    BrokersModel& m_brokers;
    StepTitles m_titles;
    Card* m_card;
    RoleLabel* m_count;
    RoleLabel* m_ignored;
    QPushButton* m_listen;
    QMenu* m_menu;
    QStackedWidget* m_pages;
    EmptyState* m_nobody;
    PlaceStrip* m_places = nullptr;
    RoleLabel* m_trouble = nullptr;
    ListTable* m_table = nullptr;
    CodePanel* m_codes;
    PanelDock* m_codesDock;
};

} // namespace greensward::ui
