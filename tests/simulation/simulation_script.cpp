// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What happens in a run, and when: drawn from the seed before it begins.
#include "simulation.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::simulation {

using namespace std::chrono_literals;

void Simulation::at(Instant when, std::function<void()> action)
{
    m_actions.emplace(when, std::move(action));
}

Instant Simulation::anyTime()
{
    return Instant{Duration{
        static_cast<Duration::rep>(m_scenario.random.below(static_cast<std::uint64_t>(m_scenario.length.count())))}};
}

SimClient& Simulation::anyClient()
{
    return *m_clients[m_scenario.random.below(m_clients.size())];
}

void Simulation::script()
{
    for (const auto& client : m_clients) {
        SimClient* who = client.get();
        at(Instant{Duration{static_cast<Duration::rep>(m_scenario.random.below(500'000'000))}}, [who] {
            for (const auto& subscription : who->profile().subscriptions)
                who->subscribe(subscription.filter, subscription.qos);
            who->start();
        });
    }
    scriptPublications();
    scriptLineFaults();
    scriptClients();
    scriptKills();
}

void Simulation::scriptPublications()
{
    Random& random = m_scenario.random;
    Instant when{};
    for (int i = 0; i < m_scenario.publications; ++i) {
        // In bursts: half of them follow the one before at once.
        if (random.chance(0.5))
            when = anyTime();
        SimClient* who = &anyClient();
        for (int draw = 0; draw < 4 && !random.chance(who->profile().publishWeight); ++draw)
            who = &anyClient();
        std::string topic;
        bool retain = false;
        switch (random.below(5)) {
        case 0:
            topic = "s/x";
            break;
        case 1:
            topic = fmt::format("p{}/b", who->index());
            break;
        case 2:
            // One publisher each, so that "the last acknowledged" has a meaning.
            topic = fmt::format("r/{}", who->index());
            retain = true;
            break;
        default:
            topic = fmt::format("p{}/a", who->index());
            break;
        }
        auto qos = static_cast<mqtt::QoS>(random.below(3));
        // Not QoS 1 and 2 mixed on a retained topic: a repeated QoS 1 message may overtake a QoS 2 one, which is not
        // repeated.
        if (retain && qos != mqtt::QoS::AtMostOnce)
            qos = who->index() % 2 == 0 ? mqtt::QoS::AtLeastOnce : mqtt::QoS::ExactlyOnce;
        const bool clear = retain && random.chance(0.15);
        const std::size_t filling = random.chance(0.1) ? random.below(3'000) : random.below(60);
        at(when, [=] { who->publish(topic, qos, retain, clear, filling); });
    }
}

void Simulation::scriptLineFaults()
{
    Random& random = m_scenario.random;
    for (int i = 0; i < m_scenario.breaks; ++i) {
        SimClient* who = &anyClient();
        const std::size_t up = random.below(random.chance(0.5) ? 8 : 400);
        const std::size_t down = random.below(random.chance(0.5) ? 8 : 400);
        const bool tellClient = random.chance(0.8);
        const bool tellBroker = random.chance(0.7);
        at(anyTime(), [=] { who->breakLink(up, down, tellClient, tellBroker); });
    }
    for (int i = 0; i < m_scenario.stalls; ++i) {
        SimClient* who = &anyClient();
        const Instant when = anyTime();
        const bool up = random.chance(0.8);
        const bool down = !up || random.chance(0.7);
        at(when, [=] { who->stall(up, down); });
        at(when + Duration{static_cast<Duration::rep>(random.below(15'000'000'000))}, [who] { who->endStall(); });
    }
    for (int i = 0; i < m_scenario.slowReads; ++i) {
        SimClient* who = &anyClient();
        const Instant when = anyTime();
        at(when, [who] { who->setReading(false); });
        at(when + Duration{static_cast<Duration::rep>(random.below(8'000'000'000))}, [who] { who->setReading(true); });
    }
}

void Simulation::scriptClients()
{
    Random& random = m_scenario.random;
    for (int i = 0; i < m_scenario.rests; ++i) {
        SimClient* who = &anyClient();
        const Instant when = anyTime();
        at(when, [who] { who->stop(); });
        at(when + Duration{static_cast<Duration::rep>(random.below(10'000'000'000))}, [who] { who->start(); });
    }
    for (int i = 0; i < m_scenario.takeOvers; ++i) {
        SimClient* who = &anyClient();
        at(anyTime(), [who] { who->moveOn(); });
    }
    for (int i = 0; i < m_scenario.changes; ++i) {
        SimClient* who = &anyClient();
        const auto& own = who->profile().subscriptions;
        if (own.empty() || random.chance(0.5)) {
            // A filter of its own, so that no earlier one changes its meaning.
            const std::string filter = fmt::format("p{}/b", random.below(m_clients.size()));
            const auto qos = static_cast<mqtt::QoS>(random.below(3));
            const bool known =
                std::any_of(own.begin(), own.end(), [&](const auto& other) { return other.filter == filter; });
            if (!known && m_changed.emplace(who->index(), filter).second)
                at(anyTime(), [=] { who->subscribe(filter, qos); });
        } else {
            const std::string filter = own[random.below(own.size())].filter;
            at(anyTime() + 1s, [=] { who->unsubscribe(filter); });
        }
    }
}

void Simulation::scriptKills()
{
    Random& random = m_scenario.random;
    for (int i = 0; i < m_scenario.kills; ++i) {
        const Instant when = anyTime();
        at(when, [this] { killBroker(); });
        at(when + Duration{static_cast<Duration::rep>(random.below(4'000'000'000))}, [this] { startBroker(); });
    }
}

} // namespace greensward::simulation
