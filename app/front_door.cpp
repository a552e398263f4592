// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/front_door.h"

#include <fmt/format.h>

namespace greensward::app {

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
    const bool simulated = certificate && m_simulated.contains(certificate->fingerprint);
    return m_port.adopt(link, simulated) ? &m_port : nullptr;
}

void FrontDoor::refused(const std::string& address, std::uint16_t localPort, const std::string& why)
{
    const std::string detail = fmt::format("port {}: {}", localPort, why);
    m_recorder.record({.kind = trace::Kind::LinkRefused, .subject = address, .object = address, .detail = detail});
}

void FrontDoor::request(const net::HttpRequest& request, net::HttpResponder respond)
{
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
        link.principal = std::make_shared<const std::string>(caller->arn);
        return std::nullopt;
    }
    refused(request.peer.address, request.peer.localPort, "the WebSocket's signature: " + caller.error().explanation);
    return net::HttpResponse{.status = 403, .fields = {{"Content-Type", "text/plain"}}, .body = "Forbidden"};
}

} // namespace greensward::app
