// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws/amz_date.h"
#include "aws/canonical_request.h"
#include "aws/percent.h"
#include "aws/sigv4.h"
#include "aws/sigv4_hint.h"

#include <fmt/format.h>

namespace greensward::aws {

namespace {

using Reason = SignatureRefusal::Reason;

tl::unexpected<SignatureRefusal> refuse(Reason reason, std::string text, std::string explanation)
{
    return tl::unexpected(SignatureRefusal{reason, std::move(text), std::move(explanation)});
}

bool isHash(std::string_view text)
{
    return text.size() == 64 && text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

/// Nothing when it is in time.
std::optional<SignatureRefusal> checkTime(const Signature& signature, WallTime now, const SigV4Settings& settings)
{
    const auto date = *fromAmzDate(signature.date); // readSignature refused any other
    const auto nowText = toAmzDate(now);
    if (date > now + settings.skew)
        return SignatureRefusal{
            Reason::FromTheFuture,
            fmt::format("Signature not yet current: {} is still later than {} ({} + 5 min.)", signature.date,
                        toAmzDate(now + settings.skew), nowText),
            fmt::format("the client's clock is ahead: it signed at {}, here it is {}", signature.date, nowText)};
    const Duration life = !signature.presigned ? settings.skew
                          : signature.expires  ? Duration{std::chrono::seconds{*signature.expires}}
                                               : settings.unlimitedUrl;
    if (now <= date + life)
        return std::nullopt;
    return SignatureRefusal{
        Reason::Expired,
        fmt::format("Signature expired: {} is now earlier than {} ({} - {} min.)", signature.date,
                    toAmzDate(now - life), nowText, std::chrono::duration_cast<std::chrono::minutes>(life).count()),
        signature.presigned
            ? fmt::format("the URL was signed at {} and is over; here it is {}", signature.date, nowText)
            : fmt::format("the client's clock is behind, or the request was kept for long: it signed at "
                          "{}, here it is {}",
                          signature.date, nowText)};
}

std::string signedPayloadHash(const Request& request, const Signature& signature)
{
    if (const auto field = request.field("x-amz-content-sha256"); !field.empty())
        return std::string{field};
    if (signature.presigned && signature.scope.service == "s3")
        return queryValue(request.query(), "X-Amz-Content-Sha256").value_or("UNSIGNED-PAYLOAD");
    return sha256Hex(request.body);
}

} // namespace

Digest signingKey(std::string_view secret, const Scope& scope)
{
    Digest key = hmacSha256(asBytes("AWS4" + std::string{secret}), scope.day);
    for (const std::string_view part :
         {std::string_view{scope.region}, std::string_view{scope.service}, std::string_view{"aws4_request"}})
        key = hmacSha256(key, part);
    return key;
}

std::string signText(const Digest& key, std::string_view text)
{
    return toHex(hmacSha256(key, text));
}

tl::expected<VerifiedRequest, SignatureRefusal> verifySignature(const Request& request, const CredentialSource& keys,
                                                                WallTime now, const SigV4Settings& settings)
{
    auto read = readSignature(request);
    if (!read)
        return tl::unexpected(std::move(read.error()));
    Signature& signature = *read;
    const Credential* credential = keys.find(signature.scope.accessKeyId);
    if (!credential)
        return refuse(Reason::UnknownKey, {},
                      fmt::format("the client signed with the access key {}, which this workspace does not know",
                                  signature.scope.accessKeyId));
    if (!credential->sessionToken.empty() && !equalInConstantTime(credential->sessionToken, signature.token))
        return refuse(
            Reason::WrongToken, {},
            signature.token.empty()
                ? fmt::format("{} is a temporary key: its session token must come with the request, and it is "
                              "missing (AWS_SESSION_TOKEN)",
                              credential->accessKeyId)
                : fmt::format("the session token does not belong to the key {}", credential->accessKeyId));
    if (credential->sessionToken.empty() && !signature.token.empty())
        return refuse(Reason::WrongToken, {},
                      fmt::format("{} is a long-lived key, but the client sent a session token with it "
                                  "(an old AWS_SESSION_TOKEN?)",
                                  credential->accessKeyId));
    if (credential->expires && now >= *credential->expires)
        return refuse(Reason::ExpiredToken, {},
                      fmt::format("the temporary key {} expired at {}", credential->accessKeyId,
                                  toIsoSeconds(*credential->expires)));
    if (auto late = checkTime(signature, now, settings))
        return tl::unexpected(std::move(*late));

    const CanonicalForm form{.s3 = signature.scope.service == "s3",
                             .signedHeaders = signature.signedHeaders,
                             .payloadHash = signedPayloadHash(request, signature),
                             .leaveOut = {"X-Amz-Signature"}};
    const Digest key = signingKey(credential->secretAccessKey, signature.scope);
    const auto matches = [&](const std::string& canonical) {
        return equalInConstantTime(signText(key, stringToSign(signature.date, signature.scope.text(), canonical)),
                                   signature.signature);
    };
    const std::string canonical = canonicalRequest(request, form);
    bool believed = matches(canonical);
    if (!believed && signature.presigned && signature.scope.service == "iotdevicegateway") {
        CanonicalForm tokenAppended = form; // device SDKs of the first generation ("wire-protocols 3.3")
        tokenAppended.leaveOut.push_back("X-Amz-Security-Token");
        believed = matches(canonicalRequest(request, tokenAppended));
    }
    if (!believed)
        return tl::unexpected(
            SignatureRefusal{Reason::Mismatch, {}, mismatchHint(request, form, signature, matches), canonical});
    if (isHash(form.payloadHash) && request.has("x-amz-content-sha256") &&
        !(signature.presigned && request.body.empty()) && !equalIgnoringCase(form.payloadHash, sha256Hex(request.body)))
        return refuse(Reason::BodyMismatch, {},
                      "the body is not the one that was signed: its hash differs from "
                      "x-amz-content-sha256");
    VerifiedRequest verified{credential->caller, std::move(signature), key, form.payloadHash};
    verified.caller.accessKeyId = credential->accessKeyId;
    verified.caller.sourceIp = request.peer.address;
    return verified;
}

} // namespace greensward::aws
