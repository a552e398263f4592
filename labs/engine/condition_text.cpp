// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How events are held against patterns, and what is said of both.
#include "labs/condition.h"
#include "labs/likeness.h"

#include "mqtt/topic.h"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

namespace greensward::labs {

namespace json = boost::json;
using trace::Kind;

namespace {

constexpr std::string_view kThings = "$aws/things/";
constexpr std::string_view kShadow = "/shadow";
constexpr std::string_view kName = "/shadow/name/";
constexpr std::string_view kClassic = "classic";
constexpr std::string_view kCore = "core "; ///< an origin that begins so is a core of this workspace

bool isOfTopic(Kind kind)
{
    switch (kind) {
    case Kind::MessagePublished:
    case Kind::MessageDelivered:
    case Kind::MessageQueued:
    case Kind::MessageRefused:
    case Kind::MessageMissed:
    case Kind::RetainedStored:
    case Kind::RetainedCleared:
    case Kind::WillArmed:
    case Kind::WillPublished:
    case Kind::WillWithheld:
    case Kind::MessageDropped:
    case Kind::MessageRouted:
    case Kind::MessageUnrouted:
        return true;
    default:
        return false;
    }
}

/// "core gg-1" is the core gg-1; empty: the gateway, or a broker elsewhere.
std::string_view coreOf(const trace::Chunk& chunk, const trace::Event& event)
{
    const std::string_view origin = chunk.origin(event);
    return isOfCore(origin) ? origin.substr(kCore.size()) : std::string_view();
}

std::string placeText(std::string_view core)
{
    return core.empty() ? std::string("at the gateway") : fmt::format("at the core `{}`", core);
}

bool isOfShadow(Kind kind)
{
    return kind == Kind::ShadowAccepted || kind == Kind::ShadowRejected || kind == Kind::ShadowDelta;
}

struct ShadowName
{
    std::string_view thing, shadow;
};
ShadowName shadowOf(std::string_view object)
{
    if (!object.starts_with(kThings))
        return {};
    object.remove_prefix(kThings.size());
    if (const auto named = object.find(kName); named != std::string_view::npos)
        return {object.substr(0, named), object.substr(named + kName.size())};
    return {object.substr(0, object.find(kShadow)), kClassic};
}

bool fits(Kind kind, const std::string& pattern, std::string_view object)
{
    if (isOfTopic(kind) && pattern.find_first_of("+#") != std::string::npos)
        return mqtt::checkTopicFilter(pattern).has_value() && !object.empty() && mqtt::topicMatches(pattern, object);
    return isLike(pattern, object);
}

json::value payloadOf(const trace::Chunk& chunk, const trace::Event& event)
{
    boost::system::error_code broken;
    const std::string_view text = chunk.text(event.payload);
    json::value value = json::parse(text, broken);
    return broken ? json::value(text) : value; // what is no JSON is taken as text
}

/// What the objects of a kind are, and a word for what happened.
std::string_view wordOf(Kind kind)
{
    switch (kind) {
    case Kind::MessagePublished:
        return "a message on";
    case Kind::MessageDelivered:
        return "a delivery of";
    case Kind::Subscribed:
        return "a subscription to";
    case Kind::RetainedStored:
        return "a retained message on";
    case Kind::WillArmed:
        return "a will for";
    case Kind::WillPublished:
        return "the will on";
    default:
        return {};
    }
}

std::string quoted(std::string_view text)
{
    return fmt::format("`{}`", text);
}

/// Goes through the fields of a pattern that an event does not satisfy.
template<typename Differs>
void eachDifference(const EventPattern& pattern, const trace::Chunk& chunk, const trace::Event& event, Differs differs)
{
    const std::string_view subject = chunk.text(event.subject), object = chunk.text(event.object);
    const ShadowName named = isOfShadow(pattern.kind) ? shadowOf(object) : ShadowName{};
    const auto compare = [&](const std::string& wanted, std::string_view is, bool fit) {
        if (!wanted.empty() && !fit)
            differs(quoted(is), quoted(wanted), likeness(is, wanted));
    };
    if (const std::string_view core = coreOf(chunk, event); !isLike(pattern.core, core))
        differs(placeText(core), placeText(pattern.core), 0.8);
    compare(pattern.object, object, fits(pattern.kind, pattern.object, object));
    compare(pattern.subject, subject, isLike(pattern.subject, subject));
    compare(pattern.thing, named.thing, isLike(pattern.thing, named.thing));
    compare(pattern.shadow, named.shadow, isLike(pattern.shadow, named.shadow));
    const std::string_view detail = chunk.text(event.detail);
    compare(pattern.detail, detail, isLike(pattern.detail, detail));
    if (pattern.extra && *pattern.extra != event.extra)
        differs(chunk.text(event.detail).empty() ? fmt::format("number {}", event.extra) : std::string(detail),
                "another reason", 0.6);
    if (pattern.qos && *pattern.qos != (event.flags & trace::kQosMask))
        differs(fmt::format("QoS {}", event.flags & trace::kQosMask), fmt::format("QoS {}", *pattern.qos), 0.8);
    if (pattern.retain && *pattern.retain != ((event.flags & trace::kRetain) != 0))
        differs(*pattern.retain ? "not retained" : "retained", *pattern.retain ? "retained" : "not retained", 0.8);
    if (pattern.where.empty())
        return;
    const json::value payload = payloadOf(chunk, event);
    for (const JsonMatch& match : pattern.where)
        if (!match.satisfiedBy(payload))
            differs(fmt::format("`{}` {}", match.path, match.found(payload)), match.text(), 0.7);
}

} // namespace

bool isOfCore(std::string_view origin)
{
    return origin.starts_with(kCore);
}

bool EventPattern::matches(const trace::Chunk& chunk, const trace::Event& event) const
{
    if (event.kind != kind)
        return false;
    // What costs least and tells most first: this is called for every event.
    if (extra && *extra != event.extra)
        return false;
    if (core.empty() && event.origin != 0)
        return false;
    bool same = true;
    if (!object.empty() && !fits(kind, object, chunk.text(event.object)))
        return false;
    eachDifference(*this, chunk, event, [&](auto&&...) { same = false; });
    return same;
}

EventPattern::Miss EventPattern::miss(const trace::Chunk& chunk, const trace::Event& event) const
{
    Miss miss{.likeness = 1};
    std::string is, wanted;
    eachDifference(*this, chunk, event, [&](const std::string& found, const std::string& asked, double alike) {
        ++miss.failed;
        miss.likeness = std::min(miss.likeness, alike);
        is += (is.empty() ? "" : ", ") + found;
        wanted += (wanted.empty() ? "" : ", ") + asked;
    });
    miss.sentence = fmt::format("{}: it was {}, the step wants {}", describe(chunk, event), is, wanted);
    return miss;
}

std::string EventPattern::text() const
{
    const std::string_view word = wordOf(kind);
    std::string text = word.empty() ? "“" + std::string(trace::name(kind)) + "”" : std::string(word);
    if (!object.empty())
        text += (word.empty() ? ": " : " ") + quoted(object);
    if (!thing.empty())
        text += fmt::format(" for `{}`", thing);
    if (!shadow.empty() && shadow != kClassic)
        text += fmt::format(" (its shadow `{}`)", shadow);
    if (!subject.empty())
        text += fmt::format(" of `{}`", subject);
    if (!detail.empty())
        text += fmt::format(" ({})", detail);
    for (const JsonMatch& match : where)
        text += ", " + match.text();
    return core.empty() ? text : text + " " + placeText(core);
}

std::string ApiQuestion::text() const
{
    std::string text = "`" + operation + "`";
    for (const auto& parameter : with)
        text += fmt::format(" {}", json::serialize(parameter.value()));
    if (!error.empty())
        return text + " answers " + error;
    text += " answers";
    for (const JsonMatch& match : where)
        text += ", " + match.text();
    return text;
}

std::string Condition::text() const
{
    if (!missing.empty())
        return missing;
    std::string joined;
    switch (form) {
    case Form::All:
    case Form::Any:
        for (const Condition& part : parts)
            joined += (joined.empty() ? "" : form == Form::All ? "; " : ", or ") + part.text();
        return joined;
    case Form::Not:
        return "not: " + parts.front().text();
    case Form::Event:
        return count > 1 ? fmt::format("{} times {}", count, event.text()) : event.text();
    case Form::Absent:
        return fmt::format("{:.3g} s without {}", std::chrono::duration<double>(*span).count(), event.text());
    case Form::Api:
        return api.text();
    }
    return joined;
}

std::string describe(const trace::Chunk& chunk, const trace::Event& event)
{
    const std::string_view subject = chunk.text(event.subject), object = chunk.text(event.object),
                           detail = chunk.text(event.detail);
    if (isOfShadow(event.kind)) {
        const ShadowName named = shadowOf(object);
        std::string text = fmt::format("{} of `{}`", trace::name(event.kind), named.thing);
        if (named.shadow != kClassic)
            text += fmt::format(" / `{}`", named.shadow);
        if (event.kind == Kind::ShadowAccepted)
            text = fmt::format("{}, {}, version {}", text, detail, event.extra);
        else if (!detail.empty())
            text += fmt::format(" ({})", detail);
        if (!subject.empty())
            text += " by " + std::string(subject);
        const std::string_view core = coreOf(chunk, event);
        return core.empty() ? text : text + " " + placeText(core);
    }
    std::string text{trace::name(event.kind)};
    if (!object.empty() && event.kind != Kind::ClientConnected && event.kind != Kind::ClientDisconnected &&
        event.kind != Kind::Evidence)
        text += " " + quoted(object);
    if (!subject.empty())
        text += " (" + std::string(subject) + ")";
    if (!detail.empty())
        text += ", " + std::string(detail);
    const std::string_view core = coreOf(chunk, event);
    return core.empty() ? text : text + " " + placeText(core);
}

} // namespace greensward::labs
