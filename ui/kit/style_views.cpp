// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/icon.h"
#include "ui/kit/style_painters.h"

#include <QPainter>
#include <QStyleOption>

namespace greensward::ui::painters {

void headerSection(const QStyleOptionHeader& option, QPainter& painter)
{
    painter.fillRect(option.rect, color(Role::Surface));
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), color(Role::Hairline));
}

void headerLabel(const QStyleOptionHeader& option, QPainter& painter)
{
    painter.setFont(fontOf(TextStyle::Section));
    painter.setPen(color(Role::MutedText));
    // The first column starts where a card's title does.
    const bool first =
        option.position == QStyleOptionHeader::Beginning || option.position == QStyleOptionHeader::OnlyOneSection;
    const QRect text = option.rect.adjusted(first ? px(8) : 0, 0, 0, 0);
    painter.drawText(text, static_cast<int>(option.textAlignment),
                     painter.fontMetrics().elidedText(option.text, Qt::ElideRight, text.width()));
}

void viewItem(const QStyleOption& option, QPainter& painter)
{
    if (option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(option.rect, color(Role::AccentTint));
    else if (option.state.testFlag(QStyle::State_MouseOver) && option.state.testFlag(QStyle::State_Enabled))
        painter.fillRect(option.rect, color(Role::Chip));
}

void branch(const QStyleOption& option, QPainter& painter)
{
    if (!option.state.testFlag(QStyle::State_Children))
        return;
    const bool open = option.state.testFlag(QStyle::State_Open);
    QRectF place(0, 0, px(16), px(16));
    place.moveCenter(QRectF(option.rect).center());
    paintIcon(painter, place, open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), Role::MutedText);
}

void tabShape(const QStyleOptionTab& option, QPainter& painter)
{
    const QRect pill = option.rect.adjusted(0, px(2), -px(4), -px(2));
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hover = option.state.testFlag(QStyle::State_MouseOver);
    if (selected)
        roundedRect(painter, pill, kControlRadius, color(Role::AccentTint));
    else if (hover)
        roundedRect(painter, pill, kControlRadius, color(Role::Chip));
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange))
        focusRing(painter, pill);
}

void tabLabel(const QStyleOptionTab& option, QPainter& painter)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter.setFont(fontOf(selected ? TextStyle::Strong : TextStyle::Body));
    painter.setPen(color(selected ? Role::Accent : Role::MutedText));
    painter.drawText(option.rect.adjusted(0, 0, -px(4), 0), Qt::AlignCenter | Qt::TextHideMnemonic, option.text);
}

} // namespace greensward::ui::painters
