// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_layout.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QTabBar>
#include <QTimer>

namespace greensward::ui {

namespace {

/// Of saveState(); to be raised when docks are renamed.
constexpr int kStateVersion = 2;
/// In lengths of the drawings.
constexpr double kWideFrom = 1152;
constexpr double kNarrowFrom = 880;
constexpr double kGuideWidth = 300;
constexpr double kJourneyHeight = 220;

bool isAtSide(Qt::DockWidgetArea area)
{
    return area == Qt::LeftDockWidgetArea || area == Qt::RightDockWidgetArea;
}

Space spaceOf(double width)
{
    return width >= kWideFrom ? Space::Wide : width >= kNarrowFrom ? Space::Narrow : Space::Tight;
}

} // namespace

void WindowLayout::setGuide(QDockWidget* guide)
{
    m_guide = guide;
    guide->hide();
}

void WindowLayout::setJourney(QDockWidget* journey)
{
    m_journey = journey;
    journey->hide();
}

QString WindowLayout::key() const
{
    return nameOf(m_layout) + QLatin1Char('/') + m_workspace->id();
}

void WindowLayout::show(Workspace& workspace)
{
    if (m_workspace) {
        remember();
        takeAway();
    }
    m_workspace = &workspace;
    place();
}

void WindowLayout::setLayout(Layout layout)
{
    if (layout == m_layout)
        return;
    if (m_workspace) {
        remember();
        takeAway();
    }
    m_layout = layout;
    if (m_workspace)
        place();
}

void WindowLayout::reset()
{
    m_docks.clear();
    if (!m_workspace)
        return;
    takeAway();
    place();
}

void WindowLayout::takeAway()
{
    for (const auto& panel : m_workspace->panels()) {
        panel.dock->hide();
        m_window.removeDockWidget(panel.dock);
    }
    for (QDockWidget* dock : {m_guide.data(), m_journey.data()}) {
        if (!dock)
            continue;
        dock->hide();
        m_window.removeDockWidget(dock);
    }
}

bool WindowLayout::isOpenAtFirst(const Workspace::Panel& panel, int sidePanelsBefore) const
{
    if (panel.always)
        return true;
    switch (m_layout) {
    case Layout::Explore:
        return m_space != Space::Tight || !isAtSide(panel.area);
    case Layout::Learn: // the guide takes the place of one
        return m_space == Space::Wide || !isAtSide(panel.area);
    case Layout::Present: // the centre and one more, if there is room for it
        return m_space != Space::Tight && sidePanelsBefore == 0;
    case Layout::Compact:
        break;
    }
    return !isAtSide(panel.area);
}

void WindowLayout::place()
{
    noteWidth();
    int shown = 0;
    bool open = false;
    QDockWidget* right = nullptr;
    QDockWidget* front = nullptr; // of the tabs
    for (const auto& panel : m_workspace->panels()) {
        panel.dock->setFloating(false);
        m_window.addDockWidget(panel.area, panel.dock);
        if (panel.behind && front) {
            m_window.tabifyDockWidget(front, panel.dock);
            panel.dock->setVisible(open);
            front->raise();
            continue;
        }
        front = panel.dock;
        open = isOpenAtFirst(panel, shown);
        panel.dock->setVisible(open);
        shown += open;
        if (panel.area == Qt::RightDockWidgetArea && open)
            right = panel.dock;
    }
    if (m_guide) {
        m_guide->setFloating(false);
        m_window.addDockWidget(Qt::RightDockWidgetArea, m_guide);
        if (right && m_layout == Layout::Learn)
            m_window.tabifyDockWidget(right, m_guide);
        m_guide->setVisible(m_layout == Layout::Learn);
        if (m_layout == Layout::Learn)
            m_guide->raise();
    }
    if (m_journey) {
        m_journey->setFloating(false);
        m_window.addDockWidget(Qt::BottomDockWidgetArea, m_journey);
        m_journey->hide();
    }
    // Sizes that were left at another zoom would be wrong: then only what is open is taken over.
    const bool known = m_docks.contains(key()) && m_window.restoreState(m_docks.value(key()), kStateVersion);
    if (!known || m_zoom != zoom())
        fit();
    m_zoom = zoom();
    m_workspace->setSpace(m_space);
    // The main window leaves the tab bar of the workspace before where it was, without tabs, and finds that out late.
    QTimer::singleShot(0, &m_window, [window = &m_window] {
        for (auto* tabs : window->findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly))
            if (tabs->count() == 0)
                tabs->hide();
    });
}

void WindowLayout::noteWidth()
{
    m_space = spaceOf(m_window.width() / zoom());
}

void WindowLayout::fit()
{
    noteWidth();
    if (!m_workspace)
        return;
    const double share = m_space == Space::Wide ? 1 : 0.8;
    for (const auto& panel : m_workspace->panels()) {
        if (isAtSide(panel.area))
            m_window.resizeDocks({panel.dock}, {px(panel.size * share)}, Qt::Horizontal);
        else
            m_window.resizeDocks({panel.dock}, {px(panel.size)}, Qt::Vertical);
    }
    if (m_guide)
        m_window.resizeDocks({m_guide}, {px(kGuideWidth * share)}, Qt::Horizontal);
    if (m_journey)
        m_window.resizeDocks({m_journey}, {px(kJourneyHeight)}, Qt::Vertical);
    m_workspace->setSpace(m_space);
}

void WindowLayout::remember()
{
    m_docks[key()] = m_window.saveState(kStateVersion);
}

void WindowLayout::forget()
{
    if (m_workspace) {
        remember();
        takeAway();
    }
    m_workspace = nullptr;
}

const QHash<QString, QByteArray>& WindowLayout::remembered()
{
    if (m_workspace)
        remember();
    return m_docks;
}

} // namespace greensward::ui
