// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/list_table.h"

namespace greensward::ui {

/// The list of a side panel: several rows can be chosen, Delete means them, and rows are drawn as the log draws its own.
class PanelTable final : public ListTable
{
    Q_OBJECT

public:
    PanelTable(QAbstractItemModel& model, const QString& name, QWidget* parent);

signals:
    void deletePressed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace greensward::ui
