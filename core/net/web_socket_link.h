// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/channel_link.h"
#include "net/web_socket.h"

namespace greensward::net {

/// A link whose bytes travel as the payload of binary WebSocket frames. What write() takes is one frame, complete: the
/// part of it that the socket does not take at once is kept here.
class WebSocketLink final : public ChannelLink
{
public:
    using ChannelLink::ChannelLink;

    /// Before anything else: the 101 response, and what the client sent behind its request.
    void begin(const std::string& response, std::string early);

    void start() override;
    std::size_t write(std::span<const ByteView> slices) override;

protected:
    void take(std::span<std::uint8_t> bytes) override;
    bool drain() override;
    void sayGoodbye() override;

private:
    /// Sends or keeps a whole control frame.
    void control(WebSocketOpcode opcode, ByteView payload);
    /// Gives header and slices to the channel and keeps what it leaves; false when the channel failed.
    bool send(std::span<const ByteView> frame);
    bool clogged() { return !m_backlog.empty() || channel().unsent(); }
    void sendClose(WebSocketCode code);

    WebSocketFrames m_frames;
    Bytes m_backlog; ///< accepted, not yet with the socket
    std::string m_early;
    bool m_saidGoodbye = false;
};

} // namespace greensward::net
