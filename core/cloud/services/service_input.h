// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/api_error.h"

#include <boost/json/object.hpp>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace greensward::cloud {

/// The members of a call whose form is not REST, with AWS's own words for what does not fit: query protocols have
/// every value as a text, JSON protocols as it is. Members are named as in the model ("RoleName"). A view of the input.
class ServiceInput
{
public:
    /// error: "ValidationError", "InvalidParameterException".
    ServiceInput(const boost::json::object& members, std::string_view error) : m_members(members), m_error(error) {}

    std::optional<std::string> text(std::string_view member) const;
    bool flag(std::string_view member) const;
    const boost::json::object* object(std::string_view member) const;
    const boost::json::array* array(std::string_view member) const;

    /// Must be there, with at most that many characters.
    aws::ApiResult<std::string> required(std::string_view member, std::size_t longest) const;
    /// Must be there: letters, digits and _+=,.@-
    aws::ApiResult<std::string> name(std::string_view member, std::size_t longest) const;
    /// Nothing when it is not there.
    aws::ApiResult<std::optional<std::int64_t>> number(std::string_view member, std::int64_t least,
                                                       std::int64_t most) const;
    tl::unexpected<aws::ApiError> invalid(std::string message) const;

private:
    const boost::json::object& m_members;
    std::string_view m_error;
};

/// Of members that must be there, the first that is not; null when all are.
const aws::ApiError* firstFault(std::initializer_list<const aws::ApiResult<std::string>*> members);

} // namespace greensward::cloud
