// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "labs/judge_core.h"

#include "labs/operation.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::labs {

using namespace std::chrono_literals;
using Form = Condition::Form;
using trace::Kind;

namespace {

/// What differs more than this was not meant.
constexpr double kAlike = 0.55;
constexpr std::string_view kPrevious = "previous";

double seconds(Duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

template<typename Visit>
void eachNode(const auto& node, Visit visit)
{
    visit(node);
    for (const auto& part : node.parts)
        eachNode(part, visit);
}

/// What has no parts, below what is not met yet.
template<typename Visit>
void eachOpenLeaf(const auto& node, Visit visit)
{
    if (node.met)
        return;
    if (node.parts.empty())
        visit(node);
    for (const auto& part : node.parts)
        eachOpenLeaf(part, visit);
}

} // namespace

Judge::Core::Core(const Condition& condition, client::Api* api, DoneAt doneAt, WallTime begun)
    : m_api(api), m_doneAt(std::move(doneAt)), m_begun{begun, 0}, m_now(begun)
{
    build(m_root, condition, nullptr);
}

void Judge::Core::build(Node& node, const Condition& condition, const Node* previous)
{
    node.condition = &condition;
    node.previous = previous;
    if (condition.form == Form::Api)
        node.askDue = m_begun.time;
    node.parts.resize(condition.parts.size());
    for (std::size_t at = 0; at < node.parts.size(); ++at)
        build(node.parts[at], condition.parts[at], at > 0 ? &node.parts[at - 1] : nullptr);
}

/// From where on events count; nothing: not yet.
std::optional<Moment> Judge::Core::floorOf(const Node& node) const
{
    const std::string& after = node.condition->after;
    if (after.empty())
        return m_begun;
    if (after == kPrevious)
        return node.previous && node.previous->met ? node.previous->last : std::nullopt;
    const auto done = m_doneAt ? m_doneAt(after) : std::nullopt;
    return done ? std::optional(Moment{*done, 0}) : std::nullopt;
}

void Judge::Core::set(Node& node, bool met, Moment at, std::string because)
{
    if (node.met == met && node.because == because)
        return;
    node.met = met;
    node.at = at;
    node.because = std::move(because);
    ++m_revision;
}

// --- events ----------------------------------------------------------------------------------------------------------

void Judge::Core::read(const trace::Chunk& chunk, const trace::Event& event)
{
    // What came true by waiting came true before this.
    if (event.time > m_now) {
        m_now = event.time;
        pass(m_root);
    }
    if (m_begun.time <= event.time)
        see(m_root, chunk, event);
}

void Judge::Core::see(Node& node, const trace::Chunk& chunk, const trace::Event& event)
{
    switch (node.condition->form) {
    case Form::Event:
        return node.condition->span ? seeSteady(node, chunk, event) : seeEvent(node, chunk, event);
    case Form::Absent:
        if (node.condition->event.matches(chunk, event)) {
            node.broken = Moment{event.time, event.id};
            if (!node.met)
                noteMiss(node, {.failed = 0, .likeness = 1, .sentence = describe(chunk, event)});
        }
        return;
    case Form::Api:
        return seeForApi(node, chunk, event);
    case Form::All:
    case Form::Any:
    case Form::Not:
        // From behind: an event that meets a part must not count as one after it at the same time.
        for (auto part = node.parts.rbegin(); part != node.parts.rend(); ++part)
            see(*part, chunk, event);
        return combine(node);
    }
}

void Judge::Core::noteMiss(Node& node, EventPattern::Miss miss)
{
    if (miss.likeness < kAlike)
        return;
    const bool nearer = miss.failed < node.miss.failed ||
                        (miss.failed == node.miss.failed && miss.likeness >= node.miss.likeness - 0.1);
    if (!nearer || miss.sentence == node.miss.sentence)
        return;
    node.miss = std::move(miss);
    ++m_revision;
}

bool Judge::Core::inTime(Node& node, const trace::Chunk& chunk, const trace::Event& event, const Moment& floor)
{
    const Condition& condition = *node.condition;
    if (condition.after.empty() || !condition.within || event.time - floor.time <= *condition.within)
        return true;
    noteMiss(node, {.failed = 0,
                    .likeness = 1,
                    .sentence = fmt::format("{}: it came after {:.1f} s, the step wants it within {:.3g} s",
                                            describe(chunk, event), seconds(event.time - floor.time),
                                            seconds(*condition.within))});
    return false;
}

void Judge::Core::seeEvent(Node& node, const trace::Chunk& chunk, const trace::Event& event)
{
    const Condition& condition = *node.condition;
    if (event.kind != condition.event.kind)
        return;
    if (!condition.event.matches(chunk, event)) {
        if (!node.met)
            noteMiss(node, condition.event.miss(chunk, event));
        return;
    }
    const auto floor = floorOf(node);
    if (!floor || !isAfter({event.time, event.id}, *floor)) {
        if (!node.met)
            noteMiss(node, {.failed = 0, .likeness = 1, .sentence = describe(chunk, event) + ": it came too early"});
        return;
    }
    if (inTime(node, chunk, event, *floor))
        count(node, chunk, event);
}

void Judge::Core::count(Node& node, const trace::Chunk& chunk, const trace::Event& event)
{
    const Condition& condition = *node.condition;
    const Moment moment{event.time, event.id};
    node.last = moment;
    const bool sliding = condition.within && condition.after.empty();
    if (node.met && !(sliding && condition.count == 1))
        return;
    node.hits.push_back(moment);
    while (node.hits.size() > condition.count || (sliding && event.time - node.hits.front().time > *condition.within))
        node.hits.pop_front();
    if (node.hits.size() >= condition.count)
        set(node, true, moment,
            condition.count > 1 ? fmt::format("{} times {}", condition.count, describe(chunk, event))
                                : describe(chunk, event));
    else
        ++m_revision; // how many are missing
}

void Judge::Core::seeSteady(Node& node, const trace::Chunk& chunk, const trace::Event& event)
{
    const Condition& condition = *node.condition;
    if (node.met || event.kind != condition.event.kind)
        return;
    EventPattern meant = condition.event;
    meant.where.clear();
    if (!meant.matches(chunk, event))
        return;
    const auto floor = floorOf(node);
    if (!floor || !isAfter({event.time, event.id}, *floor))
        return;
    if (!condition.event.matches(chunk, event)) {
        node.steady.reset();
        return noteMiss(node, condition.event.miss(chunk, event));
    }
    if (!node.steady)
        node.steady = event.time;
    node.last = Moment{event.time, event.id};
    if (event.time - *node.steady >= *condition.span)
        set(node, true, *node.last,
            fmt::format("{}, for {:.3g} s without exception", describe(chunk, event), seconds(*condition.span)));
}

// --- time ------------------------------------------------------------------------------------------------------------

void Judge::Core::advance(WallTime now)
{
    if (now > m_now)
        m_now = now;
    pass(m_root);
}

void Judge::Core::pass(Node& node)
{
    const Condition& condition = *node.condition;
    for (Node& part : node.parts)
        pass(part);
    switch (condition.form) {
    case Form::Event:
        if (node.met && condition.within && condition.after.empty() && condition.count == 1 && !condition.span &&
            m_now - node.at.time > *condition.within)
            set(node, false, node.at, {});
        return;
    case Form::Absent:
        return passAbsent(node);
    case Form::Api:
        if (node.askDue && *node.askDue <= m_now && !node.asking)
            ask(node);
        return;
    case Form::All:
    case Form::Any:
    case Form::Not:
        return combine(node);
    }
}

void Judge::Core::passAbsent(Node& node)
{
    if (node.met)
        return;
    const auto due = dueOf(node);
    if (!due || *due > m_now)
        return;
    node.last = Moment{*due, 0};
    set(node, true, *node.last, node.condition->text());
}

/// When a node changes by waiting alone.
std::optional<WallTime> Judge::Core::dueOf(const Node& node) const
{
    const Condition& condition = *node.condition;
    if (condition.form == Form::Api)
        return node.asking ? std::nullopt : node.askDue;
    if (condition.form == Form::Event && node.met && condition.within && condition.after.empty() &&
        condition.count == 1 && !condition.span)
        return node.at.time + *condition.within + 1ns;
    if (condition.form != Form::Absent || node.met)
        return std::nullopt;
    const auto floor = floorOf(node);
    if (!floor)
        return std::nullopt;
    WallTime since = floor->time;
    if (node.broken && isAfter(*node.broken, *floor)) {
        if (!condition.after.empty())
            return std::nullopt; // what it is to come after has to happen again
        since = node.broken->time;
    }
    return since + *condition.span;
}

std::optional<WallTime> Judge::Core::deadline() const
{
    std::optional<WallTime> first;
    eachNode(m_root, [&](const Node& node) {
        const auto due = dueOf(node);
        if (due && (!first || *due < *first))
            first = due;
    });
    return first;
}

// --- the whole -------------------------------------------------------------------------------------------------------

void Judge::Core::combine(Node& node)
{
    const Form form = node.condition->form;
    bool met = form == Form::All;
    Moment at;
    std::string because;
    std::optional<Moment> last;
    for (const Node& part : node.parts) {
        met = form == Form::All ? met && part.met : met || part.met;
        if (!part.met || (form == Form::Any && !because.empty()))
            continue;
        if (part.at.time >= at.time)
            at = part.at;
        if (part.last && (!last || part.last->time >= last->time))
            last = part.last;
        because += (because.empty() ? "" : "; ") + part.because;
    }
    if (form == Form::Not) {
        const Node& part = node.parts.front();
        met = !part.met && (!part.condition->asks() || part.known || part.condition->form != Form::Api);
        because = met ? node.condition->text() : std::string();
        at = Moment{m_now, 0};
        if (node.met && met)
            return; // since before
    }
    node.last = last;
    set(node, met, met ? at : Moment{}, met ? std::move(because) : std::string());
}

/// The first thing that is not so yet, in the words of the condition that says them; of an "any" all that would do.
std::string Judge::Core::missingOf(const Node& node)
{
    if (node.met)
        return {};
    if (!node.condition->missing.empty())
        return node.condition->missing;
    if (node.condition->form == Form::All)
        for (const Node& part : node.parts)
            if (std::string missing = missingOf(part); !missing.empty())
                return missing;
    std::string text = node.condition->text();
    if (node.parts.empty() && node.condition->count > 1 && !node.hits.empty())
        text += fmt::format(" ({} so far)", node.hits.size());
    return text;
}

Verdict Judge::Core::verdict() const
{
    Verdict verdict{.met = m_root.met};
    if (m_root.met) {
        verdict.because = m_root.because;
        verdict.at = m_root.at.time;
        verdict.event = m_root.at.event;
        return verdict;
    }
    verdict.missing = missingOf(m_root);
    const EventPattern::Miss* best = nullptr;
    eachOpenLeaf(m_root, [&](const Node& node) {
        if (verdict.nearest.empty() && !node.found.empty())
            verdict.nearest = node.found;
        if (!node.miss.sentence.empty() && (!best || node.miss.failed < best->failed))
            best = &node.miss;
    });
    if (best)
        verdict.nearest = best->sentence;
    return verdict;
}

} // namespace greensward::labs
