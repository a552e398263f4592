// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "mqtt/client.h"
#include "mqtt/client_wire.h"
#include "simulator/link_maker.h"

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::simulator {

/// A place where a relay stops: a core, say.
struct RelayStop
{
    std::string name;
    LinkMaker& links;     ///< outlives the relay
    std::string collects; ///< filter of what it takes along from here
    Duration stay = std::chrono::seconds{20};
};

struct RelaySettings
{
    std::string id; ///< client id, and name of the thing, at both places
    Duration travel = std::chrono::seconds{10};
    std::size_t mostCarried = 1'000; ///< messages for one stop; then the oldest go
    std::uint16_t keepAlive = 30;    ///< seconds
};

struct RelayView
{
    std::optional<std::size_t> stop; ///< where it is; empty: on its way, or switched off
    bool online = false;
    std::array<std::size_t, 2> carried{}; ///< messages for each stop
    std::uint64_t delivered = 0;          ///< acknowledged there
    std::uint64_t discarded = 0;
    std::string note; ///< the last thing that happened
};

/// A device that carries messages between two places which do not talk to each other, as two Greengrass cores do not: it
/// is a member of both groups, drives to and fro, hands over at one what it collected at the other, under the same
/// topics. A message is given up only once it was acknowledged there: it arrives once at least. What it handed over
/// itself it does not take along again. Engine thread.
class Relay final : private mqtt::ClientHandler, private net::LinkHandler
{
public:
    Relay(const Clock& clock, RelaySettings settings, std::array<RelayStop, 2> stops, Random random);
    ~Relay() override;
    Relay(const Relay&) = delete;
    Relay& operator=(const Relay&) = delete;

    /// Arrives at its first stop.
    void start();
    /// Says goodbye and stays where it is. What it carries it keeps.
    void stop();
    void advance(Instant now);
    std::optional<Instant> nextDeadline() const;
    RelayView view() const;

private:
    enum class Phase : std::uint8_t { Off, Staying, Leaving, Travelling };
    struct Carried
    {
        std::uint64_t number = 0;
        std::string topic;
        Bytes payload;
    };

    // mqtt::ClientHandler
    void connected(const mqtt::Connack& answer) override;
    void refused(mqtt::ReasonCode code, std::string_view reason) override;
    void message(const mqtt::Publish& message) override;
    void acknowledged(mqtt::Token token, mqtt::ReasonCode code) override;
    void dropped(mqtt::Token token, std::string_view why) override;
    // net::LinkHandler
    void received(net::Link& link, ByteView bytes) override;
    void writable(net::Link& link) override;
    void closed(net::Link& link, std::string_view why) override;

    void arrive();
    void leave();
    void depart();
    void dial();
    void pump();
    void handOver();
    bool isOwn(std::string_view topic, ByteView payload);

    const Clock& m_clock;
    RelaySettings m_settings;
    std::array<RelayStop, 2> m_stops;
    Random m_random;
    Phase m_phase = Phase::Off;
    bool m_wanted = false; ///< switched on
    std::size_t m_at = 0;
    Instant m_until{}; ///< of the phase
    std::unique_ptr<mqtt::Client> m_client;
    mqtt::ClientWire m_wire;
    std::shared_ptr<bool> m_visit; ///< for links that come after it has left
    bool m_dialling = false;
    bool m_pumping = false;
    std::array<std::deque<Carried>, 2> m_bags;         ///< by the stop they are for
    std::map<mqtt::Token, std::uint64_t> m_handedOver; ///< and not yet acknowledged
    std::deque<std::pair<std::string, Bytes>> m_own;   ///< what it said here and may hear again
    std::uint64_t m_numbers = 0;
    std::uint64_t m_delivered = 0;
    std::uint64_t m_discarded = 0;
    std::string m_note;
};

} // namespace greensward::simulator
