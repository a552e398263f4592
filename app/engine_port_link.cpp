// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_port_link.h"

#include "app/price_shelf.h"
#include "app/process_usage.h"
#include "app/round_trips.h"
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

/// Devices that a window knows in full; of the others, and of these too, it has the roster.
constexpr std::size_t kMostDevices = 500;
constexpr Duration kRosterInterval = 1s;
constexpr Duration kMemoryInterval = 1s;
constexpr Duration kBillInterval = 1s;

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

/// Written by the engine's thread, read by the window's.
struct EnginePortLink::Snapshot
{
    std::atomic<bool> asked{false}; ///< the engine has not yet answered the last request
    mutable std::mutex mutex;
    ui::EngineStatus status;
    std::atomic<bool> devicesWanted{true}; ///< the window has taken the ones below
    std::atomic<bool> rosterWanted{false};
    std::vector<simulator::DeviceView> devices;
    std::shared_ptr<const simulator::Roster> roster;
    std::atomic<bool> billWanted{false};
    std::shared_ptr<const billing::Bill> bill;
    std::string watched;
    std::vector<ui::ConsoleSubscription> subscriptions;
    std::vector<simulator::ActiveFault> faults;
    RoundTrips roundTrips;
    Instant memoryLookedAt{};          ///< engine thread only
    Instant rosterMadeAt{};            ///< engine thread only
    std::optional<Instant> billMadeAt; ///< engine thread only; nothing: it is out of date
    std::uint64_t fleetOnline = 0;     ///< engine thread only; counted when the memory is looked at

    void take(Engine& engine);
    std::vector<simulator::DeviceView> viewsOf(DeviceFloor& floor) const;
};

std::vector<simulator::DeviceView> EnginePortLink::Snapshot::viewsOf(DeviceFloor& floor) const
{
    const std::size_t most = std::min(kMostDevices, floor.size());
    std::vector<simulator::DeviceView> views = floor.fleet().views(most);
    std::string wanted;
    {
        const std::lock_guard lock(mutex);
        wanted = watched;
    }
    const simulator::Device* device = wanted.empty() ? nullptr : floor.fleet().find(wanted);
    if (device && device->index() >= most && device->index() < floor.size())
        views.push_back(device->view());
    return views;
}

void EnginePortLink::Snapshot::take(Engine& engine)
{
    engine.recorder().flush();
    const mqtt::BrokerCounters counters = engine.broker().counters();
    const Instant now = engine.clock().now();
    DeviceFloor* floor = engine.devices();
    // Views are copies with many texts: made when the window comes for them, not once a frame.
    const bool withDevices = floor && devicesWanted.exchange(false);
    std::vector<simulator::DeviceView> views;
    if (withDevices)
        views = viewsOf(*floor);
    std::shared_ptr<const simulator::Roster> fleet;
    if (floor && now - rosterMadeAt >= kRosterInterval && rosterWanted.exchange(false)) {
        rosterMadeAt = now;
        fleet = floor->fleet().roster(floor->size());
    }
    std::shared_ptr<const billing::Bill> fresh;
    if ((!billMadeAt || now - *billMadeAt >= kBillInterval) && billWanted.exchange(false)) {
        billMadeAt = now;
        fresh = std::make_shared<const billing::Bill>(engine.cloud().meter().bill());
    }
    roundTrips.measure(engine);
    std::vector<ui::ConsoleSubscription> ownSubscriptions;
    if (engine.hasConsole())
        ownSubscriptions = engine.console().subscriptions();
    std::vector<simulator::ActiveFault> activeFaults;
    if (engine.faults())
        activeFaults = engine.faults()->active();
    std::uint64_t memory = 0;
    if (now - memoryLookedAt >= kMemoryInterval) {
        memoryLookedAt = now;
        memory = residentBytes(0);
        fleetOnline = floor ? floor->online() : 0;
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
    status.consoleClient = engine.hasConsole() ? engine.console().id() : std::string();
    status.fleetSize = floor ? floor->size() : 0;
    status.fleetOnline = fleetOnline;
    if (withDevices)
        devices = std::move(views);
    if (fleet)
        roster = std::move(fleet);
    if (fresh)
        bill = std::move(fresh);
    const ScenarioFloor* scenarios = engine.scenarios();
    const simulator::Scenario* playing = scenarios ? scenarios->playing() : nullptr;
    status.scenario = playing ? playing->id : std::string();
    status.scenarioAt = playing ? scenarios->at() : 0;
    subscriptions = std::move(ownSubscriptions);
    faults = std::move(activeFaults);
    asked = false;
}

EnginePortLink::EnginePortLink(Engine& engine)
    : m_engine(&engine)
    , m_transport(std::make_unique<MemoryTransport>(engine))
    , m_snapshot(std::make_shared<Snapshot>())
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

EnginePortLink::EnginePortLink(std::string directory, std::string problem) : m_snapshot(std::make_shared<Snapshot>())
{
    m_snapshot->status.dataDirectory = std::move(directory);
    m_snapshot->status.problem = std::move(problem);
}

labs::Site* EnginePortLink::labSite()
{
    if (m_engine && !m_labSite)
        m_labSite = std::make_unique<LabSite>(*m_engine, qtHome());
    return m_labSite ? &m_labSite->site() : nullptr;
}

EnginePortLink::~EnginePortLink()
{
    m_outside.reset();
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
        DeviceFloor* floor = engine->devices();
        if (simulator::Device* device = floor ? floor->fleet().find(deviceId) : nullptr)
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
        DeviceFloor* floor = engine->devices();
        simulator::Device* device = floor ? floor->fleet().find(request.asDevice) : nullptr;
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
