// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/log_filter.h"

#include "mqtt/topic.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cstring>

namespace greensward::ui {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// `needle` is lower case and not empty.
bool contains(std::string_view text, std::string_view needle)
{
    const auto same = [](char a, char b) { return lower(a) == b; };
    return std::search(text.begin(), text.end(), needle.begin(), needle.end(), same) != text.end();
}

bool looksLikeTopicFilter(const QString& word)
{
    return word.contains(QLatin1Char('/')) || word.contains(QLatin1Char('+')) || word.contains(QLatin1Char('#'));
}

} // namespace

LogFilter LogFilter::parse(const QString& text)
{
    static const QRegularExpression kBlank(QStringLiteral("\\s+"));
    LogFilter filter;
    for (const QString& word : text.split(kBlank, Qt::SkipEmptyParts)) {
        const bool saysTopic = word.startsWith(QLatin1String("topic:"));
        if (word.startsWith(QLatin1String("from:"))) {
            if (word.size() > 5)
                filter.m_words.push_back({Place::Sender, word.mid(5).toLower().toStdString()});
        } else if (saysTopic || looksLikeTopicFilter(word)) {
            const QString topic = saysTopic ? word.mid(6) : word;
            if (!mqtt::checkTopicFilter(topic.toStdString())) {
                filter.m_problem =
                    QCoreApplication::translate("LogFilter", "“%1” is not a topic filter: + and # stand alone in "
                                                             "their level, # comes last")
                        .arg(topic);
                continue;
            }
            filter.m_words.push_back({Place::Topic, topic.toStdString()});
            filter.m_hasTopicWords = true;
        } else {
            filter.m_words.push_back({Place::Anywhere, word.toLower().toStdString()});
        }
    }
    return filter;
}

bool LogFilter::matches(const MessageStore& store, Serial serial) const
{
    const MessageRecord& record = store.record(serial);
    if (m_hasTopicWords && !topicMatches(store, record.object))
        return false;
    return std::all_of(m_words.begin(), m_words.end(), [&](const Word& word) {
        switch (word.place) {
        case Place::Topic:
            return true;
        case Place::Sender:
            return contains(store.name(record.subject), word.text);
        case Place::Anywhere:
            break;
        }
        return contains(store.name(record.object), word.text) || contains(store.name(record.subject), word.text) ||
               contains(store.payload(serial), word.text);
    });
}

bool LogFilter::topicMatches(const MessageStore& store, NameId topic) const
{
    if (m_topicVerdicts.size() <= topic)
        m_topicVerdicts.resize(store.nameCount(), 0);
    std::uint8_t& verdict = m_topicVerdicts[topic];
    if (verdict == 0) {
        const bool all = std::all_of(m_words.begin(), m_words.end(), [&](const Word& word) {
            return word.place != Place::Topic || mqtt::topicMatches(word.text, store.name(topic));
        });
        verdict = all ? 2 : 1;
    }
    return verdict == 2;
}

} // namespace greensward::ui
