// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/scope_share.h"

#include "ui/models/filter_words.h"
#include "ui/models/scope_stack.h"

#include <QCoreApplication>

#include <algorithm>

namespace greensward::ui {

namespace {

bool speaksOfClients(const FilterWord& word)
{
    switch (word.form) {
    case FilterWord::Form::Compare:
        return false;
    case FilterWord::Form::Key:
        return word.key == QLatin1String("from") || word.key == QLatin1String("at") || word.key == QLatin1String("re");
    case FilterWord::Form::Text:
        break;
    }
    // An unquoted word with one of these is a topic filter.
    return word.quoted || std::none_of(word.value.begin(), word.value.end(), [](QChar c) {
               return c == QLatin1Char('/') || c == QLatin1Char('+') || c == QLatin1Char('#');
           });
}

bool namesSender(const FilterWord& word)
{
    return word.form == FilterWord::Form::Key && word.key == QLatin1String("from");
}

ScopeShare shareOf(const ScopeStack& scope, bool (*applies)(const FilterWord&))
{
    ScopeShare share;
    QStringList kept;
    const FilterWords words = splitFilter(scope.filter().terms().join(QLatin1Char(' ')));
    for (const FilterWord& word : words.words)
        (applies(word) ? kept : share.idle) << word.written;
    share.filter = Filter::parse(kept.join(QLatin1Char(' ')));
    return share;
}

} // namespace

QString ScopeShare::idleText() const
{
    return idle.isEmpty() ? QString()
                          : QCoreApplication::translate("ScopeShare", "Not here, for it speaks of messages: %1")
                                .arg(idle.join(QLatin1Char(' ')));
}

ScopeShare clientShare(const ScopeStack& scope)
{
    return shareOf(scope, speaksOfClients);
}

ScopeShare senderShare(const ScopeStack& scope)
{
    return shareOf(scope, namesSender);
}

} // namespace greensward::ui
