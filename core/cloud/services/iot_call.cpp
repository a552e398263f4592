// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/services/iot_call.h"

#include "aws/percent.h"

#include <boost/json.hpp>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

/// Deeper than any body of the control plane.
constexpr std::size_t kDeepestBody = 32;

std::optional<bool> flagOf(std::string_view text)
{
    if (text == "true")
        return true;
    if (text == "false")
        return false;
    return std::nullopt;
}

} // namespace

std::optional<std::string> ApiCall::text(std::string_view member) const
{
    const auto* value = body.if_contains(member);
    return value && value->is_string() ? std::optional(std::string(value->get_string())) : std::nullopt;
}

std::optional<bool> ApiCall::flag(std::string_view member) const
{
    const auto* value = body.if_contains(member);
    return value && value->is_bool() ? std::optional(value->get_bool()) : std::nullopt;
}

std::optional<std::int64_t> ApiCall::integer(std::string_view member) const
{
    const auto* value = body.if_contains(member);
    return value && value->is_int64() ? std::optional(value->get_int64()) : std::nullopt;
}

const boost::json::object* ApiCall::object(std::string_view member) const
{
    const auto* value = body.if_contains(member);
    return value ? value->if_object() : nullptr;
}

std::optional<std::string> ApiCall::parameter(std::string_view name) const
{
    const auto found = query.find(name);
    return found == query.end() ? std::nullopt : std::optional(found->second);
}

std::optional<bool> ApiCall::parameterFlag(std::string_view name) const
{
    const auto found = query.find(name);
    return found == query.end() ? std::nullopt : flagOf(found->second);
}

ApiCall restCall(const aws::Request& request, const aws::Caller& caller, const aws::UriTemplate::Labels& labels,
                 boost::json::object body)
{
    ApiCall call{.request = request, .caller = caller, .body = std::move(body)};
    for (const auto& [label, value] : labels)
        call.labels.emplace(label, value);
    for (auto& [parameter, value] : aws::splitQuery(request.query(), aws::Plus::IsSpace))
        call.query.emplace(std::move(parameter), std::move(value));
    return call;
}

std::optional<json::object> bodyOf(const aws::Request& request)
{
    if (request.body.empty())
        return json::object{};
    boost::system::error_code error;
    json::parse_options options;
    options.max_depth = kDeepestBody;
    json::value value = json::parse(request.body, error, {}, options);
    if (error || !value.is_object())
        return std::nullopt;
    return std::move(value.get_object());
}

} // namespace greensward::cloud
