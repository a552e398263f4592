// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/console_style.h"

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QStyleOptionTab;
class QStyleOptionToolButton;
class QWidget;

/// The drawing behind ConsoleStyle, one function a control.
namespace greensward::ui::painters {

inline constexpr double kControlRadius = 6; ///< pixels, at any zoom
inline constexpr double kCardRadius = 8;

/// A rounded rectangle with crisp edges; an invalid colour leaves fill or line away.
void roundedRect(QPainter& painter, const QRectF& rect, double radius, const QColor& fill, const QColor& line = {});
/// A card: a whisper of shadow, the surface, a hairline.
void card(QPainter& painter, const QRectF& rect, Role fill = Role::Surface);
void focusRing(QPainter& painter, const QRectF& rect, double radius = kControlRadius);

void buttonBevel(const QStyleOptionButton& option, QPainter& painter, const QWidget* widget);
void buttonLabel(const QStyleOptionButton& option, QPainter& painter, const QWidget* widget);
void toolButton(const QStyleOptionToolButton& option, QPainter& painter, const QWidget* widget);
void field(const QStyleOption& option, QPainter& painter);
void comboBox(const QStyleOptionComboBox& option, QPainter& painter);
void checkBox(const QStyleOption& option, QPainter& painter);
void slider(const QStyleOptionSlider& option, QPainter& painter, const QRect& groove, const QRect& handle);
void scrollBar(const QStyleOptionSlider& option, QPainter& painter, const QRect& handle);
void menuItem(const QStyleOptionMenuItem& option, QPainter& painter);

void headerSection(const QStyleOptionHeader& option, QPainter& painter);
void headerLabel(const QStyleOptionHeader& option, QPainter& painter);
void viewItem(const QStyleOption& option, QPainter& painter);
void branch(const QStyleOption& option, QPainter& painter);
void tabShape(const QStyleOptionTab& option, QPainter& painter);
void tabLabel(const QStyleOptionTab& option, QPainter& painter);

} // namespace greensward::ui::painters
