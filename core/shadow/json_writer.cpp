// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shadow/json_writer.h"

#include "shadow/json_reader.h"

#include <array>
#include <boost/json/parse.hpp>
#include <charconv>

namespace greensward::shadow {

namespace {

bool needsEscape(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

void appendEscape(std::string& out, char c)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    out += '\\';
    switch (c) {
    case '"':
    case '\\':
        out += c;
        break;
    case '\b':
        out += 'b';
        break;
    case '\f':
        out += 'f';
        break;
    case '\n':
        out += 'n';
        break;
    case '\r':
        out += 'r';
        break;
    case '\t':
        out += 't';
        break;
    default:
        out += "u00";
        out += kDigits[static_cast<unsigned char>(c) >> 4];
        out += kDigits[static_cast<unsigned char>(c) & 15];
    }
}

template<typename Each>
void appendMembers(std::string& out, const Node& node, const Each& each)
{
    const bool object = node.isObject();
    out += object ? '{' : '[';
    bool first = true;
    for (const Member& member : node.members) {
        if (!first)
            out += ',';
        first = false;
        if (object) {
            out += member.name;
            out += ':';
        }
        each(out, member.value);
    }
    out += object ? '}' : ']';
}

} // namespace

void appendEscaped(std::string& out, std::string_view text)
{
    std::size_t plain = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!needsEscape(text[i]))
            continue;
        out.append(text, plain, i - plain);
        appendEscape(out, text[i]);
        plain = i + 1;
    }
    out.append(text, plain);
}

std::string quoted(std::string_view text)
{
    std::string out = "\"";
    appendEscaped(out, text);
    out += '"';
    return out;
}

std::optional<std::string> unquoted(std::string_view quotedText)
{
    boost::json::error_code error;
    const boost::json::value value = boost::json::parse({quotedText.data(), quotedText.size()}, error);
    const boost::json::string* text = error ? nullptr : value.if_string();
    if (text == nullptr)
        return std::nullopt;
    return std::string(text->data(), text->size());
}

void appendNumber(std::string& out, std::int64_t number)
{
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

void appendValue(std::string& out, const Node& node)
{
    if (node.kind == NodeKind::Object || node.kind == NodeKind::Array)
        appendMembers(out, node, [](std::string& to, const Node& value) { appendValue(to, value); });
    else
        out += node.text;
}

void appendMetadata(std::string& out, const Node& node)
{
    if (node.kind == NodeKind::Object || node.kind == NodeKind::Array) {
        appendMembers(out, node, [](std::string& to, const Node& value) { appendMetadata(to, value); });
        return;
    }
    out += "{\"timestamp\":";
    appendNumber(out, node.timestamp);
    out += '}';
}

} // namespace greensward::shadow
