// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/subscription_model.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace greensward::ui {

class BrokerChoice;
class EngineMirror;
class PanelTable;
class RoleLabel;

/// The subscriptions of the console's own client, and what they brought.
class SubscriptionPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit SubscriptionPanel(EngineMirror& mirror, QWidget* parent = nullptr);
    void focusFilter();

signals:
    /// The message that a delivery was one of.
    void messageChosen(greensward::trace::EventId message);

private:
    QLayout* makeEntry();
    QWidget* makeLists();
    void check();
    void subscribe();
    void update();
    int current() const;

    EngineMirror& m_mirror;
    SubscriptionModel& m_model;
    ReceivedModel& m_received;
    QLineEdit* m_filter;
    BrokerChoice* m_broker;
    QComboBox* m_qos;
    QPushButton* m_add;
    RoleLabel* m_problem;
    QStackedWidget* m_pages;
    PanelTable* m_table;
    PanelTable* m_deliveries;
    QPushButton* m_mute;
    QPushButton* m_mark;
    QPushButton* m_end;
};

} // namespace greensward::ui
