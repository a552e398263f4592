// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/member_gatekeeper.h"

#include "mqtt/topic.h"

#include <fmt/format.h>

namespace greensward::edge {

using mqtt::ReasonCode;
using mqtt::Verdict;

mqtt::Limits localLimits()
{
    mqtt::Limits limits;
    limits.allowV5 = false;
    limits.maximumQoS = mqtt::QoS::AtLeastOnce;
    limits.persistentSessions = false;
    limits.sharedSubscriptions = false;
    limits.parentMatch = false;
    limits.allowEmptyClientId = false;
    limits.clientIdLength = 128;
    limits.connections = 5'000; // twice the members that a group may have
    limits.sessions = 5'000;
    limits.retainedMessages = 0;
    limits.decode.packetSize = 256u << 10; // so that a payload that is too large is told as such
    return limits;
}

void MemberGatekeeper::setGroup(const GroupDocument* group, const RouteTable* routes)
{
    m_group = group;
    m_routes = routes;
    m_last = {};
    m_members.clear();
    if (group)
        for (const GroupThing& device : group->devices)
            m_members.emplace(device.thing, device.certificateId);
}

std::string MemberGatekeeper::whyNoMember(const mqtt::Peer& peer, std::string_view clientId) const
{
    if (clientId == m_group->core.thing)
        return fmt::format("{} is the core itself, not a device of its group", clientId);
    for (const auto& [thing, certificate] : m_members)
        if (certificate == peer.certificateId())
            return fmt::format("the certificate is that of {}: its client id has to be the name of the thing, not {}",
                               thing, clientId);
    return fmt::format("{} is no device of the group {}", clientId,
                       m_group->groupName.empty() ? m_group->groupId : m_group->groupName);
}

Verdict MemberGatekeeper::connect(const mqtt::Peer& peer, const mqtt::Connect& packet)
{
    if (!m_group)
        return Verdict::refuse(ReasonCode::NotAuthorized, "no group is deployed to this core");
    const auto member = m_members.find(packet.clientId);
    if (member == m_members.end())
        return Verdict::refuse(ReasonCode::NotAuthorized, whyNoMember(peer, packet.clientId));
    if (peer.certificateId().empty())
        return Verdict::refuse(ReasonCode::NotAuthorized, "no certificate was shown");
    if (peer.certificateId() != member->second)
        return Verdict::refuse(ReasonCode::NotAuthorized,
                               fmt::format("the certificate is not the one that the group has for {}", member->first));
    if (m_barred.contains(peer.certificateId()))
        return Verdict::refuse(ReasonCode::NotAuthorized,
                               fmt::format("the certificate of {} is not ACTIVE in the cloud any more", member->first));
    const auto now = std::chrono::duration_cast<std::chrono::seconds>(m_clock.wall().time_since_epoch()).count();
    if (peer.certificate->ends != 0 && peer.certificate->ends < now)
        return Verdict::refuse(ReasonCode::NotAuthorized, fmt::format("the certificate of {} is over", member->first));
    return Verdict::allow();
}

Verdict MemberGatekeeper::publish(const mqtt::Peer&, std::string_view clientId, mqtt::Publish& packet)
{
    if (packet.payload.size() > m_quirks.payloadBytes)
        return Verdict::close(
            fmt::format("a payload of {} bytes; {} are the most", packet.payload.size(), m_quirks.payloadBytes));
    if (packet.retain) {
        packet.retain = false;
        if (m_warned.emplace(clientId).second)
            warn(fmt::format("{} asks for retained messages, which a core does not keep", clientId));
    }
    if (packet.topic.size() > m_quirks.topicBytes)
        return Verdict::ignore(fmt::format("a topic of more than {} bytes leads nowhere", m_quirks.topicBytes));
    if (mqtt::topicLevels(packet.topic) > m_quirks.topicSlashes + 1)
        return Verdict::ignore(fmt::format("a topic with more than {} slashes leads nowhere", m_quirks.topicSlashes));
    return Verdict::allow();
}

Verdict MemberGatekeeper::subscribe(const mqtt::Peer&, std::string_view, std::string_view,
                                    mqtt::SubscriptionOptions& options)
{
    options.qos = mqtt::QoS::AtMostOnce;
    return Verdict::allow();
}

Verdict MemberGatekeeper::receive(const mqtt::Peer&, std::string_view clientId, std::string_view topic,
                                  std::string_view publisher)
{
    if (!m_routes)
        return Verdict::refuse(ReasonCode::NotAuthorized, "no group is deployed to this core");
    if (m_last.publisher != publisher || m_last.topic != topic) {
        m_last = {std::string(publisher), std::string(topic), {}};
        for (const Route* route : m_routes->from(RouteEnd::fromPublisher(publisher), topic))
            if (route->target.kind == RouteEnd::Kind::Device)
                m_last.devices.insert(route->target.name);
    }
    if (m_last.devices.contains(clientId))
        return Verdict::allow();
    return Verdict::refuse(ReasonCode::NotAuthorized,
                           m_routes->whyNotTo(RouteEnd::fromPublisher(publisher), topic, RouteEnd::device(clientId)));
}

} // namespace greensward::edge
