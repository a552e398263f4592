// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/workspace.h"

class QStackedWidget;

namespace greensward::ui {

class Card;
class DoctorModel;
class EngineMirror;
class FindingList;
class LearnedList;
class PanelDock;
class RoleLabel;

/// What is wrong now and why, and beside it what was and is understood.
class DoctorWorkspace final : public Workspace
{
    Q_OBJECT

public:
    explicit DoctorWorkspace(EngineMirror& mirror, QWidget* parent = nullptr);

    QList<Panel> panels() const override;
    QList<QWidget*> focusStops() const override;
    void addCommands(Commands& commands) override;

private:
    void follow();
    void announce(const QString& spoken);
    void copyAll();

    EngineMirror& m_mirror;
    DoctorModel& m_model;
    Card* m_card;
    RoleLabel* m_count;
    QStackedWidget* m_pages;
    FindingList* m_list;
    QWidget* m_well;
    LearnedList* m_learned;
    PanelDock* m_learnedDock;
};

} // namespace greensward::ui
