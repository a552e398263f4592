// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/http.h"

#include <string>
#include <string_view>
#include <vector>

namespace greensward::aws {

/// How a signature sees a request ("wire-protocols 3.1"). Views must outlive the call only.
struct CanonicalForm
{
    bool s3 = false;                             ///< paths are not normalised and encoded once
    std::vector<std::string> signedHeaders;      ///< lower case, in the order signed
    std::string payloadHash;                     ///< hex, UNSIGNED-PAYLOAD, STREAMING-…
    std::vector<std::string_view> leaveOut = {}; ///< query names that are not signed
};

/// The text whose SHA-256 is signed: method, path, query, headers, names of headers, hash of the payload.
std::string canonicalRequest(const Request& request, const CanonicalForm& form);
std::string canonicalPath(std::string_view rawPath, bool s3);
std::string canonicalQuery(std::string_view rawQuery, const std::vector<std::string_view>& leaveOut);
/// "AWS4-HMAC-SHA256\nDATE\nSCOPE\nhash"
std::string stringToSign(std::string_view date, std::string_view scope, std::string_view canonicalRequest);

} // namespace greensward::aws
