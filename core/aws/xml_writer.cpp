// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws/xml_writer.h"

#include <boost/json/serialize.hpp>

namespace greensward::aws {

namespace json = boost::json;

std::string xmlEscape(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\r':
            out += "&#xD;";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t')
                out += "\xEF\xBF\xBD";
            else
                out += c;
        }
    }
    return out;
}

void writeXml(std::string& out, std::string_view name, const json::value& value, unsigned depth)
{
    constexpr unsigned kDeepest = 32;
    if (value.is_null() || depth > kDeepest)
        return;
    const auto element = [&out](std::string_view tag, const auto& inside) {
        out.append("<").append(tag).append(">");
        inside();
        out.append("</").append(tag).append(">");
    };
    if (name.ends_with("[]") && value.is_array()) {
        name.remove_suffix(2);
        for (const auto& item : value.get_array())
            writeXml(out, name, item, depth + 1);
        return;
    }
    const bool map = name.ends_with("{}") && value.is_object();
    if (map)
        name.remove_suffix(2);
    element(name, [&] {
        if (map) {
            for (const auto& pair : value.get_object())
                element("entry", [&] {
                    out.append("<key>").append(xmlEscape(pair.key())).append("</key>");
                    writeXml(out, "value", pair.value(), depth + 1);
                });
        } else if (const auto* object = value.if_object()) {
            for (const auto& pair : *object)
                writeXml(out, pair.key(), pair.value(), depth + 1);
        } else if (const auto* array = value.if_array()) {
            for (const auto& item : *array)
                writeXml(out, "member", item, depth + 1);
        } else if (const auto* text = value.if_string()) {
            out += xmlEscape(*text);
        } else {
            out += json::serialize(value);
        }
    });
}

} // namespace greensward::aws
