// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shadow/settings.h"

#include <cstddef>
#include <string>
#include <string_view>

/// Why a request was refused, in the service's own words (shadow.md 10 and 12).
namespace greensward::shadow {

struct Rejection
{
    int code = 500;
    std::string message;
    std::string token; ///< client token as written in JSON, with quotes; empty when not known
};

namespace rejections {
Rejection badJson(const Settings& settings);
Rejection badEncoding();
Rejection tooDeep(const Settings& settings);
Rejection badToken();
Rejection noSuchShadow(std::string_view thing, std::string_view shadow, const Settings& settings);
Rejection versionConflict();
Rejection tooLarge(std::size_t size, const Settings& settings);
Rejection tooManyRequests();
Rejection unavailable();                ///< REST only
Rejection invalid(std::string message); ///< 400 with this text
} // namespace rejections

/// Value of x-amzn-ErrorType: "InvalidRequestException" for 400 and so on.
std::string_view exceptionName(int code);

/// The body of a rejected message.
std::string rejectedBody(const Rejection& rejection, std::int64_t timestamp, const Settings& settings);

} // namespace greensward::shadow
