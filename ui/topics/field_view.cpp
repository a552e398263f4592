// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/field_view.h"

#include "ui/models/payload_model.h"
#include "ui/topics/row_delegates.h"

#include <QHeaderView>
#include <QTreeView>

namespace greensward::ui {

QTreeView* makeFieldView(QAbstractItemModel& model, const QString& name, QWidget* parent)
{
    auto* view = new QTreeView(parent);
    view->setModel(&model);
    view->setItemDelegate(new FieldDelegate(view));
    view->setAccessibleName(name);
    view->setUniformRowHeights(true);
    view->setIndentation(16);
    view->setFrameShape(QFrame::NoFrame);
    view->setAllColumnsShowFocus(true);
    view->header()->setStretchLastSection(false);
    view->header()->setMinimumSectionSize(32);
    view->header()->setSectionResizeMode(QHeaderView::Stretch);
    return view;
}

} // namespace greensward::ui
