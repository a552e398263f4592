// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal.h"
#include "memory_hub.h"
#include "mqtt/packet.h"
#include "packet_splitter.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::simulation {

/// Reads along what clients send, works out by the specification alone when each connection ends and what that means
/// for its will, and compares with the wills that the broker publishes: each exactly when due, none after a normal
/// DISCONNECT, none lost.
class WillWatch final : public HubObserver
{
public:
    /// forgetful: no store, so that a dead broker takes its delayed wills along. mostCommitDelay: what is older has
    /// been made safe.
    WillWatch(const ManualClock& clock, Journal& journal, bool forgetful, Duration mostCommitDelay);

    /// The broker published the will of this client (seen by a tap).
    void published(std::string_view clientId);
    /// The broker's process is about to die.
    void brokerDies();
    /// A new one has taken over what the store kept.
    void brokerIsBack();
    /// At the end of each moment, when everything due has been done.
    void settle();
    /// At the end of the run: nothing may be owed.
    void finish();

    std::uint64_t wills() const { return m_wills; }
    /// Of everything that passed, in its order, with its times.
    std::uint64_t digest() const { return m_digest; }

    void opened(HubLink& link) override;
    void toBroker(HubLink& link, ByteView bytes) override;
    void fromBroker(HubLink& link, ByteView bytes) override;
    void ended(HubLink& link, bool byBroker) override;

private:
    /// One connection as the broker must see it.
    struct Line
    {
        PacketSplitter packets{mqtt::Sender::Client};
        bool connected = false; ///< CONNECT was complete
        bool over = false;      ///< it has ended as far as wills are concerned
        mqtt::Version version{};
        std::string clientId;
        std::uint16_t keepAlive = 0;
        std::uint32_t expiry = 0;
        bool hasWill = false;
        std::uint32_t delay = 0;
        Instant openedAt{};
        Instant lastBytes{};
    };
    struct Client
    {
        Line* line = nullptr;           ///< its live connection
        std::vector<Instant> due;       ///< wills owed
        std::optional<Instant> changed; ///< when a delayed will was last published or withdrawn
        bool uncertain = false;         ///< a will may come or not: the broker died before the store knew
        int seen = 0;                   ///< published in this moment
    };

    bool onPacket(Line& line, const mqtt::FixedHeader& header, ByteView body);
    void onConnect(Line& line, const mqtt::Connect& packet);
    void lose(Line& line, Instant at);
    void settleKeepAlive();
    Client& client(const Line& line) { return m_clients[line.clientId]; }
    void digest(const HubLink& link, char direction, ByteView bytes);

    const ManualClock& m_clock;
    Journal& m_journal;
    bool m_forgetful;
    Duration m_mostCommitDelay;
    bool m_dying = false;
    std::map<std::uint64_t, Line> m_lines; ///< by number of the link
    std::map<std::string, Client, std::less<>> m_clients;
    std::uint64_t m_wills = 0;
    std::uint64_t m_digest = 0xcbf29ce484222325ULL;
};

} // namespace greensward::simulation
