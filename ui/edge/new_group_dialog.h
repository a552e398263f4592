// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace greensward::ui {

class EdgeDesk;
class RoleLabel;

/// Asks for the name of a group and of its core, and has them made.
class NewGroupDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit NewGroupDialog(EdgeDesk& desk, QWidget* parent = nullptr);
    QLineEdit& name() { return *m_name; }
    QComboBox& core() { return *m_core; }

private:
    void check();
    void make();

    EdgeDesk& m_desk;
    QLineEdit* m_name;
    QComboBox* m_core; ///< a name to be given; where no core runs here, the things that there are
    RoleLabel* m_said;
    QPushButton* m_make;
    bool m_isCoreNamed = false; ///< by hand
};

} // namespace greensward::ui
