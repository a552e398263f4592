// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws/http.h"

#include <algorithm>

namespace greensward::aws {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

bool equalIgnoringCase(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view fieldOf(const Fields& fields, std::string_view name)
{
    const auto at = std::ranges::find_if(fields, [&](const auto& f) { return equalIgnoringCase(f.first, name); });
    return at == fields.end() ? std::string_view{} : std::string_view{at->second};
}

bool hasField(const Fields& fields, std::string_view name)
{
    return std::ranges::any_of(fields, [&](const auto& f) { return equalIgnoringCase(f.first, name); });
}

std::string_view Request::path() const
{
    return std::string_view{target}.substr(0, target.find('?'));
}

std::string_view Request::query() const
{
    const auto at = target.find('?');
    return at == std::string::npos ? std::string_view{} : std::string_view{target}.substr(at + 1);
}

void Response::set(std::string_view name, std::string_view value)
{
    const auto at = std::ranges::find_if(fields, [&](const auto& f) { return equalIgnoringCase(f.first, name); });
    if (at == fields.end())
        fields.emplace_back(name, value);
    else
        at->second = value;
}

} // namespace greensward::aws
