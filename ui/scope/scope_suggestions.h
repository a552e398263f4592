// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace greensward::ui {

class EngineMirror;

/// Where the word at the cursor begins and ends in a filter text.
struct WordPlace
{
    int start = 0;
    int length = 0;
};
WordPlace wordAt(const QString& text, int cursor);

/// How the word may go on: keys, states, topics of the tree level by level, clients; the word's minus is kept.
QStringList suggestionsFor(const QString& word, EngineMirror& mirror);

inline constexpr qsizetype kMostSuggestions = 40;

} // namespace greensward::ui
