// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edge_daemon.h"

#include "app/open_addresses.h"
#include "aws/arn.h"
#include "aws/digest.h"
#include "base/random.h"
#include "net/local_addresses.h"
#include "pki/certificate.h"

#include <array>
#include <fmt/format.h>

namespace greensward::app {

namespace {

/// Of private calls; the code of a function may be large.
constexpr Duration kCallTimeout = std::chrono::seconds(30);
constexpr const char* kKeys = "/2016-11-01/credentialprovider/";

std::string freshToken()
{
    std::array<std::uint8_t, 24> octets{};
    fillWithEntropy(octets);
    return toHex(octets);
}

HttpTransport::Place placeOf(const EdgeConfig& config, const std::string& host, std::uint16_t port, Duration timeout)
{
    return {.host = host,
            .port = port,
            .tls = [&config, port] { return edgeTls(config, port, "x-amzn-http-ca"); },
            .timeout = timeout,
            .connectTimeout = std::chrono::duration_cast<std::chrono::seconds>(timeout)};
}

template<typename Store>
std::optional<Store> storeIn(store::Writer* writer, const std::string& core)
{
    return writer ? std::optional<Store>(std::in_place, *writer, core) : std::nullopt;
}

/// Whoever signs needs no certificate; the built-in cloud asks for one at every port that speaks TLS.
HttpTransport::Place logsPlace(const EdgeConfig& config)
{
    auto place = placeOf(config, config.logsHost, config.logsPort, kCallTimeout);
    place.tls = [&config] {
        auto tls = edgeTls(config, config.logsPort, "");
        tls->alpn.clear();
        return tls;
    };
    return place;
}

} // namespace

EdgeDaemon::EdgeDaemon(Parts parts, EdgeConfig config)
    : m_parts(std::move(parts))
    , m_config(std::move(config))
    , m_links(m_parts.loop, m_config)
    , m_greengrass(m_parts.loop, m_parts.clock, placeOf(m_config, m_config.ggHost, m_config.ggHttpPort, kCallTimeout))
    , m_data(m_parts.loop, m_parts.clock,
             placeOf(m_config, m_config.iotHost, m_config.iotHttpPort, m_config.callTimeout))
    , m_logs(m_parts.loop, m_parts.clock, logsPlace(m_config))
    , m_shelf(m_config.root)
    , m_store(storeIn<edge::DurableCoreStore>(m_parts.writer, m_config.thingArn))
    , m_shadows(storeIn<shadow::DurableShadowStore>(m_parts.writer, m_config.thingArn))
    , m_token(freshToken())
    , m_keys(openKeys())
    , m_turn([this] { run(); })
    , m_timer(m_parts.loop, [this] { run(); })
    , m_core(coreParts(), coreSettings())
    , m_port(m_parts.loop, m_parts.clock, m_core.broker())
{}

EdgeDaemon::~EdgeDaemon()
{
    m_stopped = true;
    m_parts.loop.cancelEndOfTurn(&m_turn);
}

edge::CoreParts EdgeDaemon::coreParts()
{
    return {.clock = m_parts.clock,
            .recorder = m_parts.recorder,
            .links = m_links,
            .greengrass = m_greengrass,
            .data = m_data,
            .server = *this,
            .shelf = m_shelf,
            .store = m_store ? &*m_store : nullptr,
            .shadows = m_shadows ? &*m_shadows : nullptr,
            .workers = m_parts.workers,
            .addresses = [this] { return addresses(); },
            .background = m_parts.background,
            .wake = [this] { wake(); },
            .cloudLogs = &m_logs};
}

/// The daemon of a core as its functions see it: the place where they get keys. Any port will do, for they are told.
std::unique_ptr<net::Listener> EdgeDaemon::openKeys()
{
    net::ListenerSettings settings;
    settings.speech = net::Speech::Http;
    settings.webSocketPaths.clear();
    auto opened = net::Listener::open(m_parts.loop, std::move(settings), *this);
    return opened ? std::move(*opened) : nullptr;
}

edge::CoreSettings EdgeDaemon::coreSettings() const
{
    const auto arn = aws::Arn::parse(m_config.thingArn);
    edge::CoreSettings settings{
        .thingArn = m_config.thingArn,
        .ggHost = m_config.ggHost,
        .iotHost = m_config.iotHost,
        .logsHost = m_config.logsHost,
        .port = m_config.ggMqttPort,
        .keepAlive = m_config.keepAlive,
        .mostPause = m_config.mostPause,
        .logs = m_config.root / "ggc/var/log",
        .environment = {{"AWS_REGION", arn ? arn->region : std::string()},
                        {"AWS_IOT_MQTT_ENDPOINT", fmt::format("{}:{}", m_config.iotHost, m_config.iotMqttPort)},
                        {"AWS_IOT_HTTP_ENDPOINT", fmt::format("{}:{}", m_config.iotHost, m_config.iotHttpPort)},
                        {"AWS_GG_HTTP_ENDPOINT", fmt::format("{}:{}", m_config.ggHost, m_config.ggHttpPort)},
                        {"AWS_GG_MQTT_ENDPOINT", fmt::format("localhost:{}", m_config.ggMqttPort)}},
        .seed = entropySeed()};
    if (!m_parts.endpoint.empty())
        settings.environment["AWS_ENDPOINT_URL"] = m_parts.endpoint;
    if (m_keys) {
        const std::string port = std::to_string(m_keys->port());
        settings.environment["GG_DAEMON_PORT"] = port;
        settings.environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = "http://localhost:" + port + kKeys;
        settings.environment["AWS_CONTAINER_AUTHORIZATION_TOKEN"] = m_token;
    }
    return settings;
}

Result<void> EdgeDaemon::start()
{
    edge::KeptCore kept;
    std::vector<shadow::StoredShadow> shadows;
    if (m_store) {
        auto loaded = m_store->load();
        if (!loaded)
            return tl::unexpected<Error>(loaded.error());
        kept = std::move(*loaded);
    }
    if (m_shadows) {
        auto loaded = m_shadows->load();
        if (!loaded)
            return tl::unexpected<Error>(loaded.error());
        shadows = std::move(*loaded);
    }
    const auto started = m_core.start(std::move(kept), std::move(shadows));
    wake();
    return started;
}

void EdgeDaemon::stop()
{
    m_stopped = true;
    m_timer.cancel();
    m_core.stop();
    m_port.wake();
}

void EdgeDaemon::committed(store::Ticket upTo)
{
    m_core.committed(upTo);
    m_port.wake();
    wake();
}

void EdgeDaemon::setWan(bool in)
{
    m_wan = in;
    m_links.setWan(in);
    m_greengrass.setWan(in);
    m_data.setWan(in);
    m_logs.setWan(in);
    if (!in)
        m_core.loseCloud();
    wake();
}

std::optional<std::uint16_t> EdgeDaemon::port() const
{
    return m_listener ? std::optional(m_listener->port()) : std::nullopt;
}

/// Where devices find the local server.
std::vector<std::string> EdgeDaemon::addresses() const
{
    auto found = openAddresses(m_parts.listen, net::localAddresses());
    if (isEveryAddress(m_parts.listen) || found.empty())
        found.push_back("127.0.0.1");
    return found;
}

void EdgeDaemon::wake()
{
    if (!m_stopped)
        m_parts.loop.atEndOfTurn(&m_turn);
}

void EdgeDaemon::run()
{
    if (m_stopped)
        return;
    m_core.run();
    m_port.wake();
    if (const auto due = m_core.nextDeadline())
        m_timer.set(*due);
    else
        m_timer.cancel();
}

// --- the local server ----------------------------------------------------------------------------------------------

Result<void> EdgeDaemon::open(const edge::ServerIdentity& identity)
{
    auto tls = std::make_unique<net::TlsSettings>();
    tls->certificateChainPem = identity.certificatePem;
    tls->privateKeyPem = identity.keyPem;
    tls->client = net::TlsSettings::Client::AnyCertificate; // whose it is the gatekeeper looks up
    if (const auto certificate = pki::Certificate::fromPem(identity.certificatePem))
        m_certificateEnds = certificate->validity().notAfter;
    if (m_listener)
        return m_listener->setTls(*tls);
    net::ListenerSettings settings;
    settings.address = m_parts.listen;
    settings.port = m_config.ggMqttPort;
    settings.tls = std::move(tls);
    auto opened = net::Listener::open(m_parts.loop, std::move(settings), *this);
    if (!opened)
        return tl::unexpected(opened.error());
    m_listener = std::move(*opened);
    return {};
}

void EdgeDaemon::close()
{
    m_listener.reset();
    m_certificateEnds.reset();
}

net::LinkHandler* EdgeDaemon::linkOpened(net::Link& link)
{
    return m_port.adopt(link) ? &m_port : nullptr;
}

void EdgeDaemon::refused(const net::Refusal& refusal)
{
    m_parts.recorder.record({.kind = trace::Kind::LinkRefused,
                             .subject = refusal.address,
                             .object = refusal.address,
                             .detail = fmt::format("port {} of the core: {}", refusal.localPort, refusal.why)});
}

void EdgeDaemon::request(const net::HttpRequest& request, net::HttpResponder respond)
{
    const auto answer = [respond = std::move(respond)](unsigned status, std::string body) {
        respond({.status = status, .fields = {{"Content-Type", "application/json"}}, .body = std::move(body)});
    };
    if (request.method != "GET" || request.target != kKeys)
        return answer(404, "{}");
    if (!aws::equalInConstantTime(request.field("Authorization"), m_token))
        return answer(403, R"({"message":"the token is not of a function of this core"})");
    m_core.tokens().ask(answer);
}

} // namespace greensward::app
