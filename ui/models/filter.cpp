// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/filter.h"

#include "mqtt/topic.h"

#include <QCoreApplication>

#include <algorithm>
#include <string>
#include <vector>

namespace greensward::ui {

namespace {

enum class Place { Topic, Sender, Anywhere };

struct Term
{
    Place place = Place::Anywhere;
    bool negated = false;
    std::string text; ///< lower case unless a topic filter
};

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool contains(std::string_view text, std::string_view needle)
{
    const auto same = [](char a, char b) { return lower(a) == b; };
    return std::search(text.begin(), text.end(), needle.begin(), needle.end(), same) != text.end();
}

bool holds(const Term& term, const FilterRow& row)
{
    switch (term.place) {
    case Place::Topic:
        return mqtt::topicMatches(term.text, row.topic);
    case Place::Sender:
        return contains(row.from, term.text);
    case Place::Anywhere:
        break;
    }
    return contains(row.topic, term.text) || contains(row.from, term.text) || contains(row.text, term.text) ||
           contains(row.payload, term.text);
}

} // namespace

struct Filter::Compiled
{
    std::vector<Term> terms;
};

Filter::Filter() : m_compiled(std::make_shared<const Compiled>()) {}

Filter Filter::parse(const QString& text)
{
    Filter filter;
    auto compiled = std::make_shared<Compiled>();
    for (const QString& written : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        filter.m_terms << written;
        Term term;
        term.negated = written.startsWith(QLatin1Char('-'));
        const QString word = written.mid(term.negated ? 1 : 0);
        if (word.startsWith(QLatin1String("from:"))) {
            term.place = Place::Sender;
            term.text = word.mid(5).toLower().toStdString();
        } else if (word.startsWith(QLatin1String("topic:")) || word.contains(QLatin1Char('/')) ||
                   word.contains(QLatin1Char('+')) || word.contains(QLatin1Char('#'))) {
            term.place = Place::Topic;
            term.text = (word.startsWith(QLatin1String("topic:")) ? word.mid(6) : word).toStdString();
            if (!mqtt::checkTopicFilter(term.text))
                filter.m_problem =
                    QCoreApplication::translate("Filter", "“%1” is not a topic filter: + and # stand alone in their "
                                                          "level, # comes last")
                        .arg(word);
        } else {
            term.text = word.toLower().toStdString();
        }
        compiled->terms.push_back(std::move(term));
    }
    filter.m_compiled = std::move(compiled);
    return filter;
}

bool Filter::matches(const FilterRow& row) const
{
    return std::all_of(m_compiled->terms.begin(), m_compiled->terms.end(),
                       [&row](const Term& term) { return holds(term, row) != term.negated; });
}

QString topicTerm(const QString& topic)
{
    return QStringLiteral("topic:") + topic;
}

QString senderTerm(const QString& sender)
{
    return QStringLiteral("from:") + sender;
}

} // namespace greensward::ui
