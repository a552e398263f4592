// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/caller.h"
#include "cloud/authorization.h"
#include "cloud/iam.h"
#include "cloud/keyring.h"
#include "net/link.h"

#include <optional>
#include <string>
#include <string_view>

namespace greensward::cloud {

/// What a call needs: each of them must be allowed.
struct AccessNeed
{
    std::string action;   ///< "iot:CreateThing"
    std::string resource; ///< an ARN, or "*"
};

/// Puts IAM, temporary sessions and the IoT policies of Cognito identities together into what a signed caller may do.
/// The account itself may do everything and is not asked about here. Engine thread.
class CallerAuthorization
{
public:
    struct Parts
    {
        const Account& account;
        const Clock& clock;
        const Iam& iam;
        const Keyring& keyring;
        const IotPolicies& iotPolicies;
    };
    explicit CallerAuthorization(Parts parts) : m_parts(parts) {}

    /// For the APIs. A caller whose user or role is gone, or is another of the same name, has no policies.
    Principal caller(const aws::Caller& caller) const;
    /// For messages and shadows, where an identity of Cognito that signed in needs an IoT policy, too.
    /// clientId: empty for HTTP.
    Principal messenger(const aws::Caller& caller, std::string_view clientId) const;
    /// Nothing when the key is not known any more.
    std::optional<aws::Caller> signerOf(const net::Signer& signer, std::string_view address) const;
    const TemporarySession* session(const aws::Caller& caller) const
    {
        return m_parts.keyring.session(caller.accessKeyId);
    }

    /// Nothing when all of it is allowed; else AWS's sentence and code, by the protocol of the service.
    std::optional<aws::ApiError> refusal(const Principal& principal, const AccessNeed& need,
                                         std::string_view service) const;
    const Iam& iam() const { return m_parts.iam; }
    std::uint64_t generation() const { return m_parts.iam.generation() + m_parts.iotPolicies.generation(); }

private:
    Parts m_parts;
};

} // namespace greensward::cloud
