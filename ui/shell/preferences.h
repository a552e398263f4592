// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

class QSettings;

namespace greensward::ui {

/// What the window's panels are arranged for. Each remembers its own arrangement of every workspace.
enum class Layout {
    Learn,   ///< the guide beside everything
    Explore, ///< all panels
    Present, ///< a projector: large, high contrast, two panels at most
    Compact, ///< a small screen: dense rows, side panels closed until asked for
};
inline constexpr Layout kLayouts[] = {Layout::Learn, Layout::Explore, Layout::Present, Layout::Compact};

/// "learn", "explore", "present", "compact": in settings and on command lines.
QString nameOf(Layout layout);
QString nameOf(Theme theme);
/// Unknown names give the second value.
Layout layoutOf(const QString& name, Layout otherwise);
Theme themeOf(const QString& name, Theme otherwise);

/// What a person has chosen for the window, kept between starts. Values are checked when they are read: a file that was
/// written by hand, by an older or by a newer version gives something that works.
struct Preferences
{
    /// Of the file. A file of a later version is read as far as it is understood and never overwritten.
    static constexpr int kSchema = 2;
    static constexpr qsizetype kMostRecentCommands = 20;
    static constexpr int kUsualSession = 64;
    static constexpr int kMostSession = 4096;

    Theme theme = Theme::Light;
    bool themeChosen = false; ///< else the desktop's
    double zoom = 1;
    Layout layout = Layout::Explore;
    bool compactRows = false;
    bool motion = true;
    bool welcomed = false; ///< the first minute has been seen, or declined
    QString language;      ///< "en", "de", "qps" (the pseudo-language); empty: the desktop's
    QString workspace;
    QString scope;       ///< as one text of the filter language
    QString chosenTopic; ///< selected when the window was closed
    QString chosenClient;
    int sessionMiB = kUsualSession; ///< what is kept of a session for the next start; 0: nothing
    QByteArray geometry;
    QHash<QString, QByteArray> docks;    ///< by "layout/workspace"
    QHash<QString, QByteArray> memories; ///< Workspace::memory() by workspace
    QStringList recentCommands;          ///< newest first

    static Preferences read(const QSettings& settings);
    /// Whole or not at all: the file is written beside and renamed. False with a reason in problem when it could not
    /// be.
    bool write(QSettings& settings, QString* problem = nullptr) const;
};

} // namespace greensward::ui
