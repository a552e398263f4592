// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core_discovery.h"

#include "client/api.h"
#include "labs/json_match.h"

#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::app {

namespace json = boost::json;

namespace {

constexpr unsigned kForbidden = 403;
constexpr unsigned kNotFound = 404;

std::string whyNot(unsigned status, const std::string& thing)
{
    if (status == kForbidden)
        return fmt::format("discovery refuses {} (403): its policies do not allow greengrass:Discover", thing);
    if (status == kNotFound)
        return fmt::format("discovery knows no core of {} (404): it is in no group that is deployed", thing);
    return fmt::format("discovery answers {} with {}", thing, status);
}

std::string textAt(const json::value& document, const std::string& path)
{
    const auto values = labs::valuesAt(document, path);
    return values.empty() || !values.front()->is_string() ? std::string() : std::string(values.front()->get_string());
}

/// The first address of the core of that name, and its group's authority.
Result<LabClient::Place> placeIn(const json::value& document, const std::string& core)
{
    for (const json::value* group : labs::valuesAt(document, "GGGroups.*"))
        for (const json::value* one : labs::valuesAt(*group, "Cores.*")) {
            const auto port = labs::valuesAt(*one, "Connectivity.0.PortNumber");
            if (!textAt(*one, "thingArn").ends_with("/" + core) || port.empty() || !port.front()->is_int64())
                continue;
            return LabClient::Place{.host = textAt(*one, "Connectivity.0.HostAddress"),
                                    .port = static_cast<std::uint16_t>(port.front()->get_int64()),
                                    .trustedPem = textAt(*group, "CAs.0")};
        }
    return failure(fmt::format("discovery finds another core than {}", core));
}

} // namespace

CoreDiscovery::CoreDiscovery(net::EventLoop& loop, const Clock& clock, LabClient::Place cloud)
    : m_cloud(std::move(cloud)), m_transport(loop, clock, {.host = m_cloud.host, .port = m_cloud.port, .tls = [this] {
                                                               auto tls = std::make_unique<net::TlsSettings>();
                                                               tls->certificateChainPem = m_cloud.certificatePem;
                                                               tls->privateKeyPem = m_cloud.keyPem;
                                                               tls->trustedPem = m_cloud.trustedPem;
                                                               return tls;
                                                           }})
{}

void CoreDiscovery::ask(net::EventLoop& loop, const Clock& clock, const LabClient::Place& cloud,
                        const std::string& thing, const std::string& core, Done done)
{
    const std::shared_ptr<CoreDiscovery> asked(new CoreDiscovery(loop, clock, cloud));
    aws::Request request{.method = "GET", .target = "/greengrass/discover/thing/" + client::label(thing)};
    request.fields.emplace_back("Host", cloud.host);
    asked->m_transport.send(std::move(request),
                            [asked, &loop, thing, core, done = std::move(done)](const Result<aws::Response>& answer) {
                                loop.post([asked] {}); // it does not go from inside its own call
                                done(answer ? asked->found(*answer, thing, core) : tl::unexpected(answer.error()));
                            });
}

Result<LabClient::Place> CoreDiscovery::found(const aws::Response& answer, const std::string& thing,
                                              const std::string& core) const
{
    constexpr unsigned kOk = 200;
    if (answer.status != kOk)
        return failure(whyNot(answer.status, thing));
    boost::system::error_code broken;
    const json::value groups = json::parse(answer.body, broken);
    if (broken)
        return failure("discovery answers no JSON");
    auto place = placeIn(groups, core);
    if (place) {
        place->certificatePem = m_cloud.certificatePem;
        place->keyPem = m_cloud.keyPem;
    }
    return place;
}

} // namespace greensward::app
