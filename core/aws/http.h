// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace greensward::aws {

/// Header fields in order of arrival, names as sent: signatures cover them as they came.
using Fields = std::vector<std::pair<std::string, std::string>>;

/// First value of that name, any case; empty without.
std::string_view fieldOf(const Fields& fields, std::string_view name);
bool hasField(const Fields& fields, std::string_view name);
/// ASCII letters compared without case.
bool equalIgnoringCase(std::string_view a, std::string_view b);

/// Who is at the other end of the link a request came over.
struct Peer
{
    std::string address; ///< "192.168.1.20", without the port; "memory" for the console itself
    bool tls = false;
    std::uint16_t localPort = 0;
    std::string certificateId;      ///< SHA-256 of the client certificate, lower-case hex; empty without one
    std::string certificateSubject; ///< RFC 2253 text; empty without a certificate
};

/// One complete HTTP request, before anything is known of what it means. A plain value.
struct Request
{
    std::string method; ///< "GET"
    std::string target; ///< path and query exactly as sent: labels may hold %2F, signatures need every octet
    Fields fields{};
    std::string body{};
    Peer peer{};

    std::string_view field(std::string_view name) const { return fieldOf(fields, name); }
    bool has(std::string_view name) const { return hasField(fields, name); }
    /// The target up to the first '?'.
    std::string_view path() const;
    /// The target after the first '?'; empty without.
    std::string_view query() const;
};

/// The answer. Content-Length, Date and Connection are added by whoever writes it to a socket.
struct Response
{
    unsigned status = 200;
    Fields fields{};
    std::string body{};

    std::string_view field(std::string_view name) const { return fieldOf(fields, name); }
    /// Replaces the first field of that name (any case) or adds one.
    void set(std::string_view name, std::string_view value);
};

} // namespace greensward::aws
