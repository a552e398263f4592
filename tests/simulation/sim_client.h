// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal.h"
#include "ledger.h"
#include "memory_hub.h"
#include "mqtt/client.h"
#include "packet_splitter.h"
#include "scenario.h"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace greensward::simulation {

/// One client of the simulation: an mqtt::Client, the link it has, and the entries it makes in the books.
class SimClient final : private mqtt::ClientHandler, private net::LinkHandler
{
public:
    /// remembers: the broker never forgets a session.
    SimClient(std::size_t index, const ClientProfile& profile, MemoryHub& hub, const ManualClock& clock, Random random,
              Ledger& ledger, Journal& journal, bool remembers);

    std::size_t index() const { return m_index; }
    const ClientProfile& profile() const { return m_profile; }

    void start();
    void stop();
    void publish(const std::string& topic, mqtt::QoS qos, bool retain, bool clear, std::size_t filling);
    void subscribe(const std::string& filter, mqtt::QoS qos);
    void unsubscribe(const std::string& filter);

    /// Breaks the present link, if any (HubLink::breakAfter).
    void breakLink(std::size_t up, std::size_t down, bool tellClient, bool tellBroker);
    /// Nothing gets through, this way or that, until endStall().
    void stall(bool up, bool down);
    void endStall();
    /// Nothing is wrong from now on.
    void makePeace();
    void setReading(bool on);
    /// Gives up the link without telling the broker and connects anew, as a phone that changes networks.
    void moveOn();

    void advance(Instant now);
    std::optional<Instant> nextDeadline() const { return m_client.nextDeadline(); }
    bool started() const { return m_started; }
    /// Nothing of its own is under way.
    bool settled() const;
    bool online() const { return m_client.state() == mqtt::ClientState::Online; }
    bool stopped() const { return m_client.state() == mqtt::ClientState::Stopped; }
    std::string describe() const;

private:
    void connected(const mqtt::Connack& answer) override;
    void refused(mqtt::ReasonCode code, std::string_view reason) override;
    void disconnected(mqtt::ClientEnd end, mqtt::ReasonCode code, std::string_view why) override;
    void message(const mqtt::Publish& message) override;
    void acknowledged(mqtt::Token token, mqtt::ReasonCode code) override;
    void subscribed(mqtt::Token token, std::span<const mqtt::ReasonCode> codes) override;
    void dropped(mqtt::Token token, std::string_view why) override;

    void received(net::Link& link, ByteView bytes) override;
    void writable(net::Link& link) override;
    void closed(net::Link& link, std::string_view why) override;

    void pump();
    void checkSent(ByteView bytes);
    void checkDuplicate(const mqtt::Publish& packet);

    std::size_t m_index;
    const ClientProfile& m_profile;
    MemoryHub& m_hub;
    const ManualClock& m_clock;
    Ledger& m_ledger;
    Journal& m_journal;
    mqtt::Client m_client;
    HubLink* m_link = nullptr;
    PacketSplitter m_packets{mqtt::Sender::Server};
    PacketSplitter m_sent{mqtt::Sender::Client};
    std::map<mqtt::PacketId, std::string> m_lastSent; ///< what each packet identifier last carried
    simulator::LinkFaults m_line;                     ///< with what is wrong at the moment
    bool m_reading = true;
    bool m_blocked = false;
    bool m_closing = false;
    bool m_remembers;
    int m_sessions = 0; ///< connections that were accepted
    bool m_started = false;
    std::map<mqtt::Token, std::uint64_t> m_publications; ///< unacknowledged: their sequences
    std::map<mqtt::Token, std::string> m_subscriptions;
};

} // namespace greensward::simulation
