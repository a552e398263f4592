// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "trace/event.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <string_view>

namespace greensward::ui {

/// A row of some list, as a filter sees it. Views live for the call; what a list does not have stays empty.
struct FilterRow
{
    std::string_view topic;
    std::string_view from; ///< client id, device, origin
    std::string_view text; ///< anything else the row says in words
    std::string_view payload;
    WallTime time{};
    std::uint32_t size = 0; ///< of the payload, octets
    trace::Kind kind{};
    std::uint8_t flags = 0;  ///< trace::Flag
    bool hasMessage = false; ///< topic, qos, flags and payload mean something
};

/// The window's one filter language (ux.md 4.2), the same in every list:
///
///   turbines/+/123         a topic filter (a word with '/', '+' or '#', or after "topic:")
///   from:ev-gen            the sender contains this
///   qos:1                  a message of this QoS
///   is:retained            retained | will | shadow | dup | trimmed | event | message | refused
///   rpm>1500               a number in the JSON payload: = != < <= > >=; deeper fields as a.b
///   bytes>1000             size of the payload
///   "two words"            text in topic, sender or payload; a single word needs no quotes
///   -term                  not this
///
/// Terms are joined by "and". Letter case does not matter except in topic filters. Cheap to copy.
class Filter
{
public:
    Filter();
    static Filter parse(const QString& text);

    bool isEmpty() const { return m_terms.isEmpty(); }
    /// As written, one chip each.
    const QStringList& terms() const { return m_terms; }
    /// Why the text cannot be used, in one sentence; empty when it can.
    const QString& problem() const { return m_problem; }
    /// The part of the text that is to blame.
    int problemStart() const { return m_problemStart; }
    int problemLength() const { return m_problemLength; }
    bool matches(const FilterRow& row) const;

private:
    struct Compiled;
    QStringList m_terms;
    QString m_problem;
    int m_problemStart = 0;
    int m_problemLength = 0;
    std::shared_ptr<const Compiled> m_compiled;
};

/// The term that keeps only rows of this topic, sender …; quoted where needed. "-" in front hides them.
QString topicTerm(const QString& topic);
QString senderTerm(const QString& sender);

} // namespace greensward::ui
