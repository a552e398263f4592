// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/identity_tokens.h"

#include "aws/digest.h"

#include <algorithm>
#include <boost/json.hpp>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::size_t kLongestToken = 8192;

std::string toBase64Url(ByteView bytes)
{
    std::string text = aws::toBase64(bytes);
    text.erase(std::find(text.begin(), text.end(), '='), text.end());
    std::replace(text.begin(), text.end(), '+', '-');
    std::replace(text.begin(), text.end(), '/', '_');
    return text;
}

std::optional<std::string> fromBase64Url(std::string_view part)
{
    std::string text(part);
    std::replace(text.begin(), text.end(), '-', '+');
    std::replace(text.begin(), text.end(), '_', '/');
    return aws::fromBase64(text);
}

std::int64_t seconds(WallTime time)
{
    return std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
}

std::string textOf(const json::object& claims, std::string_view name)
{
    const auto* value = claims.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

WallTime timeOf(const json::object& claims, std::string_view name)
{
    const auto* value = claims.if_contains(name);
    return WallTime{std::chrono::seconds(value && value->is_int64() ? value->get_int64() : 0)};
}

} // namespace

IdentityTokens::IdentityTokens(const Clock& clock, const aws::OctetSource& octets) : m_clock(clock)
{
    octets(m_secret);
}

std::string IdentityTokens::issue(IdentityClaims claims, std::chrono::seconds lasts) const
{
    const json::object header{{"typ", "JWT"}, {"alg", "HS256"}};
    const json::object body{{"sub", claims.identity},
                            {"aud", claims.pool},
                            {"amr", json::array(claims.methods.begin(), claims.methods.end())},
                            {"iss", kIssuer},
                            {"iat", seconds(m_clock.wall())},
                            {"exp", seconds(m_clock.wall() + lasts)}};
    const std::string text =
        toBase64Url(asBytes(json::serialize(header))) + '.' + toBase64Url(asBytes(json::serialize(body)));
    return text + '.' + toBase64Url(aws::hmacSha256(m_secret, text));
}

tl::expected<IdentityClaims, IdentityTokens::Flaw> IdentityTokens::check(std::string_view token) const
{
    const std::size_t first = token.find('.');
    const std::size_t last = token.rfind('.');
    if (token.size() > kLongestToken || first == std::string_view::npos || first == last)
        return tl::unexpected(Flaw::Malformed);
    if (!aws::equalInConstantTime(token.substr(last + 1),
                                  toBase64Url(aws::hmacSha256(m_secret, token.substr(0, last)))))
        return tl::unexpected(Flaw::Forged);
    // Ours, so it is well-formed.
    const auto body = fromBase64Url(token.substr(first + 1, last - first - 1));
    boost::system::error_code error;
    const json::value parsed = json::parse(body.value_or(""), error);
    if (error || !parsed.is_object())
        return tl::unexpected(Flaw::Malformed);
    const json::object& claims = parsed.get_object();
    IdentityClaims read{.identity = textOf(claims, "sub"),
                        .pool = textOf(claims, "aud"),
                        .methods = {},
                        .issued = timeOf(claims, "iat"),
                        .expires = timeOf(claims, "exp")};
    if (const auto* methods = claims.if_contains("amr"); methods && methods->is_array())
        for (const json::value& method : methods->get_array())
            if (method.is_string())
                read.methods.emplace_back(method.get_string());
    if (m_clock.wall() >= read.expires)
        return tl::unexpected(Flaw::Expired);
    return read;
}

} // namespace greensward::cloud
