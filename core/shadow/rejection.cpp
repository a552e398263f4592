// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shadow/rejection.h"

#include "shadow/json_writer.h"

#include <fmt/format.h>

namespace greensward::shadow {

namespace rejections {

Rejection invalid(std::string message)
{
    return {400, std::move(message), {}};
}

Rejection badJson(const Settings& settings)
{
    return invalid(settings.badJsonText == Settings::Texts::Captured ? "Payload contains invalid json"
                                                                     : "Invalid JSON");
}

Rejection badEncoding()
{
    return {415, "Unsupported documented encoding; supported encoding is UTF-8", {}};
}

Rejection tooDeep(const Settings& settings)
{
    return invalid(fmt::format("JSON contains too many levels of nesting; maximum is {}", settings.nesting));
}

Rejection badToken()
{
    return invalid("Invalid clientToken");
}

Rejection noSuchShadow(std::string_view thing, std::string_view shadow, const Settings& settings)
{
    std::string name;
    if (shadow.empty())
        name = thing;
    else if (settings.missingName == Settings::MissingName::ShadowOnly)
        name = shadow;
    else
        name = fmt::format("{}~{}", thing, shadow);
    return {404, fmt::format("No shadow exists with name: '{}'", name), {}};
}

Rejection versionConflict()
{
    return {409, "Version conflict", {}};
}

Rejection tooLarge(std::size_t size, const Settings& settings)
{
    if (settings.tooLargeText == Settings::Texts::Documented)
        return {413, "The payload exceeds the maximum size allowed", {}};
    return {
        413, fmt::format("Json document too large.  Size is {}, max allowed: {}", size, settings.documentBytes), {}};
}

Rejection tooManyRequests()
{
    return {429, "TOO_MANY_REQUESTS", {}};
}

Rejection unavailable()
{
    return {503, "Service unavailable", {}};
}

} // namespace rejections

std::string_view exceptionName(int code)
{
    switch (code) {
    case 400:
        return "InvalidRequestException";
    case 401:
        return "UnauthorizedException";
    case 403:
        return "ForbiddenException";
    case 404:
        return "ResourceNotFoundException";
    case 405:
        return "MethodNotAllowedException";
    case 409:
        return "ConflictException";
    case 413:
        return "RequestEntityTooLargeException";
    case 415:
        return "UnsupportedDocumentEncodingException";
    case 429:
        return "ThrottlingException";
    case 503:
        return "ServiceUnavailableException";
    default:
        return "InternalFailureException";
    }
}

std::string rejectedBody(const Rejection& rejection, std::int64_t timestamp, const Settings& settings)
{
    std::string body = "{\"code\":";
    appendNumber(body, rejection.code);
    body += ",\"message\":";
    body += quoted(rejection.message);
    if (settings.rejectedTimestamp) {
        body += ",\"timestamp\":";
        appendNumber(body, timestamp);
    }
    if (!rejection.token.empty()) {
        body += ",\"clientToken\":";
        body += rejection.token;
    }
    body += '}';
    return body;
}

} // namespace greensward::shadow
