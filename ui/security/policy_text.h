// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>
#include <string>

/// A policy document as a person edits and reads it: places in its text, and what one text has that another has not.
namespace greensward::ui {

struct TextRange
{
    qsizetype begin = 0; ///< UTF-16 units
    qsizetype length = 0;
    bool operator==(const TextRange&) const = default;
};

/// Where statement number index (from 0) stands in the text; nothing when there is none.
std::optional<TextRange> statementRange(const QString& document, int index);
/// Where a place as core/policy names it ("Statement[0].Condition.StringEquals") stands; the nearest part above it that
/// is there.
TextRange placeRange(const QString& document, const QString& place);

/// Why and where a text is no IoT policy.
struct PolicyProblem
{
    QString sentence; ///< with line and column; empty: there is none
    int line = 0;     ///< from 1
    TextRange place;
    bool operator!() const { return sentence.isEmpty(); }
};
PolicyProblem policyProblem(const QString& document);

/// On lines of its own, as it is shown and edited.
QString readablePolicy(const std::string& document);
/// The document with one statement (JSON) more at its end; of an empty one, a policy of that statement alone. Nothing
/// when the document is no JSON object.
std::optional<QString> withStatement(const std::string& document, const std::string& statement);

struct TextLine
{
    enum class Change { Same, Added, Removed } change = Change::Same;
    QString text;
    bool operator==(const TextLine&) const = default;
};
/// From one text to the other, line by line; the middle is what changed.
QList<TextLine> lineDifference(const QString& before, const QString& after);

} // namespace greensward::ui
