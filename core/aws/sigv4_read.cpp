// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws/amz_date.h"
#include "aws/percent.h"
#include "aws/sigv4.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace greensward::aws {

namespace {

using Reason = SignatureRefusal::Reason;
constexpr std::string_view kAlgorithm = "AWS4-HMAC-SHA256";
constexpr std::size_t kMostSignedHeaders = 100;

tl::unexpected<SignatureRefusal> incomplete(std::string text)
{
    std::string explanation = "the signature of the request is incomplete: " + text;
    return tl::unexpected(SignatureRefusal{Reason::Incomplete, std::move(text), std::move(explanation)});
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

/// Empty when there are too many names or an empty one.
std::vector<std::string> splitNames(std::string_view list)
{
    std::vector<std::string> names;
    while (true) {
        const auto end = list.find(';');
        if (list.substr(0, end).empty() || names.size() == kMostSignedHeaders)
            return {};
        names.emplace_back(list.substr(0, end));
        std::ranges::transform(names.back(), names.back().begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        if (end == std::string_view::npos)
            return names;
        list.remove_prefix(end + 1);
    }
}

tl::expected<Signature, SignatureRefusal> finish(Signature signature, std::string_view credential,
                                                 std::string_view names)
{
    const auto scope = Scope::parse(credential);
    if (!scope)
        return incomplete("Credential must have exactly 5 slash-delimited elements, e.g. "
                          "keyid/date/region/service/term, got '" +
                          std::string{credential} + "'");
    signature.scope = *scope;
    signature.signedHeaders = splitNames(names);
    if (signature.signedHeaders.empty())
        return incomplete("SignedHeaders must be a list of header names separated by ';'");
    if (std::ranges::find(signature.signedHeaders, "host") == signature.signedHeaders.end())
        return incomplete("'Host' must be a 'SignedHeader' in the AWS Authorization");
    if (signature.signature.size() != 64)
        return incomplete("Signature must be 64 hexadecimal digits");
    if (!fromAmzDate(signature.date))
        return incomplete("Date must be in ISO-8601 'basic format'. Got '" + signature.date + "'");
    if (!signature.date.starts_with(signature.scope.day))
        return incomplete(
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '" +
            signature.scope.day + "' != '" + signature.date.substr(0, 8) + "'");
    return signature;
}

tl::expected<Signature, SignatureRefusal> readField(const Request& request, std::string_view authorization)
{
    std::string_view credential, names;
    Signature signature;
    std::string_view rest = trimmed(authorization.substr(kAlgorithm.size()));
    while (!rest.empty()) {
        const auto comma = rest.find(',');
        const auto part = trimmed(rest.substr(0, comma));
        rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
        if (part.starts_with("Credential="))
            credential = part.substr(11);
        else if (part.starts_with("SignedHeaders="))
            names = part.substr(14);
        else if (part.starts_with("Signature="))
            signature.signature = part.substr(10);
    }
    if (credential.empty())
        return incomplete("Authorization header requires 'Credential' parameter");
    if (signature.signature.empty())
        return incomplete("Authorization header requires 'Signature' parameter");
    if (names.empty())
        return incomplete("Authorization header requires 'SignedHeaders' parameter");
    signature.date = request.field("x-amz-date");
    if (signature.date.empty()) {
        const auto date = request.field("date");
        if (date.empty())
            return incomplete("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header");
        const auto time = fromHttpDate(date);
        signature.date = time ? toAmzDate(*time) : std::string{date};
    }
    signature.token = request.field("x-amz-security-token");
    return finish(std::move(signature), credential, names);
}

tl::expected<Signature, SignatureRefusal> readQuery(const Request& request)
{
    std::string credential, names, algorithm, expires;
    Signature signature;
    signature.presigned = true;
    signature.token = request.field("x-amz-security-token");
    const std::array<std::pair<std::string_view, std::string*>, 7> wanted{{{"X-Amz-Algorithm", &algorithm},
                                                                           {"X-Amz-Credential", &credential},
                                                                           {"X-Amz-Date", &signature.date},
                                                                           {"X-Amz-Expires", &expires},
                                                                           {"X-Amz-SignedHeaders", &names},
                                                                           {"X-Amz-Security-Token", &signature.token},
                                                                           {"X-Amz-Signature", &signature.signature}}};
    for (auto& [name, value] : splitQuery(request.query(), Plus::IsPlus))
        for (const auto& [key, place] : wanted)
            if (key == name)
                *place = std::move(value);
    if (algorithm != kAlgorithm)
        return incomplete("X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256\"");
    if (!expires.empty()) {
        long seconds = 0;
        const auto [end, error] = std::from_chars(expires.data(), expires.data() + expires.size(), seconds);
        if (error != std::errc{} || end != expires.data() + expires.size() || seconds < 0 || seconds > 604'800)
            return incomplete("X-Amz-Expires must be a number of seconds, at most 604800");
        signature.expires = seconds;
    }
    return finish(std::move(signature), credential, names);
}

} // namespace

std::optional<Scope> Scope::parse(std::string_view credential)
{
    // From the end: what is before the last four parts is the key, whatever it holds.
    std::array<std::string_view, 4> parts; // day, region, service, terminator
    for (std::size_t i = parts.size(); i-- > 0;) {
        const auto slash = credential.rfind('/');
        if (slash == std::string_view::npos)
            return std::nullopt;
        parts[i] = credential.substr(slash + 1);
        credential = credential.substr(0, slash);
    }
    if (credential.empty() || parts[0].size() != 8 || parts[1].empty() || parts[2].empty() ||
        parts[3] != "aws4_request")
        return std::nullopt;
    return Scope{std::string{credential}, std::string{parts[0]}, std::string{parts[1]}, std::string{parts[2]}};
}

std::string Scope::text() const
{
    return day + '/' + region + '/' + service + "/aws4_request";
}

tl::expected<Signature, SignatureRefusal> readSignature(const Request& request)
{
    const auto authorization = trimmed(request.field("authorization"));
    if (authorization.starts_with(kAlgorithm))
        return readField(request, authorization);
    if (queryValue(request.query(), "X-Amz-Algorithm"))
        return readQuery(request);
    if (!authorization.empty())
        return incomplete("the Authorization header is not of the form 'AWS4-HMAC-SHA256 Credential=…'");
    return tl::unexpected(
        SignatureRefusal{Reason::Missing,
                         {},
                         "the request carries no signature: the client has no credentials, or was told not to sign"});
}

} // namespace greensward::aws
