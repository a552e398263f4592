// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>
#include <vector>

namespace greensward::ui {

struct FuzzyMatch
{
    int score = 0;              ///< higher is better; only to be compared with scores for the same pattern
    std::vector<int> positions; ///< of the matched characters, ascending
};

/// The letters of the pattern appear in the text in this order, whatever their case; blanks in the pattern are skipped.
/// Letters at the start of words ("tw" in "turn Water on") and in a run count more, gaps and a late start less. The
/// best of all ways to match is taken. Nothing when a letter is missing. An empty pattern matches everything with score
/// 0. Patterns beyond 64 letters match nothing.
std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text);

} // namespace greensward::ui
