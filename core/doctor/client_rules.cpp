// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/phrases.h"
#include "doctor/rules.h"
#include "doctor/words.h"

#include "mqtt/topic.h"
#include "mqtt/trace_flags.h"

#include <algorithm>
#include <deque>
#include <fmt/format.h>
#include <map>
#include <set>

namespace greensward::doctor {

namespace {

using namespace phrases;
using trace::Kind;

constexpr std::size_t kMostClients = 20'000;
constexpr std::size_t kMostFilters = 2'000;

/// D07: an id that two programs use.
class TakeOverRule final : public Rule
{
public:
    void see(const Occurrence& seen, Desk& desk) override
    {
        const std::string client(seen.subject);
        if (seen.event.kind == Kind::ClientConnected) {
            if (m_addresses.size() < kMostClients || m_addresses.contains(client))
                m_addresses[client] = {std::string(seen.object), (seen.event.flags & trace::kSimulated) != 0};
        } else if (seen.event.kind == Kind::ClientDisconnected) {
            if (!m_fights.contains(client))
                m_addresses.erase(client);
        } else if (seen.event.kind == Kind::ClientTakenOver) {
            takenOver(client, seen, desk);
        }
    }

    void advance(Desk& desk) override
    {
        for (auto at = m_fights.begin(); at != m_fights.end();) {
            if (at->second.times.back() + kOver > desk.now()) {
                ++at;
                continue;
            }
            desk.resolve(Code::TwoClients, at->first);
            at = m_fights.erase(at);
        }
    }

    std::optional<WallTime> deadline() const override
    {
        std::optional<WallTime> first;
        for (const auto& [client, fight] : m_fights)
            if (const WallTime due = fight.times.back() + kOver; !first || due < *first)
                first = due;
        return first;
    }

private:
    static constexpr Duration kWithin = std::chrono::seconds(30);
    static constexpr Duration kOver = std::chrono::seconds(60);

    struct Seat
    {
        std::string address;
        bool simulated = false;
    };
    struct Fight
    {
        std::deque<WallTime> times;
    };

    void takenOver(const std::string& client, const Occurrence& seen, Desk& desk)
    {
        if (m_fights.size() >= kMostClients)
            return;
        std::deque<WallTime>& times = m_fights[client].times;
        times.push_back(seen.event.time);
        while (times.size() > 1 && times.front() + kWithin < seen.event.time)
            times.pop_front();
        if (times.size() < 2)
            return; // one program that came back before its old connection was known to be dead does the same
        const Seat& before = m_addresses[client];
        const std::string here = hostOf(before.address), there = hostOf(seen.object);
        Card card = cardOf(seen, Code::TwoClients, Confidence::Certain, client,
                           here == there ? Text{kTwoPrograms, {client, here}}
                                         : Text{kTwoClients, {client, here, there}});
        card.background = kBackTwoClients;
        card.client = client;
        card.peer = seen.object;
        card.rows.push_back({kRowFrom, before.address + (before.simulated ? " (SIM)" : "")});
        card.rows.push_back({kRowFrom, std::string(seen.object)});
        const auto spell = (times.back() - times.front()) / static_cast<std::int64_t>(times.size() - 1);
        card.rows.push_back({kRowEvery, spell < std::chrono::seconds(1) ? "< 1 s" : lasting(spell)});
        if (before.simulated || (seen.event.flags & trace::kSimulated) != 0)
            card.fixes.push_back({Fix::Act::StopDevice, {kFixStopDevice, {client}}, client});
        card.fixes.push_back({Fix::Act::ShowClient, kFixShowClient, client});
        while (times.size() > 16)
            times.pop_front();
        desk.raise(std::move(card));
    }

    std::map<std::string, Seat> m_addresses; ///< of who is connected
    std::map<std::string, Fight> m_fights;
};

/// D20: a will that does not come, or comes late.
class WillRule final : public Rule
{
public:
    void see(const Occurrence& seen, Desk& desk) override
    {
        const std::string client(seen.subject);
        switch (seen.event.kind) {
        case Kind::ClientConnected:
            if (m_clients.size() < kMostClients || m_clients.contains(client))
                m_clients[client] = {seen.event.extra, (seen.event.flags & trace::kSimulated) != 0};
            desk.resolve(Code::LastWill, "late " + client);
            break;
        case Kind::ClientDisconnected:
            m_clients.erase(client);
            std::erase_if(m_filters, [&](const auto& pair) { return pair.first == client; });
            desk.resolve(Code::LastWill, "late " + client);
            break;
        case Kind::Subscribed:
            if (seen.object != "#" && seen.object != "+/#" && m_filters.size() < kMostFilters)
                m_filters.emplace(client, mqtt::splitShared(seen.object).filter);
            break;
        case Kind::Unsubscribed:
            m_filters.erase(std::pair(client, std::string(mqtt::splitShared(seen.object).filter)));
            break;
        case Kind::WillArmed:
            armed(client, seen, desk);
            break;
        case Kind::WillPublished:
            desk.resolve(Code::LastWill, "goodbye " + client);
            break;
        case Kind::WillWithheld:
            withheld(client, seen, desk);
            break;
        default:
            break;
        }
    }

private:
    /// Longer than any of the workshop's clients asks for, and than anybody wants to wait for.
    static constexpr std::int64_t kLongKeepAlive = 900;

    struct Client
    {
        std::int64_t keepAlive = 0;
        bool simulated = false;
    };

    static Card about(const Occurrence& seen, Confidence confidence, std::string key, Text sentence)
    {
        Card card = cardOf(seen, Code::LastWill, confidence, std::move(key), std::move(sentence));
        card.background = kBackWill;
        card.client = seen.subject;
        card.lab = 5;
        card.rows.push_back({kRowWill, std::string(seen.object)});
        card.fixes.push_back({Fix::Act::ShowClient, kFixShowClient, std::string(seen.subject)});
        return card;
    }

    void armed(const std::string& client, const Occurrence& seen, Desk& desk)
    {
        const auto known = m_clients.find(client);
        if (known == m_clients.end() || known->second.simulated)
            return;
        const std::int64_t keepAlive = known->second.keepAlive;
        const std::string topic(seen.object);
        if (keepAlive == 0)
            desk.raise(about(seen, Confidence::Check, "late " + client, {kWillNever, {client, topic}}));
        if (keepAlive < kLongKeepAlive)
            return;
        const std::string after = lasting(std::chrono::seconds(keepAlive + keepAlive / 2));
        Card card = about(seen, Confidence::Check, "late " + client,
                          {kWillLate, {client, topic, after, lasting(std::chrono::seconds(keepAlive))}});
        card.rows.push_back({kRowFires, after});
        desk.raise(std::move(card));
    }

    void withheld(const std::string& client, const Occurrence& seen, Desk& desk)
    {
        const std::string topic(seen.object);
        const auto fate = static_cast<mqtt::WillFate>(seen.event.extra);
        if (fate == mqtt::WillFate::NotAuthorized) {
            Card card = about(seen, Confidence::Certain, "withheld " + client, {kWillWithheld, {client, topic}});
            card.rows.push_back({kRowSaw, std::string(seen.detail), Row::Mark::No});
            return desk.raise(std::move(card));
        }
        if (fate != mqtt::WillFate::Goodbye || (seen.event.flags & trace::kSimulated) != 0)
            return;
        // Every tidy program takes its will back. It is worth a word when somebody listens for just that.
        const auto listener = std::find_if(m_filters.begin(), m_filters.end(), [&](const auto& pair) {
            return pair.first != client && mqtt::topicMatches(pair.second, topic);
        });
        if (listener == m_filters.end())
            return;
        Card card = about(seen, Confidence::Likely, "goodbye " + client, {kWillGoodbye, {client, topic}});
        card.rows.push_back({kRowListens, listener->first + ": " + listener->second});
        desk.raise(std::move(card));
    }

    std::map<std::string, Client> m_clients;                ///< who is connected
    std::set<std::pair<std::string, std::string>> m_filters; ///< client and filter
};

} // namespace

std::unique_ptr<Rule> takeOverRule()
{
    return std::make_unique<TakeOverRule>();
}

std::unique_ptr<Rule> willRule()
{
    return std::make_unique<WillRule>();
}

} // namespace greensward::doctor
