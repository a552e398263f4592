// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/caller.h"
#include "cloud/caller_authorization.h"
#include "cloud/identity_pools.h"
#include "cloud/identity_tokens.h"
#include "cloud/services/service_input.h"

#include <boost/json/object.hpp>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace greensward::cloud {

/// Cognito identity pools (wire-protocols.md 5.16): pools, their roles, and identities that are lent temporary keys of
/// them. Guests, and users whom a backend of one's own signs in, are complete; tokens of outside providers cannot be
/// checked here and are refused. Engine thread.
class CognitoIdentityService
{
public:
    struct Parts
    {
        const Account& account;
        IdentityPools& pools;
        const Iam& iam;
        const IdentityTokens& tokens;
        Keyring& keyring;
    };
    explicit CognitoIdentityService(Parts parts);

    /// Operations that AWS lets everybody call, unsigned.
    static bool isOpen(std::string_view operation);
    std::vector<AccessNeed> needs(std::string_view operation, const boost::json::object& input) const;
    /// Nothing when there is no such operation here.
    std::optional<aws::ApiResult<boost::json::object>>
    handle(std::string_view operation, const boost::json::object& input, const aws::Caller& caller);

private:
    using Answer = aws::ApiResult<boost::json::object>;
    using Handler = Answer (CognitoIdentityService::*)(const ServiceInput&);
    struct Operation
    {
        std::string_view name;
        Handler handler;
        bool open = false;
    };
    static std::span<const Operation> operations();

    Answer createIdentityPool(const ServiceInput& input);
    Answer describeIdentityPool(const ServiceInput& input);
    Answer listIdentityPools(const ServiceInput& input);
    Answer updateIdentityPool(const ServiceInput& input);
    Answer deleteIdentityPool(const ServiceInput& input);
    Answer setIdentityPoolRoles(const ServiceInput& input);
    Answer getIdentityPoolRoles(const ServiceInput& input);
    Answer describeIdentity(const ServiceInput& input);
    Answer listIdentities(const ServiceInput& input);
    // cognito_identity_credentials.cpp
    Answer getId(const ServiceInput& input);
    Answer getCredentialsForIdentity(const ServiceInput& input);
    Answer getOpenIdToken(const ServiceInput& input);
    Answer getOpenIdTokenForDeveloperIdentity(const ServiceInput& input);

    /// What the request's IdentityPoolId, or IdentityId, names.
    aws::ApiResult<const IdentityPool*> poolOf(const ServiceInput& input) const;
    aws::ApiResult<const PoolIdentity*> identityOf(const ServiceInput& input) const;
    aws::ApiResult<IdentityPool> poolFrom(const ServiceInput& input) const;
    /// How the identity shows who it is: as a guest, or by the logins of the request.
    aws::ApiResult<IdentityClaims> claimsOf(const PoolIdentity& identity, const IdentityPool& pool,
                                            const ServiceInput& input) const;

    Parts m_parts;
    std::shared_ptr<const policy::Policy> m_guestBound; ///< what guests can never do more than
};

} // namespace greensward::cloud
