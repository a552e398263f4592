// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/credentials.h"
#include "base/clock.h"

#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace greensward::cloud {

/// What Cognito says of an identity.
struct IdentityClaims
{
    std::string identity;             ///< "sub": "us-east-1:…"
    std::string pool;                 ///< "aud"
    std::vector<std::string> methods; ///< "amr": "unauthenticated"; or "authenticated" and by what
    WallTime issued{};
    WallTime expires{};

    bool authenticated() const { return !methods.empty() && methods.front() == "authenticated"; }
};

/// The OpenID tokens of Cognito, issued and checked here. JSON Web Tokens, but signed with a secret of this process
/// (HS256) where AWS signs with a key that everybody can check: they are good at this endpoint, until it ends.
class IdentityTokens
{
public:
    static constexpr std::string_view kIssuer = "https://cognito-identity.amazonaws.com";
    enum class Flaw : std::uint8_t { Malformed, Forged, Expired };

    IdentityTokens(const Clock& clock, const aws::OctetSource& octets);
    std::string issue(IdentityClaims claims, std::chrono::seconds lasts) const;
    tl::expected<IdentityClaims, Flaw> check(std::string_view token) const;

private:
    const Clock& m_clock;
    std::array<std::uint8_t, 32> m_secret{};
};

} // namespace greensward::cloud
