// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger.h"

#include "mqtt/topic.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace greensward::simulation {

namespace {

int number(mqtt::QoS qos)
{
    return static_cast<int>(qos);
}

} // namespace

Ledger::Ledger(const ManualClock& clock, Journal& journal, const Scenario& scenario)
    : m_clock(clock)
    , m_journal(journal)
    , m_drops(scenario.tightLimits)
    , m_forgets(scenario.restarts)
    , m_publications(scenario.clients.size())
    , m_subscribers(scenario.clients.size())
{}

std::string Ledger::payload(std::size_t publisher, std::uint64_t sequence, std::size_t filling)
{
    return fmt::format("{}|{}|{}", publisher, sequence, std::string(filling, '.'));
}

std::uint64_t Ledger::published(Publication publication)
{
    publication.at = m_clock.now();
    auto& all = m_publications[publication.publisher];
    all.push_back(std::move(publication));
    return all.size();
}

void Ledger::acknowledged(std::size_t publisher, std::uint64_t sequence, mqtt::ReasonCode code)
{
    Publication& publication = m_publications[publisher][sequence - 1];
    if (publication.acknowledged)
        m_journal.violation("c{} was told twice that its #{} is acknowledged", publisher, sequence);
    // A repeated PUBREL may find that the first one did its work [MQTT5-3.7.2.1].
    const bool done = publication.qos == mqtt::QoS::ExactlyOnce && code == mqtt::ReasonCode::PacketIdentifierNotFound;
    if (static_cast<unsigned>(code) >= 0x80 && !done)
        m_journal.violation("c{} had its #{} refused with {}", publisher, sequence, mqtt::text(code));
    publication.acknowledged = true;
    ++m_acknowledged;
}

void Ledger::dropped(std::size_t publisher, std::uint64_t sequence)
{
    m_publications[publisher][sequence - 1].dropped = true;
}

void Ledger::subscribing(std::size_t subscriber, const std::string& filter)
{
    m_subscribers[subscriber].subscriptions.try_emplace(filter);
}

void Ledger::subscribed(std::size_t subscriber, const std::string& filter, mqtt::ReasonCode code)
{
    if (static_cast<unsigned>(code) > 2) {
        m_journal.violation("c{} was refused the subscription {}: {}", subscriber, filter, mqtt::text(code));
        return;
    }
    Subscription& subscription = m_subscribers[subscriber].subscriptions[filter];
    if (!subscription.acknowledgedAt)
        subscription.acknowledgedAt = m_clock.now();
    subscription.granted = static_cast<int>(code);
}

void Ledger::sessionBegins(std::size_t subscriber)
{
    ++m_subscribers[subscriber].session;
    m_subscribers[subscriber].since.reset();
}

void Ledger::brokerForgets()
{
    for (Subscriber& who : m_subscribers)
        ++who.session;
}

void Ledger::subscriptionsMade(std::size_t subscriber)
{
    m_subscribers[subscriber].since = m_clock.now();
}

void Ledger::unsubscribing(std::size_t subscriber, const std::string& filter)
{
    m_subscribers[subscriber].subscriptions[filter].leaving = true;
}

const Ledger::Publication* Ledger::identify(std::string_view topic, ByteView payload, std::size_t& publisher,
                                            std::uint64_t& sequence)
{
    const std::string_view text = asText(payload);
    const auto first = text.find('|');
    const auto second = first == std::string_view::npos ? first : text.find('|', first + 1);
    if (second == std::string_view::npos) {
        m_journal.violation("a payload on {} was never published: \"{}\"", topic, text.substr(0, 40));
        return nullptr;
    }
    std::from_chars(text.data(), text.data() + first, publisher);
    std::from_chars(text.data() + first + 1, text.data() + second, sequence);
    if (publisher >= m_publications.size() || sequence == 0 || sequence > m_publications[publisher].size()) {
        m_journal.violation("nobody published c{} #{} on {}", publisher, sequence, topic);
        return nullptr;
    }
    const Publication& publication = m_publications[publisher][sequence - 1];
    const std::string expected = Ledger::payload(publisher, sequence, text.size() - second - 1);
    if (publication.topic != topic || text != expected) {
        m_journal.violation("c{} #{} arrived changed on {}", publisher, sequence, topic);
        return nullptr;
    }
    return &publication;
}

void Ledger::received(std::size_t subscriber, const mqtt::Publish& message)
{
    if (message.topic.starts_with("will/") || message.payload.empty())
        return; // WillWatch sees to the one, and the other has no name
    std::size_t publisher = 0;
    std::uint64_t sequence = 0;
    const Publication* publication = identify(message.topic, message.payload, publisher, sequence);
    if (!publication)
        return;
    ++m_received;
    Subscriber& who = m_subscribers[subscriber];
    const bool asked = std::any_of(who.subscriptions.begin(), who.subscriptions.end(), [&message](const auto& entry) {
        return mqtt::topicMatches(entry.first, message.topic);
    });
    if (!asked)
        m_journal.violation("c{} got {} and never asked for it", subscriber, message.topic);
    if (number(message.qos) > number(publication->qos))
        m_journal.violation("c{} got c{} #{} at QoS {}, more than it was published with", subscriber, publisher,
                            sequence, number(message.qos));
    if (message.retain)
        return; // a copy of the retained message: once for each subscription that was made

    checkRepetition(subscriber, *publication, sequence, message);
}

void Ledger::checkRepetition(std::size_t subscriber, const Publication& publication, std::uint64_t sequence,
                             const mqtt::Publish& message)
{
    const mqtt::QoS qos = message.qos;
    Subscriber& who = m_subscribers[subscriber];
    Reception& reception = who.receptions[{publication.publisher, sequence}];
    const bool sameSession = reception.total > 0 && reception.session == who.session;
    // (A broker that died may give the same identifier to what is repeated to it.)
    if (sameSession && !m_forgets && message.id != 0 && message.id == reception.packetId && !message.duplicate)
        m_journal.violation("c{} got c{} #{} again in packet {}, without DUP [MQTT-3.3.1-1]", subscriber,
                            publication.publisher, sequence, message.id);
    reception.packetId = message.id;
    if (m_forgets && reception.session != who.session) {
        // Each session is promised exactly once; one that a dead broker has forgotten cannot tell the next.
        reception.atQos2 = 0;
    }
    reception.session = who.session;
    ++reception.total;
    reception.atQos2 += qos == mqtt::QoS::ExactlyOnce ? 1 : 0;
    m_repeated += reception.total > 1 ? 1 : 0;
    if (reception.atQos2 > 1)
        m_journal.violation("c{} got c{} #{} {} times at QoS 2 [MQTT-4.3.3]", subscriber, publication.publisher,
                            sequence, reception.atQos2);
    // Nor does the broker route again what a QoS 2 publisher repeats, as long as it has not died in between.
    const bool onceOnly = qos == mqtt::QoS::AtMostOnce && (publication.qos == mqtt::QoS::AtMostOnce ||
                                                           (publication.qos == mqtt::QoS::ExactlyOnce && !m_forgets));
    if (reception.total > 1 && onceOnly)
        m_journal.violation("c{} got c{} #{} more than once at QoS 0 [MQTT-4.3.1]", subscriber, publication.publisher,
                            sequence);

    // [MQTT-4.6.0-5, MQTT-4.6.0-6] Repetitions may follow later ones, but nothing new may come after something later.
    // What was published before the subscription was made may reach it late, when its publisher repeats it.
    if (!wasSubscribed(who, publication))
        return;
    std::uint64_t& last = who.last[{publication.publisher, publication.topic, publication.qos, qos}];
    // What was missed at QoS 0, or dropped, may come when its publisher repeats it.
    const bool mayBeLate = publication.qos != mqtt::QoS::AtMostOnce && (m_drops || qos == mqtt::QoS::AtMostOnce);
    if (reception.total == 1 && sequence < last && !mayBeLate)
        m_journal.violation("c{} got c{} #{} for the first time after #{} of the same topic and QoS [MQTT-4.6.0]",
                            subscriber, publication.publisher, sequence, last);
    last = std::max(last, sequence);
}

bool Ledger::wasSubscribed(const Subscriber& who, const Publication& publication) const
{
    return who.since && *who.since < publication.at &&
           std::any_of(who.subscriptions.begin(), who.subscriptions.end(), [&publication](const auto& entry) {
               return entry.second.acknowledgedAt && *entry.second.acknowledgedAt < publication.at &&
                      mqtt::topicMatches(entry.first, publication.topic);
           });
}

void Ledger::checkDelivered(std::size_t subscriber)
{
    const Subscriber& who = m_subscribers[subscriber];
    for (std::size_t publisher = 0; publisher < m_publications.size(); ++publisher) {
        for (std::size_t i = 0; i < m_publications[publisher].size(); ++i) {
            const Publication& publication = m_publications[publisher][i];
            if (!publication.acknowledged || publication.qos == mqtt::QoS::AtMostOnce || publication.clears)
                continue;
            int granted = -1;
            for (const auto& [filter, subscription] : who.subscriptions)
                if (subscription.acknowledgedAt && *subscription.acknowledgedAt < publication.at &&
                    !subscription.leaving && mqtt::topicMatches(filter, publication.topic))
                    granted = std::max(granted, subscription.granted);
            if (granted < 1)
                continue;
            const auto found = who.receptions.find({publisher, i + 1});
            if (found == who.receptions.end())
                m_journal.violation(
                    "c{} never got c{} #{} on {}, acknowledged at QoS {}, subscribed at QoS {} [MQTT-4.3.2]",
                    subscriber, publisher, i + 1, publication.topic, number(publication.qos), granted);
        }
    }
}

void Ledger::answered(std::size_t subscriber, std::string_view topic)
{
    ++m_subscribers[subscriber].answers[std::string(topic)];
}

void Ledger::checkRollCall(std::size_t subscriber, const std::string& topic, bool excused)
{
    const auto& subscriptions = m_subscribers[subscriber].subscriptions;
    const int expected = std::any_of(subscriptions.begin(), subscriptions.end(), [&topic](const auto& entry) {
        return !entry.second.leaving && mqtt::topicMatches(entry.first, topic);
    });
    const int answers = m_subscribers[subscriber].answers[topic];
    if (answers != expected && !(answers == 0 && excused))
        m_journal.violation("c{} got the roll call on {} {} times, expected {}", subscriber, topic, answers, expected);
}

void Ledger::checkRetained(const mqtt::Broker& broker)
{
    struct Topic
    {
        std::uint64_t lastAcknowledged = 0;
        std::uint64_t lastCleared = 0;
        std::size_t publisher = 0;
    };
    std::map<std::string, Topic> topics;
    for (std::size_t publisher = 0; publisher < m_publications.size(); ++publisher) {
        for (std::size_t i = 0; i < m_publications[publisher].size(); ++i) {
            const Publication& publication = m_publications[publisher][i];
            if (!publication.retain)
                continue;
            Topic& topic = topics[publication.topic];
            topic.publisher = publisher; // each retained topic has one publisher
            if (publication.acknowledged)
                topic.lastAcknowledged = i + 1;
            if (publication.clears)
                topic.lastCleared = i + 1;
        }
    }
    for (const auto& [name, topic] : topics) {
        if (topic.lastAcknowledged == 0)
            continue;
        const mqtt::MessagePtr kept = broker.retained(name);
        if (!kept) {
            if (topic.lastCleared < topic.lastAcknowledged)
                m_journal.violation("nothing is retained on {}, though #{} was acknowledged", name,
                                    topic.lastAcknowledged);
            continue;
        }
        std::size_t publisher = 0;
        std::uint64_t sequence = 0;
        if (identify(name, kept->payload, publisher, sequence) && sequence < topic.lastAcknowledged)
            m_journal.violation("#{} is retained on {}, though #{} was acknowledged", sequence, name,
                                topic.lastAcknowledged);
    }
}

std::uint64_t Ledger::publications() const
{
    std::uint64_t sum = 0;
    for (const auto& all : m_publications)
        sum += all.size();
    return sum;
}

} // namespace greensward::simulation
