// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/fuzzy.h"

#include <QString>

#include <algorithm>
#include <limits>

namespace greensward::ui {

namespace {

constexpr qsizetype kLongestPattern = 64;
constexpr int kLetter = 4;
constexpr int kWordStart = 10;
constexpr int kRun = 12;      ///< more than a word's start: "zoom" means Zoom, not "zebra on open moor"
constexpr int kLateStart = 1; ///< a character before the first match …
constexpr int kMostLate = 6;  ///< … at most
constexpr int kImpossible = std::numeric_limits<int>::min() / 2;

bool startsWord(QStringView text, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = text[at - 1];
    return !before.isLetterOrNumber() || (before.isLower() && text[at].isUpper());
}

/// Cheap and decides most texts: do the letters come in order at all?
bool couldMatch(const QString& letters, QStringView text)
{
    qsizetype next = 0;
    for (const QChar c : text)
        if (next < letters.size() && c.toLower() == letters[next])
            ++next;
    return next == letters.size();
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text)
{
    QString letters;
    for (const QChar c : pattern)
        if (!c.isSpace())
            letters.append(c.toLower());
    if (letters.isEmpty())
        return FuzzyMatch{};
    if (letters.size() > kLongestPattern || !couldMatch(letters, text))
        return std::nullopt;

    // best[row * width + column]: the score with letter `row` matched exactly at `column`; from: where the letter
    // before was then.
    const auto width = static_cast<std::size_t>(text.size());
    const auto rows = static_cast<std::size_t>(letters.size());
    std::vector<int> best(rows * width, kImpossible);
    std::vector<int> from(rows * width, -1);
    for (std::size_t row = 0; row < rows; ++row) {
        int bestBefore = kImpossible; // of the row above, among all columns left of this one
        int bestBeforeAt = -1;
        for (std::size_t column = row; column < width; ++column) {
            if (row > 0 && column > 0 && best[(row - 1) * width + column - 1] > bestBefore) {
                bestBefore = best[(row - 1) * width + column - 1];
                bestBeforeAt = static_cast<int>(column) - 1;
            }
            const auto at = static_cast<qsizetype>(column);
            if (text[at].toLower() != letters[static_cast<qsizetype>(row)])
                continue;
            const int own = kLetter + (startsWord(text, at) ? kWordStart : 0);
            if (row == 0) {
                best[column] = own - std::min(static_cast<int>(column) * kLateStart, kMostLate);
                continue;
            }
            const int inRun = best[(row - 1) * width + column - 1] + kRun;
            if (inRun > kImpossible + kRun && inRun >= bestBefore) {
                best[row * width + column] = own + inRun;
                from[row * width + column] = static_cast<int>(column) - 1;
            } else if (bestBeforeAt >= 0) {
                best[row * width + column] = own + bestBefore;
                from[row * width + column] = bestBeforeAt;
            }
        }
    }
    const auto last = best.begin() + static_cast<std::ptrdiff_t>((rows - 1) * width);
    const auto top = std::max_element(last, best.end());
    FuzzyMatch match{*top, std::vector<int>(rows)};
    int column = static_cast<int>(top - last);
    for (std::size_t row = rows; row-- > 0;) {
        match.positions[row] = column;
        column = from[row * width + static_cast<std::size_t>(column)];
    }
    return match;
}

} // namespace greensward::ui
