// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/clock.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace greensward::net {

/// The client (or server) certificate that the other end proved to own.
struct PeerCertificate
{
    std::string fingerprint; ///< SHA-256 of the DER form, lower-case hex: AWS's certificate id
    std::string subject;     ///< RFC 2253
    std::string pem;
    std::int64_t ends = 0; ///< the last second it is valid, since 1970; 0: not known
};

/// What both ends said while TLS was agreed on.
struct TlsWords
{
    std::string alpn;       ///< negotiated protocol, empty without
    std::string serverName; ///< SNI, empty without
};

/// Who signed the request that became a link, as its handler found.
struct Signer
{
    std::string arn;
    std::string accessKeyId;
};

/// Kept by every link and small for the plain ones: ten thousand of them may idle.
struct LinkDescription
{
    std::string_view transport; ///< literal: "tcp", "tls 1.2", "tls 1.3", "ws", "wss", "memory"
    std::string address;        ///< the other end, "127.0.0.1:51324", "[::1]:51324", "memory"
    std::uint16_t localPort = 0;
    std::shared_ptr<const TlsWords> tls{}; ///< null without TLS
    std::shared_ptr<const Signer> signer{}; ///< set by ListenerHandler::upgrading; null without a signature
    std::shared_ptr<const PeerCertificate> certificate{}; ///< null without one
};

enum class CloseMode : std::uint8_t {
    Graceful, ///< what was accepted is sent, then TLS close_notify / WebSocket close / TCP FIN
    Abort,    ///< TCP RST; what was accepted may be lost
    Vanish,   ///< TCP FIN and nothing else, as an operating system does for a process that died: no TLS close_notify
};

class Link;

/// Who is told what a link does. Engine thread. No call is made from inside a call into the link, except that close()
/// from inside received() is allowed.
class LinkHandler
{
public:
    virtual ~LinkHandler() = default;
    /// The bytes live for the call. For WebSocket: the payload of one or more binary frames.
    virtual void received(Link& link, ByteView bytes) = 0;
    /// After a write() that took less than was offered: the link takes bytes again.
    virtual void writable(Link& link) = 0;
    /// The link is gone, from either side; told exactly once, last call for this link, which dies after it. why: one
    /// sentence.
    virtual void closed(Link& link, std::string_view why) = 0;
};

/// A byte stream to somebody. Owned by the loop (or the memory pair) that made it until closed() was told. Engine
/// thread only.
class Link
{
public:
    virtual ~Link() = default;
    virtual const LinkDescription& description() const = 0;
    virtual void setHandler(LinkHandler* handler) = 0;
    /// Takes as many of the bytes as it can now and returns how many; the caller keeps the rest until writable().
    virtual std::size_t write(std::span<const ByteView> slices) = 0;
    /// closed() follows later, never from inside this call.
    virtual void close(CloseMode mode) = 0;
    /// Stop and resume reading (back-pressure). Reading when made.
    virtual void setReading(bool on) = 0;
    /// How long bytes take to the other end and their acknowledgement back, smoothed by TCP; nothing where that is not
    /// known: in memory, or on a system that does not tell.
    virtual std::optional<Duration> roundTrip() const { return std::nullopt; }
};

} // namespace greensward::net
