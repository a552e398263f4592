// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws/percent.h"

namespace greensward::aws {

namespace {

int digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool unreserved(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.' || c == '~';
}

/// False when an escape was broken and `strict`.
bool decodeInto(std::string& out, std::string_view text, Plus plus, bool strict)
{
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            const int high = i + 2 < text.size() ? digit(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? digit(text[i + 2]) : -1;
            if (high >= 0 && low >= 0) {
                out += static_cast<char>(high * 16 + low);
                i += 2;
                continue;
            }
            if (strict)
                return false;
        }
        out += text[i] == '+' && plus == Plus::IsSpace ? ' ' : text[i];
    }
    return true;
}

} // namespace

std::string percentEncode(std::string_view text, Slash slash)
{
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    out.reserve(text.size() + 8);
    for (const char c : text) {
        if (unreserved(c) || (c == '/' && slash == Slash::Keep)) {
            out += c;
            continue;
        }
        const auto octet = static_cast<unsigned char>(c);
        out += '%';
        out += kDigits[octet >> 4];
        out += kDigits[octet & 15];
    }
    return out;
}

std::string percentDecode(std::string_view text, Plus plus)
{
    std::string out;
    decodeInto(out, text, plus, false);
    return out;
}

std::optional<std::string> percentDecodeStrictly(std::string_view text, Plus plus)
{
    std::string out;
    if (!decodeInto(out, text, plus, true))
        return std::nullopt;
    return out;
}

std::vector<std::pair<std::string, std::string>> splitQuery(std::string_view query, Plus plus)
{
    std::vector<std::pair<std::string, std::string>> pieces;
    while (!query.empty()) {
        const auto end = query.find('&');
        const auto piece = query.substr(0, end);
        query = end == std::string_view::npos ? std::string_view{} : query.substr(end + 1);
        if (piece.empty())
            continue;
        const auto equals = piece.find('=');
        pieces.emplace_back(percentDecode(piece.substr(0, equals), plus),
                            equals == std::string_view::npos ? std::string{}
                                                             : percentDecode(piece.substr(equals + 1), plus));
    }
    return pieces;
}

std::optional<std::string> queryValue(std::string_view query, std::string_view name, Plus plus)
{
    for (auto& [key, value] : splitQuery(query, plus))
        if (key == name)
            return std::move(value);
    return std::nullopt;
}

} // namespace greensward::aws
