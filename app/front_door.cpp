// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/front_door.h"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

namespace greensward::app {

namespace {

/// Of a request line that is repeated to a person.
constexpr std::size_t kLongestShown = 200;

} // namespace

FrontDoor::FrontDoor(mqtt::BrokerPort& port, trace::Recorder& recorder, std::uint64_t seed)
    : m_port(port), m_recorder(recorder), m_random(seed)
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
    const std::string asked = fmt::format("{} {}", request.method, request.target.substr(0, kLongestShown));
    const std::string detail = fmt::format("UnknownOperationException: {}", asked);
    m_recorder.record({.kind = trace::Kind::LinkRefused,
                       .subject = request.peer.address,
                       .object = request.peer.address,
                       .detail = detail});

    net::HttpResponse response;
    response.status = 404;
    response.fields = {{"Content-Type", "application/json"},
                       {"x-amzn-ErrorType", "UnknownOperationException"},
                       {"x-amzn-RequestId", requestId()}};
    response.body =
        boost::json::serialize(boost::json::value{{"message", fmt::format("unknown operation: {}", asked)}});
    respond(std::move(response));
}

std::string FrontDoor::requestId()
{
    // In the form of a random UUID.
    return fmt::format("{}-{}-4{}-a{}-{}", m_random.hex(8), m_random.hex(4), m_random.hex(3), m_random.hex(3),
                       m_random.hex(12));
}

} // namespace greensward::app
