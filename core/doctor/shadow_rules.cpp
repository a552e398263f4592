// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/phrases.h"
#include "doctor/rules.h"
#include "doctor/shadow_flaws.h"
#include "doctor/words.h"

#include <boost/json.hpp>
#include <algorithm>
#include <deque>
#include <fmt/format.h>
#include <map>

namespace greensward::doctor {

namespace {

using namespace phrases;
using trace::Kind;

constexpr std::size_t kMostShadows = 10'000;
constexpr std::size_t kKeptPayload = 8'192;

/// "wt-1" of "$aws/things/wt-1/shadow", "wt-1 config" of "$aws/things/wt-1/shadow/name/config".
std::string shadowName(std::string_view topic)
{
    constexpr std::string_view kBegin = "$aws/things/", kNamed = "/shadow/name/";
    if (!topic.starts_with(kBegin))
        return std::string(topic);
    topic.remove_prefix(kBegin.size());
    std::string name(topic.substr(0, topic.find('/')));
    if (const auto at = topic.find(kNamed); at != std::string_view::npos)
        name.append(" ").append(topic.substr(at + kNamed.size()));
    return name;
}

std::string thingOf(std::string_view topic)
{
    const std::string name = shadowName(topic);
    return name.substr(0, name.find(' '));
}

/// How the cloud calls a core: "CORE-gda" has a deployment, "CORE-gci" other addresses. Nobody reports there.
bool isCall(std::string_view topic)
{
    const std::string thing = thingOf(topic);
    return thing.ends_with("-gda") || thing.ends_with("-gci");
}

/// D16: a shadow said no.
class ShadowRejectedRule final : public Rule
{
public:
    void see(const Occurrence& seen, Desk& desk) override
    {
        if (seen.event.kind == Kind::ShadowAccepted && seen.detail == "update")
            accepted(seen, desk);
        else if (seen.event.kind == Kind::ShadowRejected && seen.detail.starts_with("update"))
            rejected(seen, desk);
    }

private:
    struct Writer
    {
        std::string who;
        std::int64_t version = 0;
    };

    static std::string keyOf(const Occurrence& seen)
    {
        return fmt::format("{} {}", seen.subject, seen.object);
    }

    void accepted(const Occurrence& seen, Desk& desk)
    {
        if (m_open.erase(keyOf(seen)) > 0)
            desk.resolve(Code::ShadowRejected, keyOf(seen));
        if (m_writers.size() >= kMostShadows && !m_writers.contains(std::string(seen.object)))
            return;
        m_writers[std::string(seen.object)] = {std::string(seen.subject), seen.event.extra};
    }

    void rejected(const Occurrence& seen, Desk& desk)
    {
        const std::string shadow = shadowName(seen.object), who(seen.subject);
        const std::string why(seen.detail.substr(std::min(seen.detail.size(), seen.detail.find(": ") + 2)));
        Card card = cardOf(seen, Code::ShadowRejected, Confidence::Certain, keyOf(seen), {});
        card.background = kBackShadow;
        card.client = who;
        card.lab = 4;
        card.rows.push_back({kRowShadow, shadow});
        card.rows.push_back({kRowCode, fmt::format("{} {}", seen.event.extra, why), Row::Mark::No});
        switch (seen.event.extra) {
        case 400:
            badDocument(card, seen, why);
            break;
        case 409:
            conflict(card, seen);
            break;
        case 413:
            card.sentence = {kShadowLarge, {shadow, why}};
            break;
        case 429:
            card.sentence = {kShadowMany, {shadow, who}};
            break;
        default:
            card.sentence = {kShadowOther, {shadow, who, std::to_string(seen.event.extra), why}};
            break;
        }
        card.fixes.push_back({Fix::Act::ShowShadow, kFixShowShadow, thingOf(seen.object)});
        if (m_open.size() < kMostShadows)
            m_open[card.key] = true;
        desk.raise(std::move(card));
    }

    static void badDocument(Card& card, const Occurrence& seen, const std::string& why)
    {
        const ShadowFlaw flaw = flawOf(asText(seen.payload));
        const std::string what = flaw.what.isEmpty() ? why : flaw.what.english();
        card.sentence = {kShadowBad, {shadowName(seen.object), std::string(seen.subject), what}};
        if (!flaw.node.empty())
            card.rows.push_back({kRowPlace, flaw.node, Row::Mark::No});
        card.rows.push_back({kRowSent, std::string(asText(seen.payload).substr(0, 200))});
        card.fixes.push_back({Fix::Act::Copy, kFixDocument, {}, R"({"state":{"reported":{"rpm":1500}}})"});
    }

    void conflict(Card& card, const Occurrence& seen)
    {
        std::string asked = "?";
        boost::system::error_code error;
        if (const auto request = boost::json::parse(asText(seen.payload), error); !error && request.is_object())
            if (const auto* version = request.get_object().if_contains("version"))
                asked = boost::json::serialize(*version);
        const Writer before = m_writers[std::string(seen.object)];
        const std::string now = before.version > 0 ? std::to_string(before.version) : "?";
        const std::string by = before.who.empty() ? "?" : before.who;
        card.sentence = {kShadowConflict, {shadowName(seen.object), std::string(seen.subject), asked, now, by}};
        card.rows.push_back({kRowVersion, asked, Row::Mark::No});
        card.rows.push_back({kRowVersionNow, now, Row::Mark::Yes});
        card.rows.push_back({kRowWriters, by});
    }

    std::map<std::string, Writer> m_writers; ///< last, by shadow
    std::map<std::string, bool> m_open;
};

/// D17: desired and reported do not become equal.
class DeltaRule final : public Rule
{
public:
    void see(const Occurrence& seen, Desk& desk) override
    {
        if (isCall(seen.object))
            return;
        if (seen.event.kind == Kind::ShadowAccepted)
            accepted(seen, desk);
        else if (seen.event.kind == Kind::ShadowDelta)
            differs(seen, desk);
    }

    void advance(Desk& desk) override
    {
        while (!m_due.empty() && m_due.begin()->first <= desk.now()) {
            const std::string topic = m_due.begin()->second;
            m_due.erase(m_due.begin());
            const auto known = m_shadows.find(topic);
            if (known == m_shadows.end())
                continue;
            Shadow& shadow = known->second;
            settle(topic, shadow, desk);
            if (shadow.since && !shadow.told && *shadow.since + kPatience <= desk.now())
                tell(topic, shadow, desk);
        }
    }

    std::optional<WallTime> deadline() const override
    {
        return m_due.empty() ? std::nullopt : std::optional(m_due.begin()->first);
    }

private:
    static constexpr Duration kPatience = std::chrono::seconds(30);

    struct Step
    {
        std::int64_t version = 0;
        std::string text;
    };
    struct Shadow
    {
        std::optional<WallTime> since; ///< of the difference there is
        std::int64_t accepted = 0;     ///< version of the last update
        bool differed = false;         ///< that update had a delta
        bool told = false;
        bool reportedSince = false;
        std::string request; ///< of that update
        std::string delta;
        std::string who;
        std::deque<Step> steps; ///< the last few versions
        trace::EventId event = 0;
        trace::JourneyId journey = 0;
    };

    /// The delta of an update follows it at once: when the next one comes, the one before had none.
    void settle(const std::string& topic, Shadow& shadow, Desk& desk)
    {
        if (shadow.differed || !shadow.since)
            return;
        shadow.since.reset();
        shadow.told = false;
        desk.resolve(Code::Delta, topic);
    }

    void accepted(const Occurrence& seen, Desk& desk)
    {
        const std::string topic(seen.object);
        const bool update = seen.detail == "update";
        if (!update && seen.detail != "delete")
            return; // a get changes nothing
        const auto known = m_shadows.find(topic);
        if (known == m_shadows.end() && m_shadows.size() >= kMostShadows)
            return;
        Shadow& shadow = known == m_shadows.end() ? m_shadows[topic] : known->second;
        settle(topic, shadow, desk);
        shadow.accepted = seen.event.extra;
        shadow.differed = false;
        shadow.request.assign(asText(seen.payload).substr(0, kKeptPayload));
        shadow.who = seen.subject;
        if (!update) {
            settle(topic, shadow, desk);
            m_shadows.erase(topic);
            return;
        }
        if (shadow.since) {
            // Not worth a look while the two agree. Whether they still differ is known in a moment.
            shadow.steps.push_back({seen.event.extra, fmt::format("{}: {}", seen.subject, shadow.request.substr(0, 80))});
            if (shadow.steps.size() > 6)
                shadow.steps.pop_front();
            lookAgain(seen.event.time + kBehind, topic);
        }
    }

    void differs(const Occurrence& seen, Desk& desk)
    {
        const auto known = m_shadows.find(std::string(seen.object));
        if (known == m_shadows.end() || known->second.accepted != seen.event.extra)
            return;
        Shadow& shadow = known->second;
        shadow.differed = true;
        shadow.delta.assign(asText(seen.payload).substr(0, kKeptPayload));
        shadow.event = seen.event.id;
        shadow.journey = seen.event.journey;
        const bool began = !shadow.since;
        if (began) {
            shadow.since = seen.event.time;
            shadow.reportedSince = false;
            shadow.steps = {{shadow.accepted, fmt::format("{}: {}", shadow.who, shadow.request.substr(0, 80))}};
        } else if (reports(shadow.request)) {
            shadow.reportedSince = true;
        }
        if (const TypeClash clash = typeClash(shadow.delta, shadow.request); !clash.path.empty())
            otherType(seen, shadow, clash, desk);
        if (began)
            lookAgain(*shadow.since + kPatience, std::string(seen.object));
    }

    void lookAgain(WallTime when, const std::string& topic)
    {
        if (m_due.size() < kMostShadows)
            m_due.emplace(when, topic);
    }

    Card about(const std::string& topic, const Shadow& shadow, Confidence confidence, Text sentence, WallTime now) const
    {
        Card card{.code = Code::Delta,
                  .confidence = confidence,
                  .key = topic,
                  .client = thingOf(topic),
                  .sentence = std::move(sentence),
                  .background = kBackDelta,
                  .lab = 4,
                  .first = now,
                  .last = now,
                  .event = shadow.event,
                  .journey = shadow.journey};
        card.rows.push_back({kRowShadow, shadowName(topic)});
        return card;
    }

    void otherType(const Occurrence& seen, Shadow& shadow, const TypeClash& clash, Desk& desk)
    {
        shadow.told = true;
        Card card = about(std::string(seen.object), shadow, Confidence::Certain,
                          {kOtherType, {clash.path, clash.desired, shadow.who, clash.reported}}, seen.event.time);
        card.rows.push_back({kRowPlace, clash.path});
        card.rows.push_back({kRowDesired, clash.desired, Row::Mark::No});
        card.rows.push_back({kRowReported, clash.reported, Row::Mark::No});
        finish(card, seen.object);
        desk.raise(std::move(card));
    }

    void tell(const std::string& topic, Shadow& shadow, Desk& desk)
    {
        shadow.told = true;
        const std::string name = shadowName(topic), time = lasting(desk.now() - *shadow.since);
        const std::string members = membersOf(shadow.delta);
        Card card = about(topic, shadow, Confidence::Check,
                          shadow.reportedSince ? Text{kDeltaIgnored, {name, time, members}}
                                               : Text{kDeltaStays, {name, time}},
                          desk.now());
        card.rows.push_back({kRowDesired, shadow.delta.substr(0, 200), Row::Mark::No});
        for (const Step& step : shadow.steps)
            card.rows.push_back({{kRowStep, {std::to_string(step.version)}}, step.text});
        finish(card, topic);
        desk.raise(std::move(card));
    }

    static void finish(Card& card, std::string_view topic)
    {
        const std::string thing = thingOf(topic);
        card.fixes.push_back({Fix::Act::ShowShadow, kFixShowShadow, thing});
        card.fixes.push_back({Fix::Act::Copy, kFixLetGo, {}, R"({"state":{"desired":null}})"});
    }

    static constexpr Duration kBehind = std::chrono::milliseconds(200);
    std::map<std::string, Shadow> m_shadows; ///< by topic
    std::multimap<WallTime, std::string> m_due; ///< when to look at a shadow again
};

} // namespace

std::unique_ptr<Rule> shadowRejectedRule()
{
    return std::make_unique<ShadowRejectedRule>();
}

std::unique_ptr<Rule> deltaRule()
{
    return std::make_unique<DeltaRule>();
}

} // namespace greensward::doctor
