// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shadow/rest.h"

#include <algorithm>

namespace greensward::shadow {

namespace {

std::optional<unsigned> hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f')
        return static_cast<unsigned>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F')
        return static_cast<unsigned>(c - 'A' + 10);
    return std::nullopt;
}

std::optional<std::string> percentDecoded(std::string_view text, bool plusIsSpace)
{
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded += plusIsSpace && text[i] == '+' ? ' ' : text[i];
            continue;
        }
        const auto high = i + 2 < text.size() ? hexDigit(text[i + 1]) : std::nullopt;
        const auto low = i + 2 < text.size() ? hexDigit(text[i + 2]) : std::nullopt;
        if (!high || !low)
            return std::nullopt;
        decoded += static_cast<char>(*high << 4 | *low);
        i += 2;
    }
    return decoded;
}

bool parseQuery(std::string_view query, RestTarget& target)
{
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), pair.size() + 1));
        const std::size_t equals = pair.find('=');
        const auto name = percentDecoded(pair.substr(0, equals), true);
        const auto value =
            percentDecoded(equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1), true);
        if (!name || !value)
            return false;
        if (*name == "name")
            target.shadow = *value;
        else if (*name == "nextToken")
            target.nextToken = *value;
        else if (*name == "pageSize")
            target.pageSize = *value;
    }
    return true;
}

} // namespace

std::optional<RestTarget> parseTarget(std::string_view target)
{
    constexpr std::string_view kThings = "/things/";
    constexpr std::string_view kShadow = "/shadow";
    constexpr std::string_view kList = "/api/things/shadow/ListNamedShadowsForThing/";
    const std::size_t mark = target.find('?');
    std::string_view path = target.substr(0, mark);
    RestTarget parsed;
    if (path.starts_with(kList)) {
        path.remove_prefix(kList.size());
        parsed.list = true;
    } else if (path.starts_with(kThings) && path.ends_with(kShadow) && path.size() >= kThings.size() + kShadow.size()) {
        path = path.substr(kThings.size(), path.size() - kThings.size() - kShadow.size());
    } else {
        return std::nullopt;
    }
    auto thing = path.find('/') == std::string_view::npos ? percentDecoded(path, false) : std::nullopt;
    if (!thing)
        return std::nullopt;
    parsed.thing = std::move(*thing);
    if (mark != std::string_view::npos && !parseQuery(target.substr(mark + 1), parsed))
        return std::nullopt;
    return parsed;
}

} // namespace greensward::shadow
