// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access_keys.h"
#include "app/edge_floor.h"
#include "app/identities.h"
#include "app/plant_order.h"
#include "client/api.h"
#include "client/transport.h"
#include "simulator/fleet.h"
#include "simulator/link_maker.h"
#include "simulator/world.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace greensward::app {

/// The gas turbines of a workspace: each a core of its own (EdgeFloor) with the function that looks after its filter, and
/// four simulated sensors that connect to that core over TLS. They live in a world of their own, sixty times as fast.
/// Engine thread.
class PlantFloor
{
public:
    struct Parts
    {
        net::EventLoop& loop;
        const Clock& clock;
        trace::Recorder& recorder;
        EdgeFloor& edge;
        const Identities& identities;
        const Whereabouts& at;
        std::uint64_t seed = 1;
        /// Makes the sensor a thing of the account, if it is none.
        std::function<Result<void>(const std::string& name, const pki::Certificate& certificate)> enrol;
        /// Hands a request to the cloud's APIs; answers come on this thread, later.
        std::function<void(aws::Request, std::function<void(aws::Response)>)> ask;
    };
    explicit PlantFloor(Parts parts);
    ~PlantFloor();
    PlantFloor(const PlantFloor&) = delete;
    PlantFloor& operator=(const PlantFloor&) = delete;

    /// The turbines whose cores lie in the workspace. Once the cores were started.
    void start();
    /// All sensors say goodbye.
    void stop();
    /// A whole turbine of this name ("gt-1"): core, sensors, group, function, deployment. The sensors connect once its
    /// group has been deployed. What goes wrong after this returned is in problem().
    Result<void> add(const std::string& name);
    /// Its sensors say goodbye; the core is for EdgeFloor to remove.
    void remove(const std::string& name);
    /// Why its group could not be made; empty: nothing is known to be wrong.
    std::string problem(const std::string& name) const;

    simulator::Fleet& fleet() { return m_fleet; }

private:
    class Links;
    class Way;
    struct Plant
    {
        std::unique_ptr<Links> links;
        std::vector<std::string> sensors;
        std::string problem;
    };

    Result<PlantPlan> furnish(const std::string& name);
    Result<void> place(const std::string& name, const std::string& sensor, Plant& plant);
    std::filesystem::path mark(const std::string& name) const;
    void setTimer();

    Parts m_parts;
    simulator::World m_world;
    std::unique_ptr<Way> m_way;
    client::Api m_api;
    std::map<std::string, std::unique_ptr<Plant>> m_plants; ///< outlives the devices, which use its links
    net::EventLoop::Timer m_timer;
    simulator::Fleet m_fleet;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace greensward::app
