// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/cloud.h"

#include "cloud/metering.h"
#include "cloud/workshop_policy.h"

#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr const char* kMeterCollection = "meter";
constexpr const char* kMeterKey = "counted";
constexpr const char* kShadowTopics = "$aws/things/+/shadow/#";

Random randomFrom(const aws::OctetSource& octets)
{
    std::uint64_t seed = 0;
    octets({reinterpret_cast<std::uint8_t*>(&seed), sizeof seed});
    return Random(seed);
}

shadow::Settings shadowSettings(bool asIn2017)
{
    return asIn2017 ? shadow::Settings::aws2017() : shadow::Settings::aws();
}

} // namespace

/// Gives what the broker tells to whoever wants it.
class Cloud::Observer final : public mqtt::BrokerObserver
{
public:
    explicit Observer(Cloud& cloud) : m_cloud(cloud) {}

    void connected(const mqtt::Peer& peer, std::string_view clientId, const mqtt::Connect& packet) override
    {
        m_cloud.m_lifecycle.connected(peer, clientId, packet);
    }
    void refused(const mqtt::Peer& peer, std::string_view clientId, mqtt::ReasonCode code) override
    {
        m_cloud.m_lifecycle.refused(peer, clientId, code);
    }
    void disconnected(const mqtt::Peer& peer, std::string_view clientId, mqtt::DisconnectReason reason) override
    {
        // When it was taken over, its seat is the newcomer's already.
        if (reason != mqtt::DisconnectReason::TakenOver)
            m_cloud.m_gatekeeper.forget(clientId);
        m_cloud.m_lifecycle.disconnected(peer, clientId, reason);
    }
    void subscribed(const mqtt::Peer& peer, std::string_view clientId,
                    std::span<const std::string_view> filters) override
    {
        m_cloud.m_lifecycle.subscribed(peer, clientId, filters);
    }
    void unsubscribed(const mqtt::Peer& peer, std::string_view clientId,
                      std::span<const std::string_view> filters) override
    {
        m_cloud.m_lifecycle.unsubscribed(peer, clientId, filters);
    }

    std::uint32_t seat(std::string_view clientId, const mqtt::Connect& packet) override
    {
        return meter().join(clientId, meteredSize(packet));
    }
    void left(std::uint32_t seat) override { meter().leave(seat); }
    void pinged(std::uint32_t seat) override { meter().ping(seat); }
    void subscribing(std::uint32_t seat, const mqtt::Subscribe& packet) override
    {
        meter().subscribe(seat, meteredSize(packet));
    }
    void published(std::uint32_t seat, const mqtt::Publish& packet) override
    {
        meter().publish(seat, packet.topic, meteredSize(packet), packet.retain);
    }
    void delivered(std::uint32_t seat, const mqtt::Publish& packet) override
    {
        meter().deliver(seat, packet.topic, meteredSize(packet));
    }
    void takenBack(std::uint32_t seat, const mqtt::Publish& packet) override
    {
        meter().takeBack(seat, packet.topic, meteredSize(packet));
    }
    void acknowledged(std::uint32_t seat) override { meter().acknowledge(seat); }
    void kept(std::string_view clientId, const mqtt::Publish& packet) override
    {
        meter().keep(clientId, packet.topic, meteredSize(packet));
    }

private:
    billing::Meter& meter() { return m_cloud.m_meter; }
    Cloud& m_cloud;
};

Cloud::Cloud(Parts parts, Settings settings)
    : m_parts(std::move(parts))
    , m_settings(std::move(settings))
    , m_items(m_parts.writer)
    , m_meter(m_parts.clock)
    , m_things({m_settings.account, m_parts.clock, m_items, randomFrom(m_parts.octets)})
    , m_certificates({m_settings.account, m_parts.clock, m_items, randomFrom(m_parts.octets)})
    , m_policies({m_settings.account, m_parts.clock, m_items})
    , m_authorization(m_settings.account, m_things, m_certificates, m_policies)
    , m_iam({m_settings.account, m_parts.clock, m_items, m_parts.octets})
    , m_roleAliases({m_settings.account, m_parts.clock, m_items})
    , m_pools({m_settings.account, m_parts.clock, m_items, m_parts.octets})
    , m_tokens(m_parts.clock, m_parts.octets)
    , m_keyring(m_settings.account, m_parts.clock, m_parts.octets, m_iam)
    , m_callers({m_settings.account, m_parts.clock, m_iam, m_keyring, m_policies})
    , m_shadowStore(m_parts.writer ? std::make_unique<shadow::DurableShadowStore>(*m_parts.writer, "cloud") : nullptr)
    , m_shadows({.recorder = m_parts.recorder,
                 .store = m_shadowStore.get(),
                 .thingExists = {},
                 .served =
                     [this](const shadow::Served& request) {
                         m_meter.count(billing::Quantity::ShadowOperation, request.who, request.topic, request.size);
                     }},
                shadowSettings(m_settings.asIn2017))
    , m_gatekeeper({.authorization = m_authorization,
                    .callers = m_callers,
                    .firstSeen = [this](const mqtt::Peer& peer) { firstSeen(peer); }},
                   {.asIn2017 = m_settings.asIn2017, .strict = m_settings.strict})
    , m_lifecycle({.clock = m_parts.clock,
                   .random = randomFrom(m_parts.octets),
                   .asIn2017 = m_settings.asIn2017,
                   .wake = [this] { m_parts.post([this] { publishLifecycle(); }); }})
    , m_observer(std::make_unique<Observer>(*this))
    , m_index({.things = m_things, .shadows = m_shadows, .lifecycle = m_lifecycle, .store = m_items})
    , m_iot({.account = m_settings.account,
             .clock = m_parts.clock,
             .things = m_things,
             .certificates = m_certificates,
             .policies = m_policies,
             .roleAliases = m_roleAliases,
             .authorization = m_authorization,
             .index = m_index,
             .authority = m_parts.authority,
             .background = m_parts.background,
             .authoritiesChanged = [this] { tellAuthorities(); },
             .certificateChanged = [this](const std::string& id) { certificateChanged(id); }})
    , m_sts({m_settings.account, m_iam, m_callers, m_tokens, m_keyring})
    , m_iamCalls(m_settings.account, m_iam)
    , m_cognito({m_settings.account, m_pools, m_iam, m_tokens, m_keyring})
    , m_functions({m_settings.account, m_parts.clock, m_items, randomFrom(m_parts.octets)})
    , m_logGroups({m_settings.account, m_parts.clock, m_items, m_parts.recorder})
    , m_lambdaLogs({m_parts.clock, m_logGroups, randomFrom(m_parts.octets)})
    , m_logs(m_logGroups, [this] { m_lambdaLogs.gather(); })
    , m_lambda({.account = m_settings.account,
                .clock = m_parts.clock,
                .functions = m_functions,
                .iam = m_iam,
                .workers = m_parts.workers,
                .folder = m_parts.functions,
                .background = m_parts.background,
                .random = randomFrom(m_parts.octets),
                .logs = &m_lambdaLogs})
    , m_greengrass({.account = m_settings.account,
                    .clock = m_parts.clock,
                    .store = m_items,
                    .iam = m_iam,
                    .things = m_things,
                    .certificates = m_certificates,
                    .functions = m_functions,
                    .random = [this] { return randomFrom(m_parts.octets); },
                    .post = m_parts.post,
                    .desire = [this](const std::string& thing, const json::object& desired) { desire(thing, desired); },
                    .desires = [this](const std::string& thing,
                                      const json::object& desired) { return desires(thing, desired); },
                    .recorder = &m_parts.recorder})
    , m_greengrassCalls({.account = m_settings.account,
                         .clock = m_parts.clock,
                         .greengrass = m_greengrass,
                         .store = m_items,
                         .background = m_parts.background,
                         .addressesChanged =
                             [this](const std::string& thing, const std::string& version) {
                                 desire(thing + "-gci", {{"version", version}});
                             }})
    , m_cores({.account = m_settings.account,
               .clock = m_parts.clock,
               .greengrass = m_greengrass,
               .functions = m_functions,
               .authorization = m_authorization,
               .things = m_things,
               .keyring = m_keyring})
{}

Cloud::~Cloud() = default;

mqtt::BrokerObserver& Cloud::observer()
{
    return *m_observer;
}

Result<void> Cloud::load()
{
    const auto plain = [](const store::StoreError& error) { return tl::unexpected<Error>(error); };
    if (const auto opened = m_items.open(); !opened)
        return plain(opened.error());
    if (const auto loaded = m_things.load(); !loaded)
        return plain(loaded.error());
    if (const auto loaded = m_certificates.load(); !loaded)
        return plain(loaded.error());
    if (const auto loaded = m_policies.load(); !loaded)
        return plain(loaded.error());
    if (const auto loaded = m_iam.load(); !loaded)
        return plain(loaded.error());
    if (const auto loaded = m_roleAliases.load(); !loaded)
        return plain(loaded.error());
    if (const auto loaded = m_pools.load(); !loaded)
        return plain(loaded.error());
    if (const auto loaded = m_functions.load(); !loaded)
        return plain(loaded.error());
    m_lambda.clearAway();
    if (const auto loaded = m_logGroups.load(); !loaded)
        return plain(loaded.error());
    if (const auto loaded = m_greengrass.load(); !loaded)
        return plain(loaded.error());
    if (const auto loaded = m_greengrassCalls.load(); !loaded)
        return plain(loaded.error());
    if (const auto loaded = m_index.load(); !loaded)
        return plain(loaded.error());
    if (const auto loaded = loadMeter(); !loaded)
        return plain(loaded.error());
    if (m_shadowStore) {
        auto stored = m_shadowStore->load();
        if (!stored)
            return plain(stored.error());
        if (const auto restored = m_shadows.restore(std::move(*stored)); !restored)
            return restored;
    }
    return {};
}

void Cloud::attach(mqtt::Broker& broker, std::function<void()> wake)
{
    m_broker = &broker;
    m_wake = std::move(wake);
    broker.tap(kShadowTopics, [this](const mqtt::TappedMessage& message) { requestShadow(message); });
    m_data = std::make_unique<IotDataService>(IotDataService::Parts{.account = m_settings.account,
                                                                    .clock = m_parts.clock,
                                                                    .broker = broker,
                                                                    .shadows = m_shadows,
                                                                    .meter = m_meter,
                                                                    .wake =
                                                                        [this] {
                                                                            publishShadowMessages();
                                                                            m_wake();
                                                                        },
                                                                    .random = randomFrom(m_parts.octets),
                                                                    .retained = broker.limits().retainAvailable});
    m_front = std::make_unique<ApiFront>(ApiFront::Parts{.clock = m_parts.clock,
                                                         .recorder = m_parts.recorder,
                                                         .account = m_settings.account,
                                                         .keyring = m_keyring,
                                                         .roleAliases = m_roleAliases,
                                                         .authorization = m_authorization,
                                                         .callers = m_callers,
                                                         .store = m_items,
                                                         .iot = m_iot,
                                                         .data = *m_data,
                                                         .meter = m_meter,
                                                         .sts = m_sts,
                                                         .iam = m_iamCalls,
                                                         .cognito = m_cognito,
                                                         .lambda = m_lambda,
                                                         .logs = m_logs,
                                                         .greengrass = m_greengrassCalls,
                                                         .cores = m_cores,
                                                         .random = randomFrom(m_parts.octets)});
    tellAuthorities();
    m_parts.post([this] { // when there is somebody to wake
        m_greengrass.deployments.tell();
        m_greengrass.deployer.resume();
    });
}

void Cloud::setEndpoints(const Endpoints& endpoints)
{
    m_iot.setEndpoints(endpoints);
}

void Cloud::committed(store::Ticket upTo)
{
    m_shadows.committed(upTo);
    publishShadowMessages();
    if (m_front)
        m_front->committed(upTo);
}

void Cloud::advance()
{
    m_shadows.advance({m_parts.clock.now(), m_parts.clock.wall()});
    m_lambda.advance();
    m_lambdaLogs.gather();
    m_logGroups.advance();
    m_greengrass.deployer.resume(); // a notification is lost while the store is behind
    keepMeter();
}

// --- meter ---------------------------------------------------------------------------------------------------------

store::StoreResult<void> Cloud::loadMeter()
{
    const auto items = m_items.load(kMeterCollection);
    if (!items)
        return tl::unexpected(items.error());
    for (const StoredItem& item : *items)
        if (item.key == kMeterKey && !m_meter.restore(json::serialize(item.value)))
            return store::storeFailure(store::Cause::Corrupt, "what the meter had counted cannot be read");
    m_meterKept = m_meter.changes();
    return {};
}

void Cloud::keepMeter()
{
    const std::uint64_t changes = m_meter.changes();
    if (changes == m_meterKept)
        return;
    m_meterKept = changes;
    m_items.put(kMeterCollection, kMeterKey, json::parse(m_meter.record()));
}

void Cloud::keepAll()
{
    keepMeter();
    m_lambdaLogs.gather();
    m_logGroups.keepGrowing();
}

// --- devices -------------------------------------------------------------------------------------------------------

void Cloud::tellAuthorities()
{
    std::string pem;
    for (const auto& [id, authority] : m_certificates.authorities())
        pem += authority.pem;
    for (const auto& [id, certificate] : m_certificates.all())
        if (certificate.standsAlone)
            pem += certificate.pem;
    m_parts.trustAlso(pem);
}

aws::ApiResult<void> Cloud::enrol(const std::string& name, const pki::Certificate& certificate)
{
    return enrolUnder(kWorkshopPolicy, name, certificate);
}

aws::ApiResult<void> Cloud::enrolCore(const std::string& name, const pki::Certificate& certificate)
{
    return enrolUnder(kCorePolicy, name, certificate);
}

aws::ApiResult<void> Cloud::enrolUnder(const std::string& policy, const std::string& name,
                                       const pki::Certificate& certificate)
{
    const std::string arn = m_certificates.arn(m_certificates.note(certificate, CertificateStatus::Active).id);
    if (m_things.thing(name))
        return {}; // known from an earlier run: whatever was changed since stays changed
    if (!m_policies.policy(policy))
        if (const auto made = m_policies.create(policy, kWorkshopDocument); !made)
            return tl::unexpected(made.error());
    if (const auto made = m_things.create(name, {}, {}); !made)
        return tl::unexpected(made.error());
    if (const auto attached = m_things.attach(name, arn); !attached)
        return attached;
    return m_policies.attach(policy, arn);
}

} // namespace greensward::cloud
