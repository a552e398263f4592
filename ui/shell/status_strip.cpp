// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_strip.h"

#include "ui/kit/card.h"
#include "ui/models/number_text.h"

#include <QHBoxLayout>
#include <QPainter>

#include <cmath>

namespace greensward::ui {

StatusStrip::StatusStrip(EngineMirror& mirror, QWidget* parent)
    : QWidget(parent)
    , m_mirror(mirror)
    , m_origin(new Chip(Role::Information, Chip::Look::Dashed, this))
    , m_facts(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this))
    , m_losses(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this))
    , m_clock(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this))
{
    setAccessibleName(tr("Status"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 1, 20, 0);
    row->setSpacing(12);
    m_origin->set(tr("SIM · this laptop"), Role::Information);
    m_origin->setToolTip(tr("Broker and devices run in this program; nothing leaves this laptop"));
    row->addWidget(m_origin);
    row->addWidget(m_facts);
    row->addWidget(m_losses);
    row->addStretch();
    row->addWidget(m_clock);
    connect(&mirror, &EngineMirror::statusChanged, this, &StatusStrip::showStatus);
    connect(&mirror, &EngineMirror::secondPassed, this, &StatusStrip::showClock);
    showStatus();
    showClock();
}

void StatusStrip::showStatus()
{
    const EngineStatus& status = m_mirror.status();
    if (!status.running) {
        m_facts->setText(status.problem.empty() ? tr("starting …") : QString::fromStdString(status.problem));
        m_facts->setRole(status.problem.empty() ? Role::MutedText : Role::Lost);
        m_losses->setText({});
        return;
    }
    m_facts->setRole(Role::MutedText);
    const double rate = m_mirror.messageRate();
    const QString rateText = rate < 10 && rate != std::floor(rate) ? QString::number(rate, 'f', 1)
                                                                   : countText(static_cast<quint64>(std::lround(rate)));
    m_facts->setText(QStringList{QString::fromStdString(status.endpoint),
                                 tr("%1 connected").arg(countText(status.clients)), tr("%1 msg/s").arg(rateText),
                                 byteText(status.residentBytes)}
                         .join(QStringLiteral("  ·  ")));
    const quint64 lost = status.dropped + status.lostEvents;
    m_losses->setText(
        status.lostEvents == 0
            ? tr("%1 dropped").arg(countText(status.dropped))
            : tr("%1 dropped, %2 events not shown").arg(countText(status.dropped), countText(status.lostEvents)));
    m_losses->setRole(lost == 0 ? Role::MutedText : Role::Attention);
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
