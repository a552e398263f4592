// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QStyledItemDelegate>

namespace greensward::ui {

/// Cells whose text begins where that of their column's head does.
class IndentedDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() > 0)
            return;
        // An icon that is not there takes its room, and the mark of the selection still begins at the edge.
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(px(7), 1);
        option->icon = {};
    }
};

} // namespace greensward::ui
