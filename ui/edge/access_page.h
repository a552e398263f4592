// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <string>

class QPushButton;
class QSpinBox;

namespace greensward::ui {

class AddressModel;
class EdgeDesk;
class ListTable;
class NoticeBar;
class RoleLabel;

/// What devices need to get to the core: its addresses, and the certificates that they trust.
class AccessPage final : public QWidget
{
    Q_OBJECT

public:
    AccessPage(EdgeDesk& desk, NoticeBar& notice, QWidget* parent);
    void setGroup(const std::string& id);
    ListTable& table() { return *m_table; }
    AddressModel& addresses() { return *m_model; }
    QPushButton& save() { return *m_save; }
    void setActing(bool acting);

private:
    QWidget* addressesPart();
    QWidget* certificatesPart();
    void refresh();
    void showEnds();

    EdgeDesk& m_desk;
    NoticeBar& m_notice;
    std::string m_group;
    AddressModel* m_model;
    ListTable* m_table;
    QPushButton* m_save;
    QPushButton* m_remove;
    RoleLabel* m_authority;
    RoleLabel* m_server;
    RoleLabel* m_role;
    QSpinBox* m_days;
    QPushButton* m_setDays;
    QPushButton* m_rotate;
    bool m_isEdited = false;
    bool m_acting = true;
};

} // namespace greensward::ui
