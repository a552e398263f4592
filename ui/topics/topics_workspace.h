// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/workspace.h"
#include "ui/models/engine_mirror.h"

class QStackedWidget;
class QToolButton;

namespace greensward::ui {

class Chip;
class EmptyState;
class LogMenu;
class MessageLogView;
class PanelDock;
class PayloadInspector;
class HistoryPanel;
class RetainedPanel;
class RoleLabel;
class SendPanel;
class SubscriptionPanel;
class ScopeBar;
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
    /// Saved filters, columns and limits of the log.
    QByteArray memory() const override;
    void remember(const QByteArray& memory) override;
    void fillForPicture() override;

    /// The scope of all lists; as if typed, and Enter pressed.
    void setFilterText(const QString& text);

    TopicTreeView& tree() { return *m_tree; }
    MessageLogView& logView() { return *m_log; }
    PayloadInspector& inspector() { return *m_inspector; }
    SendPanel& sendPanel() { return *m_send; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeTreeCard();
    QWidget* makeLogCard();
    void makeMessagePanels();
    void showPanel(PanelDock& dock);
    void addCellMenus();
    void followSelection();
    void chooseMessage(quint64 serial);
    void chooseTopic(const QModelIndex& topic);
    void applyScope();
    void updateCounts();
    void updateTreeCounts();
    void updatePause();

    EngineMirror& m_mirror;
    ScopeBar* m_scope;
    TopicTreeView* m_tree;
    QStackedWidget* m_treePages;
    EmptyState* m_noTopics;
    Chip* m_topicCount;
    QToolButton* m_treePause;
    Chip* m_treePaused;
    RoleLabel* m_unlisted;
    MessageLogView* m_log;
    QStackedWidget* m_logPages;
    EmptyState* m_noHits;
    RoleLabel* m_counts;
    QToolButton* m_logPause;
    Chip* m_logPaused;
    LogMenu* m_logMenu;
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
    bool m_choosing = false; ///< the selection changes because of a row of ours
};

} // namespace greensward::ui
