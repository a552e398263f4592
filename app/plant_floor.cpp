// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plant_floor.h"

#include "app/lab_site.h"
#include "app/pi_kit.h"
#include "app/resource_files.h"
#include "base/files.h"
#include "base/log.h"
#include "net/listener.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace greensward::app {

namespace fs = std::filesystem;

namespace {

constexpr std::array kSensors{"inlet", "filter", "rotor", "generator"};
constexpr std::string_view kPrefix = "gt-";
constexpr std::size_t kLongestNumber = 6;
constexpr std::size_t kLargestSource = 1u << 20;
constexpr const char* kMark = "plant"; ///< a file in the core's folder: its sensors are to be there, too

std::string numberOf(std::string_view name)
{
    const std::string_view number = name.starts_with(kPrefix) ? name.substr(kPrefix.size()) : std::string_view();
    const bool plain = !number.empty() && number.size() <= kLongestNumber && number.front() != '0' &&
                       std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
    return plain ? std::string(number) : std::string();
}

/// The function's package, from the files that come with the program.
Result<std::string> packageOf(const char* function)
{
    const auto folder = resourceFile(fs::path("functions") / function);
    if (!folder)
        return tl::unexpected(folder.error());
    std::vector<KitFile> files;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(*folder, error)) {
        if (entry.path().extension() != ".py" && entry.path().extension() != ".json")
            continue;
        auto text = readFile(entry.path(), kLargestSource);
        if (!text)
            return tl::unexpected(text.error());
        files.push_back({entry.path().filename().string(), std::move(*text), 0644});
    }
    if (files.empty())
        return failure(fmt::format("{} has no files of a function", folder->string()));
    return zipOf(files);
}

} // namespace

/// Requests to the cloud's APIs on the engine's own thread.
class PlantFloor::Way final : public client::Transport
{
public:
    explicit Way(const Parts& parts) : m_parts(parts) {}
    void send(aws::Request request, Received received) override
    {
        request.peer.address = "memory";
        m_parts.ask(std::move(request), [received = std::move(received)](aws::Response response) { received(std::move(response)); });
    }

private:
    const Parts& m_parts;
};

/// The way of a plant's sensors to its core, wherever that listens by now, and whatever authority its group has.
class PlantFloor::Links final : public simulator::LinkMaker
{
public:
    Links(const Parts& parts, std::string core) : m_parts(parts), m_core(std::move(core)) {}
    void setIdentity(const std::string& device, pki::Identity identity)
    {
        m_identities.insert_or_assign(device, std::move(identity));
    }
    void open(const std::string& device, net::LinkHandler& handler,
              std::function<void(Result<net::Link*>)> done) override
    {
        EdgeDaemon* daemon = m_parts.edge.daemon(m_core);
        const edge::GroupDocument* group = daemon ? daemon->core().group() : nullptr;
        const auto port = daemon ? daemon->port() : std::nullopt;
        const auto identity = m_identities.find(device);
        if (!group || !port || group->authorities.empty() || identity == m_identities.end())
            return done(failure(fmt::format("the core {} takes no devices yet", m_core)));
        net::ConnectSettings settings;
        settings.host = m_parts.at.address();
        settings.port = *port;
        settings.tls = std::make_unique<net::TlsSettings>();
        settings.tls->certificateChainPem = identity->second.certificate.pem();
        settings.tls->privateKeyPem = identity->second.key.pem();
        for (const edge::GroupAuthority& authority : group->authorities)
            settings.tls->trustedPem += authority.pem;
        net::connectLink(m_parts.loop, std::move(settings), handler, std::move(done));
    }
    bool realTls() const override { return true; }

private:
    const Parts& m_parts;
    std::string m_core;
    std::map<std::string, pki::Identity> m_identities;
};

PlantFloor::PlantFloor(Parts parts)
    : m_parts(std::move(parts))
    , m_world(m_parts.seed, m_parts.clock.wall(), m_parts.clock.now())
    , m_way(std::make_unique<Way>(m_parts))
    , m_api(*m_way, m_parts.clock, accountAt(m_parts.at))
    , m_timer(m_parts.loop,
              [this] {
                  m_fleet.advance(m_parts.clock.now());
                  setTimer();
              })
    , m_fleet(m_world, m_parts.clock, m_parts.recorder, [this] { setTimer(); })
{}

PlantFloor::~PlantFloor() = default;

void PlantFloor::setTimer()
{
    if (const auto due = m_fleet.nextDeadline())
        m_timer.set(*due);
    else
        m_timer.cancel();
}

fs::path PlantFloor::mark(const std::string& name) const
{
    return m_parts.at.directory / "edge" / name / kMark;
}

void PlantFloor::start()
{
    std::error_code ignored;
    for (const ui::CoreView& core : m_parts.edge.views()) {
        if (!fs::exists(mark(core.thing), ignored) || numberOf(core.thing).empty())
            continue;
        if (const auto placed = furnish(core.thing); !placed)
            spdlog::error("the sensors of {} are not there: {}", core.thing, placed.error().message);
    }
}

Result<void> PlantFloor::add(const std::string& name)
{
    if (numberOf(name).empty())
        return failure("a gas turbine is called gt- and a number, as gt-1");
    auto package = packageOf(PlantOrder::kFunction);
    if (!package)
        return tl::unexpected(package.error());
    if (const auto made = m_parts.edge.add(name); !made)
        return made;
    auto plan = furnish(name);
    const auto marked = plan ? writeFileAtomically(mark(name), "", 0600) : tl::unexpected(plan.error());
    if (!marked) { // half a turbine is none
        remove(name);
        if (const auto gone = m_parts.edge.remove(name); !gone)
            spdlog::error("what there is of {} stays: {}", name, gone.error().message);
        return marked;
    }
    plan->package = std::move(*package);
    const auto order = std::make_shared<PlantOrder>(
        m_api, std::move(*plan), [this, name, alive = std::weak_ptr(m_alive)](const std::string& problem) {
            if (alive.expired() || problem.empty())
                return;
            spdlog::error("the group of {} could not be made: {}", name, problem);
            if (const auto found = m_plants.find(name); found != m_plants.end())
                found->second->problem = problem;
        });
    order->start();
    return {};
}

/// Its sensors, switched on, and what its group is to be.
Result<PlantPlan> PlantFloor::furnish(const std::string& name)
{
    const auto thing = [](const std::string& member) {
        return fmt::format("arn:aws:iot:{}:{}:thing/{}", kRegion, kAccount, member);
    };
    const auto certificate = [&](const std::string& member) -> Result<std::string> {
        const auto identity = m_parts.identities.device(member, m_parts.clock.wall());
        if (!identity)
            return tl::unexpected(identity.error());
        return fmt::format("arn:aws:iot:{}:{}:cert/{}", kRegion, kAccount, identity->certificate.fingerprint());
    };
    const auto ofCore = certificate(name);
    if (!ofCore)
        return tl::unexpected(ofCore.error());
    PlantPlan plan{.plant = name,
                   .core = {.name = name, .sensor = {}, .thingArn = thing(name), .certificateArn = *ofCore},
                   .sensors = {},
                   .package = {},
                   .readings = (m_parts.at.directory / "edge" / name / "readings").string()};
    auto& plant = *m_plants.emplace(name, std::make_unique<Plant>()).first->second;
    if (!plant.links) // else its core was removed, and the turbine comes again
        plant.links = std::make_unique<Links>(m_parts, name);
    plant.sensors.clear();
    plant.problem.clear();
    for (const char* sensor : kSensors) {
        if (const auto placed = place(name, sensor, plant); !placed)
            return tl::unexpected(placed.error());
        const std::string device = plant.sensors.back();
        const auto its = certificate(device);
        if (!its)
            return tl::unexpected(its.error());
        plan.sensors.push_back({.name = device, .sensor = sensor, .thingArn = thing(device), .certificateArn = *its});
    }
    return plan;
}

Result<void> PlantFloor::place(const std::string& name, const std::string& sensor, Plant& plant)
{
    const auto file = resourceFile(fmt::format("models/gas-turbine-{}.device.json", sensor));
    const auto model = file ? simulator::loadDeviceModel(file->string()) : tl::unexpected(file.error());
    if (!model)
        return tl::unexpected(model.error());
    const std::string id = (*model)->fill((*model)->id, numberOf(name));
    auto identity = m_parts.identities.device(id, m_parts.clock.wall());
    if (!identity)
        return tl::unexpected(identity.error());
    if (const auto enrolled = m_parts.enrol(id, identity->certificate); !enrolled)
        return enrolled;
    plant.links->setIdentity(id, std::move(*identity));
    plant.sensors.push_back(id);
    if (simulator::Device* known = m_fleet.find(id)) {
        known->start();
        return {};
    }
    const auto device = m_fleet.add(*model, numberOf(name), *plant.links);
    if (!device)
        return tl::unexpected(device.error());
    (*device)->start();
    return {};
}

void PlantFloor::stop()
{
    for (std::size_t i = 0; i < m_fleet.size(); ++i)
        m_fleet.at(i).stop();
}

void PlantFloor::remove(const std::string& name)
{
    const auto found = m_plants.find(name);
    if (found == m_plants.end())
        return;
    for (const std::string& sensor : found->second->sensors)
        if (simulator::Device* device = m_fleet.find(sensor))
            device->stop();
}

std::string PlantFloor::problem(const std::string& name) const
{
    const auto found = m_plants.find(name);
    return found == m_plants.end() ? std::string() : found->second->problem;
}

} // namespace greensward::app
