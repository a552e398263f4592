// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace greensward::aws {

/// What an AWS service answers instead of a result. The wire form of each protocol is made by answer.h.
struct ApiError
{
    std::string code;      ///< "ResourceNotFoundException"
    unsigned status = 400; ///< HTTP status
    std::string message{}; ///< the text that the client shows
    /// Further members of the error body, e.g. resourceId and resourceArn of ResourceAlreadyExistsException.
    boost::json::object members{};
    /// Why, in words for the people at this machine; recorded, never sent to the client.
    std::string explanation{};
};

/// A value, or the error that the client is answered with.
template<typename T>
using ApiResult = tl::expected<T, ApiError>;

/// Shorthand: `return apiFailure("ResourceNotFoundException", 404, "The thing turbine-1 does not exist")`.
inline tl::unexpected<ApiError> apiFailure(std::string code, unsigned status, std::string message)
{
    return tl::unexpected<ApiError>(ApiError{.code = std::move(code), .status = status, .message = std::move(message)});
}

} // namespace greensward::aws
