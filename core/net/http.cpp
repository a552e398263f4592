// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http.h"

#include "net/http_text.h"

#include <algorithm>

namespace greensward::net {

bool sameWord(std::string_view a, std::string_view b)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

std::vector<std::string_view> listItems(std::string_view value)
{
    std::vector<std::string_view> items;
    while (!value.empty()) {
        const auto comma = std::min(value.find(','), value.size());
        auto item = value.substr(0, comma);
        value.remove_prefix(std::min(comma + 1, value.size()));
        while (!item.empty() && (item.front() == ' ' || item.front() == '\t'))
            item.remove_prefix(1);
        while (!item.empty() && (item.back() == ' ' || item.back() == '\t'))
            item.remove_suffix(1);
        if (!item.empty())
            items.push_back(item);
    }
    return items;
}

bool listHolds(std::string_view value, std::string_view word)
{
    const auto items = listItems(value);
    return std::any_of(items.begin(), items.end(), [&](std::string_view item) { return sameWord(item, word); });
}

std::string_view HttpRequest::field(std::string_view name) const
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const auto& one) { return sameWord(one.first, name); });
    return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

} // namespace greensward::net
