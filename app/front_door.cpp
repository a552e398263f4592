// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/front_door.h"

#include "aws/amz_date.h"
#include "cloud/request_evidence.h"

#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::app {

namespace json = boost::json;

namespace {

std::string hostOf(const std::string& address)
{
    std::string host = address.substr(0, address.rfind(':'));
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    return host;
}

aws::Request asAws(const net::HttpRequest& request)
{
    aws::Request asked{
        .method = request.method, .target = request.target, .fields = request.fields, .body = request.body};
    asked.peer.address = hostOf(request.peer.address);
    asked.peer.tls = request.peer.transport.starts_with("tls") || request.peer.transport == "wss";
    asked.peer.localPort = request.peer.localPort;
    if (request.peer.certificate) {
        asked.peer.certificateId = request.peer.certificate->fingerprint;
        asked.peer.certificateSubject = request.peer.certificate->subject;
    }
    return asked;
}

bool isSigned(const aws::Request& request)
{
    return request.has("Authorization") || request.query().find("X-Amz-Signature=") != std::string_view::npos;
}

} // namespace

FrontDoor::FrontDoor(mqtt::BrokerPort& port, trace::Recorder& recorder, Cloud cloud)
    : m_port(port), m_recorder(recorder), m_cloud(cloud)
{}

net::LinkHandler* FrontDoor::linkOpened(net::Link& link)
{
    const auto& certificate = link.description().certificate;
    const net::LinkDescription& at = link.description();
    if (at.localPort == m_sharedPort && at.tls && at.tls->alpn.empty() && at.transport.starts_with("tls"))
        noteEvidence(0, trace::Finding::LinkWithoutAlpn, at.address, "MQTT over TLS without ALPN",
                     json::serialize(json::object{{"port", at.localPort}}));
    const bool simulated = certificate && m_simulated.contains(certificate->fingerprint);
    return m_port.adopt(link, simulated) ? &m_port : nullptr;
}

std::string FrontDoor::particularsOf(const net::Refusal& refusal) const
{
    json::object evidence{{"cause", net::name(refusal.cause)},
                          {"port", refusal.localPort},
                          {"serverName", refusal.serverName},
                          {"alpn", json::array(refusal.offeredAlpn.begin(), refusal.offeredAlpn.end())}};
    if (m_certificate) {
        const auto names = m_certificate->names();
        evidence["names"] = json::array(names.begin(), names.end());
        evidence["covered"] = refusal.serverName.empty() || m_certificate->covers({&refusal.serverName, 1});
        evidence["from"] = aws::toIsoSeconds(m_certificate->validity().notBefore);
        evidence["until"] = aws::toIsoSeconds(m_certificate->validity().notAfter);
    }
    if (!refusal.certificate)
        return json::serialize(evidence);
    if (const auto shown = pki::Certificate::fromPem(refusal.certificate->pem))
        evidence["certificate"] = json::object{{"id", shown->fingerprint()},
                                               {"subject", shown->subject()},
                                               {"issuer", shown->issuer()},
                                               {"ca", shown->isCa()},
                                               {"selfSigned", shown->subject() == shown->issuer()},
                                               {"from", aws::toIsoSeconds(shown->validity().notBefore)},
                                               {"until", aws::toIsoSeconds(shown->validity().notAfter)}};
    return json::serialize(evidence);
}

void FrontDoor::noteEvidence(trace::EventId cause, trace::Finding finding, const std::string& address,
                             std::string_view why, const std::string& particulars)
{
    m_recorder.record({.kind = trace::Kind::Evidence,
                       .cause = cause,
                       .journey = cause,
                       .extra = static_cast<std::int64_t>(finding),
                       .subject = address,
                       .object = address,
                       .detail = why,
                       .payload = asBytes(particulars)});
}

void FrontDoor::refused(const net::Refusal& refusal)
{
    const std::string detail = fmt::format("port {}: {}", refusal.localPort, refusal.why);
    const auto event = m_recorder.record({.kind = trace::Kind::LinkRefused,
                                          .subject = refusal.address,
                                          .object = refusal.address,
                                          .detail = detail});
    if (refusal.cause != net::RefusalCause::Other)
        noteEvidence(event, trace::Finding::LinkRefused, refusal.address, refusal.why, particularsOf(refusal));
}

void FrontDoor::request(const net::HttpRequest& request, net::HttpResponder respond)
{
    if (PhonePage::isMeantBy(request.target))
        return respond(m_cloud.phone.answer(request));
    if (RecorderDoor::isMeantBy(request.target))
        return respond(m_cloud.events.answer(asAws(request)));
    m_cloud.front.handle(asAws(request), [respond = std::move(respond)](aws::Response answer) {
        respond({.status = answer.status, .fields = std::move(answer.fields), .body = std::move(answer.body)});
    });
}

std::optional<net::HttpResponse> FrontDoor::upgrading(const net::HttpRequest& request, net::LinkDescription& link)
{
    const aws::Request asked = asAws(request);
    if (!isSigned(asked) && (m_cloud.unsignedWebSockets || link.certificate))
        return std::nullopt;
    const auto caller = m_cloud.front.webSocketCaller(asked);
    if (caller) {
        link.signer = std::make_shared<const net::Signer>(net::Signer{caller->arn, caller->accessKeyId});
        return std::nullopt;
    }
    const std::string why = "the WebSocket's signature: " + caller.error().explanation;
    const auto event =
        m_recorder.record({.kind = trace::Kind::LinkRefused,
                           .subject = request.peer.address,
                           .object = request.peer.address,
                           .detail = fmt::format("port {}: {}", request.peer.localPort, why)});
    noteEvidence(event, trace::Finding::SignatureRefused, request.peer.address, why,
                 cloud::signatureEvidence(asked, caller.error(), m_cloud.clock.wall()));
    return net::HttpResponse{.status = 403, .fields = {{"Content-Type", "text/plain"}}, .body = "Forbidden"};
}

} // namespace greensward::app
