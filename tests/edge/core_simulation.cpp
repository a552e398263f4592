// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core_simulation.h"

#include <algorithm>
#include <cstdio>

namespace greensward::edge::test {

namespace {

using namespace std::chrono_literals;

constexpr int kDevices = 4;
constexpr int kMoments = 150;
const std::string kLamp = "$aws/things/d0/shadow/";

std::string key(std::string_view source, std::string_view topic, std::string_view target)
{
    return fmt::format("{} {} {}", source, topic, target);
}

} // namespace

CoreSimulation::CoreSimulation(std::uint64_t seed, bool verbose)
    : m_world(seed), m_random(seed * 7919 + 1), m_verbose(verbose)
{
    m_world.cloud.broker.tap("#", [this](const mqtt::TappedMessage& message) {
        if (message.publisher == "core")
            arrive(message.topic, asText(message.payload));
    });
}

void CoreSimulation::violation(std::string what)
{
    if (m_outcome.violations.size() < 10)
        m_outcome.violations.push_back(std::move(what));
}

/// FNV-1a over what was heard, and when.
void CoreSimulation::note(std::string_view what)
{
    const std::string line = fmt::format("{} {}\n", m_world.clock.now().time_since_epoch().count(), what);
    if (m_verbose)
        std::fputs(line.c_str(), stdout);
    for (const char octet : line)
        m_outcome.digest = (m_outcome.digest ^ static_cast<unsigned char>(octet)) * 1'099'511'628'211ULL;
}

std::string CoreSimulation::anyDevice()
{
    return fmt::format("d{}", m_random.below(kDevices));
}

/// Everybody may speak to the cloud in every group, so that nothing acknowledged is lost to a deployment.
GroupText CoreSimulation::anyGroup()
{
    GroupText group;
    std::set<std::string> routes;
    for (int i = 0; i < kDevices; ++i) {
        const std::string name = fmt::format("d{}", i);
        group.device(name, i == 0);
        group.route(name, "up/" + name, "cloud");
        for (int j = 0; j < kDevices; ++j)
            if (m_random.chance(0.4)) {
                const std::string other = fmt::format("d{}", j);
                const bool wild = m_random.chance(0.3);
                group.route(name, wild ? "side/#" : "side/" + other, other);
                for (int k = 0; k < kDevices; ++k)
                    if (wild || k == j)
                        routes.insert(key(name, fmt::format("side/d{}", k), other));
            }
        if (m_random.chance(0.5)) {
            group.route("cloud", "down/" + name, name);
            routes.insert(key("cloud", "down/" + name, name));
        }
    }
    group.route("d0", kLamp + "update", "GGShadowService");
    group.spooler({{"GG_CONFIG_STORAGE_TYPE", "FileSystem"}, {"GG_CONFIG_MAX_SIZE_BYTES", "2621440"}});
    m_groups.push_back(std::move(routes));
    return group;
}

void CoreSimulation::deployAny()
{
    ++m_outcome.deployments;
    const std::string id = fmt::format("deployment-{}", m_outcome.deployments);
    GroupText group = anyGroup();
    group.set("DeploymentId", json::string(id)).authority(m_world.cloud.authority.certificate().pem());
    m_world.cloud.deploy(id, group.text());
    note("deploys " + id);
}

void CoreSimulation::watch(WorldClient& device)
{
    device.heard = [this, name = device.id()](std::string_view topic, std::string_view payload) {
        hear(name, topic, payload);
    };
    device.subscribe("#");
    device.subscribe("$aws/#");
}

/// payload: "SOURCE NUMBER".
void CoreSimulation::hear(const std::string& device, std::string_view topic, std::string_view payload)
{
    ++m_outcome.delivered;
    note(fmt::format("{} hears {} {}", device, topic, payload));
    const std::string wanted = key(payload.substr(0, payload.find(' ')), topic, device);
    if (std::none_of(m_groups.begin(), m_groups.end(), [&](const auto& routes) { return routes.contains(wanted); }))
        violation(fmt::format("{} heard {} on {} without a route", device, payload, topic));
}

void CoreSimulation::arrive(std::string_view topic, std::string_view payload)
{
    if (topic.starts_with("$aws/"))
        return;
    note(fmt::format("the cloud gets {} {}", topic, payload));
    if (!topic.starts_with("up/"))
        return violation(fmt::format("the cloud got {} without a route", topic));
    ++m_outcome.arrived;
    m_arrived[std::string(topic.substr(3))].emplace_back(payload);
}

void CoreSimulation::publishAny()
{
    const std::string name = anyDevice();
    WorldClient& device = *m_devices.at(name);
    const std::string payload = fmt::format("{} {}", name, ++m_number);
    ++m_outcome.published;
    if (m_random.chance(0.6)) {
        m_sent[name].push_back(payload);
        device.publish("up/" + name, payload);
    } else if (m_random.chance(0.7)) {
        device.publish("side/" + anyDevice(), payload, mqtt::QoS::AtMostOnce);
    } else {
        mqtt::OutgoingMessage message;
        const std::string topic = "down/" + anyDevice();
        const std::string said = fmt::format("cloud {}", m_number);
        message.topic = topic;
        message.payload = asBytes(said);
        m_world.cloud.broker.publish("$app", message, m_world.clock.now());
    }
}

void CoreSimulation::changeShadow()
{
    const auto name = std::string(1, static_cast<char>('a' + m_random.below(3)));
    const std::string value = m_random.chance(0.2) ? "null" : std::to_string(m_random.below(10));
    const std::string section = m_random.chance(0.5) ? "desired" : "reported";
    const std::string update = fmt::format(R"({{"state":{{"{}":{{"{}":{}}}}}}})", section, name, value);
    if (m_random.chance(0.5))
        m_world.cloud.updateShadow("d0", update);
    else
        m_devices.at("d0")->publish(kLamp + "update", update);
}

void CoreSimulation::killAndRestart()
{
    ++m_outcome.kills;
    note("the core is killed");
    m_world.killCore();
    m_world.pass(std::chrono::milliseconds(m_random.below(5000)));
    m_world.startCore();
}

void CoreSimulation::happen()
{
    const double what = m_random.between(0, 1);
    if (what < 0.6)
        publishAny();
    else if (what < 0.72)
        changeShadow();
    else if (what < 0.78)
        m_world.cloud.setReachable(m_random.chance(0.5));
    else if (what < 0.84)
        m_devices.at(anyDevice())->breakLink();
    else if (what < 0.87)
        m_world.cloud.failureRate = m_random.chance(0.5) ? 0 : m_random.between(0, 0.6);
    else if (what < 0.91)
        m_world.syncs = m_random.chance(0.7);
    else if (what < 0.94)
        deployAny();
    else if (what < 0.97)
        killAndRestart();
    else
        m_world.links.faults.latency = std::chrono::milliseconds(m_random.below(400));
}

void CoreSimulation::makePeace()
{
    note("peace");
    m_world.cloud.setReachable(true);
    m_world.cloud.failureRate = 0;
    m_world.syncs = true;
    for (int round = 0; round < 10; ++round) {
        m_world.pass(60s);
        const bool quiet = std::all_of(m_devices.begin(), m_devices.end(),
                                       [](const auto& device) { return device.second->unacknowledged() == 0; });
        if (quiet && m_world.core->settled())
            return;
    }
    violation("it does not come to rest");
}

void CoreSimulation::judge()
{
    for (const auto& [name, device] : m_devices) {
        m_outcome.acknowledged += device->acknowledged().size();
        const auto& arrived = m_arrived[name];
        for (const std::string& payload : device->acknowledged())
            if (payload.starts_with(name) && std::find(arrived.begin(), arrived.end(), payload) == arrived.end())
                violation(fmt::format("{} was acknowledged and never reached the cloud", payload));
        // First arrivals, duplicates left out, in the order in which they were sent.
        std::vector<std::string> firsts;
        for (const std::string& payload : arrived)
            if (std::find(firsts.begin(), firsts.end(), payload) == firsts.end())
                firsts.push_back(payload);
        std::vector<std::string> expected;
        for (const std::string& payload : m_sent[name])
            if (std::find(firsts.begin(), firsts.end(), payload) != firsts.end())
                expected.push_back(payload);
        if (firsts != expected)
            violation(fmt::format("what {} said reached the cloud in another order", name));
        if (!device->online())
            violation(fmt::format("{} is not connected in the end", name));
    }
    for (const WorldClient* stranger : m_strangers)
        if (stranger->connections() > 0)
            violation(fmt::format("{} got in", stranger->id()));
    for (const bool desired : {true, false}) {
        const auto parsed = [](const std::string& text) {
            return text.empty() || text == "-" ? json::value(json::object()) : json::parse(text);
        };
        const std::string here = m_world.shadow("d0", desired), there = m_world.cloud.shadow("d0", desired);
        if (parsed(here) != parsed(there))
            violation(fmt::format("the shadows differ: {} here, {} in the cloud", here, there));
    }
}

CoreOutcome CoreSimulation::run()
{
    m_world.startCore();
    deployAny();
    m_world.pass(5s);
    for (int i = 0; i < kDevices; ++i) {
        const std::string name = fmt::format("d{}", i);
        WorldClient& device = m_world.device(name);
        watch(device);
        m_devices.emplace(name, &device);
    }
    m_strangers = {&m_world.client("d1", certificateOf("d2")), &m_world.client("x", certificateOf("x")),
                   &m_world.client("core", certificateOf("core"))};
    m_world.pass(2s);
    for (int moment = 0; moment < kMoments; ++moment) {
        happen();
        m_world.pass(std::chrono::milliseconds(m_random.below(800)));
    }
    makePeace();
    judge();
    return m_outcome;
}

} // namespace greensward::edge::test
