// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "labs/course.h"

#include <QWidget>

#include <array>

class QButtonGroup;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace greensward::ui {

class Chip;
class LabModel;
class MarkdownText;
class PassageView;
class RoleLabel;

/// One step of the lab that goes on. Closed it is its title and what came of it; open it also says what to do, in three
/// ways, what is still missing, and helps.
class StepCard final : public QWidget
{
    Q_OBJECT

public:
    StepCard(LabModel& model, labs::LabPtr lab, std::size_t step, QWidget* parent = nullptr);

    /// How far it is. Opens and closes it with the step; a card that a person has opened stays so.
    void show(const labs::StepView& view, const QString& busy);
    void setWay(labs::Way way);
    void setOpen(bool open);
    bool isOpen() const { return m_open; }
    const labs::Step& step() const { return m_lab->steps[m_at]; }
    /// What a screen reader says of it; tests read it, too.
    QString state() const;
    QPushButton& solveButton() { return *m_solve; }
    QPushButton& hintButton() { return *m_hint; }

signals:
    void linkAsked(const QString& link);
    void wayChosen(greensward::labs::Way way);
    /// "Show me": the control that the step is about.
    void spotlightAsked(const QString& place);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeInside();
    QWidget* makeWays();
    QWidget* makeButtons();
    void showHints(int shown);
    void showOutcome(const labs::StepView& view);
    labs::StepState stepState() const { return m_view.state; }

    LabModel& m_model;
    labs::LabPtr m_lab;
    std::size_t m_at;
    labs::StepView m_view;
    bool m_open = false;
    RoleLabel* m_title;
    RoleLabel* m_because;
    QWidget* m_inside = nullptr; ///< made when it is first opened
    QButtonGroup* m_ways = nullptr;
    QStackedWidget* m_pages = nullptr;
    PassageView* m_console = nullptr; ///< of m_pages: has buttons
    labs::Way m_way = labs::Way::Console;
    RoleLabel* m_missing = nullptr;
    RoleLabel* m_nearest = nullptr;
    RoleLabel* m_unseen = nullptr;
    std::array<MarkdownText*, 3> m_hints{};
    QPushButton* m_showMe = nullptr;
    QPushButton* m_hint = nullptr;
    QPushButton* m_solve = nullptr;
    QToolButton* m_more = nullptr;
    QString m_busy;
};

} // namespace greensward::ui
