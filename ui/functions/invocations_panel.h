// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QWidget>

class QStackedWidget;
class QToolButton;

namespace greensward::ui {

class EngineMirror;
class InvocationModel;
class ListTable;

/// Calls of all functions, or of the chosen one.
class CallsShown final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    /// Empty: all.
    void setFunction(const QString& name);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString m_function;
};

/// The list of calls, newest first.
class InvocationsPanel final : public QWidget
{
    Q_OBJECT

public:
    InvocationsPanel(EngineMirror& mirror, InvocationModel& model, QWidget* parent);

    /// For the head of the dock.
    QToolButton& scopeButton() { return *m_all; }
    void setFunction(const QString& name);
    void mark(quint64 number);
    void setCompact(bool compact);
    void setNarrow(bool narrow);
    ListTable& table() { return *m_table; }

signals:
    void chosen(quint64 number);
    void opened(quint64 number);

private:
    void showScope();
    void showPage();

    InvocationModel& m_model;
    CallsShown* m_shown;
    QString m_function;
    QToolButton* m_all;
    QStackedWidget* m_pages;
    ListTable* m_table;
    bool m_marking = false;
};

} // namespace greensward::ui
