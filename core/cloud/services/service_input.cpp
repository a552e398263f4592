// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/services/service_input.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <fmt/format.h>

namespace greensward::cloud {

namespace {

/// "RoleName" as messages have it: "roleName".
std::string lowered(std::string_view member)
{
    std::string text(member);
    if (!text.empty())
        text.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(text.front())));
    return text;
}

bool isNameCharacter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) || std::string_view("_+=,.@-").find(c) != std::string_view::npos;
}

} // namespace

tl::unexpected<aws::ApiError> ServiceInput::invalid(std::string message) const
{
    return aws::apiFailure(std::string(m_error), 400, std::move(message));
}

std::optional<std::string> ServiceInput::text(std::string_view member) const
{
    const auto* value = m_members.if_contains(member);
    return value && value->is_string() ? std::optional(std::string(value->get_string())) : std::nullopt;
}

bool ServiceInput::flag(std::string_view member) const
{
    const auto* value = m_members.if_contains(member);
    return value && (value->is_bool() ? value->get_bool() : value->is_string() && value->get_string() == "true");
}

const boost::json::object* ServiceInput::object(std::string_view member) const
{
    const auto* value = m_members.if_contains(member);
    return value ? value->if_object() : nullptr;
}

const boost::json::array* ServiceInput::array(std::string_view member) const
{
    const auto* value = m_members.if_contains(member);
    return value ? value->if_array() : nullptr;
}

aws::ApiResult<std::string> ServiceInput::required(std::string_view member, std::size_t longest) const
{
    auto value = text(member);
    if (!value || value->empty())
        return invalid(fmt::format("1 validation error detected: Value null at '{}' failed to satisfy constraint: "
                                   "Member must not be null",
                                   lowered(member)));
    if (value->size() > longest)
        return invalid(fmt::format("1 validation error detected: Value at '{}' failed to satisfy constraint: Member "
                                   "must have length less than or equal to {}",
                                   lowered(member), longest));
    return std::move(*value);
}

aws::ApiResult<std::string> ServiceInput::name(std::string_view member, std::size_t longest) const
{
    auto value = required(member, longest);
    if (value && !std::all_of(value->begin(), value->end(), isNameCharacter))
        return invalid(
            fmt::format("The specified value for {} is invalid. It must contain only alphanumeric characters "
                        "and/or the following: +=,.@_-",
                        lowered(member)));
    return value;
}

aws::ApiResult<std::optional<std::int64_t>> ServiceInput::number(std::string_view member, std::int64_t least,
                                                                 std::int64_t most) const
{
    const auto* value = m_members.if_contains(member);
    if (!value || value->is_null())
        return std::nullopt;
    std::int64_t number = 0;
    bool read = value->is_int64();
    if (read)
        number = value->get_int64();
    else if (const auto* text = value->if_string()) {
        const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
        read = error == std::errc() && end == text->data() + text->size();
    }
    if (read && number >= least && number <= most)
        return number;
    const std::string shown = value->is_string() ? std::string(value->get_string()) : std::to_string(number);
    return invalid(fmt::format("1 validation error detected: Value '{}' at '{}' failed to satisfy constraint: Member "
                               "must have value {} than or equal to {}",
                               shown, lowered(member), read && number > most ? "less" : "greater",
                               read && number > most ? most : least));
}

const aws::ApiError* firstFault(std::initializer_list<const aws::ApiResult<std::string>*> members)
{
    for (const auto* member : members)
        if (!*member)
            return &member->error();
    return nullptr;
}

} // namespace greensward::cloud
