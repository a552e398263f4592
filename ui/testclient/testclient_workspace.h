// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/workspace.h"
#include "ui/testclient/inbox_model.h"

class QPushButton;
class QSplitter;
class QStackedWidget;

namespace greensward::ui {

class Card;
class EmptyState;
class EngineMirror;
class ListTable;
class MessageView;
class PublishForm;
class RoleLabel;
class ScopeBar;
class SubscribePanel;
class TestDesk;

/// An MQTT client to try things with: subscribe to any filter as the console, read what comes, publish as the console
/// or as a device, and see what the gateway says to it.
class TestClientWorkspace final : public Workspace
{
    Q_OBJECT

public:
    TestClientWorkspace(EngineMirror& mirror, QWidget* parent);

    PublishForm& form() { return *m_form; }
    MessageView& message() { return *m_message; }
    QList<QWidget*> focusStops() const override;
    void focusFilter() override;
    bool leave() override;
    void step(int direction) override;
    void setCompact(bool compact) override;
    void setSpace(Space space) override;
    void addCommands(Commands& commands) override;
    void fillForPicture() override;

private:
    QWidget* makeInbox();
    QWidget* makePublishing();
    void showChosen();
    void showCounts();
    void showVerdict();

    EngineMirror& m_mirror;
    TestDesk& m_desk;
    InboxModel m_inbox;
    Card* m_card;
    QSplitter* m_columns = nullptr;
    QSplitter* m_rows = nullptr;
    QSplitter* m_reading = nullptr;
    SubscribePanel* m_subscribe = nullptr;
    ScopeBar* m_scope = nullptr;
    QStackedWidget* m_pages = nullptr;
    ListTable* m_messages = nullptr;
    EmptyState* m_nothing = nullptr;
    RoleLabel* m_publishing = nullptr;
    MessageView* m_message = nullptr;
    PublishForm* m_form = nullptr;
    ListTable* m_verdicts = nullptr;
    QPushButton* m_why = nullptr;
    RoleLabel* m_counts = nullptr;
};

} // namespace greensward::ui
