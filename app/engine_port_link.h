// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/brokers/foreign_brokers.h"
#include "app/capture_recording.h"
#include "app/edge_door.h"
#include "app/engine.h"
#include "app/functions_door.h"
#include "app/lab_remote.h"
#include "app/lab_site.h"
#include "app/memory_transport.h"
#include "app/outside_door.h"
#include "app/replay.h"
#include "trace/recorder.h"
#include "ui/models/engine_port.h"

#include <memory>
#include <string>
#include <vector>

namespace greensward::app {

struct EngineSnapshot;

/// The bridge between the window's thread and the engine's. Each drain() also asks the engine for the next snapshot, so
/// the engine works for the window once a frame while it is looked at, and not at all while it is not.
///
/// Goes before the engine is stopped.
class EnginePortLink final : public ui::EnginePort
{
public:
    explicit EnginePortLink(Engine& engine);
    /// Stands for an engine that could not be started, and says why.
    EnginePortLink(std::string directory, std::string problem);
    ~EnginePortLink() override;

    /// From now on a cloud elsewhere stands for this engine's where an account's APIs are asked and labs take place; the
    /// engine goes on. Once, before there is a window.
    void join(RemoteLabs& cloud) { m_cloud = &cloud; }

    std::vector<trace::ChunkPtr> drain() override;
    ui::EngineStatus status() const override;
    std::vector<simulator::DeviceView> devices() const override;
    void watchDevice(const std::string& deviceId) override;
    std::shared_ptr<const simulator::Roster> roster() const override;
    std::optional<Duration> roundTrip(std::uint64_t connection) const override;
    void command(const std::string& deviceId, ui::DeviceCommand command, double value) override;
    void publish(const ui::PublishRequest& request) override;
    void subscribe(const std::string& filter, int qos) override;
    void unsubscribe(const std::string& filter) override;
    std::vector<ui::ConsoleSubscription> subscriptions() const override;
    void setFleetSize(std::uint64_t devices) override;
    void inject(const ui::FaultRequest& request) override;
    void heal(std::uint64_t faultId) override;
    void healAll() override;
    std::vector<simulator::ActiveFault> faults() const override;
    std::vector<simulator::Scenario> scenarios() const override { return m_scenarios; }
    void startScenario(const std::string& id) override;
    void stopScenario() override;
    void startRecording(const std::string& file) override;
    void stopRecording() override;
    void startReplay(const std::string& file, double speed) override;
    void stopReplay() override;
    client::Api* api() override { return m_cloud ? &m_cloud->api() : m_api.get(); }
    std::shared_ptr<const billing::Bill> bill() const override;
    void resetMeter() override;
    void undoMeterReset() override;
    void rereadPrices() override;
    Result<std::string> ownPriceFile(const std::string& id) override;
    ui::BrokersPort* brokers() override;
    ui::OutsidePort* outside() override;
    ui::FunctionsPort* functions() override;
    ui::EdgePort* edge() override;
    std::string trustedRoot() const override { return m_trustedRoot; }
    bool hasProperties() const override { return m_hasProperties; }
    /// Made when it is first asked for.
    labs::Site* labSite() override;

private:
    ui::CaptureStatus captureStatus() const;
    template<typename Work>
    void withConsole(Work work);
    template<typename Work>
    void withMeter(Work work);
    template<typename Work>
    void withFaults(Work work);
    template<typename Work>
    void withScenarios(Work work);
    template<typename Floor, typename Work>
    void withFloor(Floor* (Engine::*floorOf)(), Work work);

    Engine* m_engine = nullptr; ///< null: there is none
    std::string m_trustedRoot;
    bool m_hasProperties = false;
    std::unique_ptr<MemoryTransport> m_transport;
    std::unique_ptr<client::Api> m_api;
    std::unique_ptr<LabSite> m_labSite;
    RemoteLabs* m_cloud = nullptr; ///< elsewhere; null: the engine's
    std::unique_ptr<trace::Reader> m_reader;
    std::shared_ptr<EngineSnapshot> m_snapshot;
    std::vector<simulator::Scenario> m_scenarios;
    std::unique_ptr<CaptureRecording> m_recording;
    std::unique_ptr<Replay> m_replay;
    std::unique_ptr<ForeignBrokers> m_brokers; ///< null until somebody asks
    std::unique_ptr<OutsideDoor> m_outside;    ///< null until somebody asks
    std::unique_ptr<EdgeDoor> m_edge;          ///< null until somebody asks
    std::unique_ptr<FunctionsDoor> m_functions; ///< null until somebody asks
    std::string m_captureProblem;              ///< why the last one could not even begin
};

} // namespace greensward::app
