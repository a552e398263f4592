// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core_world.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace greensward::edge::test {

CoreWorld::CoreWorld(std::uint64_t seed)
    : random(seed), cloud(clock, recorder, random.fork(1)), links(cloud), hub(clock, random.fork(2)), m_seed(seed)
{}

CoreWorld::~CoreWorld()
{
    m_clients.clear();
    core.reset();
}

WorldClient& CoreWorld::client(const std::string& id, const std::string& certificate)
{
    m_clients.push_back(std::make_unique<WorldClient>(clock, hub, id, certificate, m_seed + m_clients.size()));
    m_clients.back()->start();
    return *m_clients.back();
}

WorldClient& CoreWorld::cloudClient(const std::string& id)
{
    m_clients.push_back(std::make_unique<WorldClient>(clock, cloud.hub, id, "", m_seed + m_clients.size()));
    m_clients.back()->start();
    return *m_clients.back();
}

void CoreWorld::startCore()
{
    core = std::make_unique<Core>(CoreParts{.clock = clock,
                                            .recorder = recorder,
                                            .links = links,
                                            .greengrass = cloud.transport,
                                            .data = cloud.transport,
                                            .server = *this,
                                            .shelf = shelf,
                                            .store = &store,
                                            .shadows = &store,
                                            .workers = otherWorkers ? otherWorkers : &workers,
                                            .addresses = [this] { return addresses; },
                                            .background =
                                                [this](std::function<void()> work, std::function<void()> then) {
                                                    work();
                                                    m_posted.push_back(std::move(then));
                                                },
                                            .wake = [this] { m_woken = true; }},
                                  CoreSettings{.thingArn = thingArn("core"),
                                               .ggHost = "gg",
                                               .iotHost = "iot",
                                               .port = 8883,
                                               .keepAlive = 60,
                                               .mostPause = std::chrono::seconds(8),
                                               .logs = logs,
                                               .seed = m_seed + ++m_starts});
    const auto started = core->start(store.kept(), store.shadows());
    EXPECT_TRUE(started) << started.error().message;
}

void CoreWorld::killCore(bool losesUnsynced)
{
    if (losesUnsynced)
        store.crash();
    cloud.transport.forget();
    m_posted.clear();
    close();
    core.reset();
}

Result<void> CoreWorld::open(const ServerIdentity& identity)
{
    if (!portProblem.empty())
        return failure(portProblem);
    serving = identity;
    hub.start(core->broker());
    return {};
}

void CoreWorld::close()
{
    serving.reset();
    hub.stop(false);
}

bool CoreWorld::runOnce()
{
    hub.run();
    bool moved = cloud.run();
    moved |= workers.run();
    if (!m_posted.empty()) {
        const auto next = std::move(m_posted.front());
        m_posted.pop_front();
        next();
        moved = true;
    }
    for (const auto& client : m_clients)
        if (const auto due = client->nextDeadline(); due && *due <= clock.now()) {
            client->advance();
            moved = true;
        }
    if (!core)
        return moved;
    if (syncs && store.waits()) {
        core->committed(store.sync());
        moved = true;
    }
    const auto due = core->nextDeadline();
    if (m_woken || (due && *due <= clock.now())) {
        m_woken = false;
        core->run();
        moved = true;
    }
    return moved;
}

std::optional<Instant> CoreWorld::nextDeadline() const
{
    std::optional<Instant> next;
    const auto sooner = [&next](std::optional<Instant> due) {
        if (due && (!next || *due < *next))
            next = due;
    };
    sooner(hub.nextDeadline());
    sooner(cloud.nextDeadline());
    if (core)
        sooner(core->nextDeadline());
    for (const auto& client : m_clients)
        sooner(client->nextDeadline());
    return next;
}

void CoreWorld::catchUp()
{
    for (int turns = 0; runOnce(); ++turns)
        if (turns > 100'000) {
            ADD_FAILURE() << "it does not come to rest at one moment";
            return;
        }
    hub.run();
}

void CoreWorld::pass(Duration time)
{
    const Instant until = clock.now() + time;
    for (;;) {
        catchUp();
        const auto next = nextDeadline();
        if (!next || *next > until)
            break;
        if (*next > clock.now())
            clock.set(*next);
    }
    clock.set(until);
}

void CoreWorld::deploy(const GroupText& group, const std::string& id)
{
    GroupText whole = group;
    whole.set("DeploymentId", json::string(id)).authority(cloud.authority.certificate().pem());
    cloud.deploy(id, whole.text());
    settle();
}

std::string CoreWorld::shadow(const std::string& thing, bool desired) const
{
    const auto view = core->shadows().view(thing, {});
    if (!view || view->deleted)
        return "-";
    return desired ? view->desired : view->reported;
}

} // namespace greensward::edge::test
