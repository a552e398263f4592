// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shadow/json_reader.h"
#include "shadow/rejection.h"

#include <cstdint>
#include <optional>
#include <string>

namespace greensward::shadow {

/// The document of an update request that has passed every check which the stored document is not needed for.
struct UpdateRequest
{
    Node state;                          ///< null or an object, as sent
    std::string token;                   ///< as written in JSON, with quotes; empty without one
    std::optional<std::int64_t> version; ///< as demanded; beyond 2^63 - 1 it is that

    /// What is said of a section; null when nothing is.
    Node* desired() { return state.find("\"desired\""); }
    Node* reported() { return state.find("\"reported\""); }
};

/// Steps 3 to 13 of shadow.md 3, in that order; first failure wins. Leaves get timestamp (s) and writer.
Result<UpdateRequest, Rejection> parseUpdate(JsonReader& reader, ByteView payload, const Settings& settings,
                                             std::int64_t timestamp, std::uint32_t writer);

/// The client token in the payload of a get or delete, as written in JSON; empty when there is none (shadow.md 2.1,
/// 11).
Result<std::string, Rejection> parseToken(JsonReader& reader, ByteView payload, const Settings& settings);

} // namespace greensward::shadow
