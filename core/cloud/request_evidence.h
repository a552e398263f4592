// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/sigv4.h"
#include "cloud/account.h"

#include <optional>
#include <string>

/// What is worth knowing of a request of the AWS APIs that went wrong, as JSON objects (trace/finding.h).
namespace greensward::cloud {

/// Finding::SignatureRefused
std::string signatureEvidence(const aws::Request& request, const aws::SignatureRefusal& refusal, WallTime now);
/// Finding::OtherRegion, of what was signed; nothing when it is the workspace's.
std::optional<std::string> signedElsewhere(const aws::Signature& signature, const Account& account);
/// Finding::OtherRegion, of an IoT ARN in the target or the body; nothing when there is none of another region.
std::optional<std::string> arnElsewhere(const aws::Request& request, const Account& account);
/// Finding::TemporaryKey
std::string temporaryKeyEvidence(const aws::Credential& credential, WallTime now);

} // namespace greensward::cloud
