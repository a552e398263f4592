// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_strip.h"

#include "ui/brokers/broker_chips.h"
#include "ui/kit/card.h"
#include "ui/kit/discretion.h"
#include "ui/kit/icon.h"
#include "ui/models/capture_player.h"
#include "ui/models/cost_model.h"
#include "ui/models/doctor_model.h"
#include "ui/models/fault_model.h"
#include "ui/models/number_text.h"
#include "ui/shell/status_field.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

#include <cmath>

namespace greensward::ui {

namespace {

QString rateText(double rate)
{
    return rate < 10 && rate != std::floor(rate) ? QString::number(rate, 'f', 1)
                                                 : countText(static_cast<quint64>(std::lround(rate)));
}

} // namespace

StatusStrip::StatusStrip(EngineMirror& mirror, QWidget* parent)
    : QWidget(parent)
    , m_mirror(mirror)
    , m_origin(new Chip(Role::Information, Chip::Look::Dashed, this))
    , m_brokers(new BrokerChips(mirror, this))
    , m_faults(new Chip(Role::Lost, Chip::Look::Filled, this))
    , m_doctor(new QToolButton(this))
    , m_facts(new ElidedLabel(TextStyle::Secondary, Role::MutedText, Qt::ElideRight, this))
    , m_rate(new StatusField(QStringLiteral("rate"), this))
    , m_memory(new StatusField(QStringLiteral("memory"), this))
    , m_losses(new StatusField(QStringLiteral("dropped"), this))
    , m_cost(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this))
    , m_clock(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this))
{
    setAccessibleName(tr("Status"));
    m_noticeGoes.setSingleShot(true);
    connect(&m_noticeGoes, &QTimer::timeout, this, [this] {
        m_notice.clear();
        showStatus();
    });
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(16), 1, px(20), 0);
    row->setSpacing(px(12));
    row->addWidget(m_origin);
    row->addWidget(m_brokers);
    row->addWidget(m_faults);
    row->addWidget(m_facts, 1);
    for (StatusField* field : {m_rate, m_memory, m_losses}) {
        row->addWidget(field);
        connect(field, &QAbstractButton::clicked, this, [this, field] { emit whyAsked(field); });
    }
    row->addWidget(m_cost);
    row->addWidget(m_doctor);
    row->addWidget(m_clock);
    connect(&mirror, &EngineMirror::statusChanged, this, &StatusStrip::showStatus);
    connect(&mirror, &EngineMirror::secondPassed, this, &StatusStrip::showClock);
    connect(&mirror.model<FaultModel>(), &FaultModel::faultsChanged, this, &StatusStrip::showFaults);
    connect(&mirror.model<FaultModel>(), &FaultModel::scenarioChanged, this, &StatusStrip::showFaults);
    connect(&mirror.model<CostModel>(), &CostModel::billChanged, this, &StatusStrip::showCost);
    m_doctor->setAutoRaise(true);
    m_doctor->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_doctor->setMinimumHeight(px(24));
    m_doctor->setToolTip(tr("What the doctor watches for and what it found"));
    connect(m_doctor, &QToolButton::clicked, this, [this] { emit workspaceAsked(QStringLiteral("doctor")); });
    connect(&mirror.model<DoctorModel>(), &DoctorModel::cardsChanged, this, &StatusStrip::showDoctor);
    showDoctor();
    showFaults();
    showStatus();
    showCost();
    showClock();
}

void StatusStrip::showDoctor()
{
    const int notes = static_cast<int>(m_mirror.model<DoctorModel>().cards().size());
    const auto checks = doctor::Doctor::checks();
    const QString whole = notes == 0   ? tr("%1 checks: all well").arg(checks)
                          : notes == 1 ? tr("%1 checks: 1 note").arg(checks)
                                       : tr("%1 checks: %2 notes").arg(checks).arg(notes);
    // Large letters leave room for the number alone.
    m_doctor->setText(m_masked ? QString::number(notes) : whole);
    m_doctor->setAccessibleName(whole);
    m_doctor->setIcon(notes == 0 ? icon(QStringLiteral("check"), Role::MutedText) : icon(QStringLiteral("warning"), Role::Lost));
}

void StatusStrip::tell(const QString& notice)
{
    constexpr int kShownMillis = 6000;
    m_notice = notice;
    m_noticeGoes.start(kShownMillis);
    showStatus();
}

void StatusStrip::setMasked(bool masked)
{
    m_masked = masked;
    m_brokers->setMasked(masked);
    showStatus();
    m_facts->setVisible(!masked); // large letters leave no room, and it is masked anyway
    showCost();
    showDoctor();
}

void StatusStrip::showOrigin()
{
    switch (m_mirror.status().origin) {
    case Origin::Simulated:
        m_origin->set(m_masked ? tr("SIM") : tr("SIM · this laptop"), Role::Information);
        m_origin->setToolTip(tr("Broker and devices run in this program; nothing leaves this laptop."));
        return;
    case Origin::Live:
        m_origin->set(tr("LIVE"), Role::Accent);
        m_origin->setToolTip(tr("Messages come from a broker elsewhere."));
        return;
    case Origin::Capture:
        m_origin->set(tr("CAPTURE · %1")
                          .arg(QString::fromStdString(m_mirror.engine().player() ? m_mirror.engine().player()->name()
                                                                                 : std::string())),
                      Role::Edge);
        m_origin->setToolTip(tr("What was recorded earlier. Nothing here is happening now."));
        return;
    }
}

void StatusStrip::showStatus()
{
    showOrigin();
    const EngineStatus& status = m_mirror.status();
    if (!status.running) {
        m_facts->setText(status.problem.empty() ? tr("starting …") : QString::fromStdString(status.problem));
        m_facts->setRole(status.problem.empty() ? Role::MutedText : Role::Lost);
        for (StatusField* field : {m_rate, m_memory, m_losses})
            field->show({}, Role::MutedText);
        return;
    }
    m_facts->setRole(m_notice.isEmpty() ? Role::MutedText : Role::Text);
    const QString endpoint = QString::fromStdString(status.endpoint);
    if (status.origin == Origin::Capture) {
        if (!m_notice.isEmpty())
            m_facts->setText(m_notice);
        else
            m_facts->setText(QStringList{tr("recorded at %1").arg(m_masked ? masked(endpoint) : endpoint),
                                         tr("%1 connected").arg(countText(status.clients))}
                                 .join(QStringLiteral("  ·  ")));
        m_rate->show(tr("%1 messages").arg(countText(status.received)), Role::MutedText);
        m_memory->show(byteText(status.residentBytes), Role::MutedText);
        m_losses->show(tr("%1 dropped").arg(countText(status.dropped)), Role::MutedText);
        return;
    }
    m_facts->setText(!m_notice.isEmpty() ? m_notice
                                         : QStringList{m_masked ? masked(endpoint) : endpoint,
                                                       tr("%1 connected").arg(countText(status.clients))}
                                               .join(QStringLiteral("  ·  ")));
    m_rate->show(tr("%1 msg/s").arg(rateText(m_mirror.messageRate())), Role::MutedText);
    m_memory->show(byteText(status.residentBytes), Role::MutedText);
    const quint64 lost = status.dropped + status.lostEvents;
    m_losses->show(
        status.lostEvents == 0
            ? tr("%1 dropped").arg(countText(status.dropped))
            : tr("%1 dropped, %2 events not shown").arg(countText(status.dropped), countText(status.lostEvents)),
        lost == 0 ? Role::MutedText : Role::Attention);
}

/// What the red frame round the window means.
void StatusStrip::showFaults()
{
    const FaultModel& faults = m_mirror.model<FaultModel>();
    m_faults->setVisible(faults.isActive());
    if (!faults.isActive())
        return;
    m_faults->set(faults.rowCount() == 1 ? tr("1 fault on") : tr("%1 faults on").arg(faults.rowCount()), Role::Lost,
                  QStringLiteral("fault"));
    QStringList lines;
    for (int row = 0; row < faults.rowCount(); ++row)
        lines << faults.index(row).data().toString();
    m_faults->setToolTip(lines.join(QLatin1Char('\n')) + QLatin1Char('\n') + tr("Ctrl+Shift+H heals all"));
    m_faults->setAccessibleName(m_faults->text());
}

/// By the newest price list; nothing is paid where everything runs on this laptop.
void StatusStrip::showCost()
{
    const auto& bill = m_mirror.model<CostModel>().bill();
    m_cost->setVisible(bill && !bill->lists.empty());
    if (!m_cost->isVisibleTo(this))
        return;
    QStringList lines;
    for (std::size_t list = 0; list < bill->lists.size(); ++list)
        lines << tr("%1: %2").arg(QString::fromStdString(bill->lists[list]->title), moneyText(bill->cost(list)));
    const QString money = moneyText(bill->cost(bill->lists.size() - 1));
    m_cost->setText(m_mirror.status().origin == Origin::Simulated && !m_masked ? tr("would cost %1").arg(money) : money);
    m_cost->setToolTip(lines.join(QLatin1Char('\n')));
    m_cost->setAccessibleName(m_cost->text());
}

void StatusStrip::showClock()
{
    m_clock->setText(clockText(m_mirror.now()).left(8));
}

void StatusStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Role::Surface));
    painter.fillRect(QRect(0, 0, width(), 1), color(Role::Hairline));
}

} // namespace greensward::ui
