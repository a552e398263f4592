// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/core.h"

#include "edge/shadow_state.h"
#include "shadow/topics.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::edge {

namespace {

/// The pseudo thing in whose shadow the cloud says what is to be deployed.
std::string orders(const std::string& thing)
{
    return "$aws/things/" + thing + "-gda/shadow/";
}

shadow::Settings localShadows()
{
    shadow::Settings settings = shadow::Settings::gg1();
    settings.ratePerThing.reset(); // the cloud's
    return settings;
}

std::map<std::string, std::string> environmentOf(const CoreSettings& settings, const std::string& thing)
{
    auto all = settings.environment;
    all["AWS_IOT_THING_ARN"] = settings.thingArn;
    all["AWS_IOT_THING_NAME"] = thing;
    all["SHADOW_FUNCTION_ARN"] = "arn:aws:lambda:::function:GGShadowService";
    all["ROUTER_FUNCTION_ARN"] = "arn:aws:lambda:::function:GGRouter";
    all["SECRETS_MANAGER_FUNCTION_ARN"] = "arn:aws:lambda:::function:GGSecretManager:1";
    all["GG_MQTT_KEEP_ALIVE"] = std::to_string(settings.keepAlive);
    return all;
}

} // namespace

Core::Core(CoreParts parts, CoreSettings settings)
    : m_parts(std::move(parts))
    , m_settings(std::move(settings))
    , m_thing(lastPart(m_settings.thingArn))
    , m_log(m_parts.clock, m_settings.logs)
    , m_connections(m_log)
    , m_gatekeeper(m_parts.clock)
    , m_broker({.clock = m_parts.clock,
                .recorder = m_parts.recorder,
                .gatekeeper = m_gatekeeper,
                .observer = &m_connections,
                .seed = m_settings.seed,
                .name = "core " + m_thing},
               localLimits())
    , m_calls({.greengrass = m_parts.greengrass,
               .data = m_parts.data,
               .greengrassHost = m_settings.ggHost,
               .dataHost = m_settings.iotHost,
               .core = m_settings.thingArn,
               .stirred = m_parts.wake})
    , m_tokens({.clock = m_parts.clock, .cloud = m_calls, .log = m_log})
    , m_cloudLog({.clock = m_parts.clock,
                  .tokens = m_tokens,
                  .transport = m_parts.cloudLogs,
                  .host = m_settings.logsHost,
                  .core = m_thing,
                  .warn = [this](const std::string& text) { m_log.system("GGCloudWatch", LogLevel::Warn, text); },
                  .stirred = m_parts.wake})
    , m_spooler({.recorder = m_parts.recorder, .core = m_thing, .store = m_parts.store})
    , m_shadows({.recorder = m_parts.recorder, .store = m_parts.shadows, .thingExists = {}}, localShadows())
    , m_functionShadows(m_shadows)
    , m_functions({.clock = m_parts.clock,
                   .workers = m_parts.workers,
                   .shadows = m_functionShadows,
                   .shelf = m_parts.shelf,
                   .log = m_log,
                   .environment = environmentOf(m_settings, m_thing),
                   .random = Random(m_settings.seed).fork(1),
                   .publish = [this](const std::string& function, const std::string& topic, const std::string& payload,
                                     bool whole) -> Result<void> {
                       return m_router.sayAs(RouteEnd::function(function), topic, payload, whole);
                   },
                   .stirred = m_parts.wake})
    , m_router({.clock = m_parts.clock,
                .recorder = m_parts.recorder,
                .broker = m_broker,
                .spooler = m_spooler,
                .shadows = m_shadows,
                .functions = m_functions,
                .log = m_log,
                .core = m_settings.thingArn,
                .stirred = m_parts.wake})
    , m_sync({.clock = m_parts.clock,
              .local = m_shadows,
              .cloud = m_calls,
              .store = m_parts.store,
              .wroteLocally = m_parts.wake,
              .warn = [this](const std::string& text) { m_log.system("GGShadowSyncManager", LogLevel::Warn, text); }})
    , m_certificates(
          {.clock = m_parts.clock,
           .cloud = m_calls,
           .shelf = m_parts.shelf,
           .ready = [this](const ServerIdentity& identity) { serve(identity); },
           .refused = [this](const std::string& why) { serverRefused(why); },
           .warn =
               [this](const std::string& text) { m_log.system("GGDeviceCertificateManager", LogLevel::Warn, text); }})
    , m_addresses({.clock = m_parts.clock,
                   .cloud = m_calls,
                   .addresses = m_parts.addresses,
                   .port = m_settings.port,
                   .changed = [this] { m_certificates.setNames(m_addresses.names()); },
                   .warn = [this](const std::string& text) { m_log.system("GGIPDetector", LogLevel::Warn, text); }})
    , m_members({.clock = m_parts.clock,
                 .cloud = m_calls,
                 .barred = [this](const MemberWatch::Ids& certificates) { bar(certificates); },
                 .warn = [this](const std::string& text) { m_log.system("GGConnManager", LogLevel::Warn, text); }})
    , m_lines({.clock = m_parts.clock,
               .links = m_parts.links,
               .listener = *this,
               .random = Random(m_settings.seed).fork(2)},
              {.clientId = m_thing, .keepAlive = m_settings.keepAlive, .mostPause = m_settings.mostPause})
    , m_deployments({.clock = m_parts.clock,
                     .cloud = m_calls,
                     .shelf = m_parts.shelf,
                     .core = m_settings.thingArn,
                     .canRun = [this](std::string_view runtime) -> Result<void> {
                         if (!m_parts.workers)
                             return failure("functions do not run here");
                         return m_parts.workers->canRun(runtime);
                     },
                     .background = m_parts.background,
                     .activate = [this](std::optional<GroupDocument> group,
                                        DeploymentAgent::Ended ended) { activate(std::move(group), std::move(ended)); },
                     .reset = [this] { reset(); },
                     .tell =
                         [this](const std::string& group, const std::string& sentence, bool done) {
                             m_parts.recorder.record({.kind = trace::Kind::DeploymentApplied,
                                                      .extra = done ? 1 : 0,
                                                      .subject = m_thing,
                                                      .object = group,
                                                      .detail = sentence});
                         },
                     .log = [this](LogLevel level, const std::string& text) { log(level, text); },
                     .wake = m_parts.wake})
{
    if (m_parts.cloudLogs)
        m_log.sendTo([this](const std::string& group, std::string line) { m_cloudLog.add(group, std::move(line)); });
    m_gatekeeper.warn = [this](const std::string& text) { m_log.system("GGConnManager", LogLevel::Warn, text); };
}

Core::~Core() = default;

Result<void> Core::start(KeptCore kept, std::vector<shadow::StoredShadow> shadows)
{
    if (auto restored = m_shadows.restore(std::move(shadows)); !restored)
        return restored;
    m_spooler.restore(std::move(kept.spool));
    m_sync.restore(std::move(kept.records));
    std::optional<GroupDocument> group;
    if (const std::string text = m_parts.shelf.group(); !text.empty() && text != "{}") {
        auto parsed = GroupDocument::parse(text);
        if (parsed)
            if (const auto usable = m_deployments.check(*parsed); !usable)
                return failure("the deployed group cannot be used: " + usable.error().message);
        if (!parsed)
            return tl::unexpected(parsed.error());
        group = std::move(*parsed);
    }
    log(LogLevel::Info, fmt::format("{} starts", m_thing));
    activate(std::move(group), [](const Result<void>&) {});
    if (m_unopened)
        return failure(fmt::format("devices cannot connect at port {}: the log says why", m_settings.port));
    startFunctions(); // whether or not devices can connect already
    return m_lines.start();
}

void Core::stop()
{
    m_parts.server.close();
    m_functions.setGroup(nullptr);
    m_broker.shutdown(m_parts.clock.now());
    m_lines.stop();
    log(LogLevel::Info, fmt::format("{} stops", m_thing));
}

bool Core::settled() const
{
    return m_deployments.settled() && m_sync.settled() && m_spooler.waiting() == 0;
}

void Core::run()
{
    if (m_running)
        return;
    m_running = true;
    m_lines.advance();
    m_deployments.run();
    m_addresses.run();
    m_certificates.run();
    m_members.run();
    if (m_unopened && m_parts.clock.now() >= m_openAgain)
        static_cast<void>(openServer(ServerIdentity(*m_unopened)));
    publishShadows();
    m_sync.run();
    publishShadows();
    sendSpool();
    m_shadows.advance({m_parts.clock.now(), m_parts.clock.wall()});
    m_cloudLog.run();
    m_running = false;
}

std::optional<Instant> Core::nextDeadline() const
{
    std::optional<Instant> next;
    for (const auto& due : {m_lines.nextDeadline(), m_deployments.nextDeadline(), m_addresses.nextDeadline(),
                            m_certificates.nextDeadline(), m_members.nextDeadline(), m_sync.nextDeadline(), m_cloudLog.nextDeadline()})
        if (due && (!next || *due < *next))
            next = due;
    if (m_unopened && (!next || m_openAgain < *next))
        next = m_openAgain;
    return next;
}

void Core::committed(Ticket upTo)
{
    m_shadows.committed(upTo);
    m_functionShadows.committed(upTo);
    m_broker.committed(upTo, m_parts.clock.now());
    publishShadows();
}

// --- shadows, and what goes up -------------------------------------------------------------------------------------

void Core::publishShadows()
{
    for (const shadow::Outgoing& outgoing : m_shadows.takeMessages()) {
        const std::string_view topic = outgoing.topic;
        if (topic.ends_with("/update/accepted") || topic.ends_with("/delete/accepted")) {
            constexpr std::string_view kBefore = "$aws/things/";
            m_sync.localChanged(topic.substr(kBefore.size(), topic.find("/shadow/") - kBefore.size()));
        }
        m_router.say(RouteEnd::shadows(), topic, outgoing.payload, outgoing.cause, outgoing.journey);
    }
}

void Core::sendSpool()
{
    while (m_lines.online() && m_sending == 0) {
        const SpooledMessage* const next = m_spooler.take();
        if (!next)
            return;
        std::string why;
        if (m_lines.send(next->topic, next->payload, why)) {
            m_sending = next->number;
            return;
        }
        if (why.empty())
            return m_spooler.putBack(); // one is still under way
        log(LogLevel::Error, fmt::format("a message on {} cannot go to the cloud: {}", next->topic, why));
        m_spooler.arrived(next->number);
    }
}

// --- the cloud -----------------------------------------------------------------------------------------------------

void Core::cloudReached()
{
    log(LogLevel::Info, "connected to the cloud");
    m_spooler.setOnline(true);
    m_deployments.setOnline(true);
    m_addresses.setOnline(true);
    m_certificates.setOnline(true);
    m_members.setOnline(true);
}

void Core::cloudLost(std::string_view why)
{
    log(LogLevel::Warn, fmt::format("no connection to the cloud: {}", why));
    m_spooler.setOnline(false);
    m_deployments.setOnline(false);
    m_addresses.setOnline(false);
    m_certificates.setOnline(false);
    m_members.setOnline(false);
}

void Core::cloudListening(bool all)
{
    m_sync.setOnline(all);
    if (all)
        m_lines.say(orders(m_thing) + "get", "");
}

void Core::cloudMessage(std::string_view topic, ByteView payload, bool routed)
{
    if (topic.starts_with(orders(m_thing)))
        m_deployments.heard(payload);
    else
        m_sync.cloudSaid(topic, payload);
    if (routed)
        m_router.say(RouteEnd::cloud(), topic, asText(payload));
}

void Core::cloudAcknowledged(bool taken)
{
    if (taken)
        m_spooler.arrived(m_sending);
    else
        m_spooler.putBack();
    m_sending = 0;
    sendSpool();
}

void Core::cloudRefused(std::string_view filter)
{
    log(LogLevel::Error, fmt::format("the cloud does not let the core listen to {}", filter));
}

} // namespace greensward::edge
