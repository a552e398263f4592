// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/finding_terms.h"

#include "doctor/phrases.h"
#include "mqtt/topic.h"
#include "ui/models/filter.h"
#include "ui/models/qt_text.h"

namespace greensward::ui {

namespace {

QString topicTermOf(std::string_view topic)
{
    return mqtt::checkTopicFilter(topic) ? topicTerm(toQString(topic)) : QString();
}

/// "topic/pumps/1", "topicfilter/pumps/#" and "client/pumps-1", as policies name what is asked for.
QString resourceTerm(std::string_view resource)
{
    for (const std::string_view kind : {"topic/", "topicfilter/"})
        if (resource.starts_with(kind))
            return topicTermOf(resource.substr(kind.size()));
    constexpr std::string_view kClient = "client/";
    if (resource.starts_with(kClient) && resource.size() > kClient.size())
        return senderTerm(toQString(resource.substr(kClient.size())));
    return {};
}

/// "pump" or "pump night": a thing, and the name of its shadow.
QString shadowTerm(const std::string& shadow)
{
    const auto blank = shadow.find(' ');
    const std::string topic = "$aws/things/" + shadow.substr(0, blank) + "/shadow/" +
                              (blank == std::string::npos ? "" : "name/" + shadow.substr(blank + 1) + "/") + "#";
    return topicTermOf(topic);
}

} // namespace

QString termOf(const doctor::Card& card, const doctor::Row& row)
{
    const std::string_view label = row.label.phrase;
    QString term;
    if (label == doctor::phrases::kRowShadow)
        term = shadowTerm(row.value);
    else if (label == doctor::phrases::kRowWill || label == doctor::phrases::kRowTopic)
        term = topicTermOf(row.value);
    else if (label == doctor::phrases::kRowAction || label == doctor::phrases::kRowSent)
        term = resourceTerm(row.value);
    return term.isEmpty() ? termOf(card) : term;
}

QString termOf(const doctor::Card& card)
{
    return card.client.empty() ? QString() : senderTerm(toQString(card.client));
}

} // namespace greensward::ui
