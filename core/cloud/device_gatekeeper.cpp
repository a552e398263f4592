// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/device_gatekeeper.h"

#include <fmt/format.h>
#include <utility>

namespace greensward::cloud {

using mqtt::ReasonCode;
using mqtt::Verdict;

namespace {

bool isOfThisMachine(std::string_view address)
{
    return address.starts_with("127.") || address.starts_with("[::1]") || address.starts_with("[::ffff:127.");
}

std::string_view withoutPort(std::string_view address)
{
    std::string_view host = address.substr(0, address.rfind(':'));
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    return host;
}

/// Topics that begin with '$' belong to AWS.
bool isForeignDollar(std::string_view topic)
{
    constexpr std::string_view kShared = "$share/";
    if (topic.starts_with(kShared)) {
        const auto filter = topic.find('/', kShared.size());
        topic = filter == std::string_view::npos ? std::string_view() : topic.substr(filter + 1);
    }
    return topic.starts_with('$') && !topic.starts_with("$aws/");
}

} // namespace

void DeviceGatekeeper::forget(std::string_view clientId)
{
    if (const auto found = m_seats.find(clientId); found != m_seats.end())
        m_seats.erase(found);
}

/// MQTT 5 has a code for it; 3.1.1 clients of AWS see the connection end.
Verdict DeviceGatekeeper::turnAway(const mqtt::Connect& packet, std::string because, const Denial& denial,
                                   const Principal* device) const
{
    Verdict verdict = m_rules.strict && packet.version == mqtt::Version::v311
                          ? Verdict::close(std::move(because))
                          : Verdict::refuse(ReasonCode::NotAuthorized, std::move(because));
    verdict.evidence = evidenceOf(denial, m_parts.authorization, device);
    return verdict;
}

/// A policy's no, with the sentence and what it rests on.
Verdict DeviceGatekeeper::denied(Verdict::Action action, Denial denial, std::string_view clientId, const Seat& seat,
                                 std::string_view resource) const
{
    denial.clientId = clientId;
    denial.certificateId = seat.principal.certificateId;
    denial.resource = resource;
    return {.action = action,
            .code = ReasonCode::NotAuthorized,
            .because = explain(seat, denial.action, resource),
            .evidence = evidenceOf(denial, m_parts.authorization, &seat.principal)};
}

Verdict DeviceGatekeeper::connect(const mqtt::Peer& peer, const mqtt::Connect& packet)
{
    if (m_rules.strict && packet.clientId.starts_with('$'))
        return turnAway(packet, "client ids that begin with $ are reserved",
                        {.reason = Denial::Reason::Connect, .clientId = packet.clientId});
    if (peer.transport == "memory" || (m_rules.plainPort != 0 && peer.localPort == m_rules.plainPort))
        return Verdict::allow();
    if (peer.signer)
        return connectSigned(peer, packet);
    if (!peer.certificateId().empty())
        return connectWithCertificate(peer, packet);
    if (peer.transport != "ws" && peer.transport != "wss")
        return turnAway(packet, "MQTT over TLS wants a client certificate",
                        {.reason = Denial::Reason::NoCertificate, .clientId = packet.clientId});
    const Denial notSigned{.reason = Denial::Reason::Unsigned, .clientId = packet.clientId};
    if (m_rules.strict)
        return turnAway(packet, "the WebSocket's request was not signed", notSigned);
    if (!isOfThisMachine(peer.address))
        return turnAway(packet, "a WebSocket whose request was not signed is open to programs of this machine only",
                        notSigned);
    return Verdict::allow();
}

Verdict DeviceGatekeeper::connectWithCertificate(const mqtt::Peer& peer, const mqtt::Connect& packet)
{
    const DeviceCertificate* certificate = m_parts.authorization.certificates().find(peer.certificateId());
    if (!certificate) {
        m_parts.firstSeen(peer);
        certificate = m_parts.authorization.certificates().find(peer.certificateId());
    }
    Denial denial{.reason = Denial::Reason::UnknownCertificate,
                  .clientId = packet.clientId,
                  .certificateId = peer.certificateId()};
    if (!certificate) {
        denial.certificatePem = peer.certificate ? std::string_view(peer.certificate->pem) : std::string_view();
        return turnAway(packet, fmt::format("the certificate {} is not registered", peer.certificateId()), denial);
    }
    if (certificate->status == CertificateStatus::PendingActivation)
        m_parts.firstSeen(peer);
    if (certificate->status != CertificateStatus::Active) {
        denial.reason = Denial::Reason::InactiveCertificate;
        return turnAway(packet,
                        fmt::format("the certificate {} is {}, not ACTIVE", certificate->id, name(certificate->status)),
                        denial);
    }

    Seat seat{.principal = m_parts.authorization.device(certificate->id, packet.clientId, withoutPort(peer.address)),
              .address = std::string(withoutPort(peer.address)),
              .published = {},
              .received = {}};
    if (seat.principal.policies.empty()) {
        denial.reason = Denial::Reason::NoPolicy;
        return turnAway(packet, fmt::format("no policy is attached to the certificate {}", certificate->id), denial,
                        &seat.principal);
    }
    return admit(std::move(seat), packet);
}

/// The signature was checked when the WebSocket opened: this is about what whoever signed may do.
Verdict DeviceGatekeeper::connectSigned(const mqtt::Peer& peer, const mqtt::Connect& packet)
{
    const std::string address(withoutPort(peer.address));
    auto caller = m_parts.callers.signerOf(*peer.signer, address);
    if (!caller)
        return turnAway(packet, fmt::format("the access key {} is not known any more", peer.signer->accessKeyId),
                        {.reason = Denial::Reason::Unsigned, .clientId = packet.clientId});
    if (caller->kind == aws::Caller::Kind::Root)
        return Verdict::allow();
    Seat seat{.principal = {},
              .address = address,
              .caller = std::make_shared<const aws::Caller>(std::move(*caller)),
              .published = {},
              .received = {}};
    seat.principal = principalOf(seat, packet.clientId);
    return admit(std::move(seat), packet);
}

Verdict DeviceGatekeeper::admit(Seat seat, const mqtt::Connect& packet)
{
    Denial denial{
        .reason = Denial::Reason::Connect, .clientId = packet.clientId, .certificateId = seat.principal.certificateId};
    std::vector<std::string> attributes;
    if (!packet.cleanStart)
        attributes.emplace_back("PersistentConnect");
    if (packet.will)
        attributes.emplace_back("LastWill");
    if (!attributes.empty())
        seat.principal.context.setAll("iot:ConnectAttributes", std::move(attributes));
    const std::string client = m_parts.authorization.account().iotArn("client", packet.clientId);
    if (!seat.principal.evaluate("iot:Connect", client).allowed()) {
        denial.action = "iot:Connect";
        denial.resource = client;
        return turnAway(packet, explain(seat, "iot:Connect", client), denial, &seat.principal);
    }
    if (packet.will) {
        const std::string topic = m_parts.authorization.account().iotArn("topic", packet.will->topic);
        if (!seat.principal.evaluate("iot:Publish", topic).allowed()) {
            denial.reason = Denial::Reason::Will;
            denial.action = "iot:Publish";
            denial.resource = topic;
            return turnAway(packet, "its will may not be published: " + explain(seat, "iot:Publish", topic), denial,
                            &seat.principal);
        }
    }
    m_seats.insert_or_assign(std::string(packet.clientId), std::move(seat));
    return Verdict::allow();
}

Principal DeviceGatekeeper::principalOf(const Seat& seat, std::string_view clientId) const
{
    if (seat.caller)
        return m_parts.callers.messenger(*seat.caller, clientId);
    return m_parts.authorization.device(seat.principal.certificateId, clientId, seat.address);
}

DeviceGatekeeper::Seat* DeviceGatekeeper::seatOf(std::string_view clientId)
{
    const auto found = m_seats.find(clientId);
    if (found == m_seats.end())
        return nullptr;
    Seat& seat = found->second;
    const std::uint64_t generation = seat.caller ? m_parts.callers.generation() : m_parts.authorization.generation();
    if (seat.principal.generation != generation) {
        // Something changed: what was concluded before counts no longer.
        seat.principal = principalOf(seat, clientId);
        seat.published = {};
        seat.received = {};
        seat.toldReceive = false;
    }
    return &seat;
}

const std::string& DeviceGatekeeper::arn(std::string_view kind, std::string_view name)
{
    const Account& account = m_parts.authorization.account();
    m_arn.assign("arn:aws:iot:").append(account.region).append(":").append(account.id).append(":");
    m_arn.append(kind).append("/").append(name);
    return m_arn;
}

std::string DeviceGatekeeper::explain(const Seat& seat, std::string_view action, std::string_view resource) const
{
    return seat.principal.explain(action, resource).text;
}

bool DeviceGatekeeper::mayPublish(Seat& seat, std::string_view topic)
{
    Seat::Last& last = seat.published;
    if (!last.known || last.topic != topic) {
        last.topic.assign(topic);
        last.allowed = seat.principal.evaluate("iot:Publish", arn("topic", topic)).allowed();
        last.known = true;
    }
    return last.allowed;
}

Verdict DeviceGatekeeper::publish(const mqtt::Peer&, std::string_view clientId, mqtt::Publish& packet)
{
    if (m_rules.strict && isForeignDollar(packet.topic))
        return Verdict::close(fmt::format("topics that begin with $ are reserved: {}", packet.topic));
    Seat* seat = seatOf(clientId);
    if (!seat)
        return Verdict::allow();
    if (!mayPublish(*seat, packet.topic))
        return denied(Verdict::Action::Close, {.reason = Denial::Reason::Publish, .action = "iot:Publish"}, clientId,
                      *seat, arn("topic", packet.topic));
    if (packet.retain && !seat->principal.evaluate("iot:RetainPublish", arn("topic", packet.topic)).allowed())
        return denied(Verdict::Action::Close, {.reason = Denial::Reason::Retain, .action = "iot:RetainPublish"},
                      clientId, *seat, arn("topic", packet.topic));
    return Verdict::allow();
}

Verdict DeviceGatekeeper::publishWill(const mqtt::Peer& peer, std::string_view clientId, const mqtt::Will& will)
{
    // The connection is gone, and its seat with it, by the time a delayed will is due.
    Principal principal;
    if (peer.signer) {
        const auto caller = m_parts.callers.signerOf(*peer.signer, withoutPort(peer.address));
        if (caller && caller->kind == aws::Caller::Kind::Root)
            return Verdict::allow();
        if (caller)
            principal = m_parts.callers.messenger(*caller, clientId);
    } else if (!peer.certificateId().empty()) {
        principal = m_parts.authorization.device(peer.certificateId(), clientId, withoutPort(peer.address));
    } else {
        return Verdict::allow();
    }
    if (!principal.evaluate("iot:Publish", arn("topic", will.topic)).allowed())
        return Verdict::ignore(principal.explain("iot:Publish", arn("topic", will.topic)).text);
    return Verdict::allow();
}

Verdict DeviceGatekeeper::subscribe(const mqtt::Peer&, std::string_view clientId, std::string_view filter,
                                    mqtt::SubscriptionOptions&)
{
    if (m_rules.strict && isForeignDollar(filter))
        return Verdict::close(fmt::format("topics that begin with $ are reserved: {}", filter));
    Seat* seat = seatOf(clientId);
    if (!seat || seat->principal.evaluate("iot:Subscribe", arn("topicfilter", filter)).allowed())
        return Verdict::allow();
    return denied(m_rules.asIn2017 ? Verdict::Action::Close : Verdict::Action::Refuse,
                  {.reason = Denial::Reason::Subscribe, .action = "iot:Subscribe"}, clientId, *seat,
                  arn("topicfilter", filter));
}

Verdict DeviceGatekeeper::receive(const mqtt::Peer&, std::string_view clientId, std::string_view topic,
                                  std::string_view)
{
    Seat* seat = seatOf(clientId);
    if (!seat)
        return Verdict::allow();
    Seat::Last& last = seat->received;
    if (!last.known || last.topic != topic) {
        last.topic.assign(topic);
        last.allowed = seat->principal.evaluate("iot:Receive", arn("topic", topic)).allowed();
        last.known = true;
    }
    if (last.allowed)
        return Verdict::allow();
    // A message a second, say, and each is told no: the particulars are gathered once.
    if (std::exchange(seat->toldReceive, true))
        return Verdict::refuse(ReasonCode::NotAuthorized, explain(*seat, "iot:Receive", arn("topic", topic)));
    return denied(Verdict::Action::Refuse, {.reason = Denial::Reason::Receive, .action = "iot:Receive"}, clientId,
                  *seat, arn("topic", topic));
}

} // namespace greensward::cloud
