// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_port_link.h"

#include "app/process_usage.h"
#include "mqtt/topic.h"

#include <atomic>
#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <mutex>

namespace greensward::app {

using namespace std::chrono_literals;

namespace {

/// Cards of devices that a window shows at most.
constexpr std::size_t kMostDevices = 500;
constexpr Duration kMemoryInterval = 1s;
constexpr std::string_view kOrigin = "$console";

void carryOut(simulator::Device& device, ui::DeviceCommand command, double value)
{
    switch (command) {
    case ui::DeviceCommand::Start:
        return device.start();
    case ui::DeviceCommand::Stop:
        return device.stop();
    case ui::DeviceCommand::Crash:
        return device.crash();
    case ui::DeviceCommand::CutCable:
        return device.cutCable();
    case ui::DeviceCommand::HealCable:
        return device.healCable();
    case ui::DeviceCommand::SetRate:
        return device.setRate(value);
    case ui::DeviceCommand::SetWind:
        // Not a wind speed: back to the weather's own.
        device.setWind(std::isfinite(value) && value >= 0 ? std::optional(value) : std::nullopt);
        return;
    }
}

} // namespace

/// Written by the engine's thread, read by the window's.
struct EnginePortLink::Snapshot
{
    std::atomic<bool> asked{false}; ///< the engine has not yet answered the last request
    mutable std::mutex mutex;
    ui::EngineStatus status;
    std::vector<simulator::DeviceView> devices;
    Instant memoryLookedAt{}; ///< engine thread only

    void take(Engine& engine);
};

void EnginePortLink::Snapshot::take(Engine& engine)
{
    engine.recorder().flush();
    const mqtt::BrokerCounters counters = engine.broker().counters();
    std::vector<simulator::DeviceView> views;
    if (const DeviceFloor* floor = engine.devices())
        views = floor->fleet().views(kMostDevices);
    std::uint64_t memory = 0;
    if (const Instant now = engine.clock().now(); now - memoryLookedAt >= kMemoryInterval) {
        memoryLookedAt = now;
        memory = residentBytes(0);
    }

    const std::lock_guard lock(mutex);
    status.running = engine.storeProblem().empty();
    status.problem = engine.storeProblem();
    status.clients = counters.clients;
    status.received = counters.received;
    status.delivered = counters.delivered;
    status.dropped = counters.dropped;
    if (memory > 0)
        status.residentBytes = memory;
    devices = std::move(views);
    asked = false;
}

EnginePortLink::EnginePortLink(Engine& engine) : m_engine(&engine), m_snapshot(std::make_shared<Snapshot>())
{
    const Whereabouts& at = engine.whereabouts();
    m_snapshot->status.endpoint = fmt::format("{}:{}", at.host(), at.ports.mqtts);
    m_snapshot->status.dataDirectory = at.directory.string();
    engine.ask([this] {
        m_reader = std::make_unique<trace::Reader>(m_engine->recorder(), trace::KindSet::all(), true);
        m_snapshot->take(*m_engine);
    });
}

EnginePortLink::EnginePortLink(std::string directory, std::string problem) : m_snapshot(std::make_shared<Snapshot>())
{
    m_snapshot->status.dataDirectory = std::move(directory);
    m_snapshot->status.problem = std::move(problem);
}

EnginePortLink::~EnginePortLink()
{
    if (m_engine)
        m_engine->ask([this] { m_reader.reset(); });
}

std::vector<trace::ChunkPtr> EnginePortLink::drain()
{
    if (!m_engine)
        return {};
    if (!m_snapshot->asked.exchange(true))
        m_engine->post([engine = m_engine, snapshot = m_snapshot] { snapshot->take(*engine); });
    return m_reader->drain();
}

ui::EngineStatus EnginePortLink::status() const
{
    const std::lock_guard lock(m_snapshot->mutex);
    ui::EngineStatus status = m_snapshot->status;
    if (m_reader)
        status.lostEvents = m_reader->lost();
    return status;
}

std::vector<simulator::DeviceView> EnginePortLink::devices() const
{
    const std::lock_guard lock(m_snapshot->mutex);
    return m_snapshot->devices;
}

void EnginePortLink::command(const std::string& deviceId, ui::DeviceCommand command, double value)
{
    if (!m_engine)
        return;
    m_engine->post([engine = m_engine, deviceId, command, value] {
        DeviceFloor* floor = engine->devices();
        if (simulator::Device* device = floor ? floor->fleet().find(deviceId) : nullptr)
            carryOut(*device, command, value);
    });
}

void EnginePortLink::publish(const ui::PublishRequest& request)
{
    if (!m_engine)
        return;
    m_engine->post([engine = m_engine, request] {
        if (const auto checked = mqtt::checkTopicName(request.topic); !checked) {
            engine->recorder().record({.kind = trace::Kind::MessageRefused,
                                       .subject = kOrigin,
                                       .object = request.topic,
                                       .detail = checked.error().text,
                                       .payload = asBytes(request.payload)});
            return;
        }
        mqtt::OutgoingMessage message;
        message.topic = request.topic;
        message.payload = asBytes(request.payload);
        message.qos = static_cast<mqtt::QoS>(request.qos);
        message.retain = request.retain;
        engine->broker().publish(kOrigin, message, engine->clock().now());
        engine->port().wake();
    });
}

void EnginePortLink::subscribe(const std::string& filter, int qos)
{
    m_refused.push_back({filter, qos, false, "the console has no client of its own yet", 0});
}

void EnginePortLink::unsubscribe(const std::string& filter)
{
    std::erase_if(m_refused, [&filter](const auto& one) { return one.filter == filter; });
}

void EnginePortLink::refuse(const char* what)
{
    const std::lock_guard lock(m_snapshot->mutex);
    m_snapshot->status.capture.problem = fmt::format("{} cannot be done yet", what);
}

void EnginePortLink::setFleetSize(std::uint64_t)
{
    refuse("changing the fleet");
}

void EnginePortLink::inject(const ui::FaultRequest&)
{
    refuse("a fault");
}

void EnginePortLink::heal(std::uint64_t)
{
    refuse("healing");
}

void EnginePortLink::healAll()
{
    refuse("healing");
}

void EnginePortLink::startRecording(const std::string&)
{
    refuse("a recording");
}

void EnginePortLink::startReplay(const std::string&, double)
{
    refuse("a replay");
}

} // namespace greensward::app
