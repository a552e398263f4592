// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/repeat_box.h"

#include "ui/kit/card.h"
#include "ui/models/number_text.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace greensward::ui {

RepeatBox::RepeatBox(SendDesk& desk, std::function<SendTemplate()> written, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_written(std::move(written))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(px(6));
    m_every = new QSpinBox(this);
    m_every->setRange(SendDesk::kLeastMillis, 3'600'000);
    m_every->setValue(1000);
    m_every->setSuffix(tr(" ms"));
    m_every->setAccessibleName(tr("Time between two messages"));
    m_times = new QSpinBox(this);
    m_times->setRange(0, 1'000'000);
    m_times->setSpecialValueText(tr("until stopped"));
    m_times->setSuffix(tr(" times"));
    m_times->setAccessibleName(tr("How many messages"));
    m_ramp = new QCheckBox(tr("Ramp"), this);
    m_ramp->setAccessibleName(tr("Along a ramp"));
    m_ramp->setToolTip(tr("${ramp} in topic or payload goes from the first value to the second in that time"));
    const auto number = [this](double value, const QString& name) {
        auto* field = new QDoubleSpinBox(this);
        field->setRange(-1e9, 1e9);
        field->setDecimals(2);
        field->setValue(value);
        field->setAccessibleName(name);
        field->setButtonSymbols(QAbstractSpinBox::NoButtons);
        return field;
    };
    m_from = number(40, tr("Ramp from"));
    m_to = number(90, tr("Ramp to"));
    m_seconds = number(10, tr("Ramp for so many seconds"));
    m_seconds->setRange(0.01, 86'400);
    m_seconds->setSuffix(tr(" s"));
    m_start = new QPushButton(this);
    m_progress = new QProgressBar(this);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(px(6));
    m_progress->setAccessibleName(tr("Progress of the repeated sending"));
    m_run = new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this);
    grid->addWidget(new RoleLabel(TextStyle::Section, Role::MutedText, tr("Repeat"), this), 0, 0);
    grid->addWidget(m_every, 0, 1);
    grid->addWidget(m_times, 0, 2, 1, 2);
    grid->addWidget(m_ramp, 1, 0);
    grid->addWidget(m_from, 1, 1);
    grid->addWidget(m_to, 1, 2);
    grid->addWidget(m_seconds, 1, 3);
    grid->addWidget(m_start, 2, 0);
    grid->addWidget(m_run, 2, 1, 1, 3);
    grid->addWidget(m_progress, 3, 0, 1, 4);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    grid->setColumnStretch(3, 1);
    connect(m_start, &QPushButton::clicked, this, &RepeatBox::startOrStop);
    const auto rampToggled = [this](bool on) {
        for (QWidget* field : std::initializer_list<QWidget*>{m_from, m_to, m_seconds})
            field->setEnabled(on);
        m_times->setEnabled(!on); // the ramp's time says when it ends
    };
    connect(m_ramp, &QCheckBox::toggled, this, rampToggled);
    rampToggled(false);
    connect(&m_desk, &SendDesk::runChanged, this, &RepeatBox::showRun);
    showRun();
}

void RepeatBox::setSendable(bool sendable)
{
    m_sendable = sendable;
    showRun();
}

void RepeatBox::startOrStop()
{
    if (m_desk.isRunning())
        return m_desk.stop();
    SendRun run{.everyMillis = m_every->value(), .times = static_cast<quint64>(m_times->value()), .ramp = {}};
    if (m_ramp->isChecked())
        run.ramp = SendRun::Ramp{.from = m_from->value(), .to = m_to->value(), .seconds = m_seconds->value()};
    m_desk.start(m_written(), run);
}

void RepeatBox::showRun()
{
    const bool running = m_desk.isRunning();
    m_start->setText(running ? tr("Stop") : tr("Start"));
    m_start->setAccessibleName(running ? tr("Stop sending again and again") : tr("Send again and again"));
    m_start->setEnabled(running || m_sendable);
    m_progress->setVisible(running);
    m_progress->setRange(0, static_cast<int>(std::min<quint64>(m_desk.total(), 1'000'000)));
    m_progress->setValue(static_cast<int>(std::min<quint64>(m_desk.sent(), 1'000'000)));
    if (m_desk.sent() == 0)
        m_run->setText({});
    else if (m_desk.total() > 0)
        m_run->setText(tr("%1 of %2 sent").arg(countText(m_desk.sent()), countText(m_desk.total())));
    else
        m_run->setText(tr("%1 sent").arg(countText(m_desk.sent())));
}

} // namespace greensward::ui
