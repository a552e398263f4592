// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws/routing.h"

#include "aws/percent.h"

namespace greensward::aws {

namespace {

/// Service of the credential scope; empty when unsigned.
std::string signedService(const Request& request)
{
    const auto signature = readSignature(request);
    return signature ? signature->scope.service : std::string{};
}

Route operation(const Service& service, Protocol protocol, std::string name = {})
{
    return {.kind = Route::Kind::Operation, .service = &service, .protocol = protocol, .operation = std::move(name)};
}

std::string formValue(const Request& request, std::string_view name)
{
    if (auto value = queryValue(request.query(), name, Plus::IsSpace))
        return *value;
    if (request.method != "POST" || !request.field("content-type").starts_with("application/x-www-form-urlencoded"))
        return {};
    return queryValue(request.body, name, Plus::IsSpace).value_or(std::string{});
}

} // namespace

Route route(const Request& request)
{
    using enum Route::Kind;
    const auto host = request.field("host");
    constexpr std::string_view kGateway = ".execute-api.";
    if (const auto at = host.find(kGateway); at != std::string_view::npos && at > 0)
        return {.kind = Invocation, .api = std::string{host.substr(0, at)}};
    const auto path = request.path();
    constexpr std::string_view kInvocation = "/restapis/";
    if (path.starts_with(kInvocation) && path.find("/_user_request_") != std::string_view::npos)
        return {.kind = Invocation,
                .api = std::string{
                    path.substr(kInvocation.size(), path.find('/', kInvocation.size()) - kInvocation.size())}};
    if (const auto target = request.field("x-amz-target"); !target.empty()) {
        const auto dot = target.rfind('.');
        const auto* service = dot == std::string_view::npos ? nullptr : serviceOfTarget(target.substr(0, dot));
        if (!service)
            return {};
        const bool json10 = service->protocol != Protocol::Json11; // sqs and cloudwatch speak 1.0 beside query
        return operation(*service, json10 ? Protocol::Json10 : Protocol::Json11, std::string{target.substr(dot + 1)});
    }
    const auto scope = signedService(request);
    // Only the root and SQS queue URLs take forms; an "Action" in another service's query is that service's own.
    const auto* named = serviceNamed(scope);
    if (!named || named->protocol == Protocol::Query)
        if (auto action = formValue(request, "Action"); !action.empty())
            if (const auto* service = named ? named : serviceOfVersion(formValue(request, "Version")))
                return operation(*service, Protocol::Query, std::move(action));
    if (path == "/mqtt" && equalIgnoringCase(request.field("upgrade"), "websocket"))
        return {.kind = WebSocket};
    if (scope == "execute-api") // how older clients sign the IoT control plane
        return operation(*serviceNamed("iot"), Protocol::RestJson);
    if (named)
        return operation(*named, named->protocol);
    if (path.starts_with("/role-aliases/") && path.ends_with("/credentials"))
        return {.kind = Credentials};
    if (path.starts_with("/topics/") || path.starts_with("/things/") || path.starts_with("/api/things/shadow/") ||
        path.starts_with("/greengrass/"))
        return {.kind = DevicePlane,
                .service = serviceNamed(path.starts_with("/greengrass/") ? "greengrass" : "iotdata")};
    if (queryValue(request.query(), "X-Amz-Algorithm") || queryValue(request.query(), "AWSAccessKeyId"))
        return operation(*serviceNamed("s3"), Protocol::RestXml);
    return {};
}

} // namespace greensward::aws
