// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace greensward::ui {

class BrokersModel;
class EngineMirror;
class ProgressTeller;
class RoleLabel;

/// "Tell the instructor how I am doing": the switch, a name, where to, and what is really told.
class TellCard final : public QWidget
{
    Q_OBJECT

public:
    TellCard(EngineMirror& mirror, QWidget* parent);

    QCheckBox& box() { return *m_box; }
    QLineEdit& name() { return *m_name; }
    QComboBox& where() { return *m_where; }
    QString told() const;
    /// There is little room.
    void setTight(bool tight);

signals:
    void classAsked();

private:
    void follow();
    void fillWhere();
    QString toldText() const;

    EngineMirror& m_mirror;
    ProgressTeller& m_teller;
    BrokersModel& m_brokers;
    QCheckBox* m_box;
    QWidget* m_fields;
    QWidget* m_teach;
    QLineEdit* m_name;
    QComboBox* m_where;
    RoleLabel* m_told;
};

} // namespace greensward::ui
