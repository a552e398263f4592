// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labs/lab_guide.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/labs/lab_model.h"
#include "ui/labs/step_card.h"
#include "ui/models/engine_mirror.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace greensward::ui {

LabGuide::LabGuide(EngineMirror& mirror, QWidget* parent)
    : QWidget(parent)
    , m_model(mirror.model<LabModel>())
    , m_title(new RoleLabel(TextStyle::Title, Role::Text, {}, this))
    , m_strip(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this))
    , m_problem(new RoleLabel(TextStyle::Secondary, Role::Lost, {}, this))
    , m_scroll(new QScrollArea(this))
    , m_shelf(new QPushButton(tr("All labs"), this))
    , m_leave(new QPushButton(tr("Leave the lab"), this))
{
    setMinimumWidth(px(260));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(px(4));
    for (RoleLabel* label : {m_title, m_strip, m_problem}) {
        label->setWordWrap(true);
        label->setContentsMargins(px(16), 0, px(16), 0);
        outer->addWidget(label);
    }
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    outer->addWidget(m_scroll, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(px(16), px(4), px(16), px(8));
    setKind(*m_leave, ButtonKind::Quiet);
    foot->addWidget(m_shelf);
    foot->addStretch();
    foot->addWidget(m_leave);
    outer->addLayout(foot);
    connect(m_shelf, &QPushButton::clicked, this, &LabGuide::shelfAsked);
    connect(m_leave, &QPushButton::clicked, this, [this] {
        m_model.leave();
        emit shelfAsked();
    });
    connect(&m_model, &LabModel::changed, this, &LabGuide::refresh);
    refresh();
}

StepCard* LabGuide::card(const std::string& stepId) const
{
    for (StepCard* card : m_cards)
        if (card->step().id == stepId)
            return card;
    return nullptr;
}

StepCard* LabGuide::currentCard() const
{
    return m_current >= 0 && m_current < static_cast<int>(m_cards.size()) ? m_cards[static_cast<std::size_t>(m_current)]
                                                                            : nullptr;
}

void LabGuide::takeFocus()
{
    if (StepCard* card = currentCard())
        card->setFocus(Qt::OtherFocusReason);
    else
        m_shelf->setFocus(Qt::OtherFocusReason);
}

void LabGuide::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier) && !event->modifiers().testFlag(Qt::ShiftModifier))
        checkStep();
    else
        QWidget::keyPressEvent(event);
}

void LabGuide::checkStep()
{
    if (const StepCard* card = currentCard())
        m_model.check(card->step().id);
}

void LabGuide::hint()
{
    if (const StepCard* card = currentCard())
        m_model.hint(card->step().id);
}

void LabGuide::rebuild()
{
    auto* page = new QWidget(m_scroll);
    page->setAutoFillBackground(false);
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(px(8), 0, px(8), px(8));
    m_column->setSpacing(px(4));
    m_cards.clear();
    for (std::size_t at = 0; m_lab && at < m_lab->steps.size(); ++at) {
        auto* card = new StepCard(m_model, m_lab, at, page);
        connect(card, &StepCard::linkAsked, this, &LabGuide::linkAsked);
        connect(card, &StepCard::spotlightAsked, this, &LabGuide::spotlightAsked);
        connect(card, &StepCard::wayChosen, this, [this](labs::Way way) {
            m_way = way;
            for (StepCard* each : m_cards)
                each->setWay(way);
        });
        card->setWay(m_way);
        m_cards.push_back(card);
        m_column->addWidget(card);
    }
    m_column->addStretch();
    m_scroll->setWidget(page);
    page->setAutoFillBackground(false);
    m_current = -1;
}

void LabGuide::refresh()
{
    if (const labs::LabPtr lab = m_model.current(); lab != m_lab) {
        m_lab = lab;
        rebuild();
    }
    m_leave->setEnabled(m_lab != nullptr);
    m_title->setText(m_lab ? QString::fromStdString(m_lab->title) : tr("No lab goes on"));
    m_problem->setText(m_model.problem());
    m_problem->setVisible(!m_problem->text().isEmpty());
    if (!m_lab) {
        m_strip->setText(tr("Choose one on the page of the labs."));
        return;
    }
    const labs::LabView view = m_model.view(m_lab->id);
    m_strip->setText(view.finished ? tr("%1 of %2 steps done: the lab is over").arg(view.done).arg(m_cards.size())
                     : view.current < 0 ? tr("Setting up …")
                                        : tr("Step %1 of %2").arg(view.current + 1).arg(m_cards.size()));
    const QString busy = m_model.busy();
    for (std::size_t at = 0; at < m_cards.size() && at < view.steps.size(); ++at)
        m_cards[at]->show(view.steps[at], static_cast<int>(at) == view.current ? busy : QString());
    if (std::exchange(m_current, view.current) != view.current)
        QTimer::singleShot(0, this, &LabGuide::revealCurrent); // once it is laid out
}

void LabGuide::revealCurrent()
{
    if (StepCard* card = currentCard())
        m_scroll->verticalScrollBar()->setValue(std::max(0, card->y() - px(44)));
}

} // namespace greensward::ui
