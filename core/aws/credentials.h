// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/caller.h"
#include "base/clock.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace greensward::aws {

/// An access key and whom it speaks for. A plain value; the secret stays out of logs.
struct Credential
{
    std::string accessKeyId; ///< "AKIA…" long-lived, "ASIA…" temporary
    std::string secretAccessKey;
    std::string sessionToken{};        ///< of temporary keys: must come with every request
    std::optional<WallTime> expires{}; ///< from this moment on the key is refused; none: lives on
    Caller caller{};                   ///< accessKeyId and sourceIp are filled in when a request is verified
};

/// Where keys are looked up. Owned by whoever keeps the accounts; engine thread.
class CredentialSource
{
public:
    virtual ~CredentialSource() = default;
    /// Valid until the source changes; null for a key that is unknown, deleted or inactive.
    virtual const Credential* find(std::string_view accessKeyId) const = 0;
};

/// Fills the span with unpredictable octets: base's fillWithEntropy, or a Random in simulations and tests.
using OctetSource = std::function<void(std::span<std::uint8_t>)>;

/// `prefix` and 16 characters of A-Z2-7: "AKIA", "ASIA" for keys, "AROA", "AIDA" for roles and users.
std::string makeId(std::string_view prefix, const OctetSource& octets);
/// 40 characters of the base64 alphabet.
std::string makeSecretAccessKey(const OctetSource& octets);
/// Opaque, some 300 characters.
std::string makeSessionToken(const OctetSource& octets);
/// Version 4: "f47ac10b-58cc-4372-a567-0e02b2c3d479".
std::string makeUuid(const OctetSource& octets);

} // namespace greensward::aws
