// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/background_worker.h"
#include "app/console_client.h"
#include "app/device_floor.h"
#include "app/edge_floor.h"
#include "app/engine_settings.h"
#include "app/fault_floor.h"
#include "app/front_door.h"
#include "app/identities.h"
#include "app/plant_floor.h"
#include "app/ready_file.h"
#include "app/scenario_floor.h"
#include "base/clock.h"
#include "base/result.h"
#include "cloud/cloud.h"
#include "lambda/process_workers.h"
#include "mqtt/broker.h"
#include "mqtt/broker_port.h"
#include "mqtt/durable_session_store.h"
#include "net/event_loop.h"
#include "net/listener.h"
#include "store/workspace.h"
#include "store/writer.h"
#include "trace/recorder.h"

#include <functional>
#include <future>
#include <memory>
#include <thread>
#include <vector>

namespace greensward::app {

/// A running workspace: its clock, recorder, store, keys, broker and ports, all on one engine thread of its own.
///
/// start() and stop() are called from outside that thread; everything marked so is for work that was post()ed to it.
class Engine
{
public:
    /// Returns once every port answers, or with the reason why it cannot be.
    static Result<std::unique_ptr<Engine>> start(const EngineSettings& settings);
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    /// Ends all connections with the protocol's goodbye (wills are published), waits a moment for it to go out, and
    /// brings the store to rest. Fails when the store could not keep everything. Doing it again does nothing.
    Result<void> stop();

    const Whereabouts& whereabouts() const { return m_whereabouts; }
    /// The authority behind the gateway's own certificate, as PEM: what devices trust.
    std::string trustedRoot() const { return m_identities.keys().root().certificate().pem(); }
    /// MQTT 5 is spoken.
    bool hasProperties() const { return gatewayLimits(m_settings.profile).allowV5; }
    const Clock& clock() const { return m_clock; }

    /// Any thread. After stop() began the work may never run.
    void post(std::function<void()> work) { m_loop.post(std::move(work)); }
    /// Runs the work on the engine thread and waits for it. Not from the engine thread, not after stop().
    template<typename Work>
    auto ask(Work work)
    {
        // Shared, because the engine thread may still be leaving the task when the answer is here.
        auto task = std::make_shared<std::packaged_task<decltype(work())()>>(std::move(work));
        auto answer = task->get_future();
        post([task] { (*task)(); });
        return answer.get();
    }

    // --- engine thread -------------------------------------------------------------------------------------
    trace::Recorder& recorder() { return m_recorder; }
    mqtt::Broker& broker() { return *m_broker; }
    mqtt::BrokerPort& port() { return *m_port; }
    cloud::Cloud& cloud() { return *m_cloud; }
    net::EventLoop& loop() { return m_loop; }
    EdgeFloor& edge() { return *m_edge; }
    PlantFloor& plants() { return *m_plants; }
    /// A simulated one of the fleet or of a gas turbine; null when there is none.
    simulator::Device* device(const std::string& id);
    /// Reads the price files again.
    void readPrices();
    /// Null without simulated devices.
    DeviceFloor* devices() { return m_devices.get(); }
    /// Null without simulated devices.
    FaultFloor* faults() { return m_faults.get(); }
    /// Null without simulated devices.
    ScenarioFloor* scenarios() { return m_scenarios.get(); }
    /// Made, and connected, when it is first asked for.
    ConsoleClient& console();
    bool hasConsole() const { return m_console != nullptr; }
    /// Why the workspace keeps nothing any more, in one sentence; empty while all is well.
    const std::string& storeProblem() const { return m_storeProblem; }

private:
    Engine(const EngineSettings& settings, store::Workspace workspace, Identities identities);
    Result<void> openStore();
    void openBroker(const EngineSettings& settings);
    Result<void> restoreBroker();
    Result<void> openPorts(const EngineSettings& settings);
    Result<std::uint16_t> listen(const EngineSettings& settings, std::uint16_t port, net::Speech speech,
                                 std::unique_ptr<net::TlsSettings> tls);
    std::unique_ptr<net::TlsSettings> tls(net::TlsSettings::Client client, std::vector<std::string> alpn) const;
    /// Address of the client connected under this name that is no simulated device; empty: nobody.
    std::string realDeviceAt(const std::string& id) const;
    Result<void> openDevices(const EngineSettings& settings);
    Result<void> goOnline();
    void openCloud(const EngineSettings& settings);
    void openEdge();
    void openPlants();
    /// Work beside the engine's thread, and what follows on it.
    std::function<void(std::function<void()>, std::function<void()>)> background();
    void enrolDevices();
    void trustAlso(const std::string& pem);
    void restartGateway();
    void comeBack();
    MemoryClient::Parts clientParts() { return {m_loop, m_clock, *m_port}; }

    EngineSettings m_settings;
    SystemClock m_clock;
    store::Workspace m_workspace;
    Identities m_identities;
    trace::Recorder m_recorder;
    net::EventLoop m_loop;
    std::unique_ptr<store::Writer> m_writer; ///< null: nothing outlives the process
    std::unique_ptr<cloud::Cloud> m_cloud;
    std::unique_ptr<mqtt::DurableSessionStore> m_sessions;
    std::string m_storeProblem;
    std::unique_ptr<mqtt::Broker> m_broker;
    std::unique_ptr<mqtt::BrokerPort> m_port;
    std::unique_ptr<PhonePage> m_phone;
    std::unique_ptr<RecorderDoor> m_events;
    std::unique_ptr<FrontDoor> m_door;
    struct Port
    {
        std::unique_ptr<net::Listener> listener;
        std::optional<net::TlsSettings::Client> client; ///< nothing without TLS
        std::vector<std::string> alpn;
    };
    std::vector<Port> m_listeners;
    std::string m_alsoTrusted; ///< authorities beside the workspace's own, as PEM
    Whereabouts m_whereabouts;
    std::unique_ptr<DeviceFloor> m_devices;
    std::unique_ptr<FaultFloor> m_faults;
    std::unique_ptr<ScenarioFloor> m_scenarios;
    std::unique_ptr<ConsoleClient> m_console;
    std::unique_ptr<net::EventLoop::Timer> m_restart;      ///< while the gateway is away
    std::unique_ptr<net::EventLoop::Timer> m_housekeeping; ///< of the cloud
    std::unique_ptr<BackgroundWorker> m_worker;
    std::unique_ptr<lambda::Processes> m_functions;
    std::unique_ptr<EdgeFloor> m_edge;
    std::unique_ptr<PlantFloor> m_plants;
    std::thread m_thread;
};

} // namespace greensward::app
