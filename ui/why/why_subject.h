// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/event.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

class QWidget;

namespace greensward::ui {

/// What F1 asks about. The first of these that is given answers: the event's journey, the client's lane, the words here
/// with the term of the glossary below.
struct WhySubject
{
    trace::EventId event = 0;
    QString client{};
    QString title{};
    QString text{};
    QString term{}; ///< of the glossary; also the answer for a client that has no lane
};

/// What a widget says about itself, or about what is chosen in it.
class WhyAnswer final : public QObject
{
    Q_OBJECT

public:
    using Subject = std::function<WhySubject()>;
    /// Belongs to the widget.
    WhyAnswer(QWidget& widget, Subject subject);
    WhySubject subject() const { return m_subject(); }

private:
    Subject m_subject;
};

/// From now on F1 in this widget, or in anything inside it that has no answer of its own, asks about this.
void answerWhy(QWidget& widget, WhyAnswer::Subject subject);
void answerWhy(QWidget& widget, const QString& term);

/// What is asked about where this widget has the focus; nothing where nobody answers.
std::optional<WhySubject> whyOf(const QWidget* focus);

} // namespace greensward::ui
