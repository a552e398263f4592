// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "mqtt/broker.h"
#include "trace/recorder.h"
#include "ui/models/engine_port.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace greensward::ui {

/// An engine for tests of the window: a turbine, a sprinkler and a recorder in virtual time, driven by advance(). What
/// the window asks for is kept in `commands` and `published`, and has an effect like that of the real one.
class FakeEngine : public EnginePort
{
public:
    explicit FakeEngine(bool withDevices = true);

    std::vector<trace::ChunkPtr> drain() override { return m_reader.drain(); }
    EngineStatus status() const override;
    std::vector<simulator::DeviceView> devices() const override
    {
        return {m_devices.begin(), m_devices.begin() + static_cast<std::ptrdiff_t>(std::min(shown, m_devices.size()))};
    }
    std::shared_ptr<const simulator::Roster> roster() const override;
    void command(const std::string& deviceId, DeviceCommand command, double value) override;
    void publish(const PublishRequest& request) override;
    void subscribe(const std::string& filter, int qos) override;
    void unsubscribe(const std::string& filter) override;
    std::vector<ConsoleSubscription> subscriptions() const override { return subscribed; }
    void setFleetSize(std::uint64_t devices) override { fleetSize = devices; }
    void inject(const FaultRequest& request) override;
    void heal(std::uint64_t faultId) override;
    void healAll() override;
    std::vector<simulator::ActiveFault> faults() const override { return activeFaults; }
    std::vector<simulator::Scenario> scenarios() const override { return scenarioList; }
    void startScenario(const std::string& id) override;
    void stopScenario() override { scenario.clear(); }
    void startRecording(const std::string& file) override;
    void stopRecording() override { capture.recording = false; }
    void startReplay(const std::string& file, double speed) override;
    void stopReplay() override { capture.replaying = false; }

    EdgePort* edge() override { return edgePort; }

    const Clock& clock() const { return m_clock; }
    /// Moves time on in steps of 100 ms; devices that run publish.
    void advance(Duration by);
    /// One message, now.
    void message(const std::string& from, const std::string& topic, const std::string& payload, std::uint8_t flags = 0);
    void event(trace::Kind kind, const std::string& subject, const std::string& object = {},
               const std::string& detail = {});
    trace::EventId record(const trace::Entry& entry) { return m_recorder.record(entry); }
    trace::Recorder& recorder() { return m_recorder; }
    /// Other devices than its own two; they only stand there.
    void setDevices(std::vector<simulator::DeviceView> devices) { m_devices = std::move(devices); }
    /// Each device measures something else than before.
    void stirDevices();
    void flush() { m_recorder.flush(); }
    std::uint64_t recorded() const { return m_recorder.recorded(); }

    struct Command
    {
        std::string device;
        DeviceCommand command;
        double value;
    };
    EdgePort* edgePort = nullptr; ///< none: no cores can run
    std::vector<Command> commands;
    std::vector<PublishRequest> published;
    std::vector<ConsoleSubscription> subscribed;
    std::vector<simulator::ActiveFault> activeFaults;
    std::size_t shown = 1000; ///< at most so many of its devices are told of one by one
    std::uint64_t fleetSize = 2;
    std::string faultProblem; ///< what the engine says to the next fault
    CaptureStatus capture;
    std::vector<simulator::Scenario> scenarioList;                          ///< to be filled before the window is made
    std::string scenario;                                                   ///< that plays
    std::map<std::string, std::pair<trace::EventId, std::string>> retained; ///< by topic
    std::string subscribeProblem;                                           ///< refuses the next subscriptions
    std::string dataDirectory;

private:
    void retain(trace::EventId id, const std::string& from, const std::string& topic, const std::string& payload);
    void deliver(ConsoleSubscription& to, trace::EventId id, const std::string& topic, const std::string& payload,
                 bool asRetained);
    simulator::DeviceView& device(const std::string& id);
    void step();
    void stepTurbine(simulator::DeviceView& turbine);
    void stepSprinkler(simulator::DeviceView& sprinkler);
    void connect(simulator::DeviceView& view);
    void end(simulator::DeviceView& view, mqtt::DisconnectReason reason, const std::string& how);
    void lose(simulator::DeviceView& view, mqtt::DisconnectReason reason, const std::string& how);

    ManualClock m_clock;
    Random m_random{7};
    trace::Recorder m_recorder{m_clock};
    trace::Reader m_reader{m_recorder, trace::KindSet::all()};
    std::vector<simulator::DeviceView> m_devices;
    std::map<std::string, Instant> m_due; ///< next report, by device
    std::uint64_t m_received = 0;
    Instant m_scenarioBegan{};
    double m_wind = 9;
    double m_rotor = 0.7;
    double m_heat = 41;
    double m_moisture = 24;
    double m_flow = 0;
    bool m_water = false;
};

} // namespace greensward::ui
