// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/fault_panel.h"

#include "ui/bench/active_fault_delegate.h"
#include "ui/bench/fault_groups.h"
#include "ui/bench/fault_row.h"
#include "ui/bench/scenario_row.h"
#include "ui/kit/card.h"
#include "ui/models/qt_text.h"

#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QListView>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace greensward::ui {

namespace {

constexpr double kUntilHealed = -1;
constexpr int kMostVisible = 4; ///< rows of active faults before their list scrolls
/// A list of thousands is no choice; others are chosen on their card.
constexpr int kMostTargets = 500;
const QString kAll = QStringLiteral("*");

} // namespace

FaultPanel::FaultPanel(EngineMirror& mirror, QWidget* parent)
    : QWidget(parent), m_mirror(mirror), m_faults(mirror.model<FaultModel>())
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    makeActive(*column);
    makeChoices(*column);
    makeCatalogue(*column);
    connect(&m_faults, &FaultModel::faultsChanged, this, &FaultPanel::refresh);
    connect(&m_faults, &FaultModel::refusalChanged, this, &FaultPanel::refresh);
    DeviceModel& devices = mirror.devices();
    connect(&devices, &QAbstractItemModel::rowsInserted, this, &FaultPanel::refreshTargets);
    connect(&devices, &QAbstractItemModel::rowsRemoved, this, &FaultPanel::refreshTargets);
    connect(&mirror.selection(), &Selection::clientChanged, this, &FaultPanel::setTarget);
    refreshTargets();
    setTarget(mirror.selection().client());
    refresh();
}

void FaultPanel::makeActive(QVBoxLayout& column)
{
    m_activeBox = new QWidget(this);
    auto* box = new QVBoxLayout(m_activeBox);
    box->setContentsMargins(px(8), 0, px(8), 0);
    box->setSpacing(px(4));
    m_active = new QListView(m_activeBox);
    m_active->setModel(&m_faults);
    auto* delegate = new ActiveFaultDelegate(m_active);
    m_active->setItemDelegate(delegate);
    m_active->setFrameShape(QFrame::NoFrame);
    m_active->setUniformItemSizes(true);
    m_active->setMouseTracking(true);
    m_active->setAccessibleName(tr("Faults that are on; Delete heals the marked one"));
    m_active->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_active->installEventFilter(this);
    connect(delegate, &ActiveFaultDelegate::healAsked, this,
            [this](const QModelIndex& index) { m_faults.heal(index.data(FaultModel::IdRole).toULongLong()); });
    box->addWidget(m_active);
    column.addWidget(m_activeBox);
}

void FaultPanel::makeChoices(QVBoxLayout& column)
{
    auto* choices = new QGridLayout;
    choices->setContentsMargins(px(16), 0, px(16), 0);
    choices->setHorizontalSpacing(px(8));
    choices->setVerticalSpacing(px(8));
    choices->setColumnStretch(1, 1);
    m_target = new QComboBox(this);
    m_target->setAccessibleName(tr("Whom the fault strikes"));
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_target->setMinimumContentsLength(8);
    m_duration = new QComboBox(this);
    m_duration->setAccessibleName(tr("How long the fault lasts"));
    m_duration->addItem(tr("10 s"), 10.0);
    m_duration->addItem(tr("30 s"), 30.0);
    m_duration->addItem(tr("2 min"), 120.0);
    m_duration->addItem(tr("until healed"), kUntilHealed);
    m_duration->setCurrentIndex(1);
    choices->addWidget(new RoleLabel(TextStyle::Secondary, Role::MutedText, tr("At"), this), 0, 0);
    choices->addWidget(m_target, 0, 1);
    choices->addWidget(new RoleLabel(TextStyle::Secondary, Role::MutedText, tr("For"), this), 1, 0);
    choices->addWidget(m_duration, 1, 1);
    column.addLayout(choices);
    m_refusal = new RoleLabel(TextStyle::Secondary, Role::Lost, {}, this);
    m_refusal->setWordWrap(true);
    m_refusal->setContentsMargins(px(16), 0, px(16), 0);
    column.addWidget(m_refusal);
    connect(m_target, &QComboBox::activated, this, [this] {
        if (const QString chosen = m_target->currentData().toString(); chosen != kAll)
            m_mirror.selection().setClient(chosen);
    });
}

void FaultPanel::makeCatalogue(QVBoxLayout& column)
{
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto* inside = new QWidget(m_scroll);
    auto* rows = new QVBoxLayout(inside);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    for (const FaultGroup& group : faultGroups()) {
        addTitle(*rows, group.title);
        for (const auto kind : group.kinds) {
            auto* row = new FaultRow(kind, inside);
            m_rows.push_back(row);
            addRow(*rows, *row);
            connect(row, &FaultRow::injectAsked, this, [this, kind] { inject(kind); });
        }
    }
    makeScenarios(*rows);
    rows->addStretch();
    m_scroll->setWidget(inside);
    inside->setAutoFillBackground(false);
    column.addWidget(m_scroll, 1);
}

void FaultPanel::makeScenarios(QVBoxLayout& rows)
{
    const auto scenarios = m_mirror.engine().scenarios();
    if (scenarios.empty())
        return;
    addTitle(rows, tr("Scenarios"));
    for (const auto& scenario : scenarios) {
        auto* row = new ScenarioRow(scenario, rows.parentWidget());
        m_scenarios.push_back(row);
        addRow(rows, *row);
        connect(row, &ScenarioRow::playAsked, this, [this, row] { m_faults.startScenario(row->scenario()); });
        connect(row, &ScenarioRow::stopAsked, this, [this] { m_faults.stopScenario(); });
    }
    connect(&m_faults, &FaultModel::scenarioChanged, this, &FaultPanel::showScenario);
    showScenario();
}

void FaultPanel::addTitle(QVBoxLayout& rows, const QString& title)
{
    auto* label = new RoleLabel(TextStyle::Section, Role::MutedText, title, rows.parentWidget());
    label->setContentsMargins(px(16), px(8), px(16), px(4));
    rows.addWidget(label);
}

void FaultPanel::addRow(QVBoxLayout& rows, FoldingRow& row)
{
    rows.addWidget(&row);
    m_all.push_back(&row);
    connect(&row, &FoldingRow::opened, this, [this, opened = &row] {
        for (FoldingRow* other : m_all)
            if (other != opened)
                other->setOpen(false);
        // Once the layout knows how tall it is.
        QMetaObject::invokeMethod(
            opened, [this, opened] { m_scroll->ensureWidgetVisible(opened, 0, px(8)); }, Qt::QueuedConnection);
    });
}

void FaultPanel::showScenario()
{
    for (ScenarioRow* row : m_scenarios)
        row->setProgress(row->scenario() == m_faults.scenario() ? m_faults.scenarioAt() : -1);
}

void FaultPanel::refresh()
{
    const int on = m_faults.rowCount();
    m_activeBox->setVisible(on > 0);
    m_active->setFixedHeight(ActiveFaultDelegate::rowHeight() * std::clamp(on, 1, kMostVisible) + px(2));
    m_refusal->setText(m_faults.refusal());
    m_refusal->setVisible(!m_faults.refusal().isEmpty());
    for (FaultRow* row : m_rows) {
        bool active = false;
        for (int at = 0; at < on; ++at)
            active |= m_faults.fault(at).kind == row->kind();
        row->setActive(active);
    }
}

void FaultPanel::refreshTargets()
{
    const QString chosen = m_target->currentData().toString();
    m_target->clear();
    const DeviceModel& devices = m_mirror.devices();
    for (int row = 0; row < std::min(devices.rowCount(), kMostTargets); ++row) {
        const QString id = toQString(devices.device(row).id);
        m_target->addItem(id, id);
    }
    m_target->addItem(tr("All devices"), kAll);
    setTarget(chosen);
}

std::string FaultPanel::target() const
{
    return m_target->currentData().toString().toStdString();
}

void FaultPanel::setTarget(const QString& device)
{
    if (device.isEmpty())
        return;
    int at = m_target->findData(device);
    if (at < 0) {
        // Selections are of clients: one that is no device of the bench cannot be broken.
        const auto devices = m_mirror.engine().devices();
        if (std::none_of(devices.begin(), devices.end(),
                         [id = device.toStdString()](const auto& one) { return one.id == id; }))
            return;
        m_target->insertItem(0, device, device);
        at = 0;
    }
    m_target->setCurrentIndex(at);
}

double FaultPanel::duration() const
{
    return m_duration->currentData().toDouble();
}

void FaultPanel::setDuration(double seconds)
{
    m_duration->setCurrentIndex(m_duration->findData(seconds));
}

void FaultPanel::inject(simulator::FaultKind kind)
{
    const auto& spec = simulator::faultSpec(kind);
    FaultRequest request{.kind = kind, .target = target(), .intensity = row(kind).intensity()};
    request.seconds = spec.lasts ? duration() : 0;
    if (spec.scope == simulator::FaultScope::Gateway)
        request.target.clear();
    m_faults.inject(request);
}

FaultRow& FaultPanel::row(simulator::FaultKind kind)
{
    return **std::find_if(m_rows.begin(), m_rows.end(), [kind](const FaultRow* row) { return row->kind() == kind; });
}

void FaultPanel::openRow(simulator::FaultKind kind)
{
    row(kind).setOpen(true);
}

QString FaultPanel::refusalText() const
{
    return m_refusal->isHidden() ? QString() : m_refusal->text();
}

void FaultPanel::healCurrent()
{
    if (const QModelIndex current = m_active->currentIndex(); current.isValid())
        m_faults.heal(current.data(FaultModel::IdRole).toULongLong());
}

bool FaultPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_active || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        healCurrent();
        return true;
    default:
        return false;
    }
}

} // namespace greensward::ui
