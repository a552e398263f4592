// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/filter.h"
#include "ui/models/filter_words.h"

#include <QRegularExpression>

#include <array>
#include <optional>
#include <string>
#include <variant>

namespace greensward::ui {

/// A text to look for again and again, whatever the case of its ASCII letters (Boyer, Moore and Horspool's way).
class TextNeedle
{
public:
    explicit TextNeedle(std::string_view text);
    bool isIn(std::string_view text) const;

private:
    std::string m_text; ///< lower case
    std::array<std::uint8_t, 256> m_skip{};
};

/// One condition of a filter, ready to be asked.
struct FilterTerm
{
    enum class State : std::uint8_t { Retained, Will, Shadow, Duplicate, Trimmed, Event, Message, Refused, kCount };
    enum class Operation : std::uint8_t { Equal, NotEqual, Less, LessEqual, More, MoreEqual };
    struct Topic
    {
        std::string filter;
    };
    struct Sender
    {
        TextNeedle needle;
    };
    struct Origin
    {
        std::string name; ///< lower case; empty: this workspace
    };
    struct Anywhere
    {
        TextNeedle needle;
    };
    struct Payload
    {
        TextNeedle needle;
    };
    struct Pattern
    {
        QRegularExpression expression;
    };
    struct Qos
    {
        int level;
    };
    struct Size
    {
        Operation operation;
        double octets;
    };
    struct Field
    {
        std::string path;
        std::string quotedKey; ///< "\"rpm\"": a payload without it needs no reading; empty when the path has levels
        Operation operation;
        std::variant<std::nullptr_t, bool, double, std::string> value; ///< text in lower case
    };

    std::variant<Topic, Sender, Origin, Anywhere, Payload, Pattern, Qos, State, Size, Field> what;
    bool negated = false;

    /// What the word means; nothing, with the reason in problem, when it means nothing.
    static std::optional<FilterTerm> compile(const FilterWord& word, QString& problem);

    bool topicFulfils(std::string_view topic) const;
    bool senderFulfils(std::string_view from) const;
    bool originFulfils(std::string_view origin) const;
    /// Asked when topic, sender and origin alone do not fulfil it. Without regard to negated.
    bool restFulfils(const FilterRow& row) const;
    /// False: topic, sender and origin decide alone.
    bool needsRest() const;
    /// The cheap ones are asked first.
    int cost() const;
};

} // namespace greensward::ui
