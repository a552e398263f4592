// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/functions/function_templates.h"

#include <QDialog>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace greensward::ui {

class FunctionDesk;
class RoleLabel;

/// A new function: which template it begins with, and its name.
class NewFunctionDialog final : public QDialog
{
    Q_OBJECT

public:
    NewFunctionDialog(FunctionDesk& desk, QWidget* parent);

    QListWidget& templates() { return *m_list; }
    QLineEdit& name() { return *m_name; }

private:
    void propose();
    void check();
    void make();
    QString freeName(const QString& wanted) const;

    FunctionDesk& m_desk;
    std::vector<FunctionTemplate> m_templates;
    QListWidget* m_list;
    RoleLabel* m_told;
    QLineEdit* m_name;
    RoleLabel* m_said;
    QPushButton* m_make;
    bool m_isNamed = false; ///< by hand
};

} // namespace greensward::ui
