// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shadows/exchange_row.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/models/qt_text.h"
#include "ui/shadows/shadow_words.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <utility>

namespace greensward::ui {

ExchangeRow::ExchangeRow(QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_nothing(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this))
{
    m_row->setContentsMargins(px(12), 0, px(12), 0);
    m_row->setSpacing(px(4));
    m_row->addWidget(m_nothing);
    m_row->addStretch();
}

void ExchangeRow::setChange(const ShadowChange* change)
{
    std::vector<std::pair<trace::EventId, std::string>> wanted;
    if (change)
        for (const ShadowMessage& message : change->messages)
            wanted.emplace_back(message.event, message.suffix);
    const trace::EventId shown = change ? change->event : 0;
    if (shown != 0 && shown == m_shownChange && wanted == m_shown)
        return; // a button under the pointer stays
    m_shownChange = shown;
    m_shown = wanted;
    for (QPushButton* step : std::exchange(m_steps, {})) {
        step->hide();
        step->deleteLater(); // it may be the caller
    }
    for (QWidget* arrow : std::exchange(m_arrows, {}))
        delete arrow;
    m_nothing->setVisible(!change);
    m_nothing->setText(tr("No update was seen yet."));
    if (!change)
        return;
    const bool http = change->who.starts_with("arn:");
    const QString token = tokenOf(*change);
    const QString verb = change->removes ? tr("delete") : tr("update");
    const QString request = http ? tr("HTTPS %1").arg(verb) : verb;
    const QString named = token.isEmpty() ? QString() : tr("\nclient token %1").arg(token);
    addStep(token.isEmpty() || token.size() > 14 ? request : request + QLatin1Char(' ') + token,
            tr("The request, as it was sent") + named, change->cause, false);
    for (const ShadowMessage& message : change->messages) {
        const QString suffix = toQString(message.suffix).section(QLatin1Char('/'), -1);
        const bool refused = suffix == QLatin1String("rejected");
        const QString word = refused ? tr("rejected %1").arg(change->code)
                                     : QStringLiteral("%1 v%2").arg(suffix).arg(change->version);
        addStep(word, toQString(message.suffix) + named, message.event, refused);
    }
    if (!change->accepted() && http)
        addStep(QStringLiteral("HTTP %1").arg(change->code), toQString(change->reason), change->event, true);
}

void ExchangeRow::addStep(const QString& word, const QString& tip, trace::EventId event, bool refused)
{
    if (!m_steps.empty()) {
        auto* arrow = new RoleLabel(TextStyle::Secondary, Role::MutedText, QStringLiteral("→"), this);
        m_row->insertWidget(m_row->count() - 1, arrow);
        m_arrows.push_back(arrow);
    }
    auto* step = new QPushButton(word, this);
    setKind(*step, refused ? ButtonKind::Danger : ButtonKind::Quiet);
    step->setMinimumWidth(px(24));
    step->setFont(fontOf(TextStyle::Secondary));
    step->setToolTip(tr("%1\nOpens the message").arg(tip));
    step->setAccessibleName(tr("Open the message: %1").arg(word));
    step->setEnabled(event != 0);
    connect(step, &QPushButton::clicked, this, [this, event] { emit messageAsked(event); });
    m_row->insertWidget(m_row->count() - 1, step);
    m_steps.push_back(step);
}

} // namespace greensward::ui
