// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/api_error.h"
#include "aws/caller.h"
#include "cloud/caller_authorization.h"
#include "cloud/identity_tokens.h"
#include "cloud/keyring.h"
#include "cloud/services/service_input.h"

#include <boost/json/object.hpp>

#include <optional>
#include <string_view>

namespace greensward::cloud {

/// The Security Token Service (wire-protocols.md 5.1): who am I, temporary keys for the same, and for roles: of whoever
/// the role trusts, or of an identity of Cognito (classic flow). Engine thread.
class StsService
{
public:
    struct Parts
    {
        const Account& account;
        const Iam& iam;
        const CallerAuthorization& callers;
        const IdentityTokens& tokens;
        Keyring& keyring;
    };
    explicit StsService(Parts parts) : m_parts(parts) {}

    /// Nothing when there is no such operation here.
    std::optional<aws::ApiResult<boost::json::object>>
    handle(std::string_view operation, const boost::json::object& input, const aws::Caller& caller);

private:
    using Answer = aws::ApiResult<boost::json::object>;
    Answer getSessionToken(const ServiceInput& input, const aws::Caller& caller);
    Answer assumeRole(const ServiceInput& input, const aws::Caller& caller);
    Answer assumeRoleWithWebIdentity(const ServiceInput& input, const aws::Caller& caller);
    /// Session policies of the request, as a session has them.
    aws::ApiResult<TemporarySession> sessionFrom(const ServiceInput& input, const IamRole& role) const;
    aws::ApiResult<std::chrono::seconds> durationFrom(const ServiceInput& input, const IamRole& role) const;
    Answer lend(const IamRole& role, const std::string& sessionName, std::chrono::seconds lasts,
                TemporarySession session);

    Parts m_parts;
};

} // namespace greensward::cloud
