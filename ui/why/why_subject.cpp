// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/why_subject.h"

#include <QWidget>

namespace greensward::ui {

WhyAnswer::WhyAnswer(QWidget& widget, Subject subject) : QObject(&widget), m_subject(std::move(subject)) {}

void answerWhy(QWidget& widget, WhyAnswer::Subject subject)
{
    new WhyAnswer(widget, std::move(subject));
}

void answerWhy(QWidget& widget, const QString& term)
{
    new WhyAnswer(widget, [term] { return WhySubject{.term = term}; });
}

std::optional<WhySubject> whyOf(const QWidget* focus)
{
    for (const QWidget* widget = focus; widget; widget = widget->parentWidget())
        if (const auto* answer = widget->findChild<WhyAnswer*>(QString(), Qt::FindDirectChildrenOnly))
            return answer->subject();
    return std::nullopt;
}

} // namespace greensward::ui
