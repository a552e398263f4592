// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pki/certificate.h"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace greensward::pki {

/// The certificates that are no longer honoured, whatever their signature and dates say. A plain value; one owner.
class Revocations
{
public:
    /// By fingerprint (Certificate::fingerprint()), in either case. False when it was revoked already.
    bool revoke(std::string_view fingerprint);
    /// By issuer (RFC 2253) and serial (hexadecimal), as a revocation list names them.
    bool revoke(std::string_view issuer, std::string_view serial);
    /// Honours it again; false when it was not revoked by fingerprint.
    bool reinstate(std::string_view fingerprint);

    bool isRevoked(const Certificate& certificate) const;
    bool isRevoked(std::string_view fingerprint) const;
    std::size_t size() const { return m_fingerprints.size() + m_serials.size(); }

private:
    std::set<std::string, std::less<>> m_fingerprints;
    std::set<std::pair<std::string, std::string>> m_serials;
};

} // namespace greensward::pki
