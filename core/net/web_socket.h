// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace greensward::net {

/// Codes of a WebSocket close frame (RFC 6455 7.4.1).
enum class WebSocketCode : std::uint16_t {
    Normal = 1000,
    GoingAway = 1001,
    ProtocolError = 1002,
    UnsupportedData = 1003,
    NoneGiven = 1005, ///< never on the wire
    TooBig = 1009,
};

enum class WebSocketOpcode : std::uint8_t { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

/// The server's view of a WebSocket's incoming frames (RFC 6455 5). Fed with whatever came from the wire; hands back
/// the pieces of binary messages as they come, unmasked where they lie, so that nothing is gathered and a large message
/// costs no memory.
class WebSocketFrames
{
public:
    /// The most octets one message may have: an MQTT packet of the greatest size fits.
    static constexpr std::uint64_t kLargestMessage = 268'435'460;

    struct Step
    {
        enum class What : std::uint8_t {
            NeedMore, ///< everything was consumed
            Payload,  ///< a piece of a binary message
            Ping,     ///< to be answered with a pong of the same payload
            Pong,
            Close,    ///< the client's close frame; code says why
            Violation ///< the connection is to be closed with `code`; why says it in words
        };
        What what = What::NeedMore;
        ByteView payload{}; ///< inside the input (Payload), or inside this object until the next call (Ping, Pong)
        WebSocketCode code = WebSocketCode::Normal;
        std::string why{};
    };

    /// Consumes from the front of bytes, which are changed in place, until there is something to tell.
    Step next(std::span<std::uint8_t>& bytes);

private:
    bool readHeader(std::span<std::uint8_t>& bytes);
    Step beginFrame();
    Step payload(std::span<std::uint8_t>& bytes);
    Step control(std::span<std::uint8_t>& bytes);
    Step finishControl();
    void unmask(std::span<std::uint8_t> bytes);

    std::array<std::uint8_t, 14> m_header{};
    std::array<std::uint8_t, 125> m_control{};
    std::uint64_t m_left = 0;    ///< of the current frame's payload
    std::uint64_t m_message = 0; ///< octets of the current message so far
    std::uint8_t m_headerSize = 0;
    std::uint8_t m_controlSize = 0;
    std::uint8_t m_maskAt = 0;
    WebSocketOpcode m_opcode = WebSocketOpcode::Continuation;
    bool m_inFrame = false;
    bool m_inMessage = false;
};

/// The head of a frame from the server: final, not masked. Returns how many octets of `out` it takes.
std::size_t frameHeader(WebSocketOpcode opcode, std::uint64_t payloadSize, std::array<std::uint8_t, 10>& out);

} // namespace greensward::net
