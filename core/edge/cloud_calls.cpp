// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/cloud_calls.h"

#include "aws/percent.h"
#include "edge/group_document.h"

#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::edge {

namespace json = boost::json;

namespace {

std::string deploymentPath(const std::string& group, const std::string& deployment)
{
    return fmt::format("/greengrass/groups/{}/deployments/{}", aws::percentEncode(group),
                       aws::percentEncode(deployment));
}

std::string shadowPath(const std::string& thing)
{
    return fmt::format("/things/{}/shadow", aws::percentEncode(thing));
}

} // namespace

std::string CloudAnswer::problem() const
{
    if (status == 0)
        return body;
    boost::system::error_code error;
    const json::value parsed = json::parse(body, error);
    if (!error && parsed.is_object())
        for (const char* name : {"message", "Message"})
            if (const json::value* text = parsed.get_object().if_contains(name); text && text->is_string())
                return fmt::format("{} ({})", std::string_view(text->get_string()), status);
    return fmt::format("the cloud answers {}", status);
}

std::string CloudCalls::thingName() const
{
    return lastPart(m_parts.core);
}

void CloudCalls::send(client::Transport& transport, const std::string& host, std::string method, std::string target,
                      std::string body, Answered answered)
{
    aws::Request request{.method = std::move(method), .target = std::move(target), .body = std::move(body)};
    request.fields.emplace_back("Host", host);
    if (!request.body.empty())
        request.fields.emplace_back("Content-Type", "application/json");
    transport.send(std::move(request), [this, alive = std::weak_ptr(m_alive),
                                        answered = std::move(answered)](Result<aws::Response> response) {
        if (alive.expired())
            return;
        if (response)
            answered({response->status, std::move(response->body)});
        else
            answered({0, response.error().message});
        if (!alive.expired())
            m_parts.stirred();
    });
}

void CloudCalls::deployment(const std::string& group, const std::string& deployment, Answered answered)
{
    ask("GET", deploymentPath(group, deployment) + "/cores/" + aws::percentEncode(m_parts.core), {},
        std::move(answered));
}

void CloudCalls::artifact(const std::string& group, const std::string& deployment, const std::string& function,
                          Answered answered)
{
    ask("GET", deploymentPath(group, deployment) + "/artifacts/" + aws::percentEncode(function), {},
        std::move(answered));
}

void CloudCalls::report(const std::string& group, const std::string& deployment, std::string_view status,
                        std::string_view why, Answered answered)
{
    json::object body{{"DeploymentStatus", status}};
    if (!why.empty())
        body["ErrorMessage"] = why;
    ask("PUT", deploymentPath(group, deployment) + "/cores/" + aws::percentEncode(m_parts.core) + "/status",
        json::serialize(body), std::move(answered));
}

void CloudCalls::serverCertificate(const std::string& group, std::string_view requestPem,
                                   std::span<const std::string> names, Answered answered)
{
    const json::object body{{"CertificateSigningRequest", requestPem},
                            {"HostNames", json::array(names.begin(), names.end())}};
    ask("POST", fmt::format("/greengrass/groups/{}/certificates", aws::percentEncode(group)), json::serialize(body),
        std::move(answered));
}

void CloudCalls::memberStatuses(const std::string& group, Answered answered)
{
    ask("GET", "/greengrass/groups/" + group + "/certificates", {}, std::move(answered));
}

void CloudCalls::connectivity(Answered answered)
{
    ask("GET", fmt::format("/greengrass/things/{}/connectivityInfo", aws::percentEncode(thingName())), {},
        std::move(answered));
}

void CloudCalls::tellConnectivity(std::string body, Answered answered)
{
    ask("PUT", fmt::format("/greengrass/things/{}/connectivityInfo", aws::percentEncode(thingName())), std::move(body),
        std::move(answered));
}

void CloudCalls::credentials(const std::string& group, Answered answered)
{
    ask("POST", fmt::format("/greengrass/groups/{}/role/credentials", aws::percentEncode(group)), "{}",
        std::move(answered));
}

void CloudCalls::shadow(const std::string& thing, Answered answered)
{
    send(m_parts.data, m_parts.dataHost, "GET", shadowPath(thing), {}, std::move(answered));
}

void CloudCalls::updateShadow(const std::string& thing, std::string body, Answered answered)
{
    send(m_parts.data, m_parts.dataHost, "POST", shadowPath(thing), std::move(body), std::move(answered));
}

void CloudCalls::deleteShadow(const std::string& thing, Answered answered)
{
    send(m_parts.data, m_parts.dataHost, "DELETE", shadowPath(thing), {}, std::move(answered));
}

} // namespace greensward::edge
