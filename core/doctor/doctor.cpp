// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/doctor.h"

#include "doctor/rules.h"

#include <algorithm>
#include <boost/json.hpp>

namespace greensward::doctor {

namespace json = boost::json;

namespace {

/// Deadlines are looked at no oftener, however many events come.
constexpr Duration kBetweenLooks = std::chrono::milliseconds(10);

/// Evidence is written by this program, but a capture may come from anywhere.
json::object parsed(std::string_view text)
{
    boost::system::error_code error;
    json::parse_options options;
    options.max_depth = 12;
    json::value value = json::parse(text, error, {}, options);
    return !error && value.is_object() ? std::move(value.get_object()) : json::object{};
}

} // namespace

Doctor::Doctor(DoctorLimits limits) : m_limits(limits)
{
    m_rules.push_back(linkRule());
    m_rules.push_back(accessRule());
    m_rules.push_back(apiRule());
    m_rules.push_back(takeOverRule());
    m_rules.push_back(willRule());
    m_rules.push_back(discoveryRule());
    m_rules.push_back(coreRule());
    m_rules.push_back(deploymentRule());
    m_rules.push_back(routeRule());
    m_rules.push_back(shadowRejectedRule());
    m_rules.push_back(deltaRule());
}

Doctor::~Doctor() = default;

trace::KindSet Doctor::wanted()
{
    using trace::Kind;
    return trace::KindSet{Kind::Evidence,        Kind::LinkOpened,      Kind::ClientConnected, Kind::ClientDisconnected,
                          Kind::ClientTakenOver, Kind::Subscribed,      Kind::Unsubscribed,    Kind::WillArmed,
                          Kind::WillPublished,   Kind::WillWithheld,    Kind::ApiCalled,       Kind::ShadowAccepted,
                          Kind::ShadowRejected,  Kind::ShadowDelta,     Kind::ServiceStarted,  Kind::DeploymentApplied};
}

void Doctor::read(const trace::Chunk& chunk)
{
    static const trace::KindSet kWanted = wanted();
    for (const trace::Event& event : chunk.events()) {
        if (!kWanted.contains(event.kind))
            continue;
        if (event.time - m_now >= kBetweenLooks)
            advance(event.time);
        Occurrence seen{.event = event,
                        .subject = chunk.text(event.subject),
                        .object = chunk.text(event.object),
                        .detail = chunk.text(event.detail),
                        .payload = chunk.bytes(event.payload),
                        .origin = chunk.origin(event)};
        if (event.kind == trace::Kind::Evidence)
            seen.evidence = parsed(chunk.text(event.payload));
        for (const auto& rule : m_rules)
            if (rule->hears(seen.origin))
                rule->see(seen, *this);
    }
}

void Doctor::advance(WallTime now)
{
    m_now = std::max(m_now, now);
    for (const auto& rule : m_rules)
        if (const auto due = rule->deadline(); due && *due <= m_now)
            rule->advance(*this);
    while (!m_cards.empty()) {
        const auto quiet = std::find_if(m_cards.begin(), m_cards.end(), [&](const Card& card) {
            return m_now - card.last >= m_limits.quiet;
        });
        if (quiet == m_cards.end())
            break;
        learn(quiet);
    }
}

std::optional<WallTime> Doctor::deadline() const
{
    std::optional<WallTime> first;
    const auto consider = [&](std::optional<WallTime> due) {
        if (due && (!first || *due < *first))
            first = due;
    };
    for (const auto& rule : m_rules)
        consider(rule->deadline());
    for (const Card& card : m_cards)
        consider(card.last + m_limits.quiet);
    return first;
}

void Doctor::raise(Card card)
{
    ++m_revision;
    const auto same = [&](const Card& other) { return other.code == card.code && other.key == card.key; };
    for (auto* list : {&m_cards, &m_learned})
        if (const auto known = std::find_if(list->begin(), list->end(), same); known != list->end()) {
            card.times += known->times;
            card.first = known->first;
            list->erase(known);
        }
    card.resolved.reset();
    m_cards.insert(m_cards.begin(), std::move(card));
    if (m_cards.size() > m_limits.open)
        m_cards.pop_back();
}

void Doctor::resolve(Code code, std::string_view key)
{
    const auto found = std::find_if(m_cards.begin(), m_cards.end(),
                                    [&](const Card& card) { return card.code == code && card.key == key; });
    if (found != m_cards.end())
        learn(found);
}

void Doctor::resolveClient(Code code, std::string_view client)
{
    for (std::size_t i = 0; i < m_cards.size();)
        if (m_cards[i].code == code && m_cards[i].client == client && !client.empty())
            learn(m_cards.begin() + static_cast<std::ptrdiff_t>(i));
        else
            ++i;
}

void Doctor::dismiss(Code code, std::string_view key)
{
    resolve(code, key);
}

void Doctor::learn(std::vector<Card>::iterator card)
{
    ++m_revision;
    card->resolved = m_now;
    m_learned.insert(m_learned.begin(), std::move(*card));
    m_cards.erase(card);
    if (m_learned.size() > m_limits.learned)
        m_learned.pop_back();
}

} // namespace greensward::doctor
