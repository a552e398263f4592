// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edge/address_agent.h"
#include "edge/certificate_agent.h"
#include "edge/cloud_calls.h"
#include "edge/cloud_lines.h"
#include "edge/cloud_log.h"
#include "edge/connection_log.h"
#include "edge/core_log.h"
#include "edge/core_store.h"
#include "edge/deployment_agent.h"
#include "edge/function_host.h"
#include "edge/function_shadows.h"
#include "edge/group_shelf.h"
#include "edge/local_server.h"
#include "edge/member_gatekeeper.h"
#include "edge/member_watch.h"
#include "edge/router.h"
#include "edge/shadow_sync.h"
#include "edge/spooler.h"
#include "edge/token_exchange.h"
#include "mqtt/broker.h"
#include "shadow/service.h"
#include "trace/recorder.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace greensward::edge {

struct CoreSettings
{
    std::string thingArn;
    std::string ggHost;        ///< of the private calls, as they say it in Host
    std::string iotHost;       ///< of shadows
    std::string logsHost{};    ///< of CloudWatch Logs
    std::uint16_t port = 8883; ///< at which devices are told to connect
    std::uint16_t keepAlive = 600;
    Duration mostPause = std::chrono::seconds(60);    ///< between attempts to connect
    std::optional<std::filesystem::path> logs{};      ///< where system/ and user/ go; nothing: nowhere
    std::map<std::string, std::string> environment{}; ///< of functions, beside what the core itself adds
    std::uint64_t seed = 1;
};

/// What a core needs of the place where it runs. All of it outlives the core.
struct CoreParts
{
    const Clock& clock;
    trace::Recorder& recorder;
    CloudLinks& links;             ///< to the device gateway
    client::Transport& greengrass; ///< HTTPS with the core's certificate, to ggHost …
    client::Transport& data;       ///< … and to iotHost
    LocalServer& server;
    GroupShelf& shelf;
    CoreStore* store = nullptr;                          ///< null: nothing outlives the core
    shadow::ShadowStore* shadows = nullptr;              ///< the same
    lambda::Workers* workers = nullptr;                  ///< null: functions do not run
    std::function<std::vector<std::string>()> addresses; ///< at which devices may find the server
    /// Runs work on another thread, then the second on this one.
    std::function<void(std::function<void()>, std::function<void()>)> background;
    /// run() has something to do; called from anywhere inside, must not call back.
    std::function<void()> wake;
    client::Transport* cloudLogs = nullptr; ///< to logsHost, without the core's certificate; null: nothing is logged there
};

/// A Greengrass core (greengrass-and-gateway 2): local broker, routes, shadows, spool and functions of the group that
/// was deployed, and the agents that keep in touch with the cloud. Knows the cloud only over the wire. Without sockets,
/// clocks and threads of its own: the owner calls run() when woken and at nextDeadline(), and drives broker(). One
/// thread.
class Core final : private CloudListener
{
public:
    Core(CoreParts parts, CoreSettings settings);
    ~Core() override;
    Core(const Core&) = delete;
    Core& operator=(const Core&) = delete;

    /// Lives by the group that is kept, and begins to look for the cloud. The error says what keeps a core from
    /// starting.
    Result<void> start(KeptCore kept, std::vector<shadow::StoredShadow> shadows);
    /// Goodbye to the cloud and to devices.
    void stop();
    /// The cable to the cloud is pulled: its links are lost at once, and whether others come is the owner's to say.
    void loseCloud() { m_lines.hangUp(); }
    void run();
    std::optional<Instant> nextDeadline() const;
    /// The stores have made everything up to this ticket safe.
    void committed(Ticket upTo);

    mqtt::Broker& broker() { return m_broker; }
    /// Keys for functions; the owner lets them ask over loopback.
    TokenExchange& tokens() { return m_tokens; }

    // --- to look at
    const GroupDocument* group() const { return m_group ? &*m_group : nullptr; }
    const RouteTable& routes() const { return m_routes; }
    const Spooler& spooler() const { return m_spooler; }
    const shadow::ShadowService& shadows() const { return m_shadows; }
    const Traffic& traffic() const { return m_router.traffic(); }
    bool online() const { return m_lines.online(); }
    bool serving() const { return m_serving; }
    /// Deployments are done and told, shadows in step, nothing waits for the cloud.
    bool settled() const;

private:
    void activate(std::optional<GroupDocument> group, DeploymentAgent::Ended ended);
    void deactivate();
    void startFunctions();
    void listen();
    void reset();
    void serve(const ServerIdentity& identity);
    Result<void> openServer(const ServerIdentity& identity);
    void tellServing();
    void tellNotServing(const std::string& why);
    void serverRefused(const std::string& why);
    void dropDevices();
    void bar(const MemberWatch::Ids& certificates);
    void endActivation(Result<void> result);
    void publishShadows();
    void sendSpool();
    void log(LogLevel level, std::string_view text) { m_log.system("runtime", level, text); }

    void cloudReached() override;
    void cloudLost(std::string_view why) override;
    void cloudListening(bool all) override;
    void cloudMessage(std::string_view topic, ByteView payload, bool routed) override;
    void cloudAcknowledged(bool taken) override;
    void cloudRefused(std::string_view filter) override;
    void cloudStirred() override { m_parts.wake(); }

    CoreParts m_parts;
    CoreSettings m_settings;
    std::string m_thing;
    CoreLog m_log;
    ConnectionLog m_connections;
    MemberGatekeeper m_gatekeeper;
    mqtt::Broker m_broker;
    CloudCalls m_calls;
    TokenExchange m_tokens;
    CloudLog m_cloudLog;
    Spooler m_spooler;
    shadow::ShadowService m_shadows;
    FunctionShadows m_functionShadows;
    FunctionHost m_functions;
    Router m_router;
    ShadowSync m_sync;
    CertificateAgent m_certificates;
    AddressAgent m_addresses;
    MemberWatch m_members;
    CloudLines m_lines;
    DeploymentAgent m_deployments;

    std::optional<GroupDocument> m_group;
    RouteTable m_routes;
    DeploymentAgent::Ended m_activated; ///< waits for the server
    bool m_serving = false;
    std::optional<ServerIdentity> m_unopened; ///< the server could not be opened with it, and is tried again
    Instant m_openAgain{};
    std::uint64_t m_sending = 0; ///< number in the spool of what is on its way
    bool m_running = false;      ///< inside run()
};

} // namespace greensward::edge
