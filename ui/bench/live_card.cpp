// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/live_card.h"

#include "ui/bench/device_portrait.h"
#include "ui/kit/card.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"

#include <QDateTime>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace greensward::ui {

LiveCard::LiveCard(const LiveDevice& device, WallTime now, QWidget* parent)
    : BenchCard(parent)
    , m_id(device.id)
    , m_title(new ElidedLabel(TextStyle::Title, Role::Text, Qt::ElideMiddle, this))
    , m_certificate(new ElidedLabel(TextStyle::Mono, Role::MutedText, Qt::ElideMiddle, this))
    , m_note(new ElidedLabel(TextStyle::Secondary, Role::MutedText, Qt::ElideRight, this))
    , m_state(new Chip(Role::Accent, Chip::Look::Tint, this))
    , m_will(new Chip(Role::MutedText, Chip::Look::Tint, this))
    , m_ends(new Chip(Role::MutedText, Chip::Look::Tint, this))
{
    setAccessibleName(tr("Real device %1").arg(toQString(device.id)));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(14), px(12), px(14), px(13));
    column->setSpacing(px(8));
    auto* head = new QHBoxLayout;
    head->setSpacing(px(12));
    auto* portrait = new DevicePortrait(DevicePortrait::Shape::Other, this);
    portrait->setRole(Role::Accent);
    head->addWidget(portrait, 0, Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(px(2));
    auto* first = new QHBoxLayout;
    first->setSpacing(px(8));
    first->addWidget(m_title, 1);
    first->addWidget(m_state);
    texts->addLayout(first);
    texts->addWidget(m_certificate);
    texts->addWidget(m_note);
    head->addLayout(texts, 1);
    column->addLayout(head);
    auto* lines = new QGridLayout;
    lines->setHorizontalSpacing(px(12));
    lines->setVerticalSpacing(px(4));
    lines->setColumnStretch(1, 1);
    m_heard = addLine(*lines, tr("Last heard"));
    m_messages = addLine(*lines, tr("Messages"));
    m_address = addLine(*lines, tr("Address"));
    m_keepAlive = addLine(*lines, tr("Keep alive"));
    m_roundTrip = addLine(*lines, tr("Round trip"));
    m_roundTrip->setToolTip(tr("From this machine to the device and back, as TCP measures it"));
    m_clock = addLine(*lines, tr("Its clock"));
    column->addLayout(lines);
    auto* badges = new QHBoxLayout;
    badges->setSpacing(px(8));
    auto* live = new Chip(Role::Accent, Chip::Look::Filled, this);
    live->set(tr("LIVE"), Role::Accent);
    live->setToolTip(
        tr("Not simulated: it connected from outside this program, over TLS, with a certificate of its own"));
    badges->addWidget(live);
    badges->addWidget(m_will);
    badges->addWidget(m_ends);
    badges->addStretch();
    column->addLayout(badges);
    setDevice(device, now);
}

ElidedLabel* LiveCard::addLine(QGridLayout& grid, const QString& name)
{
    const int row = grid.rowCount();
    grid.addWidget(new RoleLabel(TextStyle::Secondary, Role::MutedText, name, this), row, 0);
    auto* value = new ElidedLabel(TextStyle::Body, Role::Text, Qt::ElideMiddle, this);
    grid.addWidget(value, row, 1);
    return value;
}

void LiveCard::setDevice(const LiveDevice& device, WallTime now)
{
    m_id = device.id;
    m_title->setText(toQString(device.id));
    m_certificate->setText(device.certificate);
    m_state->set(device.online ? tr("Connected") : tr("Gone"), device.online ? Role::Accent : Role::Lost,
                 device.online ? QStringLiteral("check") : QStringLiteral("cut"));
    m_note->setText(device.online ? tr("connected since %1").arg(clockText(device.since).left(8))
                                  : tr("%1, at %2").arg(device.ended, clockText(device.since).left(8)));
    const Duration age = now - device.lastHeard;
    m_heard->setText(ageText(age));
    const bool late = device.online && device.keepAlive > 0 && age > std::chrono::seconds{device.keepAlive};
    m_heard->setRole(late ? Role::Attention : Role::Text);
    m_messages->setText(tr("%1 sent · %2 received").arg(countText(device.sent), countText(device.received)));
    m_address->setText(tr("%1, %2").arg(device.address, device.transport));
    m_keepAlive->setText(device.keepAlive > 0 ? tr("%1 s").arg(device.keepAlive)
                                              : tr("none: a cut cable stays unnoticed"));
    m_will->set(device.willArmed ? tr("Will armed") : tr("No will"), device.willArmed ? Role::Text : Role::MutedText,
                QStringLiteral("envelope"));
    showCertificateEnd(device.certificateEnds, now);
    showClock(device);
}

void LiveCard::setRoundTrip(std::optional<Duration> roundTrip)
{
    m_roundTrip->setText(roundTrip ? latencyText(*roundTrip) : tr("not measured"));
    m_roundTrip->setRole(roundTrip ? Role::Text : Role::MutedText);
}

/// Certificates and signatures of requests depend on it: a Pi has no battery for its clock.
void LiveCard::showClock(const LiveDevice& device)
{
    constexpr Duration kInStep = std::chrono::milliseconds{100};
    constexpr Duration kWrong = std::chrono::seconds{5};
    const auto ahead = device.clock.ahead();
    if (!ahead) {
        m_clock->setText(tr("not told by its messages"));
        m_clock->setToolTip(tr("A JSON message with \"timestamp\", milliseconds since 1970, tells it"));
        m_clock->setRole(Role::MutedText);
        return;
    }
    const Duration off = std::chrono::abs(*ahead);
    const Duration inStep = device.clock.isCoarse() ? Duration{std::chrono::seconds{1}} : kInStep;
    m_clock->setText(off <= inStep ? tr("in step")
                     : *ahead > Duration::zero() ? tr("%1 ahead").arg(latencyText(off))
                                                 : tr("%1 behind").arg(latencyText(off)));
    m_clock->setToolTip(tr("By the timestamps of its messages; their way here makes a clock look that much slower"));
    m_clock->setRole(off >= kWrong ? Role::Attention : Role::Text);
}

/// In time to make another one; without it the device cannot come back.
void LiveCard::showCertificateEnd(std::int64_t ends, WallTime now)
{
    constexpr std::int64_t kDay = 24 * 3600;
    constexpr std::int64_t kSoon = 30;
    m_ends->setVisible(ends != 0);
    const std::int64_t left = ends - std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    const std::int64_t days = left / kDay;
    const QString date = QDateTime::fromSecsSinceEpoch(ends).toString(Qt::ISODate);
    if (left < 0)
        m_ends->set(tr("certificate expired"), Role::Lost, QStringLiteral("warning"));
    else if (days < kSoon)
        m_ends->set(tr("certificate %1 d").arg(days), Role::Attention, QStringLiteral("clock"));
    else
        m_ends->set(tr("certificate %1 d").arg(days), Role::MutedText);
    m_ends->setToolTip(left < 0 ? tr("Its certificate ended at %1: the gateway will not let it in again.").arg(date)
                                : tr("Its certificate ends at %1.").arg(date));
    m_ends->setAccessibleName(m_ends->text());
}

void LiveCard::setTight(bool tight)
{
    m_certificate->setVisible(!tight);
}

} // namespace greensward::ui
