// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal.h"
#include "mqtt/broker.h"
#include "mqtt/packet.h"
#include "scenario.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace greensward::simulation {

/// The books of a run: what was published, acknowledged, subscribed to and received; and what must therefore hold.
///
/// A payload names its publication: "publisher|sequence|filling". Sequences rise per publisher.
class Ledger
{
public:
    Ledger(const ManualClock& clock, Journal& journal, const Scenario& scenario);

    // --- publishers
    // -----------------------------------------------------------------------------------------------------
    struct Publication
    {
        std::size_t publisher = 0;
        std::string topic;
        mqtt::QoS qos{};
        bool retain = false;
        bool clears = false; ///< an empty payload: takes the retained message away
        Instant at{};
        bool acknowledged = false;
        bool dropped = false;
    };
    /// Returns the sequence, 1 ….
    std::uint64_t published(Publication publication);
    void acknowledged(std::size_t publisher, std::uint64_t sequence, mqtt::ReasonCode code);
    void dropped(std::size_t publisher, std::uint64_t sequence);
    static std::string payload(std::size_t publisher, std::uint64_t sequence, std::size_t filling);

    // --- subscribers
    // ----------------------------------------------------------------------------------------------------
    void subscribing(std::size_t subscriber, const std::string& filter);
    void subscribed(std::size_t subscriber, const std::string& filter, mqtt::ReasonCode code);
    /// The broker knows nothing of an earlier session: its subscriptions are gone until they are made anew.
    void sessionBegins(std::size_t subscriber);
    void subscriptionsMade(std::size_t subscriber);
    void unsubscribing(std::size_t subscriber, const std::string& filter);
    void received(std::size_t subscriber, const mqtt::Publish& message);

    /// A broker without a store has died. A client may not learn that its session is another one now (its CONNACK may
    /// be lost), and go on with what the earlier one had: exactly once is promised within a session only.
    void brokerForgets();

    /// Payload of a message that all who are subscribed to its topic have to get, once.
    static constexpr std::string_view kRollCall = "roll call";
    void answered(std::size_t subscriber, std::string_view topic);

    // --- verdicts
    // -------------------------------------------------------------------------------------------------------
    /// [MQTT-4.3.2, MQTT-4.3.3] Acknowledged to the publisher means delivered to this subscriber, whose session was
    /// kept all the time.
    void checkDelivered(std::size_t subscriber);
    /// After a roll call on this topic: nobody is missing, and nobody answered who should not.
    /// excused: one who may have missed in good faith that its session is a new one, because the CONNACK that said so
    /// was lost.
    void checkRollCall(std::size_t subscriber, const std::string& topic, bool excused);
    /// The retained message of each topic is the last acknowledged one, or a later one.
    void checkRetained(const mqtt::Broker& broker);

    std::uint64_t publications() const;
    std::uint64_t acknowledgements() const { return m_acknowledged; }
    std::uint64_t receptions() const { return m_received; }
    std::uint64_t repetitions() const { return m_repeated; }

private:
    struct Subscription
    {
        std::optional<Instant> acknowledgedAt;
        int granted = -1;
        bool leaving = false; ///< UNSUBSCRIBE was asked for at some time
    };
    struct Reception
    {
        int total = 0;
        int atQos2 = 0;
        int session = 0;             ///< of the last one
        mqtt::PacketId packetId = 0; ///< of the last one
    };
    struct Subscriber
    {
        std::map<std::string, Subscription> subscriptions;
        int session = 0;              ///< counts up
        std::optional<Instant> since; ///< when its subscriptions were last made
        std::map<std::pair<std::size_t, std::uint64_t>, Reception> receptions; ///< by publisher and sequence
        std::map<std::string, int, std::less<>> answers;                       ///< to roll calls, by topic
        /// Last new sequence by publisher, topic, QoS of the publication and QoS of the delivery.
        std::map<std::tuple<std::size_t, std::string, mqtt::QoS, mqtt::QoS>, std::uint64_t> last;
    };
    bool wasSubscribed(const Subscriber& who, const Publication& publication) const;
    void checkRepetition(std::size_t subscriber, const Publication& publication, std::uint64_t sequence,
                         const mqtt::Publish& message);
    /// The publication a payload names; null after a violation was noted.
    const Publication* identify(std::string_view topic, ByteView payload, std::size_t& publisher,
                                std::uint64_t& sequence);

    const ManualClock& m_clock;
    Journal& m_journal;
    bool m_drops;   ///< full queues lose messages, so that what a publisher repeats may come late
    bool m_forgets; ///< a broker that dies may have delivered what it had not made safe
    std::vector<std::vector<Publication>> m_publications; ///< by publisher; index: sequence - 1
    std::vector<Subscriber> m_subscribers;
    std::uint64_t m_acknowledged = 0;
    std::uint64_t m_received = 0;
    std::uint64_t m_repeated = 0;
};

} // namespace greensward::simulation
