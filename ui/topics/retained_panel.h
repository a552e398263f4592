// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/filter.h"
#include "ui/models/retained_model.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace greensward::ui {

class EmptyState;
class EngineMirror;
class PanelTable;
class RoleLabel;

/// The retained messages that the window's scope and a filter of its own let through.
class RetainedFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit RetainedFilter(EngineMirror& mirror);
    void setFilter(const Filter& filter);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    EngineMirror& m_mirror;
    RetainedModel& m_retained;
    Filter m_filter;
};

/// What the broker keeps for later subscribers: to look at and to clear, which can be undone.
class RetainedPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit RetainedPanel(EngineMirror& mirror, QWidget* parent = nullptr);

signals:
    void topicChosen(const QString& topic);

private:
    void clear(bool all);
    void showCounts();
    void showJob();

    EngineMirror& m_mirror;
    RetainedModel& m_model;
    RetainedFilter m_shown;
    QLineEdit* m_filter;
    RoleLabel* m_problem;
    QStackedWidget* m_pages;
    EmptyState* m_noHits;
    PanelTable* m_table;
    RoleLabel* m_counts;
    QProgressBar* m_progress;
    QPushButton* m_clear;
    QPushButton* m_clearAll;
    QPushButton* m_undo;
};

} // namespace greensward::ui
