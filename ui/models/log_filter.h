// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/message_store.h"

#include <QString>

#include <string>
#include <vector>

namespace greensward::ui {

/// What the filter field over the log says. Words are joined by "and":
///   turbines/+/123      a topic filter (any word with '/', '+' or '#', or after "topic:")
///   from:ev-gen         the sender contains this
///   overheat            sender, topic or payload contains this
/// Letter case does not matter except in topic filters.
class LogFilter
{
public:
    LogFilter() = default;
    static LogFilter parse(const QString& text);

    bool isEmpty() const { return m_words.empty(); }
    /// Why the text cannot be used, in one sentence; empty when it can.
    const QString& problem() const { return m_problem; }
    bool matches(const MessageStore& store, Serial serial) const;
    /// To be called when the store has evicted rows: its name ids may mean something else from now on.
    void forgetNames() { m_topicVerdicts.clear(); }

private:
    enum class Place { Topic, Sender, Anywhere };
    struct Word
    {
        Place place = Place::Anywhere;
        std::string text; ///< lower case unless a topic filter
    };

    bool topicMatches(const MessageStore& store, NameId topic) const;

    std::vector<Word> m_words;
    QString m_problem;
    bool m_hasTopicWords = false;
    /// By NameId: 0 not asked yet, 1 no, 2 yes.
    mutable std::vector<std::uint8_t> m_topicVerdicts;
};

} // namespace greensward::ui
