// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/sigv4.h"

namespace greensward::aws {

/// Takes an aws-chunked S3 body apart ("wire-protocols 3.2"): HEX;chunk-signature=…, checked chunk by chunk when the
/// payload hash says STREAMING-AWS4-HMAC-SHA256-PAYLOAD. Trailers are read over. Bodies that are not streamed come back
/// as they are. A broken frame is IncompleteBody, a chunk that was not signed so is SignatureDoesNotMatch.
ApiResult<std::string> decodeStreamedBody(const Request& request, const VerifiedRequest& verified);

} // namespace greensward::aws
