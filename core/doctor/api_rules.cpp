// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/phrases.h"
#include "doctor/rules.h"

#include "aws/amz_date.h"
#include "doctor/words.h"

#include <boost/json.hpp>
#include <map>
#include <utility>

namespace greensward::doctor {

namespace {

using namespace phrases;

/// Before its end a temporary key is worth a word; a third of its life before, when it was made for a short one.
constexpr Duration kSoon = std::chrono::minutes(15);
constexpr std::size_t kMostKeys = 1000;

/// Signatures, regions and temporary keys.
class ApiRule final : public Rule
{
public:
    void see(const Occurrence& seen, Desk& desk) override
    {
        if (seen.is(trace::Finding::SignatureRefused))
            refused(seen, desk);
        else if (seen.is(trace::Finding::OtherRegion))
            elsewhere(seen, desk);
        else if (seen.is(trace::Finding::TemporaryKey))
            temporary(seen, desk);
        else if (seen.event.kind == trace::Kind::ApiCalled)
            letIn(seen, desk);
    }

    void advance(Desk& desk) override
    {
        for (auto at = m_keys.begin(); at != m_keys.end();) {
            if (!at->second.told && at->second.due <= desk.now())
                tell(at->first, at->second, desk);
            if (at->second.ends > desk.now()) {
                ++at;
                continue;
            }
            desk.resolve(Code::Credentials, "ends " + at->first); // from now on it is expired, which is another matter
            at = m_keys.erase(at);
        }
    }

    std::optional<WallTime> deadline() const override
    {
        std::optional<WallTime> first;
        for (const auto& [key, at] : m_keys)
            if (const WallTime due = at.told ? at.ends : at.due; !first || due < *first)
                first = due;
        return first;
    }

private:
    struct Key
    {
        WallTime ends{};
        WallTime due{}; ///< when it is worth a word
        bool told = false;
    };

    void refused(const Occurrence& seen, Desk& desk)
    {
        const std::string reason = seen.text("reason");
        if (reason == "missing") // a browser that looked in, say
            return;
        if (reason == "expired" || reason == "from-the-future")
            return desk.raise(clock(seen, reason == "from-the-future"));
        const std::string key = seen.text("key");
        const bool sure = reason != "mismatch" && reason != "body-mismatch" && reason != "incomplete";
        const char* phrase = reason == "unknown-key"     ? kKeyUnknown
                             : reason == "expired-token" ? kTokenExpired
                             : reason == "wrong-token"   ? kTokenWrong
                             : reason == "body-mismatch" ? kBodyWrong
                                                         : kSecretWrong;
        Card card = cardOf(seen, Code::Credentials, sure ? Confidence::Certain : Confidence::Likely,
                           reason + " " + key + " " + seen.text("agent"), {phrase, {key}});
        remember(card, seen);
        card.background = kBackCredentials;
        card.peer = seen.subject;
        card.rows.push_back({kRowSaw, std::string(seen.detail)});
        card.rows.push_back({kRowKey, key, Row::Mark::No});
        card.rows.push_back({kRowService, seen.text("service")});
        card.rows.push_back({kRowFrom, std::string(seen.subject)});
        card.fixes.push_back({Fix::Act::Copy, kFixNewKeys, {}, "eval \"$(greensward env)\""});
        desk.raise(std::move(card));
    }

    /// The same program is let in again: then it is over.
    void remember(const Card& card, const Occurrence& seen)
    {
        if (m_refused.size() >= kMostKeys)
            m_refused.erase(m_refused.begin());
        m_refused.insert({seen.text("agent"), {card.code, card.key}});
    }

    Card clock(const Occurrence& seen, bool ahead)
    {
        const std::int64_t skew = seen.number("skew");
        Card card = cardOf(seen, Code::Clock, ahead ? Confidence::Certain : Confidence::Likely,
                           "signature " + seen.text("agent"),
                           {ahead ? kSignedAhead : kSignedBehind, {lasting(std::chrono::seconds(std::abs(skew)))}});
        remember(card, seen);
        card.background = kBackClock;
        card.peer = seen.subject;
        card.rows.push_back({kRowClockHere, seen.text("now")});
        card.rows.push_back({kRowClockThere, seen.text("signedAt"), Row::Mark::No});
        card.rows.push_back({kRowFrom, std::string(seen.subject)});
        card.fixes.push_back({Fix::Act::Copy, kFixClock, {}, "sudo timedatectl set-ntp true"});
        return card;
    }

    void elsewhere(const Occurrence& seen, Desk& desk)
    {
        const std::string theirs = seen.text("region"), ours = seen.text("ours"), arn = seen.text("arn");
        Card card = cardOf(seen, Code::Region, Confidence::Certain, "request " + theirs,
                           {arn.empty() ? kSignedElsewhere : kArnElsewhere, {theirs, ours}});
        card.background = kBackRegion;
        card.rows.push_back({kRowRegionThere, theirs, Row::Mark::No});
        card.rows.push_back({kRowRegionHere, ours, Row::Mark::Yes});
        if (!arn.empty())
            card.rows.push_back({kRowArn, arn});
        card.rows.push_back({kRowService, std::string(seen.object)});
        card.fixes.push_back({Fix::Act::Copy, kFixCopyRegion, {}, "export AWS_DEFAULT_REGION=" + ours});
        m_elsewhere = "request " + theirs;
        m_fresh = true;
        desk.raise(std::move(card));
    }

    /// A request was let in: clock and keys are right, and so is the region unless evidence has just said otherwise.
    void letIn(const Occurrence& seen, Desk& desk)
    {
        if (seen.subject.find(":cert/") != std::string_view::npos)
            return;
        const auto same = m_refused.equal_range(std::string(asText(seen.payload)));
        for (auto at = same.first; at != same.second; ++at)
            desk.resolve(at->second.first, at->second.second);
        m_refused.erase(same.first, same.second);
        if (!std::exchange(m_fresh, false) && !m_elsewhere.empty())
            desk.resolve(Code::Region, std::exchange(m_elsewhere, {}));
    }

    void temporary(const Occurrence& seen, Desk& desk)
    {
        const auto ends = aws::fromIso8601(seen.text("expires"));
        if (!ends)
            return;
        if (m_keys.size() >= kMostKeys)
            m_keys.erase(m_keys.begin());
        const auto [at, isNew] = m_keys.try_emplace(seen.text("key"));
        if (isNew) {
            const Duration left = *ends - seen.event.time;
            at->second = {*ends, *ends - std::min(kSoon, left / 3)};
        }
        advance(desk);
    }

    static void tell(const std::string& id, Key& key, Desk& desk)
    {
        key.told = true;
        Card card{.code = Code::Credentials,
                  .confidence = Confidence::Certain,
                  .key = "ends " + id,
                  .sentence = {kKeyEnds, {id, lasting(key.ends - desk.now())}},
                  .background = kBackCredentials,
                  .first = desk.now(),
                  .last = desk.now()};
        card.rows.push_back({kRowKey, id});
        card.rows.push_back({kRowExpires, toIso8601(key.ends)});
        card.fixes.push_back(
            {Fix::Act::Copy, kFixNewKeys, {}, "aws sts get-session-token", "aws sts get-session-token"});
        desk.raise(std::move(card));
    }

    std::multimap<std::string, std::pair<Code, std::string>> m_refused; ///< by program
    std::map<std::string, Key> m_keys; ///< temporary ones that were used
    std::string m_elsewhere;           ///< key of the open card about a region
    bool m_fresh = false;              ///< the request under way is one for another region
};

} // namespace

std::unique_ptr<Rule> apiRule()
{
    return std::make_unique<ApiRule>();
}

} // namespace greensward::doctor
