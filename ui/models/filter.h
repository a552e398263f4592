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
    std::string_view origin{}; ///< the broker elsewhere it was seen at; empty: this workspace
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
///   at:factory             seen at the broker elsewhere of this name; at:here: at this workspace's own gateway
///   qos:1                  a message of this QoS
///   is:retained            retained | will | shadow | dup | trimmed | event | message | refused
///   rpm>1500               a field of the JSON payload: = != < <= > >=; deeper ones as gear.heat, cells[2].
///                          A number is compared with numbers, true, false and null with themselves, anything else with
///                          text. A field that is not there fulfils nothing; one of another sort is != and no more.
///   bytes>1000             size of the payload
///   payload:"on"           text in the payload alone
///   re:"rpm.:1[45]"        a regular expression (PCRE) in topic, sender or payload
///   "two words"            text in topic, sender or payload; a single word needs no quotes
///   -term                  not this
///
/// Terms are joined by "and". The case of ASCII letters does not matter except in topic filters and fields. Cheap to
/// copy; matching may be done by any thread.
class Filter
{
public:
    static constexpr int kMostCharacters = 4096; ///< of a text
    static constexpr int kMostTerms = 32;

    Filter();
    static Filter parse(const QString& text);

    bool isEmpty() const { return m_terms.isEmpty(); }
    /// As written, one chip each.
    const QStringList& terms() const { return m_terms; }
    /// Why the text cannot be used, in one sentence; empty when it can. A filter with a problem matches everything.
    const QString& problem() const { return m_problem; }
    /// The part of the text that is to blame.
    int problemStart() const { return m_problemStart; }
    int problemLength() const { return m_problemLength; }
    bool matches(const FilterRow& row) const;

    /// Which terms a name fulfils already, one bit each. A list whose rows share few names asks once a name and keeps
    /// the answer.
    using Verdict = std::uint32_t;
    Verdict topicVerdict(std::string_view topic) const;
    Verdict senderVerdict(std::string_view from) const;
    Verdict originVerdict(std::string_view origin) const;
    /// matches(), where names is the verdict of the row's topic | that of its sender | that of its origin.
    bool matches(const FilterRow& row, Verdict names) const;

private:
    struct Compiled;
    QStringList m_terms;
    QString m_problem;
    int m_problemStart = 0;
    int m_problemLength = 0;
    std::shared_ptr<const Compiled> m_compiled;
};

/// Terms that keep only rows of this topic (below: and what is below it), of this sender, with this text; quoted where
/// needed.
QString topicTerm(const QString& topic, bool below = false);
QString senderTerm(const QString& sender);
/// Only rows seen at this broker elsewhere; empty: at the workspace's own gateway.
QString originTerm(const QString& origin);
QString textTerm(const QString& text);
/// The same rows hidden instead of kept, and back.
QString oppositeTerm(const QString& term);

/// What "at:" calls the workspace's own gateway; no broker elsewhere can have this name.
inline constexpr std::string_view kOwnOrigin = "here";

/// The words after "is:", for completion.
const QStringList& filterStates();

} // namespace greensward::ui
