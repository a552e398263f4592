// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws/sigv4_sign.h"

#include "aws/amz_date.h"
#include "aws/canonical_request.h"
#include "aws/percent.h"
#include "aws/sigv4.h"

#include <algorithm>

namespace greensward::aws {

namespace {

void setField(Request& request, std::string_view name, std::string value)
{
    std::erase_if(request.fields, [&](const auto& field) { return equalIgnoringCase(field.first, name); });
    request.fields.emplace_back(name, std::move(value));
}

std::vector<std::string> namesToSign(const Request& request)
{
    std::vector<std::string> names;
    for (const auto& [field, value] : request.fields) {
        std::string name = field;
        std::ranges::transform(name, name.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        if (name == "host" || name == "content-type" || name == "range" || name.starts_with("x-amz-"))
            names.push_back(std::move(name));
    }
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

std::string signatureOf(const Request& request, const CanonicalForm& form, const Signing& signing, const Scope& scope)
{
    return signText(signingKey(signing.key.secretAccessKey, scope),
                    stringToSign(toAmzDate(signing.time), scope.text(), canonicalRequest(request, form)));
}

Scope scopeOf(const Signing& signing)
{
    return {signing.key.accessKeyId, toAmzDate(signing.time).substr(0, 8), signing.region, signing.service};
}

} // namespace

void signRequest(Request& request, const Signing& signing)
{
    const bool s3 = signing.service == "s3";
    const Scope scope = scopeOf(signing);
    setField(request, "X-Amz-Date", toAmzDate(signing.time));
    if (!signing.key.sessionToken.empty())
        setField(request, "X-Amz-Security-Token", signing.key.sessionToken);
    if (s3 && !request.has("x-amz-content-sha256"))
        setField(request, "x-amz-content-sha256", sha256Hex(request.body));
    const auto given = request.field("x-amz-content-sha256");
    const CanonicalForm form{.s3 = s3,
                             .signedHeaders = namesToSign(request),
                             .payloadHash = given.empty() ? sha256Hex(request.body) : std::string{given}};
    std::string names;
    for (const auto& name : form.signedHeaders)
        names += (names.empty() ? "" : ";") + name;
    const std::string signature = signatureOf(request, form, signing, scope);
    setField(request, "Authorization",
             "AWS4-HMAC-SHA256 Credential=" + scope.accessKeyId + '/' + scope.text() + ", SignedHeaders=" + names +
                 ", Signature=" + signature);
}

std::string presignedTarget(const Request& request, const Signing& signing, std::optional<long> expires,
                            TokenPlace place)
{
    const Scope scope = scopeOf(signing);
    const std::string token = signing.key.sessionToken.empty()
                                  ? std::string{}
                                  : "&X-Amz-Security-Token=" + percentEncode(signing.key.sessionToken);
    Request signedRequest{.method = request.method, .target = request.target, .fields = request.fields};
    std::string& target = signedRequest.target;
    target += target.find('?') == std::string::npos ? '?' : '&';
    target +=
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=" + percentEncode(scope.accessKeyId + '/' + scope.text()) +
        "&X-Amz-Date=" + toAmzDate(signing.time);
    if (expires)
        target += "&X-Amz-Expires=" + std::to_string(*expires);
    target += "&X-Amz-SignedHeaders=host";
    if (place == TokenPlace::Signed)
        target += token;
    const bool s3 = signing.service == "s3";
    const CanonicalForm form{
        .s3 = s3, .signedHeaders = {"host"}, .payloadHash = s3 ? "UNSIGNED-PAYLOAD" : sha256Hex(request.body)};
    const std::string signature = signatureOf(signedRequest, form, signing, scope);
    return target + "&X-Amz-Signature=" + signature + (place == TokenPlace::Appended ? token : std::string{});
}

} // namespace greensward::aws
