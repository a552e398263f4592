// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/workspace.h"
#include "ui/models/engine_mirror.h"

class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTimer;

namespace greensward::ui {

class Chip;
class EmptyState;
class MessageLogView;
class PanelDock;
class PayloadInspector;
class HistoryPanel;
class RetainedPanel;
class RoleLabel;
class SendPanel;
class SubscriptionPanel;
class TopicTreeView;

/// Topics, the message log, and the inspector for one message.
class TopicsWorkspace final : public Workspace
{
    Q_OBJECT

public:
    explicit TopicsWorkspace(EngineMirror& mirror, QWidget* parent = nullptr);

    QList<Panel> panels() const override;
    QList<QWidget*> focusStops() const override;
    void focusFilter() override;
    bool leave() override;
    void step(int direction) override;
    void setCompact(bool compact) override;
    void setSpace(Space space) override;
    void addCommands(Commands& commands) override;
    QUndoStack* undoStack() override;
    void fillForPicture() override;

    /// As if typed, and applied at once.
    void setFilterText(const QString& text);

    TopicTreeView& tree() { return *m_tree; }
    MessageLogView& logView() { return *m_log; }
    PayloadInspector& inspector() { return *m_inspector; }
    SendPanel& sendPanel() { return *m_send; }

private:
    QWidget* makeTreeCard();
    QWidget* makeLogCard();
    void makeMessagePanels();
    void showPanel(PanelDock& dock);
    void applyFilter();
    void updateCounts();

    EngineMirror& m_mirror;
    TopicTreeView* m_tree;
    QStackedWidget* m_treePages;
    Chip* m_topicCount;
    RoleLabel* m_unlisted;
    MessageLogView* m_log;
    QStackedWidget* m_logPages;
    EmptyState* m_noHits;
    QLineEdit* m_filter;
    RoleLabel* m_filterProblem;
    RoleLabel* m_counts;
    QPushButton* m_jump;
    QTimer* m_filterDelay;
    PayloadInspector* m_inspector;
    PanelDock* m_inspectorDock;
    QWidget* m_halves;
    SendPanel* m_send;
    HistoryPanel* m_history;
    SubscriptionPanel* m_subscriptions;
    RetainedPanel* m_retained;
    PanelDock* m_historyDock;
    PanelDock* m_subscriptionDock;
    PanelDock* m_retainedDock;
    Space m_space = Space::Wide;
};

} // namespace greensward::ui
