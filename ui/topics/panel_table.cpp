// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/panel_table.h"

#include "ui/topics/subscription_mark.h"

#include <QKeyEvent>

namespace greensward::ui {

PanelTable::PanelTable(QAbstractItemModel& model, const QString& name, QWidget* parent) : ListTable(model, name, parent)
{
    setItemDelegate(new MessageRowDelegate(this));
    setSelectionMode(ExtendedSelection);
    setRowHeight(26);
}

void PanelTable::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete)
        emit deletePressed();
    else
        ListTable::keyPressEvent(event);
}

} // namespace greensward::ui
