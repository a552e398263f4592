// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/api_error.h"
#include "base/clock.h"
#include "cloud/services/iot_call.h"
#include "cloud/things.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::cloud {

/// What a name may be: characters and length.
enum class NameRule {
    Thing,      ///< [a-zA-Z0-9:_-]+, 128; types and groups, too
    Policy,     ///< [\w+=,.@-]+, 128
    Certificate ///< (0x)?[a-fA-F0-9]+, 64
};

/// AWS's own ValidationException text names the member.
aws::ApiResult<void> checkName(std::string_view member, std::string_view value, NameRule rule);
/// "attributes" of the body's attributePayload.
aws::ApiResult<Attributes> attributesFrom(const boost::json::object* payload);
/// A member that must be there.
aws::ApiResult<std::string> required(const ApiCall& call, std::string_view member);
aws::ApiResult<std::string> requiredHeader(const ApiCall& call, std::string_view name);
/// Seconds since 1970 with a fraction, as the API tells times.
double epoch(WallTime time);

/// A page of a list: what stands behind the token, and the token of the rest.
struct Page
{
    std::size_t begin = 0;
    std::size_t end = 0;
    std::optional<std::string> next;
};
/// tokenName, sizeName: "nextToken" and "maxResults", or "marker" and "pageSize".
aws::ApiResult<Page> pageOf(const ApiCall& call, std::string_view tokenName, std::string_view sizeName,
                            std::size_t count, std::size_t usual = 25);

} // namespace greensward::cloud
