// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/brokers/probe_list.h"

#include "ui/kit/card.h"

#include <QVBoxLayout>

namespace greensward::ui {

namespace {

constexpr int kPollMillis = 50;

QString nameOf(ProbeStep::Stage stage)
{
    switch (stage) {
    case ProbeStep::Stage::Name:
        return ProbeList::tr("Name");
    case ProbeStep::Stage::Tcp:
        return ProbeList::tr("TCP");
    case ProbeStep::Stage::Tls:
        return ProbeList::tr("TLS");
    case ProbeStep::Stage::WebSocket:
        return ProbeList::tr("WebSocket");
    case ProbeStep::Stage::Connack:
        break;
    }
    return ProbeList::tr("MQTT");
}

QString lineOf(const ProbeStep& step)
{
    switch (step.outcome) {
    case ProbeStep::Outcome::Running:
        return ProbeList::tr("… %1").arg(nameOf(step.stage));
    case ProbeStep::Outcome::Good:
        return ProbeList::tr("✓ %1, %2 ms: %3").arg(nameOf(step.stage)).arg(step.millis).arg(step.detail);
    case ProbeStep::Outcome::Bad:
        break;
    }
    return ProbeList::tr("✗ %1, %2 ms: %3").arg(nameOf(step.stage)).arg(step.millis).arg(step.detail);
}

} // namespace

ProbeList::ProbeList(BrokersPort* port, QWidget* parent)
    : QWidget(parent), m_port(port), m_column(new QVBoxLayout(this))
{
    setAccessibleName(tr("Result of the test"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(px(4));
    m_poll.setInterval(kPollMillis);
    connect(&m_poll, &QTimer::timeout, this, &ProbeList::look);
}

ProbeList::~ProbeList()
{
    if (m_port)
        m_port->stopProbe();
}

void ProbeList::run(const BrokerProfile& profile)
{
    clear();
    if (!m_port)
        return;
    m_port->probe(profile);
    m_poll.start();
}

void ProbeList::clear()
{
    m_poll.stop();
    qDeleteAll(m_lines);
    m_lines.clear();
}

void ProbeList::look()
{
    const auto steps = m_port->probeSteps();
    showSteps(steps);
    if (steps.empty() || steps.back().outcome == ProbeStep::Outcome::Running)
        return;
    const bool good = steps.back().outcome == ProbeStep::Outcome::Good;
    if (good && steps.back().stage != ProbeStep::Stage::Connack)
        return; // between two steps
    m_poll.stop();
    m_port->stopProbe();
    emit finished(good);
}

void ProbeList::showSteps(const std::vector<ProbeStep>& steps)
{
    for (std::size_t at = 0; at < steps.size(); ++at) {
        if (at == m_lines.size()) {
            auto* line = new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this);
            line->setWordWrap(true);
            line->setTextInteractionFlags(Qt::TextSelectableByMouse);
            m_column->addWidget(line);
            m_lines.push_back(line);
        }
        m_lines[at]->setRole(steps[at].outcome == ProbeStep::Outcome::Good  ? Role::Accent
                             : steps[at].outcome == ProbeStep::Outcome::Bad ? Role::Lost
                                                                            : Role::MutedText);
        m_lines[at]->setText(lineOf(steps[at]));
    }
}

QString ProbeList::text() const
{
    QStringList lines;
    for (const RoleLabel* line : m_lines)
        lines << line->text();
    return lines.join(QLatin1Char('\n'));
}

} // namespace greensward::ui
