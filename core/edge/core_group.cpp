// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a core comes to live by a group, and leaves it.
#include "edge/core.h"

#include "aws/percent.h"
#include "shadow/topics.h"
#include "trace/finding.h"

#include <boost/json.hpp>
#include <fmt/format.h>
#include <set>

namespace greensward::edge {

namespace {

constexpr Duration kOpenAgain = std::chrono::seconds(5);

} // namespace

void Core::deactivate()
{
    m_parts.server.close();
    m_serving = false;
    m_unopened.reset();
    dropDevices();
    m_functions.setGroup(nullptr);
    m_router.setRoutes(nullptr);
    m_gatekeeper.setGroup(nullptr, nullptr);
    m_certificates.setGroup(nullptr, {});
    m_addresses.stop();
    m_tokens.setGroup(nullptr);
    m_activated = nullptr;
    m_group.reset();
    m_routes = {};
}

/// Devices connect again by themselves. Their wills stay unspoken: a core that restarts says nothing either.
/// Devices whose certificate was taken out of use go, and do not come back.
void Core::bar(const MemberWatch::Ids& certificates)
{
    m_gatekeeper.setBarred(certificates);
    for (const mqtt::ClientView& client : m_broker.clients())
        if (client.connected && certificates.contains(client.peer.certificateId())) {
            log(LogLevel::Warn, fmt::format("{} goes: its certificate is not ACTIVE any more", client.clientId));
            m_broker.closeClient(client.clientId, mqtt::DisconnectReason::ServerClosed, true, m_parts.clock.now());
        }
}

void Core::dropDevices()
{
    for (const mqtt::ClientView& client : m_broker.clients())
        m_broker.closeClient(client.clientId, mqtt::DisconnectReason::ServerClosed, true, m_parts.clock.now());
}

void Core::activate(std::optional<GroupDocument> group, DeploymentAgent::Ended ended)
{
    deactivate();
    m_log.setGroup(group ? &*group : nullptr);
    m_cloudLog.setGroup(group ? &*group : nullptr);
    m_group = std::move(group);
    const SpoolSettings spool = m_group ? SpoolSettings::of(*m_group).value_or(SpoolSettings()) : SpoolSettings();
    m_spooler.configure(spool);
    m_sending = 0;
    m_lines.setPersistent(spool.persistent);
    if (m_group) {
        m_routes = RouteTable::of(*m_group).value_or(RouteTable());
        m_router.setRoutes(&m_routes);
        m_gatekeeper.setGroup(&*m_group, &m_routes);
        m_tokens.setGroup(&*m_group);
        m_functions.setGroup(&*m_group);
        for (const std::string& circle : m_routes.circles())
            log(LogLevel::Warn, circle);
        log(LogLevel::Info, fmt::format("the group {} with {} devices, {} functions and {} routes", m_group->groupName,
                                        m_group->devices.size(), m_group->functions.size(), m_routes.routes().size()));
    }
    m_members.setGroup(m_group ? &*m_group : nullptr);
    listen();
    m_activated = std::move(ended);
    if (!m_group)
        return endActivation({});
    m_addresses.start();
    m_certificates.setGroup(&*m_group, m_addresses.names());
}

/// To the cloud: orders, routes that begin there, and shadows that are kept in step.
void Core::listen()
{
    std::set<std::string> things;
    if (m_group) {
        if (m_group->core.syncShadow)
            things.insert(m_group->core.thing);
        for (const GroupThing& device : m_group->devices)
            if (device.syncShadow)
                things.insert(device.thing);
    }
    m_sync.setThings(things);
    const std::string orders = "$aws/things/" + m_thing + "-gda/shadow/";
    m_lines.listenTo({.control = {orders + "update/delta", orders + "get/accepted"},
                      .routes = m_routes.cloudSubjects(),
                      .shadows = m_sync.cloudFilters()});
}

void Core::serve(const ServerIdentity& identity)
{
    if (m_serving)
        dropDevices();
    endActivation(openServer(identity));
}

Result<void> Core::openServer(const ServerIdentity& identity)
{
    auto opened = m_parts.server.open(identity);
    m_serving = opened.has_value();
    m_unopened = opened ? std::nullopt : std::optional(identity);
    m_openAgain = m_parts.clock.now() + kOpenAgain;
    if (opened)
        tellServing();
    else
        tellNotServing(opened.error().message);
    return opened;
}

void Core::tellServing()
{
    log(LogLevel::Info, "devices can connect");
    m_parts.recorder.record({.kind = trace::Kind::ServiceStarted,
                             .subject = m_thing,
                             .object = fmt::format("port {}", m_settings.port),
                             .detail = "local server of the core"});
}

void Core::tellNotServing(const std::string& why)
{
    log(LogLevel::Error, fmt::format("devices cannot connect: {}", why));
    const bool taken = why.find("in use") != std::string::npos; // as the system says it
    const std::string evidence =
        boost::json::serialize(boost::json::object{{"core", m_thing},
                                                   {"port", m_settings.port},
                                                   {"cause", taken ? "port-in-use" : "other"},
                                                   {"why", why}});
    m_parts.recorder.record({.kind = trace::Kind::Evidence,
                             .extra = static_cast<std::int64_t>(trace::Finding::CoreNotServing),
                             .subject = m_thing,
                             .detail = why,
                             .payload = asBytes(evidence)});
}

void Core::serverRefused(const std::string& why)
{
    if (!m_serving)
        tellNotServing("the local server gets no certificate: " + why);
    if (!m_serving)
        endActivation(failure("the local server gets no certificate: " + why));
}

void Core::endActivation(Result<void> result)
{
    if (!m_activated)
        return;
    const auto ended = std::exchange(m_activated, nullptr);
    if (result)
        startFunctions();
    ended(std::move(result));
}

void Core::startFunctions()
{
    m_functions.start();
}

/// What functions have written and shadows go; a deleted shadow remembers its version, so that devices that run on see
/// no lower one.
void Core::reset()
{
    activate(std::nullopt, [](const Result<void>&) {});
    m_spooler.clear();
    m_sync.clear();
    for (const shadow::ShadowSummary& known : m_shadows.list())
        if (!known.deleted) {
            const std::string target = "/things/" + aws::percentEncode(known.thing) + "/shadow";
            m_shadows.handle({.method = "DELETE", .target = target, .body = {}}, {.who = "$reset"},
                             {m_parts.clock.now(), m_parts.clock.wall()});
        }
    publishShadows(); // nobody hears them: there are no routes
    m_log.dropUser();
    m_parts.shelf.wipe();
}

} // namespace greensward::edge
