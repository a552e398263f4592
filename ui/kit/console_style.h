// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QProxyStyle>

class QAbstractButton;

namespace greensward::ui {

/// How much a button asks for attention.
enum class ButtonKind { Normal, Primary, Quiet, Danger };

void setKind(QAbstractButton& button, ButtonKind kind);
ButtonKind kindOf(const QWidget* button);

/// The one place where native widgets get their look: Fusion for the mechanics, our roles, radii and spacing on top.
class ConsoleStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    explicit ConsoleStyle(Theme theme);

    Theme theme() const { return m_theme; }
    void setTheme(Theme theme) { m_theme = theme; }

    using QProxyStyle::polish;
    void polish(QWidget* widget) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returned) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                           const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;

private:
    Theme m_theme;
};

} // namespace greensward::ui
