// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// SUBSCRIBE and UNSUBSCRIBE.
#include "mqtt/broker_answers.h"
#include "mqtt/broker_core.h"
#include "mqtt/topic.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::mqtt {

namespace {

constexpr ProtocolError kNoIdentifiers{ReasonCode::SubscriptionIdentifiersNotSupported, "MQTT5-3.2.2.3.12",
                                       "subscription identifiers are not supported"};
constexpr ProtocolError kNoWildcards{ReasonCode::WildcardSubscriptionsNotSupported, "MQTT5-3.2.2.3.11",
                                     "wildcard subscriptions are not supported"};
constexpr ProtocolError kNoShares{ReasonCode::SharedSubscriptionsNotSupported, "MQTT5-3.2.2.3.13",
                                  "shared subscriptions are not supported"};
constexpr ProtocolError kSharedNoLocal{ReasonCode::ProtocolError, "MQTT5-3.8.3-4",
                                       "a shared subscription must not have the No Local option"};

std::string describe(const SubscriptionOptions& options, std::uint32_t id)
{
    std::string text = fmt::format("QoS {}", static_cast<int>(options.qos));
    if (options.noLocal)
        text += ", no local";
    if (options.retainAsPublished)
        text += ", retain as published";
    if (options.retainHandling != 0)
        text += fmt::format(", retain handling {}", options.retainHandling);
    if (id != 0)
        text += fmt::format(", identifier {}", id);
    return text;
}

} // namespace

/// What this server announced in CONNACK not to have, and a client uses all the same.
std::optional<ProtocolError> Broker::Core::unacceptable(const Connection& connection, const Subscribe& packet) const
{
    if (packet.subscriptionId && !m_limits.subscriptionIdentifiers)
        return kNoIdentifiers;
    for (const Subscribe::Entry& entry : packet.entries) {
        const bool shared = !splitShared(entry.filter).group.empty();
        if (shared && entry.options.noLocal)
            return kSharedNoLocal;
        if (connection.version != Version::v5)
            continue; // was not told, and is answered 0x80
        if (shared && !m_limits.sharedSubscriptions)
            return kNoShares;
        if (!m_limits.wildcardSubscriptions && entry.filter.find_first_of("+#") != std::string_view::npos)
            return kNoWildcards;
    }
    return std::nullopt;
}

void Broker::Core::onSubscribe(Connection& connection, const Subscribe& packet)
{
    if (const auto error = unacceptable(connection, packet)) {
        fail(connection, *error);
        return;
    }
    if (m_parts.observer)
        m_parts.observer->subscribing(connection.seat, packet);
    Session& session = *connection.session;
    Suback suback;
    suback.id = packet.id;
    Ticket ticket = 0;
    for (const Subscribe::Entry& entry : packet.entries) {
        suback.codes.push_back(subscribeOne(connection, entry, packet.subscriptionId.value_or(0), ticket));
        if (connection.closing)
            return;
    }
    if (m_parts.observer) {
        std::vector<std::string_view> granted;
        for (std::size_t at = 0; at < suback.codes.size(); ++at)
            if (suback.codes[at] <= ReasonCode::GrantedQoS2)
                granted.push_back(packet.entries[at].filter);
        if (!granted.empty())
            m_parts.observer->subscribed(connection.peer, session.clientId, granted);
    }
    answer(connection, ticket, AfterSending::Nothing, suback);
    if (session.replays)
        replayRetained(session);
}

/// One filter of a SUBSCRIBE; returns its code in SUBACK and raises ticket to the last write.
ReasonCode Broker::Core::subscribeOne(Connection& connection, const Subscribe::Entry& entry, std::uint32_t id,
                                      Ticket& ticket)
{
    Session& session = *connection.session;
    const auto refused = [&](ReasonCode code, std::string_view because) {
        recorder().record({.kind = trace::Kind::SubscribeRefused,
                           .cause = connection.event,
                           .journey = connection.journey,
                           .number = connection.id,
                           .extra = static_cast<std::int64_t>(code),
                           .subject = session.clientId,
                           .object = entry.filter,
                           .detail = because});
        return code;
    };
    const SharedFilter parts = splitShared(entry.filter);
    if (!parts.group.empty() && !m_limits.sharedSubscriptions)
        return refused(ReasonCode::SharedSubscriptionsNotSupported, "shared subscriptions are not supported");
    if (!m_limits.wildcardSubscriptions && entry.filter.find_first_of("+#") != std::string_view::npos)
        return refused(ReasonCode::WildcardSubscriptionsNotSupported, "wildcard subscriptions are not supported");

    SubscriptionOptions options = entry.options;
    options.qos = std::min(options.qos, m_limits.maximumQoS);
    const Verdict verdict = m_parts.gatekeeper.subscribe(connection.peer, session.clientId, entry.filter, options);
    const auto granted = static_cast<ReasonCode>(options.qos);
    noteEvidence(verdict, connection.event, connection, session.clientId);
    switch (verdict.action) {
    case Verdict::Action::Allow:
        break;
    case Verdict::Action::Refuse:
        return refused(verdict.code, verdict.because);
    case Verdict::Action::Ignore:
        refused(granted, verdict.because);
        return granted;
    case Verdict::Action::Close:
        refused(verdict.code, verdict.because);
        close(connection, DisconnectReason::NotAuthorized, verdict.because);
        return verdict.code;
    }

    const auto known = session.subscriptions.find(entry.filter);
    const bool isNew = known == session.subscriptions.end();
    if (isNew && session.subscriptions.size() >= m_limits.subscriptionsPerSession)
        return refused(ReasonCode::QuotaExceeded, "the session has as many subscriptions as it may have");
    const Subscription subscription{options, id};
    if (isNew) {
        session.subscriptions.emplace(entry.filter, subscription);
        ++m_counters.subscriptions;
    } else {
        known->second = subscription;
    }
    m_trie.add(parts.filter, parts.group, {&session, subscription}, isNew);
    if (session.stored)
        ticket = std::max(ticket,
                          m_parts.store->saveSubscription(session.clientId, {std::string(entry.filter), options, id}));
    recorder().record({.kind = trace::Kind::Subscribed,
                       .flags = static_cast<std::uint8_t>(options.qos),
                       .cause = connection.event,
                       .journey = connection.journey,
                       .number = connection.id,
                       .extra = static_cast<std::int64_t>(granted),
                       .subject = session.clientId,
                       .object = entry.filter,
                       .detail = describe(options, id)});

    // [MQTT5-3.3.1-9 … 11, MQTT5-4.8.2] Retained messages: always, only for a new subscription, or never; never for a
    // shared one.
    const bool wanted = options.retainHandling == 0 || (options.retainHandling == 1 && isNew);
    if (wanted && parts.group.empty() && m_retained.size() > 0) {
        if (!session.replays)
            session.replays = std::make_unique<std::deque<RetainedReplay>>();
        std::erase_if(*session.replays,
                      [&](const RetainedReplay& replay) { return replay.cursor.filter == entry.filter; });
        session.replays->push_back({m_retained.walk(entry.filter), subscription});
    }
    return granted;
}

void Broker::Core::onUnsubscribe(Connection& connection, const Unsubscribe& packet)
{
    Session& session = *connection.session;
    Unsuback unsuback;
    unsuback.id = packet.id;
    std::vector<std::string_view> gone;
    Ticket ticket = 0;
    for (const std::string_view filter : packet.filters) {
        const auto known = session.subscriptions.find(filter);
        const bool existed = known != session.subscriptions.end();
        if (connection.version == Version::v5)
            unsuback.codes.push_back(existed ? ReasonCode::Success : ReasonCode::NoSubscriptionExisted);
        if (!existed)
            continue;
        if (m_parts.observer)
            gone.push_back(filter);
        const SharedFilter parts = splitShared(filter);
        m_trie.remove(parts.filter, parts.group, &session);
        session.subscriptions.erase(known);
        --m_counters.subscriptions;
        if (session.replays)
            std::erase_if(*session.replays,
                          [&](const RetainedReplay& replay) { return replay.cursor.filter == filter; });
        if (session.stored)
            ticket = std::max(ticket, m_parts.store->dropSubscription(session.clientId, filter));
        recorder().record({.kind = trace::Kind::Unsubscribed,
                           .cause = connection.event,
                           .journey = connection.journey,
                           .number = connection.id,
                           .subject = session.clientId,
                           .object = filter});
    }
    if (!gone.empty())
        m_parts.observer->unsubscribed(connection.peer, session.clientId, gone);
    answer(connection, ticket, AfterSending::Nothing, unsuback);
}

} // namespace greensward::mqtt
