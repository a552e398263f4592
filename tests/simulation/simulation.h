// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fake_store.h"
#include "journal.h"
#include "ledger.h"
#include "memory_hub.h"
#include "scenario.h"
#include "sim_client.h"
#include "will_watch.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace greensward::simulation {

/// What one seed brought.
struct Outcome
{
    std::vector<std::string> violations;
    std::uint64_t digest = 0; ///< of every byte and its moment: same seed, same digest
    std::uint64_t publications = 0;
    std::uint64_t acknowledged = 0;
    std::uint64_t received = 0;
    std::uint64_t repeated = 0;
    std::uint64_t links = 0;
    std::uint64_t kills = 0;
    std::uint64_t wills = 0;
    Duration virtualTime{};
};

/// One run: a broker, its store and some clients in virtual time, with everything that can go wrong going wrong by the
/// seed, then a time of peace in which all that was promised has to come true.
class Simulation
{
public:
    Simulation(std::uint64_t seed, bool verbose);
    ~Simulation();

    Outcome run();

private:
    // simulation_script.cpp: what happens when
    void script();
    void at(Instant when, std::function<void()> action);
    Instant anyTime();
    SimClient& anyClient();
    void scriptPublications();
    void scriptLineFaults();
    void scriptClients();
    void scriptKills();

    void startBroker();
    void killBroker();
    void commit();
    void makePeace();
    void callTheRoll();
    bool settled() const;

    bool step(Instant horizon);
    void doEverythingDue();
    std::optional<Instant> nextMoment() const;
    void checkMoment();
    void checkMemory();

    Scenario m_scenario;
    ManualClock m_clock;
    Journal m_journal;
    trace::Recorder m_recorder;
    mqtt::Gatekeeper m_gatekeeper;
    mqtt::FakeStore m_store;
    mqtt::Ticket m_safe = 0; ///< what the store has on disk
    std::optional<Instant> m_commitAt;
    mqtt::Ticket m_committing = 0; ///< what the commit under way will make safe
    MemoryHub m_hub;
    Ledger m_ledger;
    WillWatch m_wills;
    std::unique_ptr<mqtt::Broker> m_broker;
    std::vector<std::unique_ptr<SimClient>> m_clients;
    std::multimap<Instant, std::function<void()>> m_actions; ///< of the same moment: in the order they were added
    std::set<std::pair<std::size_t, std::string>> m_changed; ///< filters that clients add while running
    std::uint64_t m_brokers = 0;
    std::uint64_t m_moments = 0;
};

} // namespace greensward::simulation
