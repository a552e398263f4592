// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/edge/edge_desk.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QComboBox;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace greensward::ui {

class RoleLabel;

/// Takes a published version or an alias of a function into a group, or says how one that is in it lives there.
class EdgeFunctionDialog final : public QDialog
{
    Q_OBJECT

public:
    /// function: the ARN of one that is in the group; empty: one is to be chosen.
    EdgeFunctionDialog(EdgeDesk& desk, std::string group, std::string function, QWidget* parent = nullptr);
    QComboBox& choice() { return *m_choice; }
    QSpinBox& memory() { return *m_memory; }
    QCheckBox& pinned() { return *m_pinned; }

private:
    void fill(const std::vector<MemberOffer>& offers, const QString& problem);
    /// Nothing when a line of the environment is none.
    std::optional<EdgeFunctionSettings> settings() const;
    void proposeSpool();
    void check();
    void take();

    EdgeDesk& m_desk;
    std::string m_group;
    std::string m_function;
    QComboBox* m_choice;
    QCheckBox* m_pinned;
    QSpinBox* m_memory;
    QSpinBox* m_timeout;
    QPlainTextEdit* m_variables;
    RoleLabel* m_said;
    QPushButton* m_take;
};

} // namespace greensward::ui
