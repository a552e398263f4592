// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/phone/passage_steps.h"

#include "ui/kit/card.h"
#include "ui/kit/icon.h"
#include "ui/kit/style_painters.h"
#include "ui/phone/trouble_text.h"

#include <QGridLayout>
#include <QPainter>

namespace greensward::ui {

namespace {

constexpr int kMark = 22;

using Outcome = PhonePort::Step::Outcome;

QString wordOf(std::optional<Outcome> outcome)
{
    if (!outcome)
        return PassageSteps::tr("not yet");
    return *outcome == Outcome::Good  ? PassageSteps::tr("done")
           : *outcome == Outcome::Bad ? PassageSteps::tr("refused")
                                      : PassageSteps::tr("at it");
}

} // namespace

PassageSteps::PassageSteps(QWidget* parent) : QWidget(parent)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(2));
    grid->setColumnStretch(1, 1);
    for (std::size_t at = 0; at < kStages; ++at) {
        const int line = static_cast<int>(at) * 3;
        Row& row = m_rows[at];
        row.mark = new QWidget(this);
        row.mark->setFixedSize(px(kMark), px(kMark));
        row.name = new RoleLabel(TextStyle::Strong, Role::Text, nameOf(static_cast<PhonePort::Stage>(at)), this);
        row.millis = new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this);
        row.detail = new ElidedLabel(TextStyle::Secondary, Role::MutedText, Qt::ElideMiddle, this);
        grid->addWidget(row.mark, line, 0, 2, 1, Qt::AlignVCenter);
        grid->addWidget(row.name, line, 1);
        grid->addWidget(row.millis, line, 2, Qt::AlignRight);
        grid->addWidget(row.detail, line + 1, 1, 1, 2);
        grid->setRowMinimumHeight(line + 2, at + 1 < kStages ? px(10) : 0);
    }
    show(PhonePort::State{});
}

void PassageSteps::show(const PhonePort::State& state)
{
    for (std::size_t at = 0; at < kStages; ++at) {
        const Row& row = m_rows[at];
        const bool isThere = at < state.steps.size();
        m_outcomes[at] = isThere ? std::optional(state.steps[at].outcome) : std::nullopt;
        const QString detail = isThere ? state.steps[at].detail : QString();
        row.detail->setText(detail.isEmpty() ? explanationOf(static_cast<PhonePort::Stage>(at)) : detail);
        row.detail->setToolTip(explanationOf(static_cast<PhonePort::Stage>(at)));
        row.millis->setText(isThere && state.steps[at].outcome != Outcome::Running ? tr("%1 ms").arg(state.steps[at].millis)
                                                                                  : QString());
        row.name->setRole(isThere ? Role::Text : Role::MutedText);
        row.name->setAccessibleDescription(wordOf(m_outcomes[at]));
    }
    QStringList told;
    for (std::size_t at = 0; at < kStages; ++at)
        told << QStringLiteral("%1: %2").arg(m_rows[at].name->text(), wordOf(m_outcomes[at]));
    setAccessibleName(told.join(QStringLiteral(", ")));
    update();
}

void PassageSteps::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t at = 0; at < kStages; ++at) {
        const QRectF mark = m_rows[at].mark->geometry();
        if (at + 1 < kStages) { // the way from one to the next
            const QRectF next = m_rows[at + 1].mark->geometry();
            painter.setPen(QPen(color(Role::Hairline), 2));
            painter.drawLine(QPointF(mark.center().x(), mark.bottom() + px(3)), QPointF(next.center().x(), next.top() - px(3)));
        }
        const auto outcome = m_outcomes[at];
        const bool isGood = outcome == Outcome::Good;
        const bool isBad = outcome == Outcome::Bad;
        const Role role = isGood ? Role::Accent : isBad ? Role::Lost : outcome ? Role::Information : Role::MutedText;
        painters::roundedRect(painter, mark, mark.width() / 2, isGood || isBad ? color(role) : color(Role::Surface),
                              isGood || isBad ? QColor() : color(role));
        if (isGood || isBad) {
            paintIcon(painter, mark.adjusted(px(4), px(4), -px(4), -px(4)),
                      isGood ? QStringLiteral("check") : QStringLiteral("close"), Role::OnFill);
        } else {
            painter.setFont(fontOf(TextStyle::Section));
            painter.setPen(color(role));
            painter.drawText(mark, Qt::AlignCenter, QString::number(at + 1));
        }
    }
}

} // namespace greensward::ui
