// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace greensward::ui {

/// A term of the filter language taken apart, before anybody asks what it means.
struct FilterWord
{
    enum class Form {
        Text,    ///< value
        Key,     ///< key ":" value
        Compare, ///< key operation value
    };

    Form form = Form::Text;
    bool negated = false;
    QString key;
    QString operation; ///< = != < <= > >=
    QString value;     ///< without its quotes
    bool quoted = false;
    QString written; ///< as it stands in the text
    int start = 0;   ///< of it in the text
    int length() const { return static_cast<int>(written.size()); }
};

/// The words of a filter. Blanks part them except within quotes; in quotes \" is a quote and \\ a backslash.
struct FilterWords
{
    std::vector<FilterWord> words;
    QString problem; ///< one sentence; empty when all is well
    int problemStart = 0;
    int problemLength = 0;
};
FilterWords splitFilter(const QString& text);

/// The value as a term can hold it: in quotes where it needs them.
QString quotedForFilter(const QString& value);

} // namespace greensward::ui
