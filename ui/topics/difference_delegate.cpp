// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/difference_delegate.h"

#include "ui/kit/discretion.h"
#include "ui/kit/style_painters.h"
#include "ui/models/payload_difference.h"

#include <QPainter>

namespace greensward::ui {

namespace {

struct Sign
{
    QChar sign;
    Role role;
};

Sign signOf(PayloadChange::Kind kind)
{
    switch (kind) {
    case PayloadChange::Kind::Added:
        return {QLatin1Char('+'), Role::Accent};
    case PayloadChange::Kind::Removed:
        return {QChar(0x2212), Role::Lost};
    case PayloadChange::Kind::Retyped:
        return {QLatin1Char('T'), Role::Attention};
    case PayloadChange::Kind::Changed:
        break;
    }
    return {QChar(0x2260), Role::Information};
}

} // namespace

QSize DifferenceDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {px(40), px(26)};
}

void DifferenceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painters::viewItem(option, *painter);
    const bool isField = index.column() == DifferenceModel::Field;
    const bool ignored = index.data(DifferenceModel::IgnoredRole).toBool();
    const Sign sign = signOf(static_cast<PayloadChange::Kind>(index.data(DifferenceModel::KindRole).toInt()));
    QRect cell =
        option.rect.adjusted(px(isField ? 16 : 8), 0, -px(index.column() == DifferenceModel::Step ? 12 : 4), 0);
    if (isField) {
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF badge(cell.left(), cell.center().y() - px(8) + 0.5, px(16), px(16));
        painter->setPen(Qt::NoPen);
        painter->setBrush(color(ignored ? Role::Chip : tintOf(sign.role)));
        painter->drawRoundedRect(badge, px(4), px(4));
        painter->setFont(fontOf(TextStyle::Section));
        painter->setPen(color(ignored ? Role::MutedText : sign.role));
        painter->drawText(badge, Qt::AlignCenter, sign.sign);
        cell.setLeft(cell.left() + px(22));
    }
    const Role role = ignored || index.column() == DifferenceModel::Before ? Role::MutedText
                      : index.column() == DifferenceModel::Step            ? sign.role
                                                                           : Role::Text;
    painter->setFont(fontOf(TextStyle::Mono));
    painter->setPen(color(role));
    painter->drawText(cell, static_cast<int>((isField ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter),
                      painter->fontMetrics().elidedText(discreet(index.data().toString()),
                                                        isField ? Qt::ElideMiddle : Qt::ElideRight, cell.width()));
}

} // namespace greensward::ui
