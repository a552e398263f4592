// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/journeys/journey_model.h"

#include <QWidget>

class QStackedWidget;
class QTreeView;

namespace greensward::ui {

class EmptyState;
class ElidedLabel;

/// The journey of what is selected, step by step. Enter on a step goes to what it speaks of.
class JourneyPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit JourneyPanel(EngineMirror& mirror, QWidget* parent = nullptr);
    /// Its steps take the focus. why: at the first one that says what went wrong, if there is one.
    void takeFocus(bool why = false);
    QTreeView& steps() { return *m_tree; }

signals:
    void titleChanged(const QString& title);
    /// Another workspace, by its id.
    void workspaceAsked(const QString& id);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showJourney(bool another);
    void openFewParts();
    void goTo(const QModelIndex& index);

    EngineMirror& m_mirror;
    JourneyModel& m_model;
    JourneyViewer m_viewer;
    QStackedWidget* m_pages;
    QTreeView* m_tree;
    EmptyState* m_nothing;
};

} // namespace greensward::ui
