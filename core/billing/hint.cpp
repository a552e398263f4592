// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "billing/hint.h"

#include <algorithm>

namespace greensward::billing {

namespace {

/// From so many messages on there is a habit to speak of.
constexpr std::uint64_t kHabit = 3;
/// "Just over" is at most an eighth of a block.
constexpr std::uint64_t kJustOver = 8;
/// Messages that fill less than a quarter of a block can travel together.
constexpr std::uint64_t kMuchRoom = 4;

/// What so many units fewer of a quantity would take off the bill.
Money saving(const Bill& bill, std::size_t list, Quantity quantity, std::uint64_t units)
{
    Counts less = bill.total.units[list];
    less[quantity] -= std::min(units, less[quantity]);
    return Money::fromPico(bill.cost(list).pico() - bill.lists[list]->cost(less).pico());
}

void lookAtSizes(const Bill& bill, std::size_t list, const Bill::Line& line, std::vector<Hint>& into)
{
    const Measure& measure = bill.lists[list]->measure(Quantity::Published);
    const std::uint64_t messages = line.use.events[Quantity::Published];
    if (!measure.isCounted() || measure.block == 0 || messages < kHabit)
        return;
    const std::uint64_t payload = line.use.lastPayload;
    const std::uint64_t size = payload + (measure.withTopic ? line.use.lastTopic : 0);
    const std::uint64_t units = measure.units(payload, line.use.lastTopic);
    Hint hint{.list = list, .who = line.name, .size = size, .units = units};
    if (const std::uint64_t over = size - std::min(size, (units - 1) * measure.block);
        units > 1 && over <= measure.block / kJustOver) {
        hint.kind = Hint::Kind::JustOverABlock;
        hint.spare = over;
        hint.saves = saving(bill, list, Quantity::Published, line.use.units[list][Quantity::Published] / units);
        into.push_back(hint);
    } else if (size > 0 && size * kMuchRoom <= measure.block) {
        hint.kind = Hint::Kind::RoomLeft;
        hint.factor = measure.block / size;
        hint.saves = saving(bill, list, Quantity::Published,
                            line.use.units[list][Quantity::Published] * (hint.factor - 1) / hint.factor);
        into.push_back(hint);
    }
}

void lookAtFanOut(const Bill& bill, std::size_t list, const Bill::Line& line, std::vector<Hint>& into)
{
    const std::uint64_t out = line.use.events[Quantity::Delivered];
    const std::uint64_t in = line.use.events[Quantity::Published];
    if (in < kHabit || out < 2 * in || !bill.lists[list]->measure(Quantity::Delivered).isCounted())
        return;
    Hint hint{.kind = Hint::Kind::FanOut, .list = list, .who = line.name};
    hint.factor = out / in;
    hint.units = line.use.units[list][Quantity::Delivered];
    hint.saves = saving(bill, list, Quantity::Delivered, hint.units * (hint.factor - 1) / hint.factor);
    into.push_back(hint);
}

void lookAtPings(const Bill& bill, std::size_t list, const Bill::Line& line, std::vector<Hint>& into)
{
    const std::uint64_t billed = line.use.units[list][Quantity::Ping];
    const std::uint64_t pings = line.use.events[Quantity::Ping];
    if (billed < kHabit)
        return;
    Hint hint{.kind = Hint::Kind::Pings, .list = list, .who = line.name, .units = billed};
    hint.seconds = static_cast<double>(line.use.connectedMillis) / 1000 / static_cast<double>(pings);
    hint.saves = saving(bill, list, Quantity::Ping, billed);
    into.push_back(hint);
}

} // namespace

std::vector<Hint> hintsOf(const Bill& bill, std::size_t most)
{
    std::vector<Hint> hints;
    for (std::size_t list = 0; list < bill.lists.size(); ++list) {
        for (const Bill::Line& line : bill.topics) {
            if (line.name.empty())
                continue;
            lookAtSizes(bill, list, line, hints);
            lookAtFanOut(bill, list, line, hints);
        }
        for (const Bill::Line& line : bill.clients)
            if (!line.name.empty())
                lookAtPings(bill, list, line, hints);
    }
    std::stable_sort(hints.begin(), hints.end(),
                     [](const Hint& one, const Hint& other) { return other.saves < one.saves; });
    hints.resize(std::min(hints.size(), most));
    return hints;
}

} // namespace greensward::billing
