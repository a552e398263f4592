// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/icon.h"
#include "ui/kit/style_painters.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>

namespace greensward::ui::painters {

namespace {

bool has(const QStyleOption& option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

struct ButtonColours
{
    QColor fill;
    QColor line;
    Role text;
};

QColor blended(const QColor& over, const QColor& base, double amount)
{
    const auto mix = [amount](float a, float b) { return static_cast<float>(a * amount + b * (1 - amount)); };
    return QColor::fromRgbF(mix(over.redF(), base.redF()), mix(over.greenF(), base.greenF()),
                            mix(over.blueF(), base.blueF()));
}

ButtonColours coloursOf(ButtonKind kind, const QStyleOption& option)
{
    const bool hover = has(option, QStyle::State_MouseOver);
    const bool down = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    if (!has(option, QStyle::State_Enabled))
        return {kind == ButtonKind::Quiet ? QColor() : color(Role::Chip), {}, Role::MutedText};
    switch (kind) {
    case ButtonKind::Primary: {
        const double lift = down ? 0.78 : hover ? 0.9 : 1;
        return {blended(color(Role::Accent), color(Role::Text), lift), {}, Role::OnFill};
    }
    case ButtonKind::Danger:
        return {down || hover ? color(Role::LostTint) : color(Role::Raised), color(Role::Hairline), Role::Lost};
    case ButtonKind::Quiet:
        return {down || hover ? color(Role::Chip) : QColor(), {}, Role::Text};
    case ButtonKind::Normal:
        break;
    }
    return {down || hover ? color(Role::Chip) : color(Role::Raised), color(Role::Hairline), Role::Text};
}

} // namespace

void roundedRect(QPainter& painter, const QRectF& rect, double radius, const QColor& fill, const QColor& line)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    if (line.isValid()) {
        painter.setPen(QPen(line, 1));
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    } else {
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(rect, radius, radius);
    }
    painter.restore();
}

void card(QPainter& painter, const QRectF& rect, Role fill)
{
    QColor shadow = color(Role::Text);
    shadow.setAlphaF(currentTheme() == Theme::Light ? 0.06F : 0.0F);
    roundedRect(painter, rect.adjusted(0, 1, 0, 0), kCardRadius, shadow);
    roundedRect(painter, rect.adjusted(0, 0, 0, -1), kCardRadius, color(fill), color(Role::Hairline));
}

void focusRing(QPainter& painter, const QRectF& rect, double radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Role::Accent), currentTheme() == Theme::HighContrast ? px(3) : px(2)));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
    painter.restore();
}

void buttonBevel(const QStyleOptionButton& option, QPainter& painter, const QWidget* widget)
{
    const ButtonColours colours = coloursOf(kindOf(widget), option);
    roundedRect(painter, option.rect, kControlRadius, colours.fill, colours.line);
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        focusRing(painter, option.rect);
}

void buttonLabel(const QStyleOptionButton& option, QPainter& painter, const QWidget* widget)
{
    const ButtonColours colours = coloursOf(kindOf(widget), option);
    painter.setFont(fontOf(kindOf(widget) == ButtonKind::Primary ? TextStyle::Strong : TextStyle::Body));
    painter.setPen(color(colours.text));
    QRect rect = option.rect;
    if (!option.icon.isNull()) {
        const int textWidth = option.text.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(option.text) + px(6);
        const int side = option.iconSize.width();
        const QRect place(rect.center().x() - (textWidth + side) / 2 + 1, rect.center().y() - side / 2 + 1, side, side);
        option.icon.paint(&painter, place, Qt::AlignCenter,
                          has(option, QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled);
        rect.setLeft(place.right() + px(6));
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextHideMnemonic,
                         option.text);
        return;
    }
    painter.drawText(rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextHideMnemonic, option.text);
}

void toolButton(const QStyleOptionToolButton& option, QPainter& painter, const QWidget* widget)
{
    const ButtonColours colours = coloursOf(kindOf(widget), option);
    roundedRect(painter, option.rect, kControlRadius, colours.fill, colours.line);
    const int side = option.iconSize.width();
    const bool withText = option.toolButtonStyle == Qt::ToolButtonTextBesideIcon && !option.text.isEmpty();
    QRect place(QPoint(), QSize(side, side));
    place.moveCenter(option.rect.center());
    if (withText)
        place.moveLeft(option.rect.left() + px(8));
    if (option.toolButtonStyle != Qt::ToolButtonTextOnly)
        option.icon.paint(&painter, place, Qt::AlignCenter,
                          has(option, QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled);
    if (withText || option.toolButtonStyle == Qt::ToolButtonTextOnly) {
        painter.setFont(fontOf(TextStyle::Body));
        painter.setPen(color(colours.text));
        painter.drawText(withText ? option.rect.adjusted(side + px(14), 0, -px(8), 0) : option.rect,
                         (withText ? Qt::AlignLeft : Qt::AlignHCenter) | Qt::AlignVCenter | Qt::TextHideMnemonic,
                         option.text);
    }
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        focusRing(painter, option.rect);
}

void field(const QStyleOption& option, QPainter& painter)
{
    const bool focus = has(option, QStyle::State_HasFocus);
    roundedRect(painter, option.rect, kControlRadius, color(focus ? Role::Surface : Role::Chip),
                focus ? QColor() : color(Role::Chip));
    if (focus)
        focusRing(painter, option.rect);
}

void comboBox(const QStyleOptionComboBox& option, QPainter& painter)
{
    const bool hover = has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
    roundedRect(painter, option.rect, kControlRadius, color(hover ? Role::Chip : Role::Raised), color(Role::Hairline));
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        focusRing(painter, option.rect);
    paintIcon(painter, QRectF(option.rect.right() - px(21), option.rect.center().y() - px(7), px(16), px(16)),
              QStringLiteral("chevron-down"), Role::MutedText);
}

void checkBox(const QStyleOption& option, QPainter& painter)
{
    const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
    const bool on = has(option, QStyle::State_On);
    const bool enabled = has(option, QStyle::State_Enabled);
    roundedRect(painter, box, px(4), on ? color(enabled ? Role::Accent : Role::MutedText) : color(Role::Surface),
                on ? QColor() : color(has(option, QStyle::State_MouseOver) ? Role::Accent : Role::MutedText));
    if (on)
        paintIcon(painter, box.adjusted(1, 1, -1, -1), QStringLiteral("check"), Role::OnFill);
}

void slider(const QStyleOptionSlider& option, QPainter& painter, const QRect& groove, const QRect& handle)
{
    const QRectF line(groove.left(), groove.center().y() - px(1), groove.width(), px(4));
    roundedRect(painter, line, px(2), color(Role::Hairline));
    QRectF done = line;
    done.setRight(handle.center().x());
    const bool enabled = has(option, QStyle::State_Enabled);
    roundedRect(painter, done, px(2), color(enabled ? Role::Accent : Role::MutedText));
    QRectF knob(0, 0, px(14), px(14));
    knob.moveCenter(QRectF(handle).center() + QPointF(0, 0.5));
    roundedRect(painter, knob, knob.width() / 2, color(Role::Raised), color(enabled ? Role::Accent : Role::MutedText));
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        focusRing(painter, knob.adjusted(-px(3), -px(3), px(3), px(3)), px(10));
}

void scrollBar(const QStyleOptionSlider& option, QPainter& painter, const QRect& handle)
{
    if (option.maximum <= option.minimum)
        return;
    const bool lively = option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider) &&
                        (has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken));
    QColor fill = color(Role::MutedText);
    fill.setAlphaF(lively ? 0.75F : 0.4F);
    const QRectF bar = QRectF(handle).adjusted(px(2), px(2), -px(2), -px(2));
    roundedRect(painter, bar, std::min(bar.width(), bar.height()) / 2, fill);
}

void menuItem(const QStyleOptionMenuItem& option, QPainter& painter)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRect(option.rect.left() + px(8), option.rect.center().y(), option.rect.width() - px(16), 1),
                         color(Role::Hairline));
        return;
    }
    const bool enabled = has(option, QStyle::State_Enabled);
    if (has(option, QStyle::State_Selected) && enabled)
        roundedRect(painter, option.rect.adjusted(px(4), 0, -px(4), 0), px(4), color(Role::Chip));
    const QRect tick(option.rect.left() + px(10), option.rect.center().y() - px(8), px(16), px(16));
    if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked)
        paintIcon(painter, tick, QStringLiteral("check"), Role::Accent);
    painter.setFont(fontOf(TextStyle::Body));
    painter.setPen(color(enabled ? Role::Text : Role::MutedText));
    const QStringList parts = option.text.split(QLatin1Char('\t'));
    const QRect text = option.rect.adjusted(px(34), 0, -px(16), 0);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextHideMnemonic, parts.first());
    if (parts.size() > 1) {
        painter.setPen(color(Role::MutedText));
        painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, parts.at(1));
    }
}

} // namespace greensward::ui::painters
