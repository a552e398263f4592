// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/map_node.h"
#include "ui/models/filter.h"

#include "trace/recorder.h"

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace greensward::ui {

/// What the events tell about one client.
struct ClientTally
{
    std::string id;
    bool connected = false;
    bool ever = false; ///< was connected at some time
    bool lost = false; ///< went without a goodbye
    bool willArmed = false;
    bool willSent = false;
    WallTime since{}; ///< of connected
    WallTime lastMessage{};
    trace::EventId lastEvent = 0;
    Traffic up;
    Traffic down;
    int row = -1; ///< of the node that stands for it; MapModel's

    struct Count
    {
        std::uint32_t messages = 0;
        std::uint64_t bytes = 0;
    };
    Count upNow;
    Count downNow;
    bool active = false; ///< in ClientBook's list of those with traffic
};

/// Who was seen on the gateway and how much each sends and receives: counts, no messages. Costs a look-up an event;
/// bounded to kMostClients, those gone longest leave first. Knows nothing of nodes.
class ClientBook
{
public:
    static constexpr std::size_t kMostClients = 20'000;
    /// A frame's share; more would only be a blur.
    static constexpr std::size_t kMostSightings = 64;

    /// A message on its way, for the dots.
    struct Sighting
    {
        ClientTally* client;
        bool up;
        MessageSort sort;
        bool follows;
    };

    void ingest(const trace::Chunk& chunk);
    void setFilter(Filter filter) { m_filter = std::move(filter); }
    /// Ends the measuring of a span: what was counted becomes rates. False when nothing changed.
    bool measure(double seconds);
    /// Those who are not connected since before then, unless `kept`.
    void forgetGoneBefore(WallTime then, std::string_view kept);

    ClientTally* find(std::string_view id);
    const std::unordered_map<std::string_view, std::unique_ptr<ClientTally>>& clients() const { return m_clients; }
    /// Somebody came, went or changed since the last call.
    bool takeChange() { return std::exchange(m_changed, false); }
    /// Since the last call; at most kMostSightings.
    std::vector<Sighting> takeSightings() { return std::exchange(m_sightings, {}); }
    /// Clients whose will was published since the last call.
    std::vector<ClientTally*> takeWills() { return std::exchange(m_wills, {}); }
    /// With traffic in this span or the last.
    const std::vector<ClientTally*>& active() const { return m_active; }

private:
    /// What became of a message that was published a moment ago, for its deliveries.
    struct Verdict
    {
        trace::EventId event = 0;
        bool fits = false;
        MessageSort sort{};
    };

    ClientTally& client(std::string_view id);
    void makeRoom();
    void published(const trace::Chunk& chunk, const trace::Event& event);
    void delivered(const trace::Chunk& chunk, const trace::Event& event);
    void count(ClientTally& tally, ClientTally::Count& count, const trace::Event& event);
    bool fits(const trace::Chunk& chunk, const trace::Event& event) const;
    Verdict& slot(trace::EventId event) { return m_verdicts[event % m_verdicts.size()]; }

    Filter m_filter;
    std::unordered_map<std::string_view, std::unique_ptr<ClientTally>> m_clients; ///< keys live in the tallies
    std::vector<ClientTally*> m_active;
    std::vector<Sighting> m_sightings;
    std::vector<ClientTally*> m_wills;
    std::array<Verdict, 1024> m_verdicts{};
    std::array<trace::EventId, 16> m_willEvents{}; ///< newest WillPublished
    std::size_t m_nextWill = 0;
    bool m_changed = false;
};

} // namespace greensward::ui
