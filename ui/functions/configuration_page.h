// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/functions/function_entry.h"

#include <QWidget>

class QLineEdit;
class QSpinBox;

namespace greensward::ui {

class FunctionDesk;
class ListTable;
class RoleLabel;
class VariablesModel;

/// What of a function can be configured, and its environment. What is set is a draft until it is saved.
class ConfigurationPage final : public QWidget
{
    Q_OBJECT

public:
    ConfigurationPage(FunctionDesk& desk, QWidget* parent);
    void setFunction(const QString& name);
    /// What the account or the draft says of it is another.
    void refresh();
    QWidget* firstStop() const;

private:
    void takeEdits();

    FunctionDesk& m_desk;
    QString m_function;
    QLineEdit* m_handler;
    QLineEdit* m_description;
    QSpinBox* m_timeout;
    QSpinBox* m_memory;
    VariablesModel* m_variables;
    ListTable* m_table;
    RoleLabel* m_role;
    bool m_filling = false;
};

} // namespace greensward::ui
