// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/console_style.h"

#include "ui/kit/discretion.h"
#include "ui/kit/style_painters.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QMainWindow>
#include <QPainter>
#include <QScrollBar>
#include <QSlider>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTableView>
#include <QTabBar>
#include <QToolButton>

namespace greensward::ui {

namespace {

constexpr auto kKindProperty = "buttonKind";
int controlHeight()
{
    return px(32);
}

} // namespace

void setKind(QAbstractButton& button, ButtonKind kind)
{
    button.setProperty(kKindProperty, static_cast<int>(kind));
    button.update();
}

ButtonKind kindOf(const QWidget* button)
{
    const QVariant kind = button ? button->property(kKindProperty) : QVariant();
    if (kind.isValid())
        return static_cast<ButtonKind>(kind.toInt());
    return qobject_cast<const QToolButton*>(button) ? ButtonKind::Quiet : ButtonKind::Normal;
}

ConsoleStyle::ConsoleStyle(Theme theme) : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), m_theme(theme)
{}

void ConsoleStyle::polish(QWidget* widget)
{
    // A main window makes the tab bars of its docks by itself, whenever it likes.
    if (auto* tabs = qobject_cast<QTabBar*>(widget); tabs && qobject_cast<QMainWindow*>(tabs->parentWidget()))
        tabs->setAccessibleName(tr("Panels at this side"));
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) || qobject_cast<QSlider*>(widget) ||
        qobject_cast<QScrollBar*>(widget) || qobject_cast<QTabBar*>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void ConsoleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
        painters::field(*option, *painter);
        return;
    case PE_IndicatorCheckBox:
        painters::checkBox(*option, *painter);
        return;
    case PE_IndicatorBranch:
        painters::branch(*option, *painter);
        return;
    case PE_PanelItemViewItem:
    case PE_PanelItemViewRow:
        painters::viewItem(*option, *painter);
        return;
    case PE_FrameFocusRect:
        if (option->state.testFlag(State_KeyboardFocusChange))
            painters::focusRing(*painter, option->rect, 4);
        return;
    case PE_FrameMenu:
        return;
    case PE_PanelMenu:
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, color(Role::Raised));
        painters::roundedRect(*painter, option->rect, 0, color(Role::Raised), color(Role::Hairline));
        return;
    case PE_Frame:
    case PE_FrameDockWidget:
    case PE_FrameStatusBarItem:
    case PE_FrameTabBarBase:
    case PE_FrameButtonTool:
    case PE_IndicatorDockWidgetResizeHandle:
    case PE_PanelScrollAreaCorner:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ConsoleStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            painters::buttonBevel(*button, *painter, widget);
        return;
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            painters::buttonLabel(*button, *painter, widget);
        return;
    case CE_PushButton: // without the focus rectangle of the base: the bevel draws its own
        drawControl(CE_PushButtonBevel, option, painter, widget);
        drawControl(CE_PushButtonLabel, option, painter, widget);
        return;
    case CE_HeaderSection:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            painters::headerSection(*header, *painter);
        return;
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            painters::headerLabel(*header, *painter);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, color(Role::Surface));
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          color(Role::Hairline));
        return;
    case CE_TabBarTabShape:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            painters::tabShape(*tab, *painter);
        return;
    case CE_TabBarTabLabel:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            painters::tabLabel(*tab, *painter);
        return;
    case CE_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            painters::menuItem(*item, *painter);
        return;
    case CE_Splitter:
        return;
    case CE_ItemViewItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option); item && isDiscreet()) {
            QStyleOptionViewItem clean(*item);
            clean.text = discreet(item->text);
            return QProxyStyle::drawControl(element, &clean, painter, widget);
        }
        return QProxyStyle::drawControl(element, option, painter, widget);
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void ConsoleStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                      const QWidget* widget) const
{
    switch (control) {
    case CC_ComboBox:
        if (const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option))
            painters::comboBox(*box, *painter);
        return;
    case CC_ToolButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option))
            painters::toolButton(*button, *painter, widget);
        return;
    case CC_Slider:
        if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option))
            painters::slider(*slider, *painter, subControlRect(control, option, SC_SliderGroove, widget),
                             subControlRect(control, option, SC_SliderHandle, widget));
        return;
    case CC_ScrollBar:
        if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option))
            painters::scrollBar(*slider, *painter, subControlRect(control, option, SC_ScrollBarSlider, widget));
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
        return qobject_cast<const QAbstractScrollArea*>(widget) ? 0 : 1;
    case PM_ScrollBarExtent:
        return px(12);
    case PM_ScrollBarSliderMin:
        return px(32);
    case PM_DockWidgetSeparatorExtent:
    case PM_SplitterWidth:
        return px(16);
    case PM_DockWidgetFrameWidth:
    case PM_DockWidgetTitleMargin:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
    case PM_TabBarBaseHeight:
        return 0;
    case PM_TabBarTabHSpace:
        return px(16);
    case PM_TabBarTabVSpace:
        return px(12);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return px(18);
    case PM_CheckBoxLabelSpacing:
        return px(8);
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
        return px(18);
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
        return px(4);
    case PM_HeaderMargin:
        return px(8);
    case PM_SliderThickness:
        return px(24);
    case PM_SliderLength:
        return px(16);
    case PM_SliderControlThickness:
        return px(16);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ConsoleStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                            QStyleHintReturn* returned) const
{
    switch (hint) {
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration:
        return 0;
    case SH_Slider_AbsoluteSetButtons:
        return Qt::LeftButton;
    case SH_UnderlineShortcut:
        return 0;
    case SH_FocusFrame_AboveWidget:
        return 0;
    case SH_ItemView_ArrowKeysNavigateIntoChildren:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize ConsoleStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                     const QWidget* widget) const
{
    switch (type) {
    case CT_PushButton: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        const QFontMetrics metrics(fontOf(TextStyle::Strong));
        const int icon =
            button && !button->icon.isNull() ? button->iconSize.width() + (button->text.isEmpty() ? 0 : px(6)) : 0;
        const int text = button ? metrics.horizontalAdvance(button->text) : contents.width();
        return {icon + text + px(24), controlHeight()};
    }
    case CT_ToolButton: {
        const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        if (button && button->toolButtonStyle == Qt::ToolButtonTextBesideIcon && !button->text.isEmpty())
            return {button->iconSize.width() + QFontMetrics(fontOf(TextStyle::Body)).horizontalAdvance(button->text) +
                        px(24),
                    controlHeight()};
        if (button && button->toolButtonStyle == Qt::ToolButtonTextOnly && !button->text.isEmpty())
            return {QFontMetrics(fontOf(TextStyle::Body)).horizontalAdvance(button->text) + px(20), controlHeight()};
        return {controlHeight(), controlHeight()};
    }
    case CT_LineEdit:
        return {contents.width(), controlHeight()};
    case CT_ComboBox:
        return {contents.width() + px(16 + 24), controlHeight()};
    case CT_CheckBox:
        return QProxyStyle::sizeFromContents(type, option, contents, widget).expandedTo({0, px(24)});
    case CT_MenuItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return {contents.width(), px(9)};
        const QFontMetrics metrics(fontOf(TextStyle::Body));
        const int text =
            item ? metrics.horizontalAdvance(QString(item->text).replace(QLatin1Char('\t'), QString())) : 0;
        return {text + px(34 + 16 + 32), px(30)};
    }
    case CT_HeaderSection: {
        const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        const int text = header ? QFontMetrics(fontOf(TextStyle::Section)).horizontalAdvance(header->text) : 0;
        return {std::max(contents.width(), text + px(18)), px(30)};
    }
    case CT_ItemViewItem: { // room between the columns of a table whose widths follow what is in them
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return qobject_cast<const QTableView*>(widget) ? size + QSize(px(12), 0) : size;
    }
    default:
        return QProxyStyle::sizeFromContents(type, option, contents, widget);
    }
}

QRect ConsoleStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    if (element == SE_LineEditContents)
        return option->rect.adjusted(px(8), 0, -px(8), 0);
    if (element == SE_ItemViewItemText && qobject_cast<const QTableView*>(widget))
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option); item->rect.left() == 0) {
            QStyleOptionViewItem begun(*item); // the first column begins below its header's text
            begun.rect.adjust(px(8), 0, 0, 0);
            return QProxyStyle::subElementRect(element, &begun, widget);
        }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect ConsoleStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                   const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        // No arrow buttons: the groove is the whole bar.
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine || !bar)
            return {};
        const QRect whole = bar->rect;
        const bool flat = bar->orientation == Qt::Horizontal;
        const int length = flat ? whole.width() : whole.height();
        const double range = static_cast<double>(bar->maximum) - bar->minimum + bar->pageStep;
        const int handle =
            range > 0 ? std::clamp(static_cast<int>(length * (bar->pageStep / range)), std::min(px(32), length), length)
                      : length;
        const int start =
            sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
        const auto span = [&](int from, int to) {
            return flat ? QRect(whole.left() + from, whole.top(), to - from, whole.height())
                        : QRect(whole.left(), whole.top() + from, whole.width(), to - from);
        };
        switch (part) {
        case SC_ScrollBarSlider:
            return span(start, start + handle);
        case SC_ScrollBarSubPage:
            return span(0, start);
        case SC_ScrollBarAddPage:
            return span(start + handle, length);
        default:
            return whole;
        }
    }
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return option->rect.adjusted(px(10), 0, -px(26), 0);
    return QProxyStyle::subControlRect(control, option, part, widget);
}

} // namespace greensward::ui
