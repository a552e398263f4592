// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/workspace.h"
#include "ui/shell/preferences.h"

#include <QHash>
#include <QPointer>

class QMainWindow;

namespace greensward::ui {

/// Where the docks of a window stand: at first by the layout's rules, later as they were left. A layout keeps an
/// arrangement for each workspace.
class WindowLayout final
{
public:
    explicit WindowLayout(QMainWindow& window) : m_window(window) {}

    /// The dock that is there in every workspace.
    void setGuide(QDockWidget* guide);
    /// Another one, at the bottom; closed at first.
    void setJourney(QDockWidget* journey);
    /// Takes the docks of the workspace before away and places those of this one.
    void show(Workspace& workspace);
    Layout layout() const { return m_layout; }
    void setLayout(Layout layout);
    /// Back to how the layout is at first, in all workspaces.
    void reset();
    /// The window has another width: space() tells.
    void noteWidth();
    /// Gives the docks their wished sizes for the space there is.
    void fit();
    Space space() const { return m_space; }
    /// Before the views are made anew. Arrangements stay known.
    void forget();

    const QHash<QString, QByteArray>& remembered();
    void setRemembered(QHash<QString, QByteArray> docks) { m_docks = std::move(docks); }

private:
    void place();
    void remember();
    void takeAway();
    bool isOpenAtFirst(const Workspace::Panel& panel, int sidePanelsBefore) const;
    QString key() const;

    QMainWindow& m_window;
    QPointer<Workspace> m_workspace;
    QPointer<QDockWidget> m_guide;
    QPointer<QDockWidget> m_journey;
    Layout m_layout = Layout::Explore;
    Space m_space = Space::Wide;
    double m_zoom = 1; ///< the docks' sizes are meant for
    QHash<QString, QByteArray> m_docks;
};

} // namespace greensward::ui
