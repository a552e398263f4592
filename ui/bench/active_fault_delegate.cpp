// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/active_fault_delegate.h"

#include "ui/kit/style_painters.h"
#include "ui/models/fault_model.h"

#include <QMouseEvent>
#include <QPainter>

namespace greensward::ui {

int ActiveFaultDelegate::rowHeight()
{
    return px(48);
}

QSize ActiveFaultDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {px(160), rowHeight()};
}

QRect ActiveFaultDelegate::healRect(const QRect& row)
{
    return {row.right() - px(64), row.center().y() - px(13), px(56), px(28)};
}

void ActiveFaultDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect.adjusted(0, px(2), 0, -px(2));
    painters::roundedRect(*painter, row, painters::kControlRadius, color(Role::LostTint));
    if (option.state.testFlag(QStyle::State_Selected) && option.state.testFlag(QStyle::State_HasFocus))
        painters::focusRing(*painter, row);
    const QRect heal = healRect(option.rect);
    QRect line(row.left() + px(12), row.top() + px(4), heal.left() - row.left() - px(20), px(18));
    painter->setFont(fontOf(TextStyle::Strong));
    painter->setPen(color(Role::Lost));
    painter->drawText(
        line, Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data(FaultModel::NameRole).toString(), Qt::ElideRight, line.width()));
    line.translate(0, px(18));
    painter->setFont(fontOf(TextStyle::Secondary));
    painter->setPen(color(Role::Text));
    const QString where =
        tr("%1, %2").arg(index.data(FaultModel::TargetRole).toString(), index.data(FaultModel::LeftRole).toString());
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(where, Qt::ElideMiddle, line.width()));
    painters::roundedRect(*painter, heal, painters::kControlRadius, color(Role::Surface), color(Role::Hairline));
    painter->setPen(color(Role::Text));
    painter->setFont(fontOf(TextStyle::Body));
    painter->drawText(heal, Qt::AlignCenter, tr("Heal"));
}

bool ActiveFaultDelegate::editorEvent(QEvent* event, QAbstractItemModel*, const QStyleOptionViewItem& option,
                                      const QModelIndex& index)
{
    if (event->type() != QEvent::MouseButtonRelease)
        return false;
    if (!healRect(option.rect).contains(static_cast<QMouseEvent*>(event)->position().toPoint()))
        return false;
    emit healAsked(index);
    return true;
}

} // namespace greensward::ui
