// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cost_model.h"

#include <QWidget>

class QPushButton;

namespace greensward::ui {

class Card;
class ElidedLabel;
class RoleLabel;

/// One price list's view of what was counted: units first, then money, then where the prices come from.
class BillCard final : public QWidget
{
    Q_OBJECT

public:
    /// list: its index in the bill.
    BillCard(CostModel& model, std::size_t list, QWidget* parent = nullptr);
    QString units() const;
    QString money() const;
    /// Without the line about where the prices come from.
    void setBrief(bool brief);

signals:
    void fileAsked(const QString& listId);

private:
    void refresh();

    CostModel& m_model;
    std::size_t m_list;
    RoleLabel* m_title;
    ElidedLabel* m_units;
    RoleLabel* m_money;
    ElidedLabel* m_source;
    QPushButton* m_file;
};

} // namespace greensward::ui
