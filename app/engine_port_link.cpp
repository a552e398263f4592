// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_port_link.h"

#include "app/engine_snapshot.h"
#include "app/price_shelf.h"
#include "billing/bill.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <mutex>
#include <optional>

namespace greensward::app {

using namespace std::chrono_literals;

namespace {

void setRhythm(simulator::Device& device, ui::DeviceCommand command, double value)
{
    simulator::Rhythm rhythm = device.rhythm();
    if (command == ui::DeviceCommand::SetJitter)
        rhythm.jitter = value;
    else if (command == ui::DeviceCommand::SetBurst)
        rhythm.burst = static_cast<int>(std::clamp(value, 1.0, double{simulator::Rhythm::kLongestBurst}));
    else
        rhythm.onChange = value != 0;
    device.setRhythm(rhythm);
}

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
    case ui::DeviceCommand::HealCable:
        return; // a fault like others, see command()
    case ui::DeviceCommand::SetRate:
        return device.setRate(value);
    case ui::DeviceCommand::SetWind:
        // Not a wind speed: back to the weather's own.
        device.setWind(std::isfinite(value) && value >= 0 ? std::optional(value) : std::nullopt);
        return;
    case ui::DeviceCommand::SetJitter:
    case ui::DeviceCommand::SetBurst:
    case ui::DeviceCommand::SetOnChange:
        setRhythm(device, command, value);
        return;
    case ui::DeviceCommand::SetWay:
        device.setWay(value == 0 ? simulator::Way::Direct : simulator::Way::Shadow);
        return;
    case ui::DeviceCommand::ReportShadow:
        device.reportToShadow();
        return;
    }
}

} // namespace

EnginePortLink::EnginePortLink(Engine& engine)
    : m_engine(&engine)
    , m_transport(std::make_unique<MemoryTransport>(engine))
    , m_snapshot(std::make_shared<EngineSnapshot>())
{
    const Whereabouts& at = engine.whereabouts();
    m_trustedRoot = engine.trustedRoot();
    m_hasProperties = engine.hasProperties();
    m_api = std::make_unique<client::Api>(*m_transport, engine.clock(), accountAt(at));
    m_snapshot->status.endpoint = fmt::format("{}:{}", at.host(), at.ports.mqtts);
    m_snapshot->status.dataDirectory = at.directory.string();
    engine.ask([this] {
        m_reader = std::make_unique<trace::Reader>(m_engine->recorder(), trace::KindSet::all(), true);
        m_snapshot->take(*m_engine);
        if (const ScenarioFloor* scenarios = m_engine->scenarios())
            m_scenarios = scenarios->scenarios();
    });
}

EnginePortLink::EnginePortLink(std::string directory, std::string problem) : m_snapshot(std::make_shared<EngineSnapshot>())
{
    m_snapshot->status.dataDirectory = std::move(directory);
    m_snapshot->status.problem = std::move(problem);
}

labs::Site* EnginePortLink::labSite()
{
    if (m_cloud)
        return &m_cloud->site();
    if (m_engine && !m_labSite)
        m_labSite = std::make_unique<LabSite>(*m_engine, qtHome());
    return m_labSite ? &m_labSite->site() : nullptr;
}

EnginePortLink::~EnginePortLink()
{
    m_outside.reset();
    m_functions.reset();
    m_labSite.reset();
    m_brokers.reset(); // what they still have to say goes to the engine
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
    status.capture = captureStatus();
    return status;
}

std::vector<simulator::DeviceView> EnginePortLink::devices() const
{
    m_snapshot->devicesWanted = true;
    const std::lock_guard lock(m_snapshot->mutex);
    return m_snapshot->devices;
}

void EnginePortLink::watchDevice(const std::string& deviceId)
{
    m_snapshot->devicesWanted = true;
    const std::lock_guard lock(m_snapshot->mutex);
    m_snapshot->watched = deviceId;
}

std::shared_ptr<const simulator::Roster> EnginePortLink::roster() const
{
    m_snapshot->rosterWanted = true;
    const std::lock_guard lock(m_snapshot->mutex);
    return m_snapshot->roster;
}

std::optional<Duration> EnginePortLink::roundTrip(std::uint64_t connection) const
{
    return m_snapshot->roundTrips.of(connection);
}

void EnginePortLink::command(const std::string& deviceId, ui::DeviceCommand command, double value)
{
    if (!m_engine)
        return;
    using simulator::FaultKind;
    if (command == ui::DeviceCommand::CutCable)
        return inject({.kind = FaultKind::CutCable, .target = deviceId});
    if (command == ui::DeviceCommand::HealCable)
        return withFaults([deviceId](FaultFloor& faults) {
            faults.healKind(FaultKind::CutCable, deviceId);
            return Result<void>{};
        });
    m_engine->post([engine = m_engine, deviceId, command, value] {
        if (simulator::Device* device = engine->device(deviceId))
            carryOut(*device, command, value);
    });
}

void EnginePortLink::publish(const ui::PublishRequest& request)
{
    if (!request.broker.empty()) {
        if (m_brokers)
            m_brokers->publish(QString::fromStdString(request.broker), request);
        return;
    }
    if (request.asDevice.empty())
        return withConsole([request](ConsoleClient& console) { console.publish(request); });
    if (!m_engine)
        return;
    m_engine->post([engine = m_engine, request] {
        simulator::Device* device = engine->device(request.asDevice);
        const Result<void> sent = device ? device->publish(request.topic, asBytes(request.payload),
                                                           static_cast<mqtt::QoS>(request.qos), request.retain)
                                         : failure("there is no such simulated device");
        if (!sent)
            engine->console().noteRefused(request.asDevice, request, sent.error().message);
    });
}

void EnginePortLink::subscribe(const std::string& filter, int qos)
{
    withConsole([filter, qos](ConsoleClient& console) { console.subscribe(filter, qos); });
}

void EnginePortLink::unsubscribe(const std::string& filter)
{
    withConsole([filter](ConsoleClient& console) { console.unsubscribe(filter); });
}

std::vector<ui::ConsoleSubscription> EnginePortLink::subscriptions() const
{
    std::vector<ui::ConsoleSubscription> all;
    {
        const std::lock_guard lock(m_snapshot->mutex);
        all = m_snapshot->subscriptions;
    }
    if (m_brokers)
        for (const ui::BrokerStatus& broker : m_brokers->brokers())
            all.insert(all.end(), broker.subscriptions.begin(), broker.subscriptions.end());
    return all;
}

void EnginePortLink::setFleetSize(std::uint64_t devices)
{
    if (m_engine)
        m_engine->post([engine = m_engine, devices] {
            if (DeviceFloor* floor = engine->devices())
                floor->setSize(devices);
        });
}

void EnginePortLink::inject(const ui::FaultRequest& request)
{
    withFaults([request](FaultFloor& faults) { return faults.inject(request).map([](std::uint64_t) {}); });
}

void EnginePortLink::heal(std::uint64_t faultId)
{
    withFaults([faultId](FaultFloor& faults) {
        faults.heal(faultId);
        return Result<void>{};
    });
}

void EnginePortLink::healAll()
{
    if (m_engine)
        stopScenario(); // it would break the next thing
    withFaults([](FaultFloor& faults) {
        faults.healAll();
        return Result<void>{};
    });
}

std::vector<simulator::ActiveFault> EnginePortLink::faults() const
{
    const std::lock_guard lock(m_snapshot->mutex);
    return m_snapshot->faults;
}

void EnginePortLink::startScenario(const std::string& id)
{
    withScenarios([id](ScenarioFloor& scenarios) { return scenarios.start(id); });
}

void EnginePortLink::stopScenario()
{
    withScenarios([](ScenarioFloor& scenarios) {
        scenarios.stop();
        return Result<void>{};
    });
}

template<typename Work>
void EnginePortLink::withConsole(Work work)
{
    if (m_engine)
        m_engine->post([engine = m_engine, work = std::move(work)] { work(engine->console()); });
}

template<typename Work>
void EnginePortLink::withFaults(Work work)
{
    withFloor(&Engine::faults, std::move(work));
}

template<typename Work>
void EnginePortLink::withScenarios(Work work)
{
    withFloor(&Engine::scenarios, std::move(work));
}

/// floorOf: null when there is none. What cannot be done is said in status().faultProblem.
template<typename Floor, typename Work>
void EnginePortLink::withFloor(Floor* (Engine::*floorOf)(), Work work)
{
    if (!m_engine)
        return;
    m_engine->post([engine = m_engine, snapshot = m_snapshot, floorOf, work = std::move(work)] {
        Floor* floor = (engine->*floorOf)();
        const Result<void> done = floor ? work(*floor) : failure("there are no simulated devices here");
        const std::lock_guard lock(snapshot->mutex);
        snapshot->status.faultProblem = done ? std::string() : done.error().message;
    });
}

std::shared_ptr<const billing::Bill> EnginePortLink::bill() const
{
    m_snapshot->billWanted = true;
    const std::lock_guard lock(m_snapshot->mutex);
    return m_snapshot->bill;
}

void EnginePortLink::resetMeter()
{
    withMeter([](Engine& engine) { engine.cloud().meter().reset(); });
}

void EnginePortLink::undoMeterReset()
{
    withMeter([](Engine& engine) { engine.cloud().meter().undoReset(); });
}

void EnginePortLink::rereadPrices()
{
    withMeter([](Engine& engine) { engine.readPrices(); });
}

Result<std::string> EnginePortLink::ownPriceFile(const std::string& id)
{
    if (!m_engine)
        return failure("the workspace is not open");
    return PriceShelf::ownFile(m_engine->whereabouts().directory, id).map([](const auto& path) {
        return path.string();
    });
}

/// What comes of it is seen at once.
template<typename Work>
void EnginePortLink::withMeter(Work work)
{
    if (!m_engine)
        return;
    m_engine->post([engine = m_engine, snapshot = m_snapshot, work = std::move(work)] {
        work(*engine);
        snapshot->billMadeAt.reset();
        snapshot->billWanted = true;
    });
}

ui::BrokersPort* EnginePortLink::brokers()
{
    if (m_engine && !m_brokers)
        m_brokers = std::make_unique<ForeignBrokers>(*m_engine);
    return m_brokers.get();
}

ui::OutsidePort* EnginePortLink::outside()
{
    if (m_engine && !m_outside)
        m_outside = std::make_unique<OutsideDoor>(*m_engine);
    return m_outside.get();
}

/// The cores are this engine's clients; another cloud has others.
ui::EdgePort* EnginePortLink::edge()
{
    if (m_engine && !m_cloud && !m_edge)
        m_edge = std::make_unique<EdgeDoor>(*m_engine);
    return m_edge.get();
}

/// A cloud elsewhere tells by its APIs alone.
ui::FunctionsPort* EnginePortLink::functions()
{
    if (m_engine && !m_cloud && !m_functions)
        m_functions = std::make_unique<FunctionsDoor>(*m_engine);
    return m_functions.get();
}

void EnginePortLink::startRecording(const std::string& file)
{
    if (!m_engine || (m_recording && m_recording->progress().phase != CaptureRecording::Phase::Done))
        return;
    m_recording.reset();
    auto recording = CaptureRecording::start(*m_engine, file);
    m_captureProblem = recording ? std::string() : recording.error().message;
    if (recording)
        m_recording = std::move(*recording);
}

void EnginePortLink::stopRecording()
{
    if (m_recording)
        m_recording->stop();
}

void EnginePortLink::startReplay(const std::string& file, double speed)
{
    if (!m_engine || (m_replay && m_replay->progress().running))
        return;
    m_replay.reset();
    auto replay = Replay::start(*m_engine, file, speed);
    m_captureProblem = replay ? std::string() : replay.error().message;
    if (replay)
        m_replay = std::move(*replay);
}

void EnginePortLink::stopReplay()
{
    if (m_replay)
        m_replay->stop();
}

ui::CaptureStatus EnginePortLink::captureStatus() const
{
    ui::CaptureStatus status;
    status.problem = m_captureProblem;
    if (m_recording) {
        const auto progress = m_recording->progress();
        status.recording = progress.phase == CaptureRecording::Phase::Recording;
        status.packing = progress.phase == CaptureRecording::Phase::Packing;
        status.file = m_recording->file().string();
        status.events = progress.events;
        status.bytes = progress.bytes;
        status.seconds = progress.seconds;
        if (progress.phase == CaptureRecording::Phase::Done && std::filesystem::exists(m_recording->file()))
            status.recorded = status.file;
        if (status.problem.empty())
            status.problem = progress.problem;
    }
    if (m_replay) {
        const auto progress = m_replay->progress();
        status.replaying = progress.running;
        status.replayFile = m_replay->file().string();
        status.progress = progress.progress;
        status.speed = m_replay->speed();
        status.replayed = progress.sent;
        if (!progress.running)
            status.replaySummary = summary(progress);
        if (status.problem.empty())
            status.problem = progress.problem;
    }
    return status;
}

} // namespace greensward::app
