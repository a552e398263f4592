// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::simulation {

using namespace std::chrono_literals;

namespace {

/// After the peace is made everything has to be delivered within this time. Longer than any keep alive, back-off and
/// acknowledgement time of the scenarios together.
constexpr Duration kTimeToSettle = 180s;
/// Enough to find out that a link is half-open and to make subscriptions anew over the slowest line; and for a message
/// to everybody.
constexpr Duration kTimeToRenew = 60s;
constexpr Duration kTimeToAnswer = 3s;
/// Longer than one and a half times any keep alive and the longest delay of a will together.
constexpr Duration kTimeForWills = 40s;
/// A run that does not come to an end is a failure of its own.
constexpr std::uint64_t kMostMoments = 500'000;

} // namespace

Simulation::Simulation(std::uint64_t seed, bool verbose)
    : m_scenario(seed)
    , m_journal(m_clock, verbose)
    , m_recorder(m_clock, {.history = 1u << 16, .mailbox = 1u << 16, .payload = 64, .chunk = 1u << 14})
    , m_hub(m_clock, m_scenario.random.fork(1))
    , m_ledger(m_clock, m_journal, m_scenario)
    , m_wills(m_clock, m_journal, !m_scenario.durable, m_scenario.mostCommitDelay)
{
    if (verbose)
        fmt::print("seed {}: {}", seed, m_scenario.describe());
    m_hub.setObserver(&m_wills);
    m_hub.setSplitting(true);
    for (std::size_t i = 0; i < m_scenario.clients.size(); ++i)
        m_clients.push_back(std::make_unique<SimClient>(i, m_scenario.clients[i], m_hub, m_clock,
                                                        m_scenario.random.fork(100 + i), m_ledger, m_journal,
                                                        m_scenario.remembers()));
}

Simulation::~Simulation()
{
    m_hub.setObserver(nullptr);
}

void Simulation::startBroker()
{
    if (m_broker)
        return;
    m_broker = std::make_unique<mqtt::Broker>(mqtt::Broker::Parts{.clock = m_clock,
                                                                  .recorder = m_recorder,
                                                                  .gatekeeper = m_gatekeeper,
                                                                  .store = m_scenario.durable ? &m_store : nullptr,
                                                                  .seed = ++m_brokers,
                                                                  .name = "broker"},
                                              m_scenario.limits);
    m_broker->tap("will/+", [this](const mqtt::TappedMessage& message) { m_wills.published(message.topic.substr(5)); });
    m_wills.brokerIsBack();
    if (m_scenario.durable && m_brokers > 1)
        m_broker->restore(m_store.all(), m_clock.now());
    m_hub.start(*m_broker);
    m_journal.note("broker {} starts", m_brokers);
}

/// kill -9, or the plug pulled: what the store had not made safe is gone.
void Simulation::killBroker()
{
    if (!m_broker)
        return;
    m_journal.note("the broker dies; {} of {} writes were safe", m_safe, m_store.lastTicket());
    m_wills.brokerDies();
    if (!m_scenario.durable)
        m_ledger.brokerForgets();
    m_hub.stop(m_scenario.random.chance(0.3));
    m_broker.reset();
    m_store.truncate(m_safe);
    m_commitAt.reset();
}

void Simulation::commit()
{
    m_safe = m_committing;
    m_commitAt.reset();
    if (m_broker)
        m_broker->committed(m_safe, m_clock.now());
}

// --- time
// -----------------------------------------------------------------------------------------------------------------

void Simulation::doEverythingDue()
{
    const Instant now = m_clock.now();
    while (!m_actions.empty() && m_actions.begin()->first <= now) {
        const auto action = std::move(m_actions.begin()->second);
        m_actions.erase(m_actions.begin());
        action();
    }
    if (m_commitAt && *m_commitAt <= now)
        commit();
    for (const auto& client : m_clients)
        client->advance(now);
    m_hub.run();
    if (m_scenario.durable && !m_commitAt && m_store.lastTicket() > m_safe) {
        // One commit at a time; what is written meanwhile goes with the next, as in a group commit.
        m_committing = m_store.lastTicket();
        const auto delay = m_scenario.random.below(static_cast<std::uint64_t>(m_scenario.mostCommitDelay.count()));
        m_commitAt = now + Duration{static_cast<Duration::rep>(delay)};
    }
}

std::optional<Instant> Simulation::nextMoment() const
{
    std::optional<Instant> next = m_hub.nextDeadline();
    const auto sooner = [&next](std::optional<Instant> deadline) {
        if (deadline && (!next || *deadline < *next))
            next = deadline;
    };
    sooner(m_commitAt);
    if (!m_actions.empty())
        sooner(m_actions.begin()->first);
    for (const auto& client : m_clients)
        sooner(client->nextDeadline());
    return next;
}

/// Goes to the next moment, or to the horizon if nothing happens before it; false once there.
bool Simulation::step(Instant horizon)
{
    const auto next = nextMoment();
    if (!next || *next > horizon) {
        m_clock.set(horizon);
        doEverythingDue();
        checkMoment();
        return false;
    }
    m_clock.set(std::max(*next, m_clock.now()));
    doEverythingDue();
    checkMoment();
    if (++m_moments > kMostMoments) {
        m_journal.violation("no end after {} moments", m_moments);
        return false;
    }
    return m_journal.violations().size() < 5;
}

void Simulation::checkMoment()
{
    m_wills.settle();
    if (m_moments % 16 == 0)
        checkMemory();
}

/// Every queue within its limits, and nothing kept for who is gone.
void Simulation::checkMemory()
{
    if (!m_broker)
        return;
    const mqtt::Limits& limits = m_scenario.limits;
    const mqtt::BrokerCounters counters = m_broker->counters();
    const auto open = static_cast<std::uint64_t>(std::count_if(m_hub.links().begin(), m_hub.links().end(),
                                                               [](const auto& link) { return !link->brokerGone(); }));
    if (counters.connections != open)
        m_journal.violation("the broker counts {} connections, there are {}", counters.connections, open);
    if (counters.sessions > m_clients.size() || counters.clients > m_clients.size())
        m_journal.violation("{} sessions and {} clients for {} client ids", counters.sessions, counters.clients,
                            m_clients.size());
    if (counters.queuedBytes > limits.totalQueueBytes)
        m_journal.violation("{} bytes queued, more than {}", counters.queuedBytes, limits.totalQueueBytes);
    for (const mqtt::ClientView& view : m_broker->clients()) {
        if (view.queued > limits.queueMessages + limits.inflight)
            m_journal.violation("{} messages wait for {}, more than {}", view.queued, view.clientId,
                                limits.queueMessages);
        if (view.inflight > limits.inflight)
            m_journal.violation("{} messages in flight to {}, more than {}", view.inflight, view.clientId,
                                limits.inflight);
    }
}

// --- a run
// ----------------------------------------------------------------------------------------------------------------

void Simulation::makePeace()
{
    m_journal.note("peace");
    m_actions.clear();
    startBroker();
    for (const auto& client : m_clients) {
        client->makePeace();
        client->start();
    }
}

bool Simulation::settled() const
{
    if (m_commitAt ||
        !std::all_of(m_clients.begin(), m_clients.end(), [](const auto& client) { return client->settled(); }))
        return false;
    const auto views = m_broker->clients();
    return std::all_of(views.begin(), views.end(),
                       [](const mqtt::ClientView& view) { return view.queued == 0 && view.inflight == 0; }) &&
           std::all_of(m_hub.links().begin(), m_hub.links().end(), [](const auto& link) { return link->quiet(); });
}

/// Everybody is subscribed to what it asked for, whatever has happened to its sessions.
void Simulation::callTheRoll()
{
    std::vector<std::string> topics{"s/x"};
    for (std::size_t i = 0; i < m_clients.size(); ++i) {
        topics.push_back(fmt::format("p{}/a", i));
        topics.push_back(fmt::format("p{}/b", i));
    }
    const Instant renewed = m_clock.now() + kTimeToRenew;
    while (step(renewed)) {
    }
    for (const std::string& topic : topics) {
        mqtt::OutgoingMessage message;
        message.topic = topic;
        message.payload = asBytes(Ledger::kRollCall);
        m_broker->publish("$roll", message, m_clock.now());
    }
    doEverythingDue();
    const Instant answered = m_clock.now() + kTimeToAnswer;
    while (step(answered)) {
    }
    for (const auto& client : m_clients) {
        const bool kept = client->profile().persistent() && (m_scenario.durable || !m_scenario.restarts);
        const bool excused = !kept && !client->profile().settings.cleanStart;
        for (const std::string& topic : topics)
            m_ledger.checkRollCall(client->index(), topic, excused);
    }
}

Outcome Simulation::run()
{
    script();
    startBroker();
    doEverythingDue();
    const Instant end = m_clock.now() + m_scenario.length;
    while (step(end)) {
    }

    makePeace();
    doEverythingDue();
    const Instant patience = m_clock.now() + kTimeToSettle;
    while (!settled() && step(patience)) {
    }
    if (!settled() && m_journal.violations().empty()) {
        std::string who;
        for (const auto& client : m_clients)
            if (!client->settled())
                who += "; " + client->describe();
        for (const auto& view : m_broker->clients())
            if (view.queued + view.inflight > 0)
                who +=
                    fmt::format("; broker to {}: {} queued, {} in flight", view.clientId, view.queued, view.inflight);
        m_journal.violation("not everything came to rest in peace{}", who);
    }
    if (settled() && m_broker->counters().queuedBytes != 0)
        m_journal.violation("{} bytes are said to be queued, and nothing waits", m_broker->counters().queuedBytes);
    if (m_scenario.remembers())
        for (const auto& client : m_clients)
            if (client->profile().persistent())
                m_ledger.checkDelivered(client->index());
    if (m_scenario.durable || !m_scenario.restarts)
        m_ledger.checkRetained(*m_broker);

    callTheRoll();

    for (const auto& client : m_clients)
        client->stop();
    const Instant close = m_clock.now() + kTimeForWills;
    while (step(close)) {
    }
    m_wills.finish();
    checkMemory();

    return {.violations = m_journal.violations(),
            .digest = m_wills.digest(),
            .publications = m_ledger.publications(),
            .acknowledged = m_ledger.acknowledgements(),
            .received = m_ledger.receptions(),
            .repeated = m_ledger.repetitions(),
            .links = m_hub.opened(),
            .kills = m_brokers - 1,
            .wills = m_wills.wills(),
            .virtualTime = m_clock.now().time_since_epoch()};
}

} // namespace greensward::simulation
