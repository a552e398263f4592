// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/functions/invocation.h"

#include <QWidget>

class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace greensward::ui {

class Chip;
class RoleLabel;

/// One call of a function: how it ended and what it took, its answer or its error with the stack, its log, its event.
class InvocationView final : public QWidget
{
    Q_OBJECT

public:
    enum Tab { Error, Answer, Log, Event };

    explicit InvocationView(QWidget* parent);

    /// Null: none is chosen.
    void show(const Invocation* call);
    void setTab(Tab tab);
    Tab tab() const;
    QListWidget& stack() { return *m_stack; }
    /// How it ended in one line: "succeeded in 12.3 ms, cold start of 84 ms".
    static QString sentence(const Invocation& call);

signals:
    /// A line of the stack: the path as the function saw it.
    void placeAsked(const QString& path, int line);
    void replayAsked();
    void keepAsked();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void addHead();
    void addPages();
    void fill(const Invocation& call);
    void showTab();

    quint64 m_number = 0;
    Invocation::State m_state = Invocation::State::Untold;
    std::vector<StackFrame> m_frames;
    RoleLabel* m_nothing;
    QWidget* m_something;
    Chip* m_outcome;
    RoleLabel* m_facts;
    QPushButton* m_replay;
    QPushButton* m_keep;
    QTabBar* m_tabs;
    QStackedWidget* m_pages;
    RoleLabel* m_message = nullptr;
    QListWidget* m_stack = nullptr;
    QPlainTextEdit* m_answer = nullptr;
    QPlainTextEdit* m_log = nullptr;
    QPlainTextEdit* m_event = nullptr;
};

} // namespace greensward::ui
