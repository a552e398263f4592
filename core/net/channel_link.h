// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/channel.h"
#include "net/link.h"

namespace greensward::net {

/// A link over a socket: TCP or TLS as it is, WebSocket by way of the hooks.
class ChannelLink : public Link, public Resident
{
public:
    ChannelLink(Channel channel, LinkDescription description);

    const LinkDescription& description() const override { return m_description; }
    void setHandler(LinkHandler* handler) override { m_handler = handler; }
    std::size_t write(std::span<const ByteView> slices) override;
    void close(CloseMode mode) override;
    void setReading(bool on) override;
    std::optional<Duration> roundTrip() const override { return m_channel.roundTrip(); }

    /// Moves in with the loop; reading begins with start(), once somebody handles the link.
    void open() { moveIn(); }
    virtual void start();
    bool isOpen() const { return m_state == State::Open; }

protected:
    /// Bytes that the channel gave; may be changed in place.
    virtual void take(std::span<std::uint8_t> bytes);
    /// Pushes out what was accepted but has not gone yet; false while some is left (or the link has failed).
    virtual bool drain();
    /// The last words of this protocol before a graceful close; drain() follows.
    virtual void sayGoodbye() {}

    LinkHandler* handler() const { return m_handler; }
    Channel& channel() { return m_channel; }
    /// Remembers that the handler is owed a writable(), because it could not give everything.
    void oweWritable() { m_owesWritable = true; }
    void awaitWritable();
    /// Ends the link for a reason of its own in a later step of the loop. Graceful as in close().
    void closeBecause(CloseMode mode, std::string why);
    /// The channel failed: the link ends in a later step of the loop.
    void failLater();

private:
    enum class State : std::uint8_t { Open, Closing, Closed };
    enum class Afterwards : std::uint8_t { Drop, Linger };

    void awaitReadable(Want want);
    void onReadable();
    void onWritable();
    void finishClosing();
    /// Tells the handler, lets the socket go, and moves out.
    void end(const std::string& why, Afterwards socket = Afterwards::Drop);

    Channel m_channel;
    LinkHandler* m_handler = nullptr;
    LinkDescription m_description;
    std::unique_ptr<LoopTimer> m_grace;
    std::unique_ptr<std::string> m_why;
    State m_state = State::Open;
    bool m_reading = true;
    bool m_awaitsReadable = false;
    bool m_awaitsWritable = false;
    bool m_owesWritable = false;
};

} // namespace greensward::net
