// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/credentials.h"
#include "aws/http.h"

#include <optional>
#include <string>

namespace greensward::aws {

/// With what and for what a request is signed. The credential must outlive the call only.
struct Signing
{
    const Credential& key;
    std::string region;
    std::string service; ///< signing name: "iot", "iotdata", "iotdevicegateway", "s3"
    WallTime time;
};

/// Adds X-Amz-Date, X-Amz-Security-Token (temporary keys), x-amz-content-sha256 (S3) and Authorization. Signs host,
/// content-type and every x-amz- field; a Host field must be there.
void signRequest(Request& request, const Signing& signing);

enum class TokenPlace {
    Signed,  ///< in the signed query, as botocore does
    Appended ///< after the signature, as the device SDK for JavaScript v1 does
};

/// The target ("/mqtt?X-Amz-Algorithm=…") that needs no fields but `host`. expires in seconds, 1 to 604800.
std::string presignedTarget(const Request& request, const Signing& signing, std::optional<long> expires,
                            TokenPlace place = TokenPlace::Signed);

} // namespace greensward::aws
