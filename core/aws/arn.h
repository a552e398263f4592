// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace greensward::aws {

/// arn:partition:service:region:account:resource. A plain value; parts are kept as written.
struct Arn
{
    std::string partition = "aws";
    std::string service;  ///< "iot"
    std::string region;   ///< empty for iam, s3
    std::string account;  ///< empty for s3
    std::string resource; ///< "thing/turbine-1", "function:blink:3"; may hold ':' and '/'

    /// Six parts, of which partition, service and resource are not empty; at most 2048 octets.
    static std::optional<Arn> parse(std::string_view text);
    std::string text() const;
    /// What stands before the first '/' or ':' of the resource: "thing"; empty without one.
    std::string_view type() const;
    /// What stands after it: "turbine-1"; the whole resource without one.
    std::string_view name() const;

    friend bool operator==(const Arn&, const Arn&) = default;
};

} // namespace greensward::aws
