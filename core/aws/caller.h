// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace greensward::aws {

/// Who made a request, once its signature or client certificate has been checked. A plain value.
struct Caller
{
    enum class Kind : std::uint8_t {
        Anonymous,   ///< unsigned, no certificate
        Root,        ///< the account itself: everything is allowed
        User,        ///< an IAM user
        Role,        ///< a session of a role (STS, Cognito, the credentials provider)
        Certificate, ///< mutual TLS: IoT policies decide
    };
    Kind kind = Kind::Anonymous;
    std::string account{};     ///< "123456789012"
    std::string arn{};         ///< "arn:aws:sts::123456789012:assumed-role/Lab/alice"
    std::string userId{};      ///< "123456789012", "AIDA…", "AROA…:alice"; the certificate id for Certificate
    std::string accessKeyId{}; ///< empty for Anonymous and Certificate
    std::string roleName{};    ///< of a Role session
    std::string sourceIp{};    ///< the peer's address without the port
};

} // namespace greensward::aws
