// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/occurrence.h"

#include <boost/json.hpp>

namespace greensward::doctor {

namespace json = boost::json;

std::string textOf(const json::object& object, std::string_view name)
{
    const json::value* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::string Occurrence::text(std::string_view name) const
{
    return textOf(evidence, name);
}

std::int64_t Occurrence::number(std::string_view name) const
{
    const json::value* value = evidence.if_contains(name);
    return value && value->is_int64() ? value->get_int64() : 0;
}

bool Occurrence::flag(std::string_view name) const
{
    const json::value* value = evidence.if_contains(name);
    return value && value->is_bool() && value->get_bool();
}

std::vector<std::string> Occurrence::texts(std::string_view name) const
{
    std::vector<std::string> out;
    if (const json::value* value = evidence.if_contains(name); value && value->is_array())
        for (const json::value& each : value->get_array())
            if (each.is_string())
                out.emplace_back(each.get_string());
    return out;
}

std::string joined(const std::vector<std::string>& texts, std::size_t most)
{
    std::string out;
    for (std::size_t i = 0; i < texts.size() && i < most; ++i)
        out += (i ? ", " : "") + texts[i];
    if (texts.size() > most)
        out += " … +" + std::to_string(texts.size() - most);
    return out;
}

std::string hostOf(std::string_view address)
{
    std::string_view host = address.substr(0, address.rfind(':'));
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    return std::string(host);
}

std::string discoveryKey(std::string_view caller)
{
    return "discover " + std::string(caller);
}

bool isOfCore(std::string_view origin)
{
    return origin.starts_with("core ");
}

Card cardOf(const Occurrence& seen, Code code, Confidence confidence, std::string key, Text sentence)
{
    return {.code = code,
            .confidence = confidence,
            .key = std::move(key),
            .sentence = std::move(sentence),
            .first = seen.event.time,
            .last = seen.event.time,
            .event = seen.event.cause != 0 ? seen.event.cause : seen.event.id,
            .journey = seen.event.journey};
}

} // namespace greensward::doctor
