// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/device_panel.h"

#include "ui/bench/device_card.h"
#include "ui/bench/device_filter_model.h"
#include "ui/bench/device_shelf.h"
#include "ui/bench/fleet_bar.h"
#include "ui/bench/fleet_model.h"
#include "ui/bench/fleet_table.h"
#include "ui/bench/kit_dialog.h"
#include "ui/bench/live_devices.h"
#include "ui/bench/phone_dialog.h"
#include "ui/kit/acts.h"
#include "ui/kit/card.h"
#include "ui/kit/icon.h"
#include "ui/models/fault_model.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"
#include "ui/models/scope_share.h"
#include "ui/scope/scope_bar.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

constexpr double kGap = 12;
constexpr int kManyDevices = 12; ///< from here on a list is shown unless cards are asked for
enum Page { CardsPage, ListPage, NoDevicesPage, NoHitsPage };

} // namespace

DevicePanel::DevicePanel(EngineMirror& mirror, QWidget* parent)
    : QWidget(parent), m_mirror(mirror), m_shown(new DeviceFilterModel(mirror.devices(), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(kGap));
    makeHead();
    m_pages = new QStackedWidget(this);
    m_shelf = new DeviceShelf(mirror, *m_shown, m_pages);
    m_pages->addWidget(m_shelf);
    makeTablePage();
    m_pages->addWidget(
        new EmptyState(QStringLiteral("turbine"), tr("There are no devices on the bench."), {}, m_pages));
    m_noHits = new EmptyState(QStringLiteral("search"), {}, tr("Clear filter"), m_pages);
    connect(m_noHits, &EmptyState::clicked, &mirror.scope(), &ScopeStack::clear);
    m_pages->addWidget(m_noHits);
    column->addWidget(m_pages, 1);
    m_more = new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this);
    m_more->setWordWrap(true);
    column->addWidget(m_more);

    FaultModel& faults = mirror.model<FaultModel>();
    connect(&mirror.selection(), &Selection::clientChanged, this, &DevicePanel::takeSelection);
    connect(&mirror.devices(), &QAbstractItemModel::rowsInserted, this, &DevicePanel::takeCount);
    connect(&mirror.devices(), &QAbstractItemModel::rowsRemoved, this, &DevicePanel::takeCount);
    connect(&mirror.model<LiveDevices>(), &LiveDevices::listChanged, this, &DevicePanel::takeCount);
    connect(&mirror.devices(), &QAbstractItemModel::dataChanged, this, [this] {
        if (m_form == Form::List)
            showChosenCard();
    });
    connect(&mirror, &EngineMirror::statusChanged, this, &DevicePanel::takeCount);
    connect(&faults, &FaultModel::faultsChanged, this, [this] {
        if (m_form == Form::List)
            showChosenCard();
    });
    applyScope();
    takeSelection(mirror.selection().client());
}

void DevicePanel::makeHead()
{
    auto* head = new Card({}, this);
    head->body().setContentsMargins(px(14), px(8), px(10), px(8));
    head->body().setSpacing(px(6));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    m_fleet = new FleetBar(m_mirror, head);
    if (m_mirror.status().origin == Origin::Capture)
        disableInCapture(*m_fleet);
    row->addWidget(m_fleet, 1);
    m_toggle = new QToolButton(head);
    m_toggle->setIcon(icon(QStringLiteral("table")));
    m_toggle->setIconSize(QSize(px(18), px(18)));
    m_toggle->setFixedSize(px(32), px(32));
    m_toggle->setCheckable(true);
    m_toggle->setToolTip(tr("Table instead of cards (Ctrl+Shift+M)"));
    m_toggle->setAccessibleName(tr("Table instead of cards"));
    row->addWidget(makeAdd(*head), 0, Qt::AlignTop);
    row->addWidget(m_toggle, 0, Qt::AlignTop);
    head->body().addLayout(row);
    m_scope = new ScopeBar(m_mirror, head);
    head->body().addWidget(m_scope);
    layout()->addWidget(head);
    connect(&m_mirror.scope(), &ScopeStack::changed, this, &DevicePanel::applyScope);
    connect(m_toggle, &QToolButton::clicked, this, [this](bool list) { setForm(list ? Form::List : Form::Cards); });
}

/// For what is not simulated.
QToolButton* DevicePanel::makeAdd(QWidget& head)
{
    auto* add = new QToolButton(&head);
    add->setIcon(icon(QStringLiteral("add")));
    add->setIconSize(QSize(px(18), px(18)));
    add->setFixedSize(px(32), px(32));
    add->setToolTip(tr("Connect a real device or a telephone"));
    add->setAccessibleName(tr("Connect a real device or a telephone"));
    add->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(add);
    menu->addAction(tr("Real device …"), this, &DevicePanel::openKit);
    menu->addAction(tr("Telephone …"), this, &DevicePanel::openPhone);
    add->setMenu(menu);
    if (m_mirror.status().origin == Origin::Capture)
        disableInCapture(*add);
    return add;
}

void DevicePanel::openKit()
{
    if (OutsidePort* outside = m_mirror.engine().outside())
        (new KitDialog(*outside, this))->open();
}

void DevicePanel::openPhone()
{
    OutsidePort* outside = m_mirror.engine().outside();
    if (!outside)
        return;
    auto* dialog = new PhoneDialog(*outside, this);
    connect(dialog, &PhoneDialog::insideAsked, this, &DevicePanel::phoneAsked);
    dialog->open();
}

void DevicePanel::makeTablePage()
{
    auto* page = new QWidget(m_pages);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(kGap));
    auto* card = new Card({}, page);
    card->body().setContentsMargins(px(1), px(4), px(1), px(6));
    m_table = new FleetTable(m_mirror, card);
    card->body().addWidget(m_table);
    column->addWidget(card, 1);
    m_cardPlace = new QWidget(page);
    auto* place = new QVBoxLayout(m_cardPlace);
    place->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_cardPlace);
    m_pages->addWidget(page);
}

void DevicePanel::applyScope()
{
    const ScopeShare share = clientShare(m_mirror.scope());
    m_shown->setFilter(share.filter);
    m_shelf->setFilter(share.filter);
    m_table->fleet().setFilter(share.filter);
    m_scope->setNote(share.idleText());
    takeCount();
}

void DevicePanel::takeCount()
{
    const int devices = m_mirror.devices().rowCount();
    const bool any = devices > 0 || !m_mirror.model<LiveDevices>().devices().empty();
    if (!m_formChosen)
        showForm(devices >= kManyDevices ? Form::List : Form::Cards);
    const int shown = m_form == Form::List ? m_table->fleet().rowCount() : m_shelf->count();
    const int known = m_form == Form::List ? m_table->fleet().devices() : devices + m_shelf->liveDevices();
    const bool hits = shown > 0 || (m_form == Form::List && m_mirror.scope().isEmpty());
    m_scope->setCounts(static_cast<quint64>(shown), static_cast<quint64>(known));
    m_noHits->setSentence(tr("0 of %1 devices match").arg(countText(static_cast<quint64>(known))));
    m_pages->setCurrentIndex(!any ? NoDevicesPage : !hits ? NoHitsPage : m_form == Form::List ? ListPage : CardsPage);
    const auto all = m_mirror.status().fleetSize;
    const bool more = m_form == Form::Cards && all > static_cast<std::uint64_t>(devices) && devices > 0;
    m_more->setVisible(more);
    if (more)
        m_more->setText(tr("%1 more devices are in the table.").arg(countText(all - static_cast<quint64>(devices))));
}

void DevicePanel::setForm(Form form)
{
    m_formChosen = true;
    showForm(form);
}

void DevicePanel::showForm(Form form)
{
    m_toggle->setChecked(form == Form::List);
    if (form == m_form)
        return;
    m_form = form;
    takeCount();
    takeSelection(m_mirror.selection().client());
}

void DevicePanel::takeSelection(const QString& client)
{
    // The engine shows of a large fleet only the first few in full, and this one.
    m_mirror.engine().watchDevice(client.toStdString());
    if (m_form == Form::List)
        showChosenCard();
}

void DevicePanel::showChosenCard()
{
    const std::string client = m_mirror.selection().client().toStdString();
    const DeviceModel& devices = m_mirror.devices();
    int row = devices.rowCount() - 1; // the watched one is the last
    while (row >= 0 && devices.device(row).id != client)
        --row;
    if (row < 0) {
        delete std::exchange(m_card, nullptr);
        return;
    }
    const auto& view = devices.device(row);
    if (!m_card || m_card->deviceId() != view.id) {
        delete std::exchange(m_card, nullptr);
        m_card = new DeviceCard(view, m_cardPlace);
        m_card->setTight(m_tight);
        if (m_mirror.status().origin == Origin::Capture)
            m_card->forbid(captureSentence());
        m_cardPlace->layout()->addWidget(m_card);
        connect(m_card, &DeviceCard::commanded, &m_mirror, &EngineMirror::command);
        connect(m_card, &DeviceCard::publishAsked, &m_mirror, &EngineMirror::publish);
    } else {
        m_card->setView(view);
    }
    QStringList names;
    for (const auto* fault : m_mirror.model<FaultModel>().faultsOf(view.id))
        names << faultName(simulator::faultSpec(fault->kind));
    m_card->setFaults(names);
}

void DevicePanel::setCompact(bool compact)
{
    m_table->setCompact(compact);
}

void DevicePanel::setTight(bool tight)
{
    m_tight = tight;
    m_fleet->setTight(tight);
    m_shelf->setTight(tight);
    if (m_card)
        m_card->setTight(tight);
}

} // namespace greensward::ui
