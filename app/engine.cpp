// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine.h"

#include "app/price_shelf.h"
#include "app/process_usage.h"
#include "app/resource_files.h"

#include "base/log.h"
#include "base/random.h"
#include "net/local_addresses.h"

#include <chrono>
#include <fmt/format.h>
#include <unistd.h>

namespace greensward::app {

using namespace std::chrono_literals;

namespace {

/// As many connections as a gateway takes, and what else the process has open.
constexpr std::uint64_t kOpenFiles = 100'000 + 256;
/// For goodbyes to leave before the sockets are closed.
constexpr auto kRestart = std::chrono::milliseconds{1500};
/// A window reads whole chunks and stops when its share of a frame is used up: a larger one would hold it up.
constexpr std::size_t kChunk = 32u << 10;
constexpr auto kFarewell = 500ms;
constexpr auto kFarewellStep = 5ms;
constexpr auto kHousekeeping = 60s;
constexpr const char* kGatewayName = "device gateway";

} // namespace

Result<std::unique_ptr<Engine>> Engine::start(const EngineSettings& settings)
{
    raiseOpenFiles(kOpenFiles); // with fewer, fewer can connect
    SystemClock clock;
    auto workspace = settings.directory.empty() ? store::Workspace::temporary(clock.wall())
                                                : store::Workspace::open(settings.directory, clock.wall());
    if (!workspace)
        return tl::unexpected(workspace.error());
    auto identities = Identities::open(workspace->folder(), net::serverNames(), clock.wall());
    if (!identities)
        return tl::unexpected(identities.error());
    std::unique_ptr<Engine> engine(new Engine(settings, std::move(*workspace), std::move(*identities)));
    Result<void> up;
    if (settings.durable)
        up = engine->openStore();
    if (up) {
        engine->openCloud(settings);
        engine->openEdge();
        engine->openBroker(settings);
        up = engine->restoreBroker();
    }
    if (up)
        up = engine->openPorts(settings);
    if (up && settings.devices)
        up = engine->openDevices(settings);
    if (up)
        up = engine->goOnline();
    if (!up)
        return tl::unexpected(up.error());
    return engine;
}

Engine::Engine(const EngineSettings& settings, store::Workspace workspace, Identities identities)
    : m_settings(settings)
    , m_workspace(std::move(workspace))
    , m_identities(std::move(identities))
    , m_recorder(m_clock, {.history = settings.history, .chunk = kChunk})
    , m_whereabouts{.directory = m_workspace.folder(),
                    .rootCertificate = Identities::rootFile(m_workspace.folder()),
                    .keys = m_identities.accessKeys(),
                    .listen = settings.listen,
                    .ports = {},
                    .plainMqtt = settings.plainMqtt}
{}

Engine::~Engine()
{
    stop();
}

// --- store and broker --------------------------------------------------------------------------------------

Result<void> Engine::openStore()
{
    auto database = store::Database::open(m_workspace.databaseFile());
    if (!database)
        return tl::unexpected<Error>(database.error());
    store::WriterEvents events;
    events.committed = [this](store::Ticket upTo) {
        m_broker->committed(upTo, m_clock.now());
        m_cloud->committed(upTo);
        m_edge->committed(upTo);
        m_port->wake();
    };
    events.failed = [this](const store::StoreError& why) {
        m_storeProblem =
            fmt::format("the workspace can no longer be written, so nothing is acknowledged: {}", why.message);
        spdlog::error("{}", m_storeProblem);
    };
    m_writer = std::make_unique<store::Writer>(std::move(*database), m_loop, m_recorder, std::move(events));
    m_sessions = std::make_unique<mqtt::DurableSessionStore>(*m_writer, "gateway");
    return {};
}

std::function<void(std::function<void()>, std::function<void()>)> Engine::background()
{
    return [this](std::function<void()> work, std::function<void()> then) {
        m_worker->add([this, work = std::move(work), then = std::move(then)] {
            work();
            post(then);
        });
    };
}

void Engine::openCloud(const EngineSettings& settings)
{
    m_worker = std::make_unique<BackgroundWorker>();
    const auto runtime = resourceFile("python");
    if (runtime)
        m_functions =
            std::make_unique<lambda::Processes>(m_clock,
                                                lambda::Processes::Settings{.runtime = *runtime, .hidden = m_workspace.folder()},
                                                [this](std::function<void()> work) { post(std::move(work)); });
    else
        spdlog::error("functions cannot run: {}", runtime.error().message);
    m_cloud = std::make_unique<cloud::Cloud>(
        cloud::Cloud::Parts{.clock = m_clock,
                            .recorder = m_recorder,
                            .writer = m_writer.get(),
                            .authority = m_identities.keys().root(),
                            .octets = [](std::span<std::uint8_t> octets) { fillWithEntropy(octets); },
                            .background = background(),
                            .post = [this](std::function<void()> work) { post(std::move(work)); },
                            .trustAlso = [this](const std::string& pem) { trustAlso(pem); },
                            .workers = m_functions.get(),
                            .functions = m_workspace.folder() / "functions"},
        cloud::Cloud::Settings{.account = {.id = kAccount, .region = kRegion},
                               .asIn2017 = settings.profile == Profile::Aws2017,
                               .strict = settings.profile != Profile::Complete});
    readPrices();
    m_cloud->keyring().setRoot(m_identities.accessKeys().id, m_identities.accessKeys().secret);
}

void Engine::openEdge()
{
    const auto runtime = resourceFile("python");
    m_edge = std::make_unique<EdgeFloor>(EdgeFloor::Parts{
        .loop = m_loop,
        .clock = m_clock,
        .recorder = m_recorder,
        .writer = m_writer.get(),
        .background = background(),
        .post = [this](std::function<void()> work) { post(std::move(work)); },
        .identities = m_identities,
        .at = m_whereabouts,
        .runtime = runtime ? *runtime : std::filesystem::path(),
        .enrol = [this](const std::string& name, const pki::Certificate& certificate) -> Result<void> {
            if (const auto done = m_cloud->enrolCore(name, certificate); !done)
                return failure(done.error().message);
            return {};
        }});
}

simulator::Device* Engine::device(const std::string& id)
{
    if (simulator::Device* found = m_devices ? m_devices->fleet().find(id) : nullptr)
        return found;
    return m_plants->fleet().find(id);
}

void Engine::openPlants()
{
    m_plants = std::make_unique<PlantFloor>(PlantFloor::Parts{
        .loop = m_loop,
        .clock = m_clock,
        .recorder = m_recorder,
        .edge = *m_edge,
        .identities = m_identities,
        .at = m_whereabouts,
        .seed = m_settings.seed.value_or(entropySeed()),
        .enrol = [this](const std::string& name, const pki::Certificate& certificate) -> Result<void> {
            if (const auto done = m_cloud->enrol(name, certificate); !done)
                return failure(done.error().message);
            return {};
        },
        .ask =
            [this](aws::Request request, std::function<void(aws::Response)> received) {
                m_cloud->front().handle(std::move(request), [this, received = std::move(received)](aws::Response response) {
                    post([received, response = std::move(response)] { received(response); });
                });
            }});
}

void Engine::readPrices()
{
    PriceShelf shelf = PriceShelf::read(m_workspace.folder());
    for (const std::string& problem : shelf.problems)
        spdlog::warn("{}", problem);
    m_cloud->meter().setPrices(std::move(shelf.lists), std::move(shelf.problems));
}

/// The workspace's own devices are things like any other; the workshop begins with a policy that lets them do all.
void Engine::enrolDevices()
{
    std::vector<const char*> names{kOwnDevice};
    if (m_settings.devices)
        names.insert(names.end(), {"ev-gen-123", "sprinkler-456"});
    for (const char* name : names)
        if (const auto identity = m_identities.device(name, m_clock.wall()); !identity)
            spdlog::error("{} has no certificate: {}", name, identity.error().message);
        else if (const auto done = m_cloud->enrol(name, identity->certificate); !done)
            spdlog::error("{} is not registered: {}", name, done.error().message);
}

/// For new connections.
void Engine::trustAlso(const std::string& pem)
{
    m_alsoTrusted = pem;
    for (const Port& port : m_listeners)
        if (port.client)
            if (const auto set = port.listener->setTls(*tls(*port.client, port.alpn)); !set)
                spdlog::error("the registered authorities cannot be trusted: {}", set.error().message);
}

void Engine::openBroker(const EngineSettings& settings)
{
    const mqtt::Broker::Parts parts{.clock = m_clock,
                                    .recorder = m_recorder,
                                    .gatekeeper = m_cloud->gatekeeper(),
                                    .store = m_sessions.get(),
                                    .observer = &m_cloud->observer(),
                                    .seed = entropySeed(),
                                    .name = kGatewayName};
    m_broker = std::make_unique<mqtt::Broker>(parts, gatewayLimits(settings.profile));
    m_port = std::make_unique<mqtt::BrokerPort>(m_loop, m_clock, *m_broker);
    m_cloud->attach(*m_broker, [this] { m_port->wake(); });
    m_phone = std::make_unique<PhonePage>(m_cloud->identityPools(), m_cloud->account().region);
    m_events = std::make_unique<RecorderDoor>(RecorderDoor::Parts{.recorder = m_recorder,
                                                                  .keys = m_cloud->keyring(),
                                                                  .accessKeyId = m_identities.accessKeys().id,
                                                                  .clock = m_clock});
    m_door = std::make_unique<FrontDoor>(
        *m_port, m_recorder,
        FrontDoor::Cloud{.front = m_cloud->front(),
                         .clock = m_clock,
                         .phone = *m_phone,
                         .events = *m_events,
                         .unsignedWebSockets = settings.profile == Profile::Complete});
    m_door->setServerCertificate(m_identities.keys().server().certificate);
}

Result<void> Engine::restoreBroker()
{
    if (auto loaded = m_cloud->load(); !loaded)
        return loaded;
    enrolDevices();
    if (!m_sessions)
        return {};
    auto stored = m_sessions->load();
    if (!stored)
        return tl::unexpected<Error>(stored.error());
    m_broker->restore(std::move(*stored), m_clock.now());
    return {};
}

// --- ports -------------------------------------------------------------------------------------------------

std::unique_ptr<net::TlsSettings> Engine::tls(net::TlsSettings::Client client, std::vector<std::string> alpn) const
{
    const pki::WorkspaceKeys& keys = m_identities.keys();
    auto settings = std::make_unique<net::TlsSettings>();
    settings->certificateChainPem = keys.server().certificate.pem();
    settings->privateKeyPem = keys.server().key.pem();
    settings->trustedPem = keys.root().certificate().pem() + m_alsoTrusted;
    settings->client = client;
    settings->alpn = std::move(alpn);
    return settings;
}

Result<std::uint16_t> Engine::listen(const EngineSettings& settings, std::uint16_t port, net::Speech speech,
                                     std::unique_ptr<net::TlsSettings> tls)
{
    net::ListenerSettings listener;
    listener.address = settings.listen;
    listener.port = port;
    listener.speech = speech;
    Port kept;
    if (tls) {
        kept.client = tls->client;
        kept.alpn = tls->alpn;
    }
    listener.tls = std::move(tls);
    auto opened = net::Listener::open(m_loop, std::move(listener), *m_door);
    if (!opened)
        return tl::unexpected(opened.error());
    kept.listener = std::move(*opened);
    m_listeners.push_back(std::move(kept));
    return m_listeners.back().listener->port();
}

Result<void> Engine::openPorts(const EngineSettings& settings)
{
    using net::Speech;
    using Client = net::TlsSettings::Client;
    const auto open = [&](std::uint16_t& real, std::uint16_t wanted, Speech speech,
                          std::unique_ptr<net::TlsSettings> tls) -> Result<void> {
        const auto port = listen(settings, wanted, speech, std::move(tls));
        if (!port)
            return tl::unexpected(port.error());
        real = *port;
        return {};
    };
    PortPlan& ports = m_whereabouts.ports;
    auto opened = open(ports.api, settings.ports.api, Speech::Http, nullptr);
    if (opened) {
        opened =
            open(ports.mqtts, settings.ports.mqtts, Speech::Mqtt, tls(Client::Required, {"x-amzn-mqtt-ca", "mqtt"}));
    }
    if (opened) {
        opened = open(ports.https, settings.ports.https, Speech::MqttOrHttp,
                      tls(Client::Optional, {"x-amzn-mqtt-ca", "mqtt", "x-amzn-http-ca", "http/1.1"}));
    }
    m_door->setSharedPort(ports.https);
    ports.mqtt = 0;
    if (opened && settings.plainMqtt) {
        opened = open(ports.mqtt, settings.ports.mqtt, Speech::Mqtt, nullptr);
        m_cloud->gatekeeper().setPlainPort(ports.mqtt);
    }
    const std::string data = fmt::format("{}:{}", m_whereabouts.host(), ports.https);
    m_cloud->setEndpoints({.data = data, .credentials = data});
    return opened;
}

/// Ports that are closed for a moment, as when the gateway's process is started anew.
void Engine::restartGateway()
{
    if (m_restart)
        return; // under way
    m_recorder.record({.kind = trace::Kind::ServiceStopped, .detail = kGatewayName});
    m_listeners.clear();
    for (const mqtt::ClientView& client : m_broker->clients())
        if (client.connected)
            m_broker->closeClient(client.clientId, mqtt::DisconnectReason::ServerClosed, false, m_clock.now());
    m_port->wake();
    m_restart = std::make_unique<net::EventLoop::Timer>(m_loop, [this] { comeBack(); });
    m_restart->set(m_clock.now() + kRestart);
}

void Engine::comeBack()
{
    m_restart.reset();
    EngineSettings again = m_settings;
    again.ports = m_whereabouts.ports;
    if (const auto opened = openPorts(again); !opened) {
        m_storeProblem = opened.error().message;
        spdlog::error("the gateway did not come back: {}", m_storeProblem);
        return;
    }
    const std::string address = fmt::format("{}:{}", m_whereabouts.host(), m_whereabouts.ports.mqtts);
    m_recorder.record({.kind = trace::Kind::ServiceStarted, .object = address, .detail = kGatewayName});
}

ConsoleClient& Engine::console()
{
    if (!m_console)
        m_console = std::make_unique<ConsoleClient>(clientParts(), m_recorder,
                                                    hasProperties() ? mqtt::Version::v5 : mqtt::Version::v311);
    return *m_console;
}

// --- life --------------------------------------------------------------------------------------------------

std::string Engine::realDeviceAt(const std::string& id) const
{
    for (const mqtt::ClientView& client : m_broker->clients())
        if (client.connected && client.clientId == id && !client.peer.simulated)
            return client.peer.address;
    return {};
}

Result<void> Engine::openDevices(const EngineSettings& settings)
{
    auto devices = DeviceFloor::create({.loop = m_loop,
                                        .clock = m_clock,
                                        .recorder = m_recorder,
                                        .gateway = *m_port,
                                        .identities = m_identities,
                                        .host = m_whereabouts.address(),
                                        .port = m_whereabouts.ports.mqtts,
                                        .seed = settings.seed.value_or(entropySeed()),
                                        .realOne = [this](const std::string& id) { return realDeviceAt(id); }});
    if (!devices)
        return tl::unexpected(devices.error());
    m_devices = std::move(*devices);
    m_door->setSimulated(m_devices->certificates());
    m_faults = std::make_unique<FaultFloor>(FaultFloor::Parts{
        .client = clientParts(), .recorder = m_recorder, .devices = *m_devices, .restartGateway = [this] {
            restartGateway();
        }});
    m_scenarios = std::make_unique<ScenarioFloor>(
        ScenarioFloor::Parts{
            .loop = m_loop, .clock = m_clock, .recorder = m_recorder, .devices = *m_devices, .faults = *m_faults},
        loadScenarios());
    return {};
}

Result<void> Engine::goOnline()
{
    if (const auto told = writeRunningFile(m_whereabouts, ::getpid()); !told)
        return told;
    const std::string address = fmt::format("{}:{}", m_whereabouts.host(), m_whereabouts.ports.mqtts);
    m_recorder.record({.kind = trace::Kind::ServiceStarted, .object = address, .detail = kGatewayName});
    m_housekeeping = std::make_unique<net::EventLoop::Timer>(m_loop, [this] {
        m_cloud->advance();
        m_housekeeping->set(m_clock.now() + kHousekeeping);
    });
    m_housekeeping->set(m_clock.now() + kHousekeeping);
    openPlants();
    m_thread = std::thread([this] { m_loop.run(); });
    post([this] {
        m_edge->start();
        m_plants->start();
    });
    if (m_devices && m_settings.devicesOn)
        post([this] { m_devices->start(); });
    return {};
}

Result<void> Engine::stop()
{
    if (!m_thread.joinable())
        return {};
    ask([this] {
        m_recorder.record({.kind = trace::Kind::ServiceStopped, .detail = kGatewayName});
        m_restart.reset();
        m_housekeeping.reset();
        m_listeners.clear();
        m_plants->stop();
        m_edge->stop();
        m_broker->shutdown(m_clock.now());
        m_cloud->keepAll();
        m_port->wake();
    });
    const auto patience = m_clock.now() + kFarewell;
    while (m_clock.now() < patience && ask([this] { return m_port->links() > 0 || m_edge->hasLinks(); }))
        std::this_thread::sleep_for(kFarewellStep);
    m_worker.reset(); // whoever asked for a key is gone
    m_loop.stop();
    m_thread.join();
    m_plants.reset();
    m_edge.reset();
    m_functions.reset(); // nobody reads what they would say

    std::error_code ignored; // at worst it names a process that is gone, which readers notice
    std::filesystem::remove(runningFile(m_whereabouts.directory), ignored);
    if (!m_writer)
        return {};
    if (const auto kept = m_writer->flush(); !kept)
        return tl::unexpected<Error>(kept.error());
    return {};
}

} // namespace greensward::app
