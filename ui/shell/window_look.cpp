// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_look.h"

#include <QApplication>

#include <algorithm>
#include <cmath>

namespace greensward::ui {

namespace {

/// The projector's zoom over the usual one.
constexpr double kProjectorZoom = 1.6;

} // namespace

void WindowLook::apply()
{
    ui::setZoom(m_preferences.zoom);
    applyTheme(*qApp, m_preferences.themeChosen ? m_preferences.theme : currentTheme());
}

void WindowLook::setTheme(Theme theme)
{
    m_preferences.theme = theme;
    m_preferences.themeChosen = true;
    applyTheme(*qApp, theme);
    emit themeChanged(theme);
}

void WindowLook::setZoom(double factor)
{
    const double wanted = std::clamp(std::round(factor * 10) / 10, kLeastZoom, kMostZoom);
    if (wanted == zoom())
        return;
    m_preferences.zoom = wanted;
    ui::setZoom(wanted);
    applyTheme(*qApp, currentTheme()); // the application's font
    emit zoomChanged();
}

void WindowLook::enterProjector()
{
    m_projector = true;
    m_themeBefore = currentTheme();
    m_zoomBefore = zoom();
    setTheme(Theme::HighContrast);
    setZoom(m_zoomBefore * kProjectorZoom);
}

void WindowLook::leaveProjector()
{
    m_projector = false;
    setTheme(m_themeBefore);
    setZoom(m_zoomBefore);
}

void WindowLook::writeTo(Preferences& kept) const
{
    if (!m_projector)
        return;
    kept.theme = m_themeBefore;
    kept.zoom = m_zoomBefore;
}

} // namespace greensward::ui
