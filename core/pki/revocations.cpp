// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pki/revocations.h"

#include <algorithm>

namespace greensward::pki {

namespace {

std::string lowerCase(std::string_view hexadecimal)
{
    std::string text(hexadecimal);
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c; });
    return text;
}

} // namespace

bool Revocations::revoke(std::string_view fingerprint)
{
    return m_fingerprints.insert(lowerCase(fingerprint)).second;
}

bool Revocations::revoke(std::string_view issuer, std::string_view serial)
{
    return m_serials.emplace(std::string(issuer), lowerCase(serial)).second;
}

bool Revocations::reinstate(std::string_view fingerprint)
{
    return m_fingerprints.erase(lowerCase(fingerprint)) > 0;
}

bool Revocations::isRevoked(const Certificate& certificate) const
{
    return m_fingerprints.contains(certificate.fingerprint()) ||
           (!m_serials.empty() && m_serials.contains({certificate.issuer(), certificate.serial()}));
}

bool Revocations::isRevoked(std::string_view fingerprint) const
{
    return m_fingerprints.contains(lowerCase(fingerprint));
}

} // namespace greensward::pki
