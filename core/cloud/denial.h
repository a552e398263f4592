// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/authorization.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace greensward::cloud {

/// A device was told no: what that rests on, for whoever explains it (trace::Finding::AccessDenied).
struct Denial
{
    enum class Reason : std::uint8_t {
        NoCertificate,      ///< MQTT over TLS wants one
        Unsigned,           ///< a WebSocket of somebody who did not say who it is
        UnknownCertificate, ///< not registered
        InactiveCertificate,
        NoPolicy,
        Connect,
        Will,
        Publish,
        Retain,
        Subscribe,
        Receive,
        Http,               ///< a request over HTTPS
    };
    Reason reason;
    std::string_view clientId{};
    std::string_view certificateId{};
    std::string_view certificatePem{}; ///< as shown; looked into when it is not registered
    std::string_view action{};         ///< "iot:Publish"; empty when no policy was asked
    std::string_view resource{};       ///< the ARN
};
/// In a word: "unknown-certificate".
std::string_view name(Denial::Reason reason);

/// The JSON object. device: null when nobody knows the certificate.
std::shared_ptr<const std::string> evidenceOf(const Denial& denial, const Authorization& authorization,
                                              const Principal* device);

} // namespace greensward::cloud
