// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws/amz_date.h"
#include "aws/canonical_request.h"
#include "aws/percent.h"
#include "aws/sigv4.h"
#include "one_key.h"

#include <boost/json.hpp>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

// Requests as unmodified clients sent them: each must be believed, and not one octet of it may change.
using namespace greensward;
using namespace greensward::aws;

namespace {

using Reason = SignatureRefusal::Reason;

const boost::json::array& vectors()
{
    static const auto all = [] {
        std::ifstream file(testing::internal::GetArgvs().at(1));
        std::stringstream text;
        text << file.rdbuf();
        return boost::json::parse(text.str()).as_array();
    }();
    return all;
}

std::string textOf(const boost::json::value& object, std::string_view key)
{
    return std::string{object.at(key).as_string()};
}

Request requestOf(const boost::json::value& vector)
{
    Request request{.method = textOf(vector, "method"), .target = textOf(vector, "target")};
    for (const auto& field : vector.at("headers").as_array())
        request.fields.emplace_back(field.at(0).as_string(), field.at(1).as_string());
    request.body = fromBase64(textOf(vector, "body_b64")).value();
    return request;
}

/// The source that the client of the vector was given.
OneKey keyOf(const boost::json::value& vector, const Request& request)
{
    const auto signature = readSignature(request).value();
    return OneKey{{.accessKeyId = signature.scope.accessKeyId,
                   .secretAccessKey = textOf(vector, "secret"),
                   .sessionToken = signature.token}};
}

WallTime dateOf(const Request& request)
{
    return fromAmzDate(readSignature(request).value().date).value();
}

/// The TLS uploads to S3 were recorded without their bodies.
bool bodyWasLeftOut(const Request& request)
{
    const auto hash = request.field("x-amz-content-sha256");
    return request.body.empty() && hash.size() == 64 && hash != sha256Hex("");
}

Request createThing()
{
    return requestOf(vectors().at(0));
}

SignatureRefusal refusalOf(const Request& request, const CredentialSource& keys, WallTime now)
{
    auto verified = verifySignature(request, keys, now);
    EXPECT_FALSE(verified.has_value());
    return verified ? SignatureRefusal{} : verified.error();
}

TEST(SigV4, everyRecordedRequestIsBelieved)
{
    ASSERT_EQ(vectors().size(), 148u);
    for (const auto& vector : vectors()) {
        const auto request = requestOf(vector);
        const auto verified = verifySignature(request, keyOf(vector, request), dateOf(request));
        if (bodyWasLeftOut(request)) {
            ASSERT_FALSE(verified) << vector.at("name");
            EXPECT_EQ(verified.error().reason, Reason::BodyMismatch) << vector.at("name");
            continue;
        }
        ASSERT_TRUE(verified) << vector.at("name") << ": " << verified.error().explanation;
    }
}

TEST(SigV4, canonicalRequestsAreThoseOfTheRecording)
{
    for (const auto& vector : vectors()) {
        const auto request = requestOf(vector);
        auto keys = keyOf(vector, request);
        keys.m_key.secretAccessKey += "x";
        const auto refusal = refusalOf(request, keys, dateOf(request));
        const auto wanted = textOf(vector, "canonical_request");
        if (request.target.starts_with("/mqtt") && refusal.canonicalRequest != wanted) // token appended, or dropped
            EXPECT_NE(request.target.find("X-Amz-Security-Token"), std::string::npos) << vector.at("name");
        else
            EXPECT_EQ(refusal.canonicalRequest, wanted) << vector.at("name");
        EXPECT_EQ(refusal.reason, Reason::Mismatch);
    }
}

TEST(SigV4, aChangedPathOrBodyIsNotBelieved)
{
    for (const auto& vector : vectors()) {
        auto request = requestOf(vector);
        const auto keys = keyOf(vector, request);
        const auto now = dateOf(request);
        auto moved = request;
        moved.target.insert(1, "x");
        EXPECT_EQ(refusalOf(moved, keys, now).reason, Reason::Mismatch) << vector.at("name");
        const auto hash = request.field("x-amz-content-sha256");
        if (hash.starts_with("UNSIGNED") || hash.starts_with("STREAMING"))
            continue;
        if (readSignature(request)->presigned && readSignature(request)->scope.service == "s3")
            continue;
        request.body += ' ';
        EXPECT_FALSE(verifySignature(request, keys, now)) << vector.at("name");
    }
}

TEST(SigV4, refusalsHaveTheNameOfEachFamily)
{
    const auto request = createThing();
    const auto keys = keyOf(vectors().at(0), request);
    const auto now = dateOf(request);
    OneKey stranger{{.accessKeyId = "AKIAOTHER", .secretAccessKey = "x"}};
    auto wrong = keys;
    wrong.m_key.secretAccessKey = "wrong";
    auto over = keys;
    over.m_key.expires = now;
    Request bare{.method = "GET", .target = "/things"};
    Request broken = createThing();
    broken.fields.back().second = "AWS4-HMAC-SHA256 Credential=nonsense";
    struct Row
    {
        Request request;
        const CredentialSource& keys;
        WallTime now;
        std::string_view query, json, s3;
    };
    const Row rows[] = {
        {request, stranger, now, "InvalidClientTokenId", "UnrecognizedClientException", "InvalidAccessKeyId"},
        {request, wrong, now, "SignatureDoesNotMatch", "InvalidSignatureException", "SignatureDoesNotMatch"},
        {request, over, now, "ExpiredToken", "ExpiredTokenException", "ExpiredToken"},
        {bare, keys, now, "MissingAuthenticationToken", "MissingAuthenticationTokenException", "AccessDenied"},
        {broken, keys, now, "IncompleteSignature", "IncompleteSignatureException", "AuthorizationHeaderMalformed"},
        {request, keys, now + std::chrono::minutes{6}, "SignatureDoesNotMatch", "InvalidSignatureException",
         "AccessDenied"},
        {request, keys, now - std::chrono::minutes{6}, "SignatureDoesNotMatch", "InvalidSignatureException",
         "RequestTimeTooSkewed"},
    };
    for (const auto& row : rows) {
        const auto refusal = refusalOf(row.request, row.keys, row.now);
        EXPECT_EQ(refusalError(refusal, ErrorFamily::Query).code, row.query) << refusal.explanation;
        EXPECT_EQ(refusalError(refusal, ErrorFamily::Json).code, row.json);
        EXPECT_EQ(refusalError(refusal, ErrorFamily::Rest).code, row.json);
        EXPECT_EQ(refusalError(refusal, ErrorFamily::S3).code, row.s3);
        EXPECT_FALSE(refusal.explanation.empty());
    }
}

TEST(SigV4, fourMinutesOffAreForgiven)
{
    const auto request = createThing();
    const auto keys = keyOf(vectors().at(0), request);
    EXPECT_TRUE(verifySignature(request, keys, dateOf(request) + std::chrono::minutes{4}));
    EXPECT_TRUE(verifySignature(request, keys, dateOf(request) - std::chrono::minutes{4}));
}

TEST(SigV4, temporaryKeysNeedTheirToken)
{
    const auto request = createThing();
    auto keys = keyOf(vectors().at(0), request);
    keys.m_key.sessionToken = "token";
    const auto refusal = refusalOf(request, keys, dateOf(request));
    EXPECT_EQ(refusal.reason, Reason::WrongToken);
    EXPECT_NE(refusal.explanation.find("AWS_SESSION_TOKEN"), std::string::npos);
}

TEST(SigV4, aRewrittenHostIsNamed)
{
    auto request = createThing();
    const auto keys = keyOf(vectors().at(0), request);
    request.fields.front().second = "localhost:4600";
    const auto refusal = refusalOf(request, keys, dateOf(request));
    EXPECT_TRUE(
        refusal.explanation.starts_with("the client signed host 127.0.0.1:4600, the request says localhost:4600"))
        << refusal.explanation;
}

TEST(SigV4, aSignatureWithoutHostIsRefused)
{
    auto request = createThing();
    auto& authorization = request.fields.back().second;
    authorization.replace(authorization.find(";host"), 5, "");
    EXPECT_EQ(refusalOf(request, keyOf(vectors().at(0), createThing()), dateOf(createThing())).reason,
              Reason::Incomplete);
}

TEST(CanonicalPath, followsTheRules)
{
    const std::tuple<std::string_view, bool, std::string_view> rows[] = {
        {"", false, "/"},
        {"/", false, "/"},
        {"//a//b/", false, "/a/b/"},
        {"/a/./b/../c", false, "/a/c"},
        {"/a%2Fb", false, "/a%252Fb"},
        {"/..", false, "/"},
        {"/a/..", false, "/"},
        {"/a b", false, "/a%20b"},
        {"//a/../b", true, "//a/../b"},
        {"/a%2fb", true, "/a/b"},
        {"/t$x", true, "/t%24x"},
    };
    for (const auto& [raw, s3, wanted] : rows)
        EXPECT_EQ(canonicalPath(raw, s3), wanted) << raw;
}

TEST(CanonicalQuery, isSortedAndEncodedStrictly)
{
    EXPECT_EQ(canonicalQuery("b=2&a=1&lifecycle&a=%2f", {}), "a=%2F&a=1&b=2&lifecycle=");
    EXPECT_EQ(canonicalQuery("a=x+y&X-Amz-Signature=z", {"X-Amz-Signature"}), "a=x%2By");
    EXPECT_EQ(canonicalQuery("a=%zz", {}), "a=%25zz");
}

TEST(AmzDate, isExact)
{
    EXPECT_EQ(toAmzDate(fromAmzDate("20160229T235959Z").value()), "20160229T235959Z");
    for (const auto* wrong : {"", "20170229T000000Z", "20161301T000000Z", "20160101T240000Z", "20160101T000000",
                              "2016010aT000000Z", "20160101T000000Z "})
        EXPECT_FALSE(fromAmzDate(wrong)) << wrong;
    EXPECT_EQ(fromHttpDate("Sun, 22 Nov 2026 20:00:09 GMT"), fromAmzDate("20261122T200009Z"));
    EXPECT_EQ(fromIso8601("2026-11-22T21:00:09.5+01:00"),
              *fromAmzDate("20261122T200009Z") + std::chrono::milliseconds{500});
    EXPECT_FALSE(fromIso8601("yesterday"));
}

} // namespace
