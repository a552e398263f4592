// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/json_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

#include <boost/json.hpp>

namespace greensward::ui {

namespace json = boost::json;

namespace {

void append(std::string& out, const json::value& value)
{
    if (const auto* object = value.if_object()) {
        out += '{';
        bool first = true;
        for (const auto& pair : *object) {
            if (!std::exchange(first, false))
                out += ',';
            out += json::serialize(json::string(pair.key())) + ':';
            append(out, pair.value());
        }
        out += '}';
    } else if (const auto* array = value.if_array()) {
        out += '[';
        for (std::size_t at = 0; at < array->size(); ++at) {
            if (at > 0)
                out += ',';
            append(out, (*array)[at]);
        }
        out += ']';
    } else if (const double* number = value.if_double()) {
        std::array<char, 400> digits{};
        const double size = std::abs(*number);
        const bool plain = size == 0 || (size >= 1e-6 && size < 1e15);
        const auto end = plain ? std::to_chars(digits.begin(), digits.end(), *number, std::chars_format::fixed)
                               : std::to_chars(digits.begin(), digits.end(), *number);
        out.append(digits.data(), end.ptr);
    } else {
        out += json::serialize(value);
    }
}

} // namespace

QString jsonText(const json::value& value)
{
    std::string text;
    append(text, value);
    return QString::fromStdString(text);
}

} // namespace greensward::ui
