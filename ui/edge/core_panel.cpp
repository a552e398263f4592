// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edge/core_panel.h"

#include "billing/edge_bill.h"
#include "ui/edge/edge_desk.h"
#include "ui/edge/gauge.h"
#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/models/cost_model.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"

#include <QDateTime>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <chrono>

namespace greensward::ui {

namespace {

QString momentText(WallTime time)
{
    const auto millis = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(millis).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

RoleLabel* wrapped(TextStyle style, Role role, QWidget* parent)
{
    auto* label = new RoleLabel(style, role, {}, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

CorePanel::CorePanel(EdgeDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_name(wrapped(TextStyle::Strong, Role::Text, this))
    , m_standing(new Chip(Role::MutedText, Chip::Look::Tint, this))
    , m_power(new QPushButton(this))
    , m_wan(new QPushButton(this))
    , m_problem(wrapped(TextStyle::Secondary, Role::MutedText, this))
    , m_facts(new QWidget(this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(tr("State of the core"));
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* page = new QWidget(area);
    area->setWidget(page);
    page->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    outer->addWidget(area);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(px(12), px(8), px(12), px(12));
    column->setSpacing(px(8));
    auto* head = new QHBoxLayout;
    head->addWidget(m_name, 1);
    head->addWidget(m_standing, 0, Qt::AlignTop);
    column->addLayout(head);
    auto* acts = new QHBoxLayout;
    acts->setSpacing(px(6));
    acts->addWidget(m_power);
    acts->addWidget(m_wan);
    acts->addStretch();
    column->addLayout(acts);
    column->addWidget(m_problem);
    column->addWidget(m_facts);
    column->addStretch();
    m_power->setObjectName(QStringLiteral("power"));
    m_wan->setObjectName(QStringLiteral("wan"));
    addGauges();
    connect(m_power, &QPushButton::clicked, this, [this] {
        const CoreView* core = m_desk.core(m_group);
        m_desk.setRunning(m_group, core && !core->running);
    });
    connect(m_wan, &QPushButton::clicked, this, [this] {
        const CoreView* core = m_desk.core(m_group);
        m_desk.setWan(m_group, core && !core->wan);
    });
    connect(&desk, &EdgeDesk::coresChanged, this, &CorePanel::refresh);
    connect(&desk, &EdgeDesk::contentChanged, this, &CorePanel::refresh);
    refresh();
}

RoleLabel* CorePanel::addFact(QGridLayout& grid, const QString& label)
{
    const int row = grid.rowCount();
    auto* value = wrapped(TextStyle::Body, Role::Text, m_facts);
    value->setAccessibleName(label);
    grid.addWidget(new RoleLabel(TextStyle::Secondary, Role::MutedText, label, m_facts), row, 0, Qt::AlignTop);
    grid.addWidget(value, row, 1);
    return value;
}

void CorePanel::addGauges()
{
    auto* grid = new QGridLayout(m_facts);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(6));
    grid->setColumnStretch(1, 1);
    const auto section = [this, grid](const QString& title) {
        auto* label = new RoleLabel(TextStyle::Section, Role::MutedText, title, m_facts);
        label->setContentsMargins(0, px(8), 0, 0);
        grid->addWidget(label, grid->rowCount(), 0, 1, 2);
    };
    m_cloud = addFact(*grid, tr("Cloud"));
    m_server = addFact(*grid, tr("Local server"));
    m_version = addFact(*grid, tr("Deployed"));
    m_devices = addFact(*grid, tr("Devices"));
    m_certificate = addFact(*grid, tr("Certificate"));
    section(tr("Spool: what waits for the cloud"));
    m_spool = new Gauge(tr("Spool"), m_facts);
    grid->addWidget(m_spool, grid->rowCount(), 0, 1, 2);
    m_spoolSaid = wrapped(TextStyle::Secondary, Role::Text, m_facts);
    grid->addWidget(m_spoolSaid, grid->rowCount(), 0, 1, 2);
    section(tr("Traffic: what never left the edge"));
    m_stayed = new Gauge(tr("Share of the bytes that stayed at the edge"), m_facts);
    grid->addWidget(m_stayed, grid->rowCount(), 0, 1, 2);
    m_share = wrapped(TextStyle::Secondary, Role::Text, m_facts);
    grid->addWidget(m_share, grid->rowCount(), 0, 1, 2);
    m_local = addFact(*grid, tr("Local"));
    m_up = addFact(*grid, tr("To the cloud"));
    m_money = addFact(*grid, tr("In money"));
}

void CorePanel::setGroup(const std::string& id)
{
    m_group = id;
    refresh();
}

void CorePanel::refresh()
{
    const CoreView* core = m_desk.core(m_group);
    const bool isThere = core != nullptr;
    for (QWidget* one :
         {static_cast<QWidget*>(m_power), static_cast<QWidget*>(m_wan), m_facts, static_cast<QWidget*>(m_standing)})
        one->setVisible(isThere);
    m_name->setText(toQString(m_desk.content(m_group).coreThing()));
    if (isThere)
        show(*core);
    else
        showNobody();
}

void CorePanel::showNobody()
{
    if (m_group.empty())
        m_problem->setText(tr("No group is chosen."));
    else if (m_desk.port())
        m_problem->setText(
            tr("This core does not run on this computer, so nobody tells how it is. The group, its deployments and "
               "its certificates are what the account says of it."));
    else
        m_problem->setText(
            tr("Nobody tells here how cores are: the group, its deployments and its certificates are what the "
               "account says."));
    m_problem->setRole(Role::MutedText);
    m_problem->show();
}

void CorePanel::show(const CoreView& core)
{
    if (!core.running)
        m_standing->set(tr("off"), Role::Lost);
    else if (core.groupId.empty())
        m_standing->set(tr("waits"), Role::Information);
    else
        m_standing->set(core.serving ? tr("serving") : tr("starting"), core.serving ? Role::Accent : Role::Information);
    m_power->setText(core.running ? tr("Switch off") : tr("Switch on"));
    m_power->setAccessibleName(core.running ? tr("Switch the core off") : tr("Switch the core on"));
    m_wan->setText(core.wan ? tr("Pull the cable") : tr("Put the cable in"));
    m_wan->setAccessibleName(core.wan ? tr("Pull the core's cable to the cloud")
                                      : tr("Put the core's cable to the cloud in"));
    QString problem = toQString(core.problem);
    if (problem.isEmpty() && core.running && core.groupId.empty())
        problem = tr("It is connected and waits for a deployment.");
    m_problem->setText(problem);
    m_problem->setRole(core.problem.empty() ? Role::MutedText : Role::Lost);
    m_problem->setVisible(!problem.isEmpty());
    m_cloud->setText(!core.wan ? tr("cable pulled") : core.online ? tr("online") : tr("offline"));
    m_cloud->setRole(core.online ? Role::Accent : core.wan ? Role::Attention : Role::Lost);
    m_server->setText(core.serving ? tr("port %1").arg(core.port) : tr("none; port %1 is kept for it").arg(core.port));
    m_version->setText(core.groupVersion.empty() ? tr("nothing yet")
                                                 : tr("version %1").arg(toQString(core.groupVersion.substr(0, 8))));
    m_version->setToolTip(
        core.groupVersion.empty()
            ? QString()
            : tr("Group version %1, deployment %2").arg(toQString(core.groupVersion), toQString(core.deployment)));
    QStringList devices;
    for (const std::string& one : core.devices)
        devices << toQString(one);
    m_devices->setText(devices.isEmpty() ? tr("none connected") : devices.join(QStringLiteral(", ")));
    m_certificate->setText(core.certificateEnds ? tr("of the server, until %1").arg(momentText(*core.certificateEnds))
                                                : tr("of the server: none yet"));
    showSpool(core);
    showTraffic(core);
}

void CorePanel::showSpool(const CoreView& core)
{
    const auto& spool = core.spool;
    const double share = spool.limit == 0 ? 0 : static_cast<double>(spool.bytes) / static_cast<double>(spool.limit);
    QString said = tr("%1 messages, %2 of %3, %4")
                       .arg(countText(spool.messages), byteText(spool.bytes), byteText(spool.limit),
                            spool.onDisk ? tr("on disk: they outlive the core") : tr("in memory: gone with the core"));
    if (spool.discarded > 0)
        said += QStringLiteral(". ") + tr("%1 of the oldest were discarded.").arg(countText(spool.discarded));
    if (spool.limit == 0)
        said = tr("Empty: it is made with the first deployment.");
    m_spool->set(share,
                 spool.discarded > 0 || share > 0.9 ? Role::Lost
                 : share > 0.5                      ? Role::Attention
                                                    : Role::Information,
                 said);
    m_spoolSaid->setText(said);
    m_spoolSaid->setRole(spool.discarded > 0 ? Role::Lost : Role::Text);
}

/// As each price list has it.
void CorePanel::showMoney(const CoreView& core)
{
    const auto& traffic = core.traffic;
    const auto bill = m_desk.bill();
    QStringList lines;
    for (const auto& list : bill ? bill->lists : std::vector<std::shared_ptr<const billing::PriceList>>()) {
        const billing::EdgeBill edge = billing::edgeBill({.localMessages = traffic.localMessages,
                                                          .localBytes = traffic.localBytes,
                                                          .cloudMessages = traffic.cloudMessages,
                                                          .cloudBytes = traffic.cloudBytes},
                                                         *list);
        lines << tr("%1: %2, all in the cloud %3").arg(yearOf(*list), moneyText(edge.up), moneyText(edge.raw));
    }
    m_money->setText(lines.isEmpty() ? tr("no prices are known") : lines.join(QLatin1Char('\n')));
}

void CorePanel::showTraffic(const CoreView& core)
{
    const auto& traffic = core.traffic;
    const auto said = [](std::uint64_t messages, std::uint64_t bytes) {
        return tr("%1 messages, %2").arg(countText(messages), byteText(bytes));
    };
    m_local->setText(said(traffic.localMessages, traffic.localBytes));
    m_up->setText(said(traffic.cloudMessages, traffic.cloudBytes));
    showMoney(core);
    if (traffic.localBytes == 0 && traffic.cloudBytes == 0) {
        m_stayed->set(0, Role::Edge, tr("Nothing was said yet since the core started."));
        return m_share->setText(tr("Nothing was said yet since the core started."));
    }
    const auto up = std::min(traffic.cloudBytes, traffic.localBytes);
    const double share =
        traffic.localBytes == 0 ? 0 : 1.0 - static_cast<double>(up) / static_cast<double>(traffic.localBytes);
    const QString sentence =
        tr("%1 % of what was said at the edge since the core started never left it.").arg(qRound(share * 100));
    m_stayed->set(share, Role::Edge, sentence);
    m_share->setText(sentence);
}

QString CorePanel::said(const QString& label) const
{
    for (const auto* one : m_facts->findChildren<QLabel*>())
        if (one->accessibleName() == label)
            return one->text();
    return {};
}

} // namespace greensward::ui
