// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws/amz_date.h"
#include "aws/arn.h"
#include "aws/chunked_payload.h"
#include "aws/percent.h"
#include "aws/sigv4_sign.h"
#include "base/random.h"
#include "one_key.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

using namespace greensward;
using namespace greensward::aws;

namespace {

const Credential kExample{.accessKeyId = "AKIDEXAMPLE", .secretAccessKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"};
const Credential kS3Example{.accessKeyId = "AKIAIOSFODNN7EXAMPLE",
                            .secretAccessKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"};
const WallTime kLaunch = fromAmzDate("20171128T193045Z").value();
const WallTime kS3Day = fromAmzDate("20130524T000000Z").value();

std::string signatureOf(const std::string& target)
{
    return queryValue(std::string_view{target}.substr(target.find('?') + 1), "X-Amz-Signature").value();
}

Request get(std::string host, std::string target)
{
    return {.method = "GET", .target = std::move(target), .fields = {{"Host", std::move(host)}}};
}

TEST(Presigned, webSocketUrlsHaveTheKnownSignatures)
{
    Credential temporary = kExample;
    temporary.sessionToken = "IQoJb3JpZ2luX2VjEXAMPLE/tok+en==";
    const Signing plain{kExample, "us-east-1", "iotdevicegateway", kLaunch};
    const Signing session{temporary, "us-east-1", "iotdevicegateway", kLaunch};
    const std::string aws = "data.iot.us-east-1.amazonaws.com";
    const auto url = [](const std::string& host, const Signing& signing, std::optional<long> expires,
                        TokenPlace place) {
        return signatureOf(presignedTarget(get(host, "/mqtt"), signing, expires, place));
    };
    constexpr auto kNoToken = "9e59217985d0e119f3a7c51bcb8582f566d93a3ae45deee1924b6b32d45fb6b2";
    EXPECT_EQ(url(aws, plain, {}, TokenPlace::Signed), kNoToken);
    EXPECT_EQ(url(aws, session, {}, TokenPlace::Appended), kNoToken);
    EXPECT_EQ(url("localhost:8443", plain, {}, TokenPlace::Signed),
              "c7b22f4837398b79512c29c049b29aeec936c86b15e04df4b32a982b5e0254e1");
    EXPECT_EQ(url(aws, plain, 86400, TokenPlace::Signed),
              "257b1eab5ab9a1ee2d037431e4e57313ef1fdb42f92a786ec962eaaf6d426f51");
    EXPECT_EQ(url(aws, session, 86400, TokenPlace::Signed),
              "8f25fb21a9c440d67907939a8cd4362d10d46df1db9344ff8f40027059b02591");
}

TEST(Signed, s3ExamplesHaveTheKnownSignatures)
{
    const Signing signing{kS3Example, "us-east-1", "s3", kS3Day};
    const std::string host = "examplebucket.s3.amazonaws.com";
    const auto signature = [&](Request request) {
        signRequest(request, signing);
        const auto authorization = request.field("authorization");
        return std::string{authorization.substr(authorization.find("Signature=") + 10)};
    };
    auto range = get(host, "/test.txt");
    range.fields.emplace_back("Range", "bytes=0-9");
    EXPECT_TRUE(signature(range).starts_with("f0e8bdb87c96"));
    EXPECT_TRUE(signature(get(host, "/?lifecycle")).starts_with("fea454ca298b"));
    EXPECT_TRUE(signature(get(host, "/?max-keys=2&prefix=J")).starts_with("34b48302e7b5"));
    EXPECT_TRUE(signatureOf(presignedTarget(get(host, "/test.txt"), signing, 86400)).starts_with("aeeed9bbccd4"));
}

TEST(Signed, whatWeSignWeBelieve)
{
    for (const std::string service : {"iot", "s3", "iotdata", "sts"})
        for (const std::string target : {"/", "/things/a%2Fb%20c?qos=1", "/a//b/./c?x=%2F&y", "/%zz?=%"}) {
            Credential key = kExample;
            key.sessionToken = service == "sts" ? "token" : "";
            Request request = get("localhost:4566", target);
            request.body = "body";
            signRequest(request, {key, "eu-west-1", service, kLaunch});
            const auto verified = verifySignature(request, OneKey{key}, kLaunch + std::chrono::minutes{1});
            EXPECT_TRUE(verified) << service << ' ' << target << (verified ? "" : verified.error().explanation);
            request.body = "b0dy";
            EXPECT_FALSE(verifySignature(request, OneKey{key}, kLaunch)) << service << ' ' << target;
        }
}

TEST(Presigned, urlsEnd)
{
    auto request = get("localhost:4566", "/bucket/key");
    request.target = presignedTarget(request, {kExample, "us-east-1", "s3", kLaunch}, 60);
    EXPECT_TRUE(verifySignature(request, OneKey{kExample}, kLaunch + std::chrono::seconds{60}));
    EXPECT_FALSE(verifySignature(request, OneKey{kExample}, kLaunch + std::chrono::seconds{61}));
}

/// AWS's own example of a streamed upload: 65536, 1024 and 0 octets of 'a'.
TEST(Streamed, chunksAreCheckedOneByOne)
{
    const std::string rest(1024, 'a'), first(65536, 'a');
    const auto frame = [](const std::string& data, std::string_view signature) {
        return fmt::format("{:x};chunk-signature={}\r\n{}\r\n", data.size(), signature, data);
    };
    Request request{.method = "PUT",
                    .target = "/examplebucket/chunkObject.txt",
                    .fields = {{"Host", "s3.amazonaws.com"},
                               {"x-amz-date", "20130524T000000Z"},
                               {"x-amz-storage-class", "REDUCED_REDUNDANCY"},
                               {"Authorization",
                                "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                                "SignedHeaders=content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;"
                                "x-amz-decoded-content-length;x-amz-storage-class,"
                                "Signature=4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9"},
                               {"x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"},
                               {"Content-Encoding", "aws-chunked"},
                               {"x-amz-decoded-content-length", "66560"},
                               {"Content-Length", "66824"}}};
    request.body = frame(first, "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648") +
                   frame(rest, "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497") +
                   frame("", "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9");
    const auto verified = verifySignature(request, OneKey{kS3Example}, kS3Day);
    ASSERT_TRUE(verified) << verified.error().explanation;
    EXPECT_EQ(decodeStreamedBody(request, *verified), first + rest);
    auto forged = request;
    forged.body[200] = 'b';
    EXPECT_EQ(decodeStreamedBody(forged, *verified).error().code, "SignatureDoesNotMatch");
    forged.body.resize(1000);
    EXPECT_EQ(decodeStreamedBody(forged, *verified).error().code, "IncompleteBody");
}

TEST(Arn, partsComeBack)
{
    for (const std::string text :
         {"arn:aws:iot:us-east-1:123456789012:thing/turbine-1", "arn:aws:iam::123456789012:root",
          "arn:aws:lambda:eu-west-1:123456789012:function:blink:3", "arn:aws:s3:::bucket/a:b"})
        EXPECT_EQ(Arn::parse(text).value().text(), text);
    const auto thing = Arn::parse("arn:aws:iot:us-east-1:123456789012:thing/turbine-1").value();
    EXPECT_EQ(thing.type(), "thing");
    EXPECT_EQ(thing.name(), "turbine-1");
    for (const auto* wrong : {"", "arn", "arn:aws:iot", "arn:aws:iot:us-east-1:1:", "arn:aws::r:a:x", "urn:a:b:c:d:e"})
        EXPECT_FALSE(Arn::parse(wrong)) << wrong;
}

TEST(Ids, haveAwssForm)
{
    Random random(1);
    const OctetSource octets = [&](std::span<std::uint8_t> out) {
        for (auto& octet : out)
            octet = static_cast<std::uint8_t>(random());
    };
    EXPECT_EQ(makeId("AKIA", octets).size(), 20u);
    EXPECT_EQ(makeSecretAccessKey(octets).size(), 40u);
    EXPECT_EQ(makeUuid(octets).size(), 36u);
    EXPECT_EQ(makeUuid(octets)[14], '4');
    EXPECT_NE(makeSessionToken(octets), makeSessionToken(octets));
}

} // namespace
