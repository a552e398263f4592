// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/filter.h"

#include "ui/models/filter_term.h"
#include "ui/models/origin_key.h"
#include "ui/models/qt_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace greensward::ui {

struct Filter::Compiled
{
    std::vector<FilterTerm> terms; ///< in the order of bits
    std::vector<std::size_t> rest; ///< the ones that need more than names, cheap ones first
    Verdict all = 0;
    Verdict negated = 0;
    Verdict open = 0; ///< the bits of rest
};

Filter::Filter()
{
    static const auto kNothing = std::make_shared<const Compiled>();
    m_compiled = kNothing;
}

Filter Filter::parse(const QString& text)
{
    Filter filter;
    const auto fail = [&](const QString& problem, int start, int length) {
        filter.m_problem = problem;
        filter.m_problemStart = start;
        filter.m_problemLength = length;
        return filter;
    };
    if (text.size() > kMostCharacters)
        return fail(QCoreApplication::translate("Filter", "A filter is at most %n character(s) long.", nullptr,
                                                kMostCharacters),
                    kMostCharacters, static_cast<int>(text.size()) - kMostCharacters);
    const FilterWords words = splitFilter(text);
    for (const FilterWord& word : words.words)
        filter.m_terms << word.written;
    if (!words.problem.isEmpty())
        return fail(words.problem, words.problemStart, words.problemLength);
    auto compiled = std::make_shared<Compiled>();
    for (const FilterWord& word : words.words) {
        if (compiled->terms.size() == kMostTerms)
            return fail(QCoreApplication::translate("Filter", "A filter has at most %n term(s).", nullptr, kMostTerms),
                        word.start, static_cast<int>(text.size()) - word.start);
        QString problem;
        auto term = FilterTerm::compile(word, problem);
        if (!term)
            return fail(problem, word.start, word.length());
        const Verdict bit = Verdict{1} << compiled->terms.size();
        compiled->all |= bit;
        if (term->negated)
            compiled->negated |= bit;
        if (term->needsRest()) {
            compiled->open |= bit;
            compiled->rest.push_back(compiled->terms.size());
        }
        compiled->terms.push_back(std::move(*term));
    }
    std::stable_sort(compiled->rest.begin(), compiled->rest.end(), [&](std::size_t one, std::size_t other) {
        return compiled->terms[one].cost() < compiled->terms[other].cost();
    });
    filter.m_compiled = std::move(compiled);
    return filter;
}

Filter::Verdict Filter::topicVerdict(std::string_view topic) const
{
    Verdict verdict = 0;
    for (std::size_t at = 0; at < m_compiled->terms.size(); ++at)
        if (m_compiled->terms[at].topicFulfils(topic))
            verdict |= Verdict{1} << at;
    return verdict;
}

Filter::Verdict Filter::senderVerdict(std::string_view from) const
{
    Verdict verdict = 0;
    for (std::size_t at = 0; at < m_compiled->terms.size(); ++at)
        if (m_compiled->terms[at].senderFulfils(from))
            verdict |= Verdict{1} << at;
    return verdict;
}

Filter::Verdict Filter::originVerdict(std::string_view origin) const
{
    Verdict verdict = 0;
    for (std::size_t at = 0; at < m_compiled->terms.size(); ++at)
        if (m_compiled->terms[at].originFulfils(origin))
            verdict |= Verdict{1} << at;
    return verdict;
}

bool Filter::matches(const FilterRow& row) const
{
    return matches(row, topicVerdict(row.topic) | senderVerdict(row.from) | originVerdict(row.origin));
}

bool Filter::matches(const FilterRow& row, Verdict names) const
{
    const Compiled& compiled = *m_compiled;
    const Verdict open = compiled.open & ~names;
    if ((((names ^ compiled.negated) & compiled.all) | open) != compiled.all)
        return false;
    if (open == 0)
        return true;
    return std::all_of(compiled.rest.begin(), compiled.rest.end(), [&](std::size_t at) {
        if ((open & (Verdict{1} << at)) == 0)
            return true;
        const FilterTerm& term = compiled.terms[at];
        return term.restFulfils(row) != term.negated;
    });
}

QString topicTerm(const QString& key, bool below)
{
    const QString topic = nameOfKey(key);
    return QStringLiteral("topic:") + quotedForFilter(!below            ? topic
                                                      : topic.isEmpty() ? QStringLiteral("#")
                                                                        : topic + QStringLiteral("/#"));
}

QString senderTerm(const QString& sender)
{
    return QStringLiteral("from:") + quotedForFilter(sender);
}

QString originTerm(const QString& origin)
{
    return QStringLiteral("at:") + quotedForFilter(origin.isEmpty() ? toQString(kOwnOrigin) : origin);
}

QString textTerm(const QString& text)
{
    const FilterWords words = splitFilter(text);
    const bool plain = words.problem.isEmpty() && words.words.size() == 1 && !words.words.front().negated &&
                       words.words.front().form == FilterWord::Form::Text && !words.words.front().quoted &&
                       std::none_of(text.begin(), text.end(), [](QChar c) {
                           return c == QLatin1Char('/') || c == QLatin1Char('+') || c == QLatin1Char('#');
                       });
    if (plain)
        return text;
    QString escaped = text;
    escaped.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QLatin1Char('"') + escaped + QLatin1Char('"');
}

QString oppositeTerm(const QString& term)
{
    return term.startsWith(QLatin1Char('-')) ? term.mid(1) : QLatin1Char('-') + term;
}

} // namespace greensward::ui
