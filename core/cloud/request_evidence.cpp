// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/request_evidence.h"

#include "aws/amz_date.h"
#include "aws/arn.h"
#include "aws/percent.h"

#include <array>
#include <boost/json.hpp>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

/// Bodies are looked through no further.
constexpr std::size_t kLookedThrough = 16'384;

std::string_view nameOf(aws::SignatureRefusal::Reason reason)
{
    static constexpr std::array<std::string_view, 9> kNames{
        "missing", "incomplete",      "unknown-key", "wrong-token",  "expired-token",
        "expired", "from-the-future", "mismatch",    "body-mismatch"};
    static_assert(kNames.size() == static_cast<std::size_t>(aws::SignatureRefusal::Reason::BodyMismatch) + 1);
    return kNames[static_cast<std::size_t>(reason)];
}

std::int64_t secondsBetween(WallTime from, WallTime until)
{
    return std::chrono::duration_cast<std::chrono::seconds>(until - from).count();
}

/// The first ARN of IoT in the text that names another region.
std::optional<aws::Arn> otherArn(std::string_view text, const Account& account)
{
    constexpr std::string_view kBegin = "arn:aws:iot:";
    for (std::size_t at = text.find(kBegin); at != std::string_view::npos; at = text.find(kBegin, at + 1)) {
        const std::string_view rest = text.substr(at);
        auto arn = aws::Arn::parse(rest.substr(0, rest.find_first_of("\"'\\ ,?&")));
        if (arn && !arn->region.empty() && arn->region != "*" && arn->region != account.region)
            return arn;
    }
    return std::nullopt;
}

} // namespace

std::string signatureEvidence(const aws::Request& request, const aws::SignatureRefusal& refusal, WallTime now)
{
    json::object evidence{{"reason", nameOf(refusal.reason)},
                          {"host", request.field("Host")},
                          {"agent", request.field("User-Agent")},
                          {"now", aws::toIsoSeconds(now)}};
    if (const auto signature = aws::readSignature(request)) {
        evidence["key"] = signature->scope.accessKeyId;
        evidence["region"] = signature->scope.region;
        evidence["service"] = signature->scope.service;
        if (const auto date = aws::fromAmzDate(signature->date)) {
            evidence["signedAt"] = aws::toIsoSeconds(*date);
            evidence["skew"] = secondsBetween(now, *date);
        }
        evidence["presigned"] = signature->presigned;
        evidence["token"] = !signature->token.empty();
    }
    return json::serialize(evidence);
}

std::optional<std::string> signedElsewhere(const aws::Signature& signature, const Account& account)
{
    if (signature.scope.region == account.region)
        return std::nullopt;
    return json::serialize(json::object{
        {"region", signature.scope.region}, {"ours", account.region}, {"service", signature.scope.service}});
}

std::optional<std::string> arnElsewhere(const aws::Request& request, const Account& account)
{
    auto found = otherArn(aws::percentDecode(request.target), account);
    if (!found)
        found = otherArn(std::string_view(request.body).substr(0, kLookedThrough), account);
    if (!found)
        return std::nullopt;
    return json::serialize(json::object{
        {"region", found->region}, {"ours", account.region}, {"service", "iot"}, {"arn", found->text()}});
}

std::string temporaryKeyEvidence(const aws::Credential& credential, WallTime now)
{
    return json::serialize(json::object{{"key", credential.accessKeyId},
                                        {"expires", aws::toIsoSeconds(*credential.expires)},
                                        {"seconds", secondsBetween(now, *credential.expires)}});
}

} // namespace greensward::cloud
