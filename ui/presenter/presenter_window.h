// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/engine_mirror.h"
#include "ui/presenter/presenter_notes.h"

#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QWidget>

class QPushButton;
class QTextBrowser;

namespace greensward::ui {

class RoleLabel;

/// What only the presenter sees: notes of the workspace or step that is shown, the time, the rate, what is broken on
/// purpose, and what to do next. A window of its own, which opens on another screen than the audience's if there is one.
class PresenterWindow final : public QWidget
{
    Q_OBJECT

public:
    PresenterWindow(EngineMirror& mirror, PresenterNotes notes, QWidget* audience);

    void setWorkspace(const QString& id);
    /// Since when the talk goes on; a window that is made anew takes it over.
    void setElapsed(const QElapsedTimer& since);
    const QElapsedTimer& elapsed() const { return m_since; }
    /// On another screen if there is one; else where it is.
    void showBeside();
    const PresenterNote& note() const { return m_note; }
    QString nextAction() const;

signals:
    void closed();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    QLayout* makeClocks();
    QWidget* makeFacts();
    QWidget* makeFoot();
    void showNote();
    void showFaults();
    void showTimes();
    void edit();
    QStringList names() const;

    EngineMirror& m_mirror;
    PresenterNotes m_notes;
    QWidget* m_audience;
    QString m_workspace;
    PresenterNote m_note;
    QElapsedTimer m_since;
    QFileSystemWatcher m_watcher;
    RoleLabel* m_clock;
    RoleLabel* m_elapsed;
    RoleLabel* m_rate;
    RoleLabel* m_faults;
    RoleLabel* m_title;
    RoleLabel* m_next;
    RoleLabel* m_problem;
    QTextBrowser* m_text;
    QPushButton* m_edit;
};

} // namespace greensward::ui
