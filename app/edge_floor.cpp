// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edge_floor.h"

#include "base/log.h"
#include "shadow/service.h"
#include "trace/finding.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace greensward::app {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLongestName = 124; ///< NAME-gda and NAME-gci are things as well

/// {"state":{"desired":…},"version":…}
std::string documentOf(const shadow::ShadowView& seen)
{
    std::string state;
    for (const auto& [section, json] : {std::pair("desired", &seen.desired), std::pair("reported", &seen.reported),
                                        std::pair("delta", &seen.delta)})
        if (!json->empty())
            state += fmt::format(R"({}"{}":{})", state.empty() ? "" : ",", section, *json);
    return fmt::format(R"({{"state":{{{}}},"version":{}}})", state, seen.version);
}

bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

} // namespace

/// A core, whether it runs or not. What its daemon uses goes after it.
struct EdgeFloor::Place
{
    EdgeHome home;
    bool wan = true;
    std::string problem;
    std::unique_ptr<trace::Recorder> recorder;
    std::unique_ptr<lambda::Processes> functions;
    std::unique_ptr<EdgeDaemon> daemon; ///< null: switched off

    explicit Place(EdgeHome at) : home(std::move(at)) {}
    ~Place()
    {
        daemon.reset();
        functions.reset();
    }
};

EdgeFloor::EdgeFloor(Parts parts) : m_parts(std::move(parts)) {}

EdgeFloor::~EdgeFloor() = default;

fs::path EdgeFloor::folder(const std::string& name) const
{
    return m_parts.at.directory / "edge" / name;
}

void EdgeFloor::start()
{
    std::error_code ignored;
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(m_parts.at.directory / "edge", ignored))
        if (fs::exists(EdgeHome(entry.path()).configFile(), ignored))
            names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    for (const std::string& name : names) {
        Place& place = *m_places.emplace(name, std::make_unique<Place>(EdgeHome(folder(name)))).first->second;
        if (place.home.isOff())
            continue;
        if (const auto on = switchOn(place); !on)
            spdlog::error("core {} does not run: {}", name, on.error().message);
    }
}

void EdgeFloor::stop()
{
    for (const auto& [name, place] : m_places)
        if (place->daemon)
            place->daemon->stop();
}

bool EdgeFloor::hasLinks() const
{
    return std::ranges::any_of(m_places,
                               [](const auto& entry) { return entry.second->daemon && entry.second->daemon->hasLinks(); });
}

void EdgeFloor::committed(store::Ticket upTo)
{
    for (const auto& [name, place] : m_places)
        if (place->daemon)
            place->daemon->committed(upTo);
}

// --- coming and going ----------------------------------------------------------------------------------------------

Result<void> EdgeFloor::checkNew(const std::string& name) const
{
    if (name.empty() || name.size() > kLongestName || !std::ranges::all_of(name, isPlain))
        return failure("a core's name has letters, digits, - and _ only");
    if (m_places.contains(name))
        return failure(fmt::format("there is a core {} already", name));
    if (m_places.size() >= kMostCores)
        return failure(fmt::format("{} cores are the most that run here", kMostCores));
    return {};
}

Result<void> EdgeFloor::add(const std::string& name)
{
    if (const auto may = checkNew(name); !may)
        return may;
    auto place = std::make_unique<Place>(EdgeHome(folder(name)));
    if (const auto done = furnish(*place, name); !done)
        return done;
    const auto on = switchOn(*place);
    if (on)
        m_places.emplace(name, std::move(place));
    else
        place->home.clear();
    return on;
}

Result<void> EdgeFloor::remove(const std::string& name)
{
    const auto found = m_places.find(name);
    if (found == m_places.end())
        return failure(fmt::format("there is no core {}", name));
    switchOff(*found->second);
    const EdgeHome home = found->second->home;
    m_places.erase(found);
    return home.clear();
}

Result<void> EdgeFloor::setRunning(const std::string& name, bool running)
{
    const auto found = m_places.find(name);
    if (found == m_places.end())
        return failure(fmt::format("there is no core {}", name));
    Place& place = *found->second;
    if (const auto noted = place.home.setOff(!running); !noted)
        return noted;
    if (running == (place.daemon != nullptr))
        return {};
    if (running)
        return switchOn(place);
    switchOff(place);
    return {};
}

void EdgeFloor::setWan(const std::string& name, bool in)
{
    const auto found = m_places.find(name);
    if (found == m_places.end() || found->second->wan == in)
        return;
    found->second->wan = in;
    if (found->second->daemon)
        found->second->daemon->setWan(in);
    m_parts.recorder.record({.kind = in ? trace::Kind::FaultHealed : trace::Kind::FaultInjected,
                             .subject = name,
                             .detail = "cable to the cloud"});
}

/// Its certificate, which makes it a thing, and the files by which it finds the cloud.
Result<void> EdgeFloor::furnish(Place& place, const std::string& name)
{
    const auto port = freePort();
    if (!port)
        return tl::unexpected(port.error());
    const auto identity = m_parts.identities.device(name, m_parts.clock.wall());
    if (!identity)
        return tl::unexpected(identity.error());
    if (const auto enrolled = m_parts.enrol(name, identity->certificate); !enrolled)
        return enrolled;
    return place.home.furnish({.thingArn = fmt::format("arn:aws:iot:{}:{}:thing/{}", kRegion, kAccount, name),
                               .identity = *identity,
                               .rootPem = m_parts.identities.keys().root().certificate().pem(),
                               .cloud = cloud(),
                               .localPort = *port});
}

EdgeHome::Cloud EdgeFloor::cloud() const
{
    return {.host = m_parts.at.host(), .mqttPort = m_parts.at.ports.mqtts, .httpPort = m_parts.at.ports.https};
}

/// The first port from kFirstPort on that no core here has and that nobody else holds.
Result<std::uint16_t> EdgeFloor::freePort() const
{
    constexpr std::uint16_t kLastPort = kFirstPort + 10 * kMostCores;
    const auto taken = [this](std::uint16_t wanted) {
        return std::ranges::any_of(m_places, [&](const auto& entry) { return entry.second->home.localPort() == wanted; });
    };
    for (std::uint16_t port = kFirstPort; port < kLastPort; ++port)
        if (!taken(port) && net::Listener::isFree(m_parts.at.listen, port))
            return port;
    return failure(fmt::format("no port from {} to {} is free for a core", kFirstPort, kLastPort - 1));
}

Result<void> EdgeFloor::switchOn(Place& place)
{
    const auto fail = [&](const Error& why) -> Result<void> {
        place.problem = why.message;
        noteProblem(place);
        return tl::unexpected(why);
    };
    const bool failedBefore = !std::exchange(place.problem, {}).empty();
    if (const auto found = place.home.find(cloud()); !found)
        return fail(found.error());
    auto config = EdgeConfig::read(place.home.configFile());
    if (!config)
        return fail(config.error());
    const std::string name = edge::lastPart(config->thingArn);
    place.recorder = std::make_unique<trace::Recorder>(m_parts.recorder, "core " + name);
    if (!m_parts.runtime.empty())
        place.functions = std::make_unique<lambda::Processes>(
            m_parts.clock,
            lambda::Processes::Settings{.runtime = m_parts.runtime, .hidden = m_parts.at.directory}, m_parts.post);
    place.daemon = std::make_unique<EdgeDaemon>(EdgeDaemon::Parts{.loop = m_parts.loop,
                                                                  .clock = m_parts.clock,
                                                                  .recorder = *place.recorder,
                                                                  .writer = m_parts.writer,
                                                                  .workers = place.functions.get(),
                                                                  .background = m_parts.background,
                                                                  .listen = m_parts.at.listen,
                                                                  .endpoint = m_parts.at.apiUrl()},
                                                *config);
    if (!place.wan)
        place.daemon->setWan(false);
    if (const auto started = place.daemon->start(); !started) {
        place.daemon.reset();
        place.functions.reset();
        return fail(started.error());
    }
    if (failedBefore)
        place.recorder->record({.kind = trace::Kind::ServiceStarted, .subject = name, .detail = "core"});
    return {};
}

/// For the doctor (D12).
void EdgeFloor::noteProblem(const Place& place) const
{
    const std::string name = place.home.configFile().parent_path().parent_path().filename().string();
    const std::string evidence = boost::json::serialize(boost::json::object{
        {"core", name}, {"port", place.home.localPort()}, {"cause", "other"}, {"why", place.problem}});
    m_parts.recorder.record({.kind = trace::Kind::Evidence,
                             .extra = static_cast<std::int64_t>(trace::Finding::CoreNotServing),
                             .subject = name,
                             .detail = place.problem,
                             .payload = asBytes(evidence),
                             .origin = "core " + name});
}

/// It says goodbye as far as that goes out at once.
void EdgeFloor::switchOff(Place& place)
{
    if (!place.daemon)
        return;
    place.daemon->stop();
    // The links are left to the loop; what is called back by work in progress asks whether the daemon still lives.
    place.daemon.reset();
    place.functions.reset();
}

// --- to look at ----------------------------------------------------------------------------------------------------

EdgeDaemon* EdgeFloor::daemon(const std::string& name)
{
    const auto found = m_places.find(name);
    return found == m_places.end() ? nullptr : found->second->daemon.get();
}

ui::CoreView EdgeFloor::view(const std::string& name, const Place& place) const
{
    ui::CoreView view{.thing = name, .port = place.home.localPort(), .problem = place.problem, .wan = place.wan};
    if (!place.daemon)
        return view;
    EdgeDaemon& daemon = *place.daemon;
    edge::Core& core = daemon.core();
    view.running = true;
    view.online = core.online();
    view.serving = core.serving() && daemon.port().has_value();
    if (const edge::GroupDocument* group = core.group()) {
        view.groupId = group->groupId;
        view.groupName = group->groupName;
        view.groupVersion = group->groupVersionId;
        view.deployment = group->deploymentId;
    }
    for (const mqtt::ClientView& client : core.broker().clients())
        if (client.connected)
            view.devices.push_back(client.clientId);
    std::ranges::sort(view.devices);
    const edge::Spooler& spooler = core.spooler();
    view.spool = {.messages = spooler.waiting(),
                  .bytes = spooler.bytes(),
                  .limit = spooler.settings().bytes,
                  .onDisk = spooler.settings().onDisk,
                  .discarded = spooler.discarded()};
    const edge::Traffic& traffic = core.traffic();
    view.traffic = {.localMessages = traffic.localMessages,
                    .localBytes = traffic.localBytes,
                    .cloudMessages = traffic.cloudMessages,
                    .cloudBytes = traffic.cloudBytes};
    view.certificateEnds = daemon.certificateEnds();
    return view;
}

std::vector<ui::CoreView> EdgeFloor::views() const
{
    std::vector<ui::CoreView> views;
    for (const auto& [name, place] : m_places)
        views.push_back(view(name, *place));
    return views;
}

std::vector<ui::CoreShadow> EdgeFloor::shadows(const std::string& name) const
{
    std::vector<ui::CoreShadow> shadows;
    const auto found = m_places.find(name);
    if (found == m_places.end() || !found->second->daemon)
        return shadows;
    const edge::Core& core = found->second->daemon->core();
    const edge::GroupDocument* group = core.group();
    const auto isSynced = [group](const std::string& thing) {
        const auto syncs = [&](const edge::GroupThing& one) { return one.thing == thing && one.syncShadow; };
        return group && (syncs(group->core) || std::ranges::any_of(group->devices, syncs));
    };
    for (const shadow::ShadowSummary& summary : core.shadows().list())
        if (const auto seen = core.shadows().view(summary.thing, summary.shadow); seen && !seen->deleted)
            shadows.push_back(
                {.thing = summary.thing, .document = documentOf(*seen), .synced = isSynced(summary.thing)});
    return shadows;
}

} // namespace greensward::app
