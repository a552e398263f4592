// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the cloud itself publishes, and what it hears: shadows, and what clients do.
#include "aws/percent.h"
#include "cloud/cloud.h"

#include <boost/json.hpp>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::string_view kOrigin = "$aws";

} // namespace

// --- shadows -------------------------------------------------------------------------------------------------------

void Cloud::requestShadow(const mqtt::TappedMessage& message)
{
    if (message.publisher == kOrigin || message.will)
        return; // an answer, or a will, which is no request (shadow.md 8)
    const shadow::Requester requester{.connection = std::hash<std::string_view>{}(message.publisher) | 1,
                                      .who = message.publisher,
                                      .cause = message.event,
                                      .journey = message.journey};
    m_shadows.publish(message.topic, message.payload, requester, {m_parts.clock.now(), m_parts.clock.wall()});
    publishShadowMessages();
}

void Cloud::publishShadowMessages()
{
    if (!m_broker)
        return;
    for (const shadow::Outgoing& outgoing : m_shadows.takeMessages()) {
        mqtt::OutgoingMessage message;
        message.topic = outgoing.topic;
        message.payload = asBytes(outgoing.payload);
        message.qos = mqtt::QoS::AtLeastOnce;
        message.cause = outgoing.cause;
        message.journey = outgoing.journey;
        m_broker->publish(kOrigin, message, m_parts.clock.now());
    }
}

void Cloud::desire(const std::string& thing, const json::object& desired)
{
    const std::string body = json::serialize(json::object{{"state", {{"desired", desired}}}});
    const std::string target = "/things/" + aws::percentEncode(thing) + "/shadow";
    m_shadows.handle({"POST", target, asBytes(body)}, {.who = kOrigin}, {m_parts.clock.now(), m_parts.clock.wall()});
    publishShadowMessages();
    if (m_wake)
        m_wake();
}

bool Cloud::desires(const std::string& thing, const json::object& desired) const
{
    const auto view = m_shadows.view(thing, {});
    boost::system::error_code error;
    return view && !view->deleted && json::parse(view->desired, error) == json::value(desired);
}

// --- clients -------------------------------------------------------------------------------------------------------

void Cloud::publishLifecycle()
{
    if (!m_broker)
        return;
    for (const Lifecycle::Event& event : m_lifecycle.take()) {
        mqtt::OutgoingMessage message;
        message.topic = event.topic;
        message.payload = asBytes(event.payload);
        message.qos = mqtt::QoS::AtLeastOnce;
        m_broker->publish(kOrigin, message, m_parts.clock.now());
    }
    m_wake();
}

/// Just-in-time registration (greengrass-and-gateway.md 18.2): the certificate becomes known and waits for somebody to
/// activate it; the connection ends.
void Cloud::firstSeen(const mqtt::Peer& peer)
{
    const DeviceCertificate* known = m_certificates.find(peer.certificateId());
    if (!known) {
        const auto certificate =
            peer.certificate ? pki::Certificate::fromPem(peer.certificate->pem) : failure("unknown");
        if (!certificate)
            return;
        const RegisteredAuthority* issuer = m_certificates.issuerOf(*certificate);
        if (!issuer || !issuer->active || !issuer->autoRegistration)
            return;
        known = &m_certificates.noteFirstSeen(*certificate, issuer->id);
    }
    if (known->caId.empty())
        return;
    const auto milliseconds = [](WallTime time) {
        return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
    };
    const std::string topic = "$aws/events/certificates/registered/" + known->caId;
    const std::string payload =
        json::serialize(json::object{{"certificateId", known->id},
                                     {"caCertificateId", known->caId},
                                     {"timestamp", milliseconds(m_parts.clock.wall())},
                                     {"certificateStatus", name(known->status)},
                                     {"awsAccountId", m_settings.account.id},
                                     {"certificateRegistrationTimestamp", milliseconds(known->created)}});
    m_parts.post([this, topic, payload] {
        mqtt::OutgoingMessage message;
        message.topic = topic;
        message.payload = asBytes(payload);
        message.qos = mqtt::QoS::AtLeastOnce;
        m_broker->publish(kOrigin, message, m_parts.clock.now());
        m_wake();
    });
}

/// Connections that stand on a certificate that is not ACTIVE any more end.
void Cloud::certificateChanged(const std::string& id)
{
    const DeviceCertificate* certificate = m_certificates.find(id);
    if (!m_broker || (certificate && certificate->status == CertificateStatus::Active))
        return;
    for (const mqtt::ClientView& client : m_broker->clients())
        if (client.connected && client.peer.certificateId() == id)
            m_broker->closeClient(client.clientId, mqtt::DisconnectReason::ServerClosed, false, m_parts.clock.now());
    m_wake();
}

} // namespace greensward::cloud
