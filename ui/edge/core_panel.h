// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>
#include <string>

class QGridLayout;
class QLabel;
class QPushButton;

namespace greensward::ui {

class Chip;
class EdgeDesk;
class Gauge;
class RoleLabel;
struct CoreView;

/// How the core of a group is: whether it runs and serves, its cable, its spool, and what never left the edge.
class CorePanel final : public QWidget
{
    Q_OBJECT

public:
    CorePanel(EdgeDesk& desk, QWidget* parent);
    void setGroup(const std::string& id);
    Gauge& spool() { return *m_spool; }
    QPushButton& wan() { return *m_wan; }
    QPushButton& power() { return *m_power; }
    /// What is said of a fact by the name of its row's label: for tests.
    QString said(const QString& label) const;

private:
    RoleLabel* addFact(QGridLayout& grid, const QString& label);
    void addGauges();
    void refresh();
    void show(const CoreView& core);
    void showSpool(const CoreView& core);
    void showTraffic(const CoreView& core);
    void showMoney(const CoreView& core);
    void showNobody();

    EdgeDesk& m_desk;
    std::string m_group;
    RoleLabel* m_name;
    Chip* m_standing;
    QPushButton* m_power;
    QPushButton* m_wan;
    RoleLabel* m_problem;
    QWidget* m_facts;
    RoleLabel* m_cloud = nullptr;
    RoleLabel* m_server = nullptr;
    RoleLabel* m_version = nullptr;
    RoleLabel* m_devices = nullptr;
    RoleLabel* m_certificate = nullptr;
    Gauge* m_spool = nullptr;
    RoleLabel* m_spoolSaid = nullptr;
    Gauge* m_stayed = nullptr;
    RoleLabel* m_local = nullptr;
    RoleLabel* m_up = nullptr;
    RoleLabel* m_money = nullptr; ///< what the rest would have cost in the cloud
    RoleLabel* m_share = nullptr;
};

} // namespace greensward::ui
