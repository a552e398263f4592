// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "shadow/shadow_store.h"
#include "shadow/topics.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The HTTP face of the service (shadow.md 12, 13), without HTTP: a request's words in, an answer's words out.
namespace greensward::shadow {

/// Views live for the call.
struct RestRequest
{
    std::string_view method; ///< "GET"
    std::string_view target; ///< path and query as they stand in the request line, percent-encoded
    ByteView body;
};

/// What the HTTP server sends, with content-type application/json and a request id of its own, once everything up to
/// waitsFor is committed (0: at once).
struct RestResponse
{
    int status = 200;
    std::string errorType; ///< value of x-amzn-ErrorType; empty when all is well
    std::string body;
    Ticket waitsFor = 0;
};

/// What a path of the service names. The names are decoded, not checked.
struct RestTarget
{
    bool list = false; ///< ListNamedShadowsForThing; otherwise a shadow
    std::string thing;
    std::optional<std::string> shadow; ///< ?name=
    std::optional<std::string> nextToken;
    std::optional<std::string> pageSize;
};

/// Nothing when the path is not one of the service, or cannot be decoded.
std::optional<RestTarget> parseTarget(std::string_view target);

} // namespace greensward::shadow
