// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/guide_desk.h"

#include "ui/kit/card.h"
#include "ui/labs/lab_guide.h"
#include "ui/labs/lab_model.h"
#include "ui/models/engine_mirror.h"
#include "ui/welcome/guide_panel.h"

#include <QStackedWidget>

namespace greensward::ui {

GuideDesk::GuideDesk(EngineMirror& mirror, QObject* views, QWidget& window) : QObject(views), m_mirror(mirror)
{
    m_pages = new QStackedWidget(&window);
    m_first = new GuidePanel(mirror, m_pages);
    m_lab = new LabGuide(mirror, m_pages);
    m_pages->addWidget(m_first);
    m_pages->addWidget(m_lab);
    m_dock = new PanelDock(QStringLiteral("guide"), tr("Guide"), m_pages, &window);
    connect(m_first, &GuidePanel::left, this, &GuideDesk::left);
    connect(m_lab, &LabGuide::linkAsked, this, [this](const QString& link) { emit placeAsked(link, false); });
    connect(m_lab, &LabGuide::spotlightAsked, this, [this](const QString& place) { emit placeAsked(place, true); });
    connect(m_lab, &LabGuide::shelfAsked, this, [this] { emit placeAsked(QStringLiteral("labs"), false); });
    LabModel& model = mirror.model<LabModel>();
    connect(&model, &LabModel::begun, this, [this] {
        showLab();
        emit wanted();
    });
    if (model.current())
        showLab();
}

bool GuideDesk::hasLab() const
{
    return m_pages->currentWidget() == m_lab && m_lab->currentCard();
}

void GuideDesk::showFirstMinute()
{
    m_pages->setCurrentWidget(m_first);
    m_first->takeFocus();
}

void GuideDesk::showLab()
{
    m_pages->setCurrentWidget(m_lab);
}

QString Place::name() const
{
    const bool hasPages = workspace == QLatin1String("security");
    return what.section(QLatin1Char('/'), hasPages, hasPages);
}

Place placeOf(const QString& link)
{
    const QString path = link.startsWith(QLatin1String("console:")) ? link.mid(8) : link;
    return {path.section(QLatin1Char('/'), 0, 0), path.section(QLatin1Char('/'), 1)};
}

} // namespace greensward::ui
