// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/edge_daemon.h"
#include "app/edge_home.h"
#include "app/identities.h"
#include "app/ready_file.h"
#include "base/clock.h"
#include "base/result.h"
#include "lambda/process_workers.h"
#include "net/event_loop.h"
#include "store/writer.h"
#include "trace/recorder.h"
#include "ui/models/edge_port.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace greensward::app {

/// The Greengrass cores that run inside an engine, each a client of its gateway like any other: over real sockets, with
/// a certificate of its own. A core lies in WORKSPACE/edge/NAME as a genuine one lies on its machine (config/, certs/,
/// ggc/), so that `greensward serve --core` can run it, too. What it records has the origin "core NAME". Engine thread,
/// or before it runs.
class EdgeFloor
{
public:
    static constexpr std::uint16_t kFirstPort = 8884;
    static constexpr std::size_t kMostCores = 200;

    struct Parts
    {
        net::EventLoop& loop;
        const Clock& clock;
        trace::Recorder& recorder;
        store::Writer* writer; ///< null: nothing outlives the engine
        std::function<void(std::function<void()>, std::function<void()>)> background;
        std::function<void(std::function<void()>)> post;
        const Identities& identities;
        const Whereabouts& at;         ///< its ports are known at start()
        std::filesystem::path runtime; ///< of functions; empty: they do not run
        /// Makes the core a thing of the account, if it is none.
        std::function<Result<void>(const std::string& name, const pki::Certificate& certificate)> enrol;
    };
    explicit EdgeFloor(Parts parts);
    ~EdgeFloor();
    EdgeFloor(const EdgeFloor&) = delete;
    EdgeFloor& operator=(const EdgeFloor&) = delete;

    /// Those that lie in the workspace; one that cannot start says why in its view. After the ports are open.
    void start();
    /// Goodbyes go out in later turns.
    void stop();
    bool hasLinks() const;
    void committed(store::Ticket upTo);

    /// All answer one sentence when they cannot.
    Result<void> add(const std::string& name);
    Result<void> remove(const std::string& name);
    Result<void> setRunning(const std::string& name, bool running);
    void setWan(const std::string& name, bool in);

    std::vector<ui::CoreView> views() const;
    std::vector<ui::CoreShadow> shadows(const std::string& name) const;
    /// Null when there is none of that name, or it is switched off.
    EdgeDaemon* daemon(const std::string& name);

private:
    struct Place;
    std::filesystem::path folder(const std::string& name) const;
    Result<void> checkNew(const std::string& name) const;
    Result<void> furnish(Place& place, const std::string& name);
    Result<void> switchOn(Place& place);
    void noteProblem(const Place& place) const;
    void switchOff(Place& place);
    EdgeHome::Cloud cloud() const;
    Result<std::uint16_t> freePort() const;
    ui::CoreView view(const std::string& name, const Place& place) const;

    Parts m_parts;
    std::map<std::string, std::unique_ptr<Place>> m_places; ///< by name
};

} // namespace greensward::app
