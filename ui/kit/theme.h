// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

class QApplication;

namespace greensward::ui {

enum class Theme { Light, Dark, HighContrast };

/// What a colour is for. Code names roles; only the table in theme.cpp knows colours.
enum class Role {
    Background,
    Surface,
    Raised,
    Hairline,
    Text,
    MutedText,
    Chip,
    Rail,
    RailSelected,
    RailText,
    RailSelectedText,
    Accent, ///< reported, good, running
    AccentTint,
    Information, ///< desired, cloud, simulated
    InformationTint,
    Attention, ///< delta, late
    AttentionTint,
    Lost, ///< will, error, crash
    LostTint,
    Edge,
    EdgeTint,
    OnFill, ///< text and icons on a fill of accent, information, attention, lost or edge
    kCount
};

QColor roleColor(Theme theme, Role role);

/// The role's colour in the theme that is applied.
QColor color(Role role);
/// The tint that belongs to a strong role: AccentTint for Accent and so on; Chip for the others.
Role tintOf(Role role);

enum class TextStyle {
    Body,      ///< 13
    Strong,    ///< 13 semibold
    Secondary, ///< 12
    Caption,   ///< 11
    Section,   ///< 11 semibold, column heads
    Title,     ///< 15 semibold
    Reading,   ///< 20 semibold, the values on a card
    Mono,      ///< 12, payloads, topics and commands
};

/// One family for everything (Inter where installed, else the platform's), a fixed-pitch one for Mono.
QFont fontOf(TextStyle style);

QPalette paletteOf(Theme theme);

/// Gives the application our style, palette and font; may be called again to change the theme of a running window.
void applyTheme(QApplication& application, Theme theme);
/// The theme applied last; Light before the first.
Theme currentTheme();

inline constexpr double kLeastZoom = 0.8;
inline constexpr double kMostZoom = 2.5;
/// The zoom, kLeastZoom … kMostZoom. Set before widgets are made: the window makes its views anew when it changes, so a
/// widget may ask px() once, in its constructor.
double zoom();
void setZoom(double factor);
/// A length of the drawings (8-pixel grid, rows of 28) in pixels of this zoom. Every fixed length goes through it.
int px(double length);

/// Contrast of two opaque colours, 1 … 21 (WCAG 2, relative luminance).
double contrast(const QColor& one, const QColor& other);

} // namespace greensward::ui
