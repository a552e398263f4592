// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/edge_config.h"
#include "app/edge_links.h"
#include "app/http_transport.h"
#include "edge/core.h"
#include "edge/durable_core_store.h"
#include "lambda/workers.h"
#include "mqtt/broker_port.h"
#include "net/event_loop.h"
#include "net/listener.h"
#include "shadow/durable_shadow_store.h"
#include "store/writer.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace greensward::app {

/// One core on real sockets: its local server, its links to the cloud, and what makes it go round. On the loop's
/// thread; several may share one loop and one database.
class EdgeDaemon final : private edge::LocalServer, private net::ListenerHandler
{
public:
    struct Parts
    {
        net::EventLoop& loop;
        const Clock& clock;
        trace::Recorder& recorder;
        store::Writer* writer;    ///< null: nothing outlives it but the deployed group
        lambda::Workers* workers; ///< null: functions do not run
        std::function<void(std::function<void()>, std::function<void()>)> background;
        std::string listen;   ///< the address that the local server binds
        std::string endpoint; ///< of AWS's APIs, for functions that name none; empty: AWS's own
    };
    EdgeDaemon(Parts parts, EdgeConfig config);
    ~EdgeDaemon() override;

    /// The error says what keeps it from starting.
    Result<void> start();
    /// Goodbyes go out in later turns.
    void stop();
    bool hasLinks() const { return m_port.links() > 0; }
    void committed(store::Ticket upTo);
    /// Pulls the cable to the cloud, or puts it back.
    void setWan(bool in);
    bool wan() const { return m_wan; }
    edge::Core& core() { return m_core; }
    /// Of the local server; nothing while devices cannot connect.
    std::optional<std::uint16_t> port() const;
    /// When the local server's certificate ends; nothing while there is no server.
    std::optional<WallTime> certificateEnds() const { return m_certificateEnds; }
    const EdgeConfig& config() const { return m_config; }

private:
    Result<void> open(const edge::ServerIdentity& identity) override;
    void close() override;
    net::LinkHandler* linkOpened(net::Link& link) override;
    void refused(const net::Refusal& refusal) override;
    void request(const net::HttpRequest& request, net::HttpResponder respond) override;

    std::vector<std::string> addresses() const;
    void wake();
    void run();
    std::unique_ptr<net::Listener> openKeys();
    edge::CoreParts coreParts();
    edge::CoreSettings coreSettings() const;

    Parts m_parts;
    EdgeConfig m_config;
    EdgeLinks m_links;
    HttpTransport m_greengrass;
    HttpTransport m_data;
    HttpTransport m_logs;
    edge::FolderShelf m_shelf;
    std::optional<edge::DurableCoreStore> m_store;
    std::optional<shadow::DurableShadowStore> m_shadows;
    std::string m_token;                   ///< of its functions, for the daemon
    std::unique_ptr<net::Listener> m_keys; ///< where they get keys, on the loopback; null: nowhere
    std::function<void()> m_turn;
    net::EventLoop::Timer m_timer;
    edge::Core m_core;
    mqtt::BrokerPort m_port;
    std::unique_ptr<net::Listener> m_listener;
    std::optional<WallTime> m_certificateEnds;
    bool m_wan = true;
    bool m_stopped = false;
};

} // namespace greensward::app
