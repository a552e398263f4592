// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What leads through the window: the guide, links of texts, the journey of a message.
#include "ui/shell/main_window.h"

#include "ui/journeys/journey_panel.h"
#include "ui/journeys/journey_strip.h"
#include "ui/kit/card.h"
#include "ui/kit/workspace.h"
#include "ui/labs/lab_guide.h"
#include "ui/map/map_workspace.h"
#include "ui/shell/guide_desk.h"
#include "ui/shell/rail.h"
#include "ui/shell/spotlight.h"
#include "ui/shell/workspace_pages.h"
#include "ui/welcome/first_minute.h"

namespace greensward::ui {

void MainWindow::makeGuide()
{
    m_guide = new GuideDesk(*m_mirror, m_views.get(), *this);
    m_layout.setGuide(&m_guide->dock());
    m_spotlight = new Spotlight(this);
    connect(m_guide, &GuideDesk::left, this, [this] {
        setLayout(Layout::Explore);
        m_pages->current()->focusStops().value(0, m_rail)->setFocus(Qt::OtherFocusReason);
    });
    connect(m_guide, &GuideDesk::wanted, this, [this] {
        if (windowLayout() != Layout::Present)
            setLayout(Layout::Learn);
        m_guide->dock().show();
        m_guide->dock().raise();
        m_guide->labGuide().takeFocus();
    });
    connect(m_guide, &GuideDesk::placeAsked, this, &MainWindow::showPlace);
}

/// Where a link of a text leads: a workspace, and what of it.
void MainWindow::showPlace(const QString& link, bool isSpotlight)
{
    const Place place = placeOf(link);
    Workspace* there = workspace(place.workspace);
    if (!there)
        return;
    const bool hasGuide = m_guide->dock().isVisible();
    showWorkspace(place.workspace);
    m_guide->dock().setVisible(hasGuide); // it is what one came from
    // What a place is called is the name of a client, a thing or a topic in most workspaces: every view shows it marked.
    if (place.workspace == QLatin1String("topics"))
        m_mirror->selection().setTopic(place.what);
    else if (!place.what.isEmpty())
        m_mirror->selection().setClient(place.name());
    there->open(place.what);
    if (!isSpotlight)
        return;
    QWidget* control = there->control(place.what);
    m_spotlight->pointAt(control ? *control : *there->focusStops().value(0, there));
}

void MainWindow::makeJourney()
{
    m_journey = new JourneyPanel(*m_mirror, this);
    m_journeyDock = new PanelDock(QStringLiteral("journey"), tr("Journey"), m_journey, this);
    m_layout.setJourney(m_journeyDock);
    connect(m_journey, &JourneyPanel::titleChanged, m_journeyDock, &QDockWidget::setWindowTitle);
    connect(m_journey, &JourneyPanel::workspaceAsked, this, [this](const QString& id) {
        showWorkspace(id);
        m_journeyDock->show(); // it is what one came from
    });
    if (auto* map = qobject_cast<MapWorkspace*>(workspace(QStringLiteral("map")))) {
        auto* strip = new JourneyStrip(*m_mirror, map);
        map->setStrip(strip);
        connect(strip, &JourneyStrip::journeyAsked, this, [this] { showJourney(false); });
    }
}

void MainWindow::showJourney(bool why)
{
    m_journeyDock->show();
    m_journeyDock->raise();
    m_journey->takeFocus(why);
}

QWidget* MainWindow::spotlit() const
{
    return m_spotlight->control();
}

void MainWindow::beginWorkshop()
{
    leaveWelcome();
    setLayout(Layout::Learn);
    showWorkspace(workspace(QStringLiteral("map")) ? QStringLiteral("map") : QStringLiteral("bench"));
    m_guide->showFirstMinute();
    firstMinute().begin();
}

void MainWindow::playDemo()
{
    beginWorkshop();
    firstMinute().setPlaysItself(true);
}

} // namespace greensward::ui
