// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/preferences.h"

#include <QObject>

namespace greensward::ui {

/// Theme and zoom of the window, as the preferences have them; a projector has a pair of its own that goes with it.
class WindowLook final : public QObject
{
    Q_OBJECT

public:
    explicit WindowLook(Preferences& preferences) : m_preferences(preferences) {}

    /// At the start, from the preferences.
    void apply();
    void setTheme(Theme theme);
    /// kLeastZoom … kMostZoom, in steps of a tenth.
    void setZoom(double factor);
    void enterProjector();
    void leaveProjector();
    /// The pair to be kept between starts: a projector is not there the next morning.
    void writeTo(Preferences& kept) const;

signals:
    void themeChanged(greensward::ui::Theme theme);
    /// Views are to be made anew.
    void zoomChanged();

private:
    Preferences& m_preferences;
    bool m_projector = false;
    Theme m_themeBefore = Theme::Light;
    double m_zoomBefore = 1;
};

} // namespace greensward::ui
