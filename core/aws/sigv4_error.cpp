// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws/sigv4.h"

namespace greensward::aws {

namespace {

using Reason = SignatureRefusal::Reason;

constexpr std::string_view kInvalidToken = "The security token included in the request is invalid.";
constexpr std::string_view kExpiredToken = "The security token included in the request is expired";
constexpr std::string_view kMismatch = "The request signature we calculated does not match the signature you provided. "
                                       "Check your AWS Secret Access Key and "
                                       "signing method. Consult the service documentation for details.";

struct Told
{
    std::string_view code;
    unsigned status;
    std::string_view message;
};

Told s3(const SignatureRefusal& refusal)
{
    switch (refusal.reason) {
    case Reason::Missing:
        return {"AccessDenied", 403, "Access Denied"};
    case Reason::Incomplete:
        return {"AuthorizationHeaderMalformed", 400, refusal.text};
    case Reason::UnknownKey:
        return {"InvalidAccessKeyId", 403, "The AWS Access Key Id you provided does not exist in our records."};
    case Reason::WrongToken:
        return {"InvalidToken", 400, "The provided token is malformed or otherwise invalid."};
    case Reason::ExpiredToken:
        return {"ExpiredToken", 400, "The provided token has expired."};
    case Reason::Expired:
        return {"AccessDenied", 403, "Request has expired"};
    case Reason::FromTheFuture:
        return {"RequestTimeTooSkewed", 403,
                "The difference between the request time and the current time is too large."};
    case Reason::BodyMismatch:
        return {"XAmzContentSHA256Mismatch", 400,
                "The provided 'x-amz-content-sha256' header does not match what was computed."};
    case Reason::Mismatch:
        break;
    }
    return {"SignatureDoesNotMatch", 403,
            "The request signature we calculated does not match the signature you provided. Check your key and signing "
            "method."};
}

Told query(const SignatureRefusal& refusal)
{
    switch (refusal.reason) {
    case Reason::Missing:
        return {"MissingAuthenticationToken", 403, "Request is missing Authentication Token"};
    case Reason::Incomplete:
        return {"IncompleteSignature", 400, refusal.text};
    case Reason::UnknownKey:
    case Reason::WrongToken:
        return {"InvalidClientTokenId", 403, kInvalidToken};
    case Reason::ExpiredToken:
        return {"ExpiredToken", 403, kExpiredToken};
    case Reason::Expired:
    case Reason::FromTheFuture:
        return {"SignatureDoesNotMatch", 403, refusal.text};
    case Reason::Mismatch:
    case Reason::BodyMismatch:
        break;
    }
    return {"SignatureDoesNotMatch", 403, kMismatch};
}

Told restOrJson(const SignatureRefusal& refusal, unsigned status)
{
    switch (refusal.reason) {
    case Reason::Missing:
        return {"MissingAuthenticationTokenException", status, "Missing Authentication Token"};
    case Reason::Incomplete:
        return {"IncompleteSignatureException", status, refusal.text};
    case Reason::UnknownKey:
    case Reason::WrongToken:
        return {"UnrecognizedClientException", status, kInvalidToken};
    case Reason::ExpiredToken:
        return {"ExpiredTokenException", status, kExpiredToken};
    case Reason::Expired:
    case Reason::FromTheFuture:
        return {"InvalidSignatureException", status, refusal.text};
    case Reason::Mismatch:
    case Reason::BodyMismatch:
        break;
    }
    return {"InvalidSignatureException", status, kMismatch};
}

} // namespace

ApiError refusalError(const SignatureRefusal& refusal, ErrorFamily family)
{
    const Told told = family == ErrorFamily::S3      ? s3(refusal)
                      : family == ErrorFamily::Query ? query(refusal)
                                                     : restOrJson(refusal, family == ErrorFamily::Json ? 400 : 403);
    ApiError error{.code = std::string{told.code}, .status = told.status, .message = std::string{told.message}};
    error.explanation = refusal.explanation;
    return error;
}

} // namespace greensward::aws
