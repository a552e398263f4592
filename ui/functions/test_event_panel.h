// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QComboBox;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace greensward::ui {

class FunctionDesk;
class RoleLabel;

/// The event that the function is called with next: one of its named ones, written here and kept as it is typed.
class TestEventPanel final : public QWidget
{
    Q_OBJECT

public:
    TestEventPanel(FunctionDesk& desk, QWidget* parent);

    void setFunction(const QString& name);
    /// Its versions and aliases came or went.
    void refresh();
    void choose(const QString& event);
    QString event() const;
    QByteArray payload() const;
    /// "" for $LATEST.
    QString qualifier() const;
    bool isRunnable() const;
    QPlainTextEdit& edit() { return *m_edit; }
    QComboBox& events() { return *m_events; }
    /// Asks for a name and makes an empty event of it.
    void makeNew();

signals:
    void runAsked();

private:
    void addRow();
    void fill();
    void show();
    void check();
    void rename();

    FunctionDesk& m_desk;
    QString m_function;
    QHash<QString, QString> m_chosen; ///< event by function
    QComboBox* m_events;
    QToolButton* m_more;
    QPlainTextEdit* m_edit;
    RoleLabel* m_problem;
    QComboBox* m_qualifier;
    QPushButton* m_run;
    bool m_filling = false;
};

} // namespace greensward::ui
