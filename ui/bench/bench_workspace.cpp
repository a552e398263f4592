// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/bench_workspace.h"

#include "ui/bench/activity_view.h"
#include "ui/bench/device_card.h"
#include "ui/kit/card.h"
#include "ui/plots/live_plot.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

constexpr int kCardWidth = 388;

} // namespace

BenchWorkspace::BenchWorkspace(EngineMirror& mirror, QWidget* parent)
    : Workspace(QStringLiteral("bench"), tr("Bench"), QStringLiteral("turbine"), parent), m_mirror(mirror)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_plot = new LivePlot(mirror, this);
    m_plot->setMinimumWidth(320);
    row->addWidget(m_plot);

    m_pages = new QStackedWidget(this);
    m_scroll = new QScrollArea(m_pages);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* cards = new QWidget(m_scroll);
    m_column = new QVBoxLayout(cards);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(16);
    m_column->addStretch();
    m_scroll->setWidget(cards);
    m_pages->addWidget(m_scroll);
    m_pages->addWidget(
        new EmptyState(QStringLiteral("turbine"), tr("There are no devices on the bench."), {}, m_pages));
    m_pages->setMinimumWidth(kCardWidth);
    // The cards are the bench: their dock can be made wider, but neither moved nor closed.
    m_devicesDock = new QDockWidget(tr("Devices"), this);
    m_devicesDock->setObjectName(QStringLiteral("devices"));
    m_devicesDock->setFeatures(QDockWidget::NoDockWidgetFeatures);
    m_devicesDock->setTitleBarWidget(new QWidget(m_devicesDock));
    m_devicesDock->setWidget(m_pages);

    m_activity = new ActivityView(mirror.activity(), this);
    m_activityDock = new PanelDock(QStringLiteral("activity"), tr("Activity"), m_activity, this);

    DeviceModel& devices = mirror.devices();
    connect(&devices, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { addCards(first, last); });
    connect(&devices, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first, int last) { removeCards(first, last); });
    connect(&devices, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& top, const QModelIndex& bottom) {
                for (int changed = top.row(); changed <= bottom.row(); ++changed)
                    m_cards[static_cast<std::size_t>(changed)]->setView(m_mirror.devices().device(changed));
            });
    addCards(0, devices.rowCount() - 1);
}

void BenchWorkspace::addCards(int first, int last)
{
    for (int at = first; at <= last; ++at) {
        auto* card = new DeviceCard(m_mirror.devices().device(at));
        connect(card, &DeviceCard::commanded, &m_mirror, &EngineMirror::command);
        connect(card, &DeviceCard::publishAsked, &m_mirror, &EngineMirror::publish);
        m_column->insertWidget(at, card);
        m_cards.insert(m_cards.begin() + at, card);
    }
    m_pages->setCurrentIndex(m_cards.empty() ? 1 : 0);
    if (m_plot->device().empty() && !m_cards.empty())
        m_plot->setDevice(m_cards.front()->deviceId());
}

void BenchWorkspace::removeCards(int first, int last)
{
    for (int at = last; at >= first; --at) {
        delete m_cards[static_cast<std::size_t>(at)];
        m_cards.erase(m_cards.begin() + at);
    }
    m_pages->setCurrentIndex(m_cards.empty() ? 1 : 0);
}

QList<Workspace::Panel> BenchWorkspace::panels() const
{
    return {{m_devicesDock, Qt::LeftDockWidgetArea, kCardWidth}, {m_activityDock, Qt::BottomDockWidgetArea, 200}};
}

QList<QWidget*> BenchWorkspace::focusStops() const
{
    return {m_plot};
}

} // namespace greensward::ui
