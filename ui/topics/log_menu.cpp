// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/log_menu.h"

#include "ui/models/number_text.h"
#include "ui/topics/message_log_view.h"

#include <QActionGroup>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace greensward::ui {

namespace {

constexpr std::array<std::size_t, 4> kRowLimits{100'000, 300'000, 1'000'000, 3'000'000};
constexpr std::array<std::size_t, 4> kByteLimits{64u << 20, 128u << 20, 256u << 20, 1u << 30};

} // namespace

LogMenu::LogMenu(MessageLogModel& log, MessageLogView& view, QWidget* parent) : QMenu(parent), m_log(log), m_view(view)
{
    connect(this, &QMenu::aboutToShow, this, &LogMenu::fill);
}

void LogMenu::fill()
{
    clear();
    addSection(tr("Columns"));
    m_view.fillColumnMenu(*this);
    addSection(tr("Times"));
    auto* times = new QActionGroup(this);
    using Style = MessageLogModel::TimeStyle;
    const auto add = [&](const QString& text, Style style) {
        QAction* action = addAction(text, this, [this, style] { m_log.setTimeStyle(style); });
        action->setCheckable(true);
        action->setChecked(m_log.timeStyle() == style);
        times->addAction(action);
    };
    add(tr("Time of day"), Style::Clock);
    add(tr("Since the row before"), Style::SincePrevious);
    add(tr("Since the selected row"), Style::SinceReference);
    addSection(tr("Keep at most"));
    fillLimits();
}

void LogMenu::fillLimits()
{
    const MessageStore::Limits now = m_log.store().limits();
    const auto add = [&](QActionGroup* group, const QString& text, MessageStore::Limits limits, bool chosen) {
        QAction* action = addAction(text, this, [this, limits] { m_log.setLimits(limits); });
        action->setCheckable(true);
        action->setChecked(chosen);
        group->addAction(action);
    };
    auto* rows = new QActionGroup(this);
    for (const std::size_t limit : kRowLimits)
        add(rows, tr("%1 rows").arg(countText(limit)), {limit, now.bytes}, limit == now.rows);
    addSeparator();
    auto* bytes = new QActionGroup(this);
    for (const std::size_t limit : kByteLimits)
        add(bytes, byteText(limit), {now.rows, limit}, limit == now.bytes);
}

void LogMenu::save(QJsonObject& memory) const
{
    const MessageStore::Limits limits = m_log.store().limits();
    memory[QStringLiteral("columns")] = QString::fromLatin1(m_view.columnText());
    memory[QStringLiteral("time")] = static_cast<int>(m_log.timeStyle());
    memory[QStringLiteral("rows")] = static_cast<double>(limits.rows);
    memory[QStringLiteral("bytes")] = static_cast<double>(limits.bytes);
}

void LogMenu::restore(const QJsonObject& memory)
{
    m_view.setColumnText(memory[QStringLiteral("columns")].toString().toLatin1());
    const int style = memory[QStringLiteral("time")].toInt();
    if (style >= 0 && style <= static_cast<int>(MessageLogModel::TimeStyle::SinceReference))
        m_log.setTimeStyle(static_cast<MessageLogModel::TimeStyle>(style));
    MessageStore::Limits limits = m_log.store().limits();
    const auto among = [](const auto& choices, double wanted, std::size_t otherwise) {
        const auto chosen = static_cast<std::size_t>(std::max(wanted, 0.0));
        return std::find(choices.begin(), choices.end(), chosen) == choices.end() ? otherwise : chosen;
    };
    limits.rows = among(kRowLimits, memory[QStringLiteral("rows")].toDouble(), limits.rows);
    limits.bytes = among(kByteLimits, memory[QStringLiteral("bytes")].toDouble(), limits.bytes);
    m_log.setLimits(limits);
}

} // namespace greensward::ui
