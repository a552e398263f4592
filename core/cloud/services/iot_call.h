// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/api_error.h"
#include "aws/caller.h"
#include "aws/http.h"
#include "aws/uri_template.h"

#include <boost/json/object.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace greensward::cloud {

/// One call of a rest-json operation, taken apart: labels of its path, query, headers and JSON body. Members that an
/// operation does not know are ignored. Views live as long as the request.
struct ApiCall
{
    const aws::Request& request;
    const aws::Caller& caller;
    std::map<std::string, std::string, std::less<>> labels{}; ///< decoded
    std::map<std::string, std::string, std::less<>> query{};  ///< decoded; the first of a name
    boost::json::object body{};                               ///< empty without one

    const std::string& label(std::string_view name) const { return labels.find(name)->second; }
    /// Nothing when it is not there, or null.
    std::optional<std::string> text(std::string_view member) const;
    std::optional<bool> flag(std::string_view member) const;
    std::optional<std::int64_t> integer(std::string_view member) const;
    const boost::json::object* object(std::string_view member) const;
    std::optional<std::string> parameter(std::string_view name) const;
    std::optional<bool> parameterFlag(std::string_view name) const;
};

/// A call of a REST service: labels of the path (decoded), query and body. request and caller must outlive it.
ApiCall restCall(const aws::Request& request, const aws::Caller& caller,
                 const aws::UriTemplate::Labels& labels, boost::json::object body);

/// The members of a JSON body; nothing when it is none. An empty body has no members.
std::optional<boost::json::object> bodyOf(const aws::Request& request);

/// What an operation answers with: a JSON body, or none at all.
struct ApiAnswer
{
    boost::json::object body{};
    unsigned status = 200;
};

} // namespace greensward::cloud
