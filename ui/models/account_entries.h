// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <boost/json/fwd.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What an account holds, as its APIs tell it.
namespace greensward::ui {

struct ThingEntry
{
    std::string name;
    std::string arn;
    std::string type;
    std::vector<std::pair<std::string, std::string>> attributes;
    bool operator==(const ThingEntry&) const = default;
};

/// What stands in a certificate itself.
struct CertificateFacts
{
    std::string pem{};
    std::string subject{}; ///< "CN=turbine-123"
    std::string issuer{};
    std::string commonName{};
    std::string serial{};
    WallTime notBefore{};
    WallTime notAfter{};
    bool operator==(const CertificateFacts&) const = default;
};
/// Nothing when the text is no certificate.
std::optional<CertificateFacts> certificateFacts(const std::string& pem);

struct CertificateEntry
{
    std::string id; ///< also its fingerprint, SHA-256
    std::string arn;
    std::string status; ///< "ACTIVE", "INACTIVE", "REVOKED", "PENDING_ACTIVATION" …
    WallTime created{};
    std::string authorityId;               ///< of a registered authority; empty: the account's own
    std::optional<CertificateFacts> facts; ///< once it has been described
    bool isActive() const { return status == "ACTIVE"; }
    bool operator==(const CertificateEntry&) const = default;
};

/// A registered authority (bring your own CA).
struct AuthorityEntry
{
    std::string id;
    std::string arn;
    std::string status;
    bool autoRegistration = false;
    std::optional<CertificateFacts> facts;
    bool operator==(const AuthorityEntry&) const = default;
};

struct PolicyEntry
{
    std::string name;
    std::string arn;
    bool operator==(const PolicyEntry&) const = default;
};

// From the APIs' JSON; members that are missing are empty.
ThingEntry thingEntry(const boost::json::value& value);
CertificateEntry certificateEntry(const boost::json::value& value);
AuthorityEntry authorityEntry(const boost::json::value& value);
PolicyEntry policyEntry(const boost::json::value& value);
std::string textMember(const boost::json::value& value, std::string_view member);

/// "cert/4f0a…" → the id; empty when the ARN is of something else.
std::string certificateIdOf(const std::string& arn);

} // namespace greensward::ui
