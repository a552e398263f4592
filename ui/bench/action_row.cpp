// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/action_row.h"

#include "ui/kit/icon.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace greensward::ui {

namespace {

constexpr double kGap = 8;

Role iconRole(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Primary:
        return Role::OnFill;
    case ButtonKind::Danger:
        return Role::Lost;
    default:
        return Role::Text;
    }
}

} // namespace

ActionRow::ActionRow(QWidget* parent) : QWidget(parent), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(px(kGap));
    m_row->addStretch();
}

QPushButton* ActionRow::add()
{
    auto* button = new QPushButton(this);
    m_row->insertWidget(static_cast<int>(m_actions.size()), button);
    m_actions.push_back({.button = button, .word = {}, .explanation = {}});
    return button;
}

void ActionRow::addControl(QWidget* control)
{
    m_control = control;
    m_row->addWidget(control);
}

void ActionRow::set(QPushButton& button, const QString& word, const QString& iconName, ButtonKind kind,
                    const QString& accessibleName, const QString& explanation)
{
    const auto action = std::find_if(m_actions.begin(), m_actions.end(),
                                     [&button](const Action& one) { return one.button == &button; });
    if (action->word == word)
        return;
    action->word = word;
    action->explanation = explanation;
    button.setAccessibleName(accessibleName);
    button.setAccessibleDescription(explanation);
    setKind(button, kind);
    button.setIcon(icon(iconName, iconRole(kind)));
    button.setText(word);
    button.ensurePolished();
    action->width = button.sizeHint().width();
    fit();
}

void ActionRow::fit()
{
    int needed = m_control ? m_control->sizeHint().width() + px(kGap) : 0;
    for (const Action& action : m_actions)
        needed += action.width + px(kGap);
    m_words = needed - px(kGap) <= width();
    for (const Action& action : m_actions) {
        action.button->setText(m_words ? action.word : QString());
        action.button->setToolTip(m_words ? action.explanation
                                          : (action.explanation.isEmpty() ? action.word : action.explanation));
        if (!isForbidden())
            continue;
        action.button->setEnabled(false);
        action.button->setToolTip(m_why);
        action.button->setAccessibleDescription(m_why);
    }
}

void ActionRow::forbid(const QString& why)
{
    m_why = why;
    fit();
}

/// The words are not insisted on.
QSize ActionRow::minimumSizeHint() const
{
    return {px(40) * static_cast<int>(m_actions.size()) + (m_control ? m_control->minimumSizeHint().width() : 0),
            sizeHint().height()};
}

void ActionRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace greensward::ui
