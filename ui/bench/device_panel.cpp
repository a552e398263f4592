// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/device_panel.h"

#include "ui/bench/device_card.h"
#include "ui/bench/device_filter_model.h"
#include "ui/bench/device_row_delegate.h"
#include "ui/bench/device_shelf.h"
#include "ui/bench/fleet_bar.h"
#include "ui/kit/card.h"
#include "ui/kit/icon.h"
#include "ui/models/fault_model.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

constexpr int kManyDevices = 12; ///< from here on a list is shown unless cards are asked for
enum Page { CardsPage, ListPage, NoDevicesPage, NoHitsPage };

} // namespace

DevicePanel::DevicePanel(EngineMirror& mirror, QWidget* parent)
    : QWidget(parent), m_mirror(mirror), m_shown(new DeviceFilterModel(mirror.devices(), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(16));
    auto* head = new Card({}, this);
    head->body().setContentsMargins(0, px(10), 0, px(10));
    head->body().setSpacing(px(8));
    m_fleet = new FleetBar(mirror, head);
    head->body().addWidget(m_fleet);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(px(16), 0, px(16), 0);
    row->setSpacing(px(8));
    m_filter = new QLineEdit(head);
    m_filter->setPlaceholderText(tr("Find a device"));
    m_filter->setAccessibleName(tr("Find a device by its name"));
    m_filter->setClearButtonEnabled(false);
    m_filter->addAction(icon(QStringLiteral("search"), Role::MutedText), QLineEdit::LeadingPosition);
    m_toggle = new QToolButton(head);
    m_toggle->setIcon(icon(QStringLiteral("table")));
    m_toggle->setIconSize(QSize(px(18), px(18)));
    m_toggle->setFixedSize(px(32), px(32));
    m_toggle->setCheckable(true);
    m_toggle->setToolTip(tr("List instead of cards"));
    m_toggle->setAccessibleName(m_toggle->toolTip());
    row->addWidget(m_filter, 1);
    row->addWidget(m_toggle);
    head->body().addLayout(row);
    column->addWidget(head);

    m_pages = new QStackedWidget(this);
    m_shelf = new DeviceShelf(mirror, *m_shown, m_pages);
    m_pages->addWidget(m_shelf);
    auto* listPage = new QWidget(m_pages);
    auto* lists = new QVBoxLayout(listPage);
    lists->setContentsMargins(0, 0, 0, 0);
    lists->setSpacing(px(16));
    auto* listCard = new Card({}, listPage);
    listCard->body().setContentsMargins(0, px(6), 0, px(6));
    m_list = new QListView(listCard);
    m_list->setModel(m_shown);
    FaultModel& faults = mirror.model<FaultModel>();
    m_delegate = new DeviceRowDelegate(mirror.devices(), *m_shown, faults, m_list);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(tr("Devices"));
    listCard->body().addWidget(m_list);
    lists->addWidget(listCard, 1);
    m_cardPlace = new QWidget(listPage);
    auto* cardPlace = new QVBoxLayout(m_cardPlace);
    cardPlace->setContentsMargins(0, 0, 0, 0);
    lists->addWidget(m_cardPlace);
    m_pages->addWidget(listPage);
    m_pages->addWidget(
        new EmptyState(QStringLiteral("turbine"), tr("There are no devices on the bench."), {}, m_pages));
    auto* noHits = new EmptyState(QStringLiteral("search"), tr("No device is called that."), tr("Show all"), m_pages);
    connect(noHits, &EmptyState::clicked, this, [this] { clearFilter(); });
    m_pages->addWidget(noHits);
    column->addWidget(m_pages, 1);
    m_more = new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this);
    m_more->setWordWrap(true);
    column->addWidget(m_more);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_shown->setText(text);
        takeCount();
    });
    connect(m_toggle, &QToolButton::clicked, this, [this](bool list) {
        m_formChosen = true;
        setForm(list ? Form::List : Form::Cards);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (current.isValid())
                    m_mirror.selection().setClient(current.data(DeviceModel::IdRole).toString());
            });
    connect(&mirror.selection(), &Selection::clientChanged, this, &DevicePanel::takeSelection);
    connect(&mirror.devices(), &QAbstractItemModel::rowsInserted, this, &DevicePanel::takeCount);
    connect(&mirror.devices(), &QAbstractItemModel::rowsRemoved, this, &DevicePanel::takeCount);
    connect(&mirror.devices(), &QAbstractItemModel::dataChanged, this, [this] {
        if (m_form == Form::List)
            showChosenCard();
    });
    connect(&mirror, &EngineMirror::statusChanged, this, &DevicePanel::takeCount);
    connect(&faults, &FaultModel::faultsChanged, this, [this] {
        m_list->viewport()->update();
        if (m_form == Form::List)
            showChosenCard();
    });
    takeCount();
}

void DevicePanel::takeCount()
{
    const int devices = m_mirror.devices().rowCount();
    if (!m_formChosen)
        setForm(devices >= kManyDevices ? Form::List : Form::Cards);
    m_pages->setCurrentIndex(devices == 0               ? NoDevicesPage
                             : m_shown->rowCount() == 0 ? NoHitsPage
                             : m_form == Form::List     ? ListPage
                                                        : CardsPage);
    const auto all = m_mirror.status().fleetSize;
    const bool more = all > static_cast<std::uint64_t>(devices) && devices > 0;
    m_more->setVisible(more);
    if (more)
        m_more->setText(
            tr("%1 more devices run and are not listed.").arg(countText(all - static_cast<quint64>(devices))));
}

void DevicePanel::setForm(Form form)
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
    if (m_form != Form::List)
        return;
    const int row = m_shown->rowOf(client);
    if (row >= 0 && m_list->currentIndex().row() != row)
        m_list->setCurrentIndex(m_shown->index(row, 0));
    showChosenCard();
}

void DevicePanel::showChosenCard()
{
    const int row = m_shown->rowOf(m_mirror.selection().client());
    if (row < 0) {
        delete std::exchange(m_card, nullptr);
        return;
    }
    const auto& view = m_mirror.devices().device(m_shown->sourceRow(row));
    if (!m_card || m_card->deviceId() != view.id) {
        delete std::exchange(m_card, nullptr);
        m_card = new DeviceCard(view, m_cardPlace);
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
    m_delegate->setCompact(compact);
    m_list->doItemsLayout();
}

void DevicePanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

bool DevicePanel::clearFilter()
{
    if (m_filter->text().isEmpty())
        return false;
    m_filter->clear();
    return true;
}

} // namespace greensward::ui
