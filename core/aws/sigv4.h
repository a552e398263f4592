// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/api_error.h"
#include "aws/credentials.h"
#include "aws/digest.h"
#include "aws/http.h"

#include <string>
#include <string_view>
#include <vector>

namespace greensward::aws {

/// Whose key signed, for which day, region and service: "AKIA…/20261122/us-east-1/iot/aws4_request".
struct Scope
{
    std::string accessKeyId;
    std::string day; ///< "20261122"
    std::string region;
    std::string service;

    static std::optional<Scope> parse(std::string_view credential);
    /// Without the key: "20261122/us-east-1/iot/aws4_request".
    std::string text() const;
};

/// The signature of a request, taken apart but not yet believed.
struct Signature
{
    Scope scope;
    std::string date;                       ///< "20261122T200009Z", of x-amz-date, Date or X-Amz-Date
    std::vector<std::string> signedHeaders; ///< lower case
    std::string signature;                  ///< 64 lower-case hexadecimal digits
    std::string token;                      ///< session token, wherever it stood
    bool presigned = false;                 ///< in the query
    std::optional<long> expires;            ///< seconds, of X-Amz-Expires
};

/// Why a request is not believed. The code and text for the client depend on the protocol: see refusalError().
struct SignatureRefusal
{
    enum class Reason : std::uint8_t {
        Missing,      ///< no signature at all
        Incomplete,   ///< a part is missing or broken
        UnknownKey,   ///< no such access key
        WrongToken,   ///< the session token is missing or of another key
        ExpiredToken, ///< the temporary key is over
        Expired,      ///< signed too long ago, or the presigned URL is over
        FromTheFuture,
        Mismatch,     ///< the signature is not that of this request with this secret
        BodyMismatch, ///< x-amz-content-sha256 is not the hash of the body
    };
    Reason reason = Reason::Missing;
    std::string text;               ///< the detail that AWS puts into its message; may be empty
    std::string explanation;        ///< for the people at this machine, one or more sentences
    std::string canonicalRequest{}; ///< as computed here, of a Mismatch
};

/// A request that was believed.
struct VerifiedRequest
{
    Caller caller;
    Signature signature;
    Digest signingKey;       ///< for the chunks of a streamed S3 upload
    std::string payloadHash; ///< as signed: hex, UNSIGNED-PAYLOAD, STREAMING-…
};

struct SigV4Settings
{
    Duration skew = std::chrono::minutes{5};        ///< header form, either way
    Duration unlimitedUrl = std::chrono::hours{24}; ///< a presigned URL without X-Amz-Expires lives this long
};

/// Which answers a service gives: the same refusal has other names in each family ("wire-protocols 3.1").
enum class ErrorFamily : std::uint8_t { Query, Json, Rest, S3, ApiGateway };

/// Finds the parts of a signature in the Authorization field or in the query. Believes nothing.
tl::expected<Signature, SignatureRefusal> readSignature(const Request& request);

/// Checks a signature of the present against the keys known. A certificate is not looked at.
tl::expected<VerifiedRequest, SignatureRefusal> verifySignature(const Request& request, const CredentialSource& keys,
                                                                WallTime now, const SigV4Settings& settings = {});

/// What the client is told.
ApiError refusalError(const SignatureRefusal& refusal, ErrorFamily family);

/// The key that signs for one day, region and service.
Digest signingKey(std::string_view secret, const Scope& scope);
/// Hexadecimal signature of a text.
std::string signText(const Digest& key, std::string_view text);

} // namespace greensward::aws
