// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/bench_workspace.h"

#include "ui/bench/activity_view.h"
#include "ui/bench/bench_card.h"
#include "ui/bench/device_panel.h"
#include "ui/bench/device_shelf.h"
#include "ui/bench/fault_groups.h"
#include "ui/bench/fault_panel.h"
#include "ui/kit/acts.h"
#include "ui/kit/card.h"
#include "ui/kit/commands.h"
#include "ui/kit/console_style.h"
#include "ui/models/fault_model.h"
#include "ui/models/qt_text.h"
#include "ui/plots/live_plot.h"
#include "ui/scope/scope_bar.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QPushButton>

namespace greensward::ui {

namespace {

constexpr int kCardWidth = 388;
constexpr int kFaultsWidth = 288;
constexpr int kTightCardWidth = 288;
constexpr int kPlotWidth = 280;
constexpr int kTightPlotWidth = 200;

} // namespace

BenchWorkspace::BenchWorkspace(EngineMirror& mirror, QWidget* parent)
    : Workspace(QStringLiteral("bench"), tr("Bench"), QStringLiteral("turbine"), parent), m_mirror(mirror)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_plot = new LivePlot(mirror, this);
    row->addWidget(m_plot);

    m_devices = new DevicePanel(mirror, this);
    connect(m_devices, &DevicePanel::phoneAsked, this, [this] { emit workspaceAsked(QStringLiteral("phone")); });
    // The cards are the bench: their dock can be made wider, but neither moved nor closed.
    m_devicesDock = new QDockWidget(tr("Devices"), this);
    m_devicesDock->setObjectName(QStringLiteral("devices"));
    m_devicesDock->setFeatures(QDockWidget::NoDockWidgetFeatures);
    m_devicesDock->setTitleBarWidget(new QWidget(m_devicesDock));
    m_devicesDock->setWidget(m_devices);

    m_activity = new ActivityView(mirror, this);
    m_activityDock = new PanelDock(QStringLiteral("activity"), tr("Activity"), m_activity, this);
    m_activityDock->addToHead(m_activity->counts());

    m_faults = new FaultPanel(mirror, this);
    if (mirror.status().origin == Origin::Capture)
        disableInCapture(*m_faults);
    m_faultsDock = new PanelDock(QStringLiteral("faults"), tr("Faults"), m_faults, this);
    auto& model = mirror.model<FaultModel>();
    auto* healAll = new QPushButton(tr("Heal all"), m_faultsDock);
    healAll->setToolTip(tr("End every fault (Ctrl+Shift+H)"));
    healAll->setAccessibleName(tr("Heal all faults"));
    setKind(*healAll, ButtonKind::Primary);
    healAll->setEnabled(model.isActive());
    m_faultsDock->addToHead(healAll);
    connect(healAll, &QPushButton::clicked, &model, &FaultModel::healAll);
    connect(&model, &FaultModel::activeChanged, healAll, &QWidget::setEnabled);

    connect(&mirror.selection(), &Selection::clientChanged, this, &BenchWorkspace::showDevice);
    const auto plotFirst = [this] {
        if (m_plot->device().empty() && m_mirror.devices().rowCount() > 0)
            m_plot->setDevice(m_mirror.devices().device(0).id);
    };
    connect(&mirror.devices(), &QAbstractItemModel::rowsInserted, this, plotFirst);
    // Of a large fleet the selected device is known a little later.
    connect(&mirror.devices(), &QAbstractItemModel::rowsInserted, this,
            [this] { showDevice(m_mirror.selection().client()); });
    showDevice(mirror.selection().client());
    plotFirst();
    setSpace(Space::Wide);
}

/// On a projector one card and the plot stand side by side.
void BenchWorkspace::setSpace(Space space)
{
    const bool tight = space == Space::Tight;
    m_devices->setTight(tight);
    m_devices->setMinimumWidth(px(tight ? kTightCardWidth : kCardWidth - 36));
    m_plot->setMinimumWidth(px(tight ? kTightPlotWidth : kPlotWidth));
}

/// The plot shows what the device measures that is selected, wherever it was.
void BenchWorkspace::showDevice(const QString& client)
{
    for (int row = 0; row < m_mirror.devices().rowCount(); ++row)
        if (const auto& device = m_mirror.devices().device(row); device.id == client.toStdString())
            m_plot->setDevice(device.id);
}

std::vector<BenchCard*> BenchWorkspace::cards() const
{
    return m_devices->shelf().cards();
}

QList<Workspace::Panel> BenchWorkspace::panels() const
{
    return {{m_devicesDock, Qt::LeftDockWidgetArea, kCardWidth, true},
            {m_faultsDock, Qt::RightDockWidgetArea, kFaultsWidth},
            {m_activityDock, Qt::BottomDockWidgetArea, 180}};
}

QList<QWidget*> BenchWorkspace::focusStops() const
{
    return {m_plot};
}

void BenchWorkspace::focusFilter()
{
    m_devices->scope().focusEdit();
}

bool BenchWorkspace::leave()
{
    return m_devices->scope().leave(*m_plot);
}

void BenchWorkspace::setCompact(bool compact)
{
    m_devices->setCompact(compact);
}

void BenchWorkspace::addCommands(Commands& commands)
{
    const QString bench = tr("Bench");
    commands.add(this, QStringLiteral("bench.list"), bench, tr("Devices as cards or as a list"),
                 Qt::CTRL | Qt::SHIFT | Qt::Key_M, [this] {
                     using Form = DevicePanel::Form;
                     m_devices->setForm(m_devices->form() == Form::List ? Form::Cards : Form::List);
                 });
    commands.add(this, QStringLiteral("bench.kit"), bench, tr("Connect a real device: a kit for a Raspberry Pi"), {},
                 [this] { m_devices->openKit(); });
    commands.add(this, QStringLiteral("bench.phone"), bench, tr("Connect a telephone: the code of its page"), {},
                 [this] { m_devices->openPhone(); });
    addFaultCommands(commands);
}

/// They belong to the panel, not to the workspace: their keys work wherever a device is selected.
void BenchWorkspace::addFaultCommands(Commands& commands)
{
    const QString faults = tr("Faults");
    auto& model = m_mirror.model<FaultModel>();
    for (const auto& scenario : m_mirror.engine().scenarios())
        commands.add(m_faults, QStringLiteral("scenario.") + toQString(scenario.id), faults,
                     tr("Play the scenario: %1").arg(toQString(scenario.title)), {},
                     [&model, id = scenario.id] { model.startScenario(id); });
    commands.add(m_faults, QStringLiteral("faults.heal-all"), faults, tr("Heal all faults"),
                 Qt::CTRL | Qt::SHIFT | Qt::Key_H, [&model] { model.healAll(); });
    for (const FaultGroup& group : faultGroups())
        for (const auto kind : group.kinds) {
            const auto& spec = simulator::faultSpec(kind);
            const int key = keyOf(kind);
            const QKeySequence keys =
                key > 0 ? QKeySequence(Qt::Key_K, static_cast<Qt::Key>(Qt::Key_0 + key)) : QKeySequence();
            commands.add(m_faults,
                         QStringLiteral("faults.") +
                             QString::fromLatin1(spec.id.data(), static_cast<qsizetype>(spec.id.size())),
                         faults, tr("Inject: %1").arg(faultName(spec)), keys, [this, kind] { m_faults->inject(kind); });
        }
}

} // namespace greensward::ui
