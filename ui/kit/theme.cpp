// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/theme.h"

#include "ui/kit/console_style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QWidget>

#include <algorithm>
#include <array>
#include <cmath>

namespace greensward::ui {

namespace {

struct RoleColours
{
    QRgb light;
    QRgb dark;
    QRgb highContrast;
};

// In the order of Role. tst_theme computes the contrast of every pair that meets on the screen.
constexpr std::array<RoleColours, static_cast<std::size_t>(Role::kCount)> kRoles{{
    {0xFFF4F6F3, 0xFF14171A, 0xFFFFFFFF}, // Background
    {0xFFFFFFFF, 0xFF1B1D21, 0xFFFFFFFF}, // Surface
    {0xFFFFFFFF, 0xFF23262B, 0xFFFFFFFF}, // Raised
    {0xFFDDE3DA, 0xFF33383F, 0xFF5B625D}, // Hairline
    {0xFF1C241E, 0xFFE8EBEA, 0xFF000000}, // Text
    {0xFF5A6472, 0xFFA9B4C2, 0xFF30363D}, // MutedText
    {0xFFEEF1EC, 0xFF2A2E34, 0xFFE9ECE7}, // Chip
    {0xFF17301F, 0xFF0E1512, 0xFF06140B}, // Rail
    {0xFF2B5236, 0xFF21402C, 0xFF1F4A2C}, // RailSelected
    {0xFFB9CCBE, 0xFF9FB3A5, 0xFFFFFFFF}, // RailText
    {0xFFFFFFFF, 0xFFF2F7F3, 0xFFFFFFFF}, // RailSelectedText
    {0xFF1B7A3D, 0xFF6BCB8B, 0xFF0B5226}, // Accent
    {0xFFE3F1E6, 0xFF1F3527, 0xFFDDF0E2}, // AccentTint
    {0xFF0B5CAD, 0xFF6CB6FF, 0xFF063E7A}, // Information
    {0xFFE6F0FA, 0xFF1B2C3D, 0xFFDCEBFA}, // InformationTint
    {0xFF8A5A00, 0xFFF0B34A, 0xFF5E3C00}, // Attention
    {0xFFFBF1DC, 0xFF3A2E17, 0xFFFAECCB}, // AttentionTint
    {0xFFB42318, 0xFFFF8A80, 0xFF85120A}, // Lost
    {0xFFFCE9E7, 0xFF3D2220, 0xFFFBE2DF}, // LostTint
    {0xFF6B3FA0, 0xFFC4A5F5, 0xFF47226F}, // Edge
    {0xFFF0E9F8, 0xFF2C2440, 0xFFEBE0F7}, // EdgeTint
    {0xFFFFFFFF, 0xFF10160F, 0xFFFFFFFF}, // OnFill
}};

QString family()
{
    static const QString kFamily = [] {
        const QString inter = QStringLiteral("Inter");
        return QFontDatabase::hasFamily(inter) ? inter : QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    }();
    return kFamily;
}

QFont sized(int pixels, QFont::Weight weight)
{
    QFont face(family());
    face.setPixelSize(px(pixels));
    face.setWeight(weight);
    return face;
}

double luminance(const QColor& colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

QColor roleColor(Theme theme, Role role)
{
    const RoleColours& colours = kRoles[static_cast<std::size_t>(role)];
    switch (theme) {
    case Theme::Dark:
        return QColor::fromRgb(colours.dark);
    case Theme::HighContrast:
        return QColor::fromRgb(colours.highContrast);
    case Theme::Light:
        break;
    }
    return QColor::fromRgb(colours.light);
}

QColor color(Role role)
{
    return roleColor(currentTheme(), role);
}

Role tintOf(Role role)
{
    switch (role) {
    case Role::Accent:
        return Role::AccentTint;
    case Role::Information:
        return Role::InformationTint;
    case Role::Attention:
        return Role::AttentionTint;
    case Role::Lost:
        return Role::LostTint;
    case Role::Edge:
        return Role::EdgeTint;
    default:
        return Role::Chip;
    }
}

QFont fontOf(TextStyle style)
{
    switch (style) {
    case TextStyle::Body:
        return sized(13, QFont::Normal);
    case TextStyle::Strong:
        return sized(13, QFont::DemiBold);
    case TextStyle::Secondary:
        return sized(12, QFont::Normal);
    case TextStyle::Caption:
        return sized(11, QFont::Normal);
    case TextStyle::Section:
        return sized(11, QFont::DemiBold);
    case TextStyle::Title:
        return sized(15, QFont::DemiBold);
    case TextStyle::Reading:
        return sized(20, QFont::DemiBold);
    case TextStyle::Mono:
        break;
    }
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    mono.setPixelSize(px(12));
    return mono;
}

QPalette paletteOf(Theme theme)
{
    const auto of = [theme](Role role) { return roleColor(theme, role); };
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor& colour) {
        palette.setColor(QPalette::All, role, colour);
    };
    set(QPalette::Window, of(Role::Background));
    set(QPalette::WindowText, of(Role::Text));
    set(QPalette::Base, of(Role::Surface));
    set(QPalette::AlternateBase, of(Role::Surface));
    set(QPalette::Text, of(Role::Text));
    set(QPalette::PlaceholderText, of(Role::MutedText));
    set(QPalette::Button, of(Role::Raised));
    set(QPalette::ButtonText, of(Role::Text));
    set(QPalette::BrightText, of(Role::Lost));
    set(QPalette::Highlight, of(Role::AccentTint));
    set(QPalette::HighlightedText, of(Role::Text));
    set(QPalette::Link, of(Role::Information));
    set(QPalette::LinkVisited, of(Role::Edge));
    set(QPalette::ToolTipBase, of(Role::Raised));
    set(QPalette::ToolTipText, of(Role::Text));
    set(QPalette::Light, of(Role::Raised));
    set(QPalette::Midlight, of(Role::Chip));
    set(QPalette::Mid, of(Role::Hairline));
    set(QPalette::Dark, of(Role::Hairline));
    set(QPalette::Shadow, of(Role::Hairline));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, of(Role::MutedText));
    return palette;
}

void applyTheme(QApplication& application, Theme theme)
{
    if (auto* style = qobject_cast<ConsoleStyle*>(QApplication::style()))
        style->setTheme(theme);
    else
        QApplication::setStyle(new ConsoleStyle(theme)); // the application owns it
    QApplication::setFont(fontOf(TextStyle::Body));
    QApplication::setPalette(paletteOf(theme));
    // Two palettes may be equal where a widget's own drawing is not: ask all for a repaint once.
    for (QWidget* widget : application.allWidgets())
        widget->update();
}

Theme currentTheme()
{
    const auto* style = qobject_cast<ConsoleStyle*>(QApplication::style());
    return style ? style->theme() : Theme::Light;
}

namespace {
double theZoom = 1.0; // of the one application, like its palette
} // namespace

double zoom()
{
    return theZoom;
}

void setZoom(double factor)
{
    theZoom = std::clamp(factor, kLeastZoom, kMostZoom);
}

int px(double length)
{
    return static_cast<int>(std::lround(length * theZoom));
}

double contrast(const QColor& one, const QColor& other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace greensward::ui
