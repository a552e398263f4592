// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws/arn.h"

#include <array>

namespace greensward::aws {

std::optional<Arn> Arn::parse(std::string_view text)
{
    constexpr std::size_t kLongest = 2048;
    if (text.size() > kLongest)
        return std::nullopt;
    std::array<std::string_view, 5> parts;
    for (auto& part : parts) {
        const auto colon = text.find(':');
        if (colon == std::string_view::npos)
            return std::nullopt;
        part = text.substr(0, colon);
        text.remove_prefix(colon + 1);
    }
    if (parts[0] != "arn" || parts[1].empty() || parts[2].empty() || text.empty())
        return std::nullopt;
    return Arn{std::string{parts[1]}, std::string{parts[2]}, std::string{parts[3]}, std::string{parts[4]},
               std::string{text}};
}

std::string Arn::text() const
{
    return "arn:" + partition + ':' + service + ':' + region + ':' + account + ':' + resource;
}

std::string_view Arn::type() const
{
    const auto at = resource.find_first_of("/:");
    return at == std::string::npos ? std::string_view{} : std::string_view{resource}.substr(0, at);
}

std::string_view Arn::name() const
{
    const auto at = resource.find_first_of("/:");
    return at == std::string::npos ? std::string_view{resource} : std::string_view{resource}.substr(at + 1);
}

} // namespace greensward::aws
