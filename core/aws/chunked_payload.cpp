// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws/chunked_payload.h"

#include <charconv>

namespace greensward::aws {

namespace {

tl::unexpected<ApiError> incompleteBody()
{
    return apiFailure("IncompleteBody", 400,
                      "You did not provide the number of bytes specified by the Content-Length HTTP header");
}

} // namespace

ApiResult<std::string> decodeStreamedBody(const Request& request, const VerifiedRequest& verified)
{
    if (!verified.payloadHash.starts_with("STREAMING-"))
        return request.body;
    const bool chunksSigned = verified.payloadHash.starts_with("STREAMING-AWS4-HMAC-SHA256-PAYLOAD");
    const std::string_view date = verified.signature.date;
    std::string previous = verified.signature.signature;
    std::string_view rest = request.body;
    std::string body;
    while (true) {
        const auto end = rest.find("\r\n");
        if (end == std::string_view::npos)
            return incompleteBody();
        const auto line = rest.substr(0, end);
        rest.remove_prefix(end + 2);
        std::size_t size = 0;
        const auto [stop, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
        if (error != std::errc{} || size > rest.size())
            return incompleteBody();
        const auto chunk = rest.substr(0, size);
        if (chunksSigned) {
            constexpr std::string_view kKey = ";chunk-signature=";
            const auto at = line.find(kKey);
            if (at == std::string_view::npos)
                return incompleteBody();
            std::string text = "AWS4-HMAC-SHA256-PAYLOAD\n";
            text.append(date).append("\n").append(verified.signature.scope.text()).append("\n").append(previous);
            text.append("\n").append(sha256Hex("")).append("\n").append(sha256Hex(chunk));
            previous = signText(verified.signingKey, text);
            if (!equalInConstantTime(previous, line.substr(at + kKey.size(), 64)))
                return apiFailure(
                    "SignatureDoesNotMatch", 403,
                    "The request signature we calculated does not match the signature you provided. Check "
                    "your key and signing method.");
        }
        if (size == 0)
            return body;
        body += chunk;
        rest.remove_prefix(size);
        if (!rest.starts_with("\r\n"))
            return incompleteBody();
        rest.remove_prefix(2);
    }
}

} // namespace greensward::aws
