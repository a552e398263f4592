// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "labs/lab_shelf.h"

#include <QWidget>

#include <vector>

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace greensward::ui {

class EngineMirror;
class LabModel;
class RoleLabel;
class StepCard;

/// The guide of the lab that goes on, beside whatever the window shows: its steps, the one to do now open.
class LabGuide final : public QWidget
{
    Q_OBJECT

public:
    explicit LabGuide(EngineMirror& mirror, QWidget* parent = nullptr);

    StepCard* card(const std::string& stepId) const;
    /// The one to do now; null when all are done.
    StepCard* currentCard() const;
    void takeFocus();

protected:
    void keyPressEvent(QKeyEvent* event) override;

public slots:
    void checkStep();
    void hint();

signals:
    void linkAsked(const QString& link);
    void spotlightAsked(const QString& place);
    /// The lab is over, or left: what to do next is on the page of the labs.
    void shelfAsked();

private:
    void refresh();
    void rebuild();
    void revealCurrent();

    LabModel& m_model;
    labs::LabPtr m_lab;
    labs::Way m_way = labs::Way::Console;
    int m_current = -1;
    RoleLabel* m_title;
    RoleLabel* m_strip;
    RoleLabel* m_problem;
    QScrollArea* m_scroll;
    QVBoxLayout* m_column = nullptr;
    std::vector<StepCard*> m_cards;
    QPushButton* m_shelf;
    QPushButton* m_leave;
};

} // namespace greensward::ui
