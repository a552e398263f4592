// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/subscription_model.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace greensward::ui {

class EngineMirror;
class ListTable;
class RoleLabel;

/// Subscribes as the console and lists what is subscribed to; one of the list, or all, is chosen to be read.
class SubscribePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit SubscribePanel(EngineMirror& mirror, QWidget* parent = nullptr);

    void focusFilter();
    ListTable& table() { return *m_table; }
    void setTight(bool tight);

signals:
    /// Empty: all of them.
    void chosen(const QString& filter);

private:
    void check();
    void subscribe();
    void unsubscribe();
    void update();
    int current() const;

    SubscriptionModel& m_model;
    QLineEdit* m_filter;
    QComboBox* m_qos;
    QPushButton* m_add;
    RoleLabel* m_said;
    ListTable* m_table;
    QPushButton* m_all;
    QPushButton* m_end;
};

} // namespace greensward::ui
