// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/channel_link.h"

#include "net/link_end.h"

#include <cassert>
#include <utility>

namespace greensward::net {

namespace {

/// How long a link may take to send what it accepted before a graceful close becomes an abort.
constexpr auto kGrace = std::chrono::seconds{5};

constexpr const char* kClosedHere = "closed by this end";

std::size_t sizeOf(std::span<const ByteView> slices)
{
    std::size_t size = 0;
    for (const ByteView slice : slices)
        size += slice.size();
    return size;
}

} // namespace

ChannelLink::ChannelLink(Channel channel, LinkDescription description)
    : Resident(channel.loop()), m_channel(std::move(channel)), m_description(std::move(description))
{}

void ChannelLink::start()
{
    if (m_state != State::Open || !m_reading || m_awaitsReadable)
        return;
    // What came together with the end of a TLS handshake is inside the engine: the socket would not become ready for
    // it.
    if (m_channel.tls() && SSL_has_pending(m_channel.tls())) {
        m_awaitsReadable = true;
        loop().post([self = sharedFrom(this)] {
            self->m_awaitsReadable = false;
            self->onReadable();
        });
        return;
    }
    awaitReadable(Want::Read);
}

void ChannelLink::setReading(bool on)
{
    m_reading = on;
    if (on)
        start();
}

void ChannelLink::awaitReadable(Want want)
{
    m_awaitsReadable = true;
    m_channel.wait(want, [self = sharedFrom(this)](ErrorCode) {
        self->m_awaitsReadable = false;
        self->onReadable();
    });
}

void ChannelLink::onReadable()
{
    if (m_state != State::Open || !m_reading)
        return;
    auto& buffer = loop().readBuffer;
    const Progress progress = m_channel.read(buffer);
    switch (progress.outcome) {
    case Progress::Outcome::Later:
        awaitReadable(progress.want);
        return;
    case Progress::Outcome::Ended:
        end(std::string(kClosedThere));
        return;
    case Progress::Outcome::Failed:
        end(m_channel.failure());
        return;
    case Progress::Outcome::Done:
        break;
    }
    take(std::span(buffer).first(progress.bytes));
    // One piece a turn, so that nobody waits behind a connection that never runs dry.
    if (m_state != State::Open || !m_reading || m_awaitsReadable)
        return;
    if (progress.more) {
        m_awaitsReadable = true;
        loop().post([self = sharedFrom(this)] {
            self->m_awaitsReadable = false;
            self->onReadable();
        });
    } else {
        awaitReadable(Want::Read);
    }
}

void ChannelLink::take(std::span<std::uint8_t> bytes)
{
    if (m_handler)
        m_handler->received(*this, bytes);
}

std::size_t ChannelLink::write(std::span<const ByteView> slices)
{
    if (m_state != State::Open)
        return 0;
    if (m_awaitsWritable) {
        m_owesWritable = true;
        return 0;
    }
    const Progress progress = m_channel.write(slices);
    if (progress.outcome == Progress::Outcome::Done)
        return progress.bytes;
    if (progress.outcome != Progress::Outcome::Later) {
        failLater();
        return 0;
    }
    if (progress.bytes < sizeOf(slices))
        m_owesWritable = true;
    awaitWritable();
    return progress.bytes;
}

void ChannelLink::awaitWritable()
{
    if (std::exchange(m_awaitsWritable, true))
        return;
    m_channel.wait(Want::Write, [self = sharedFrom(this)](ErrorCode) {
        self->m_awaitsWritable = false;
        self->onWritable();
    });
}

bool ChannelLink::drain()
{
    if (!m_channel.unsent())
        return true;
    const Progress progress = m_channel.write({});
    if (progress.outcome == Progress::Outcome::Done)
        return true;
    if (progress.outcome == Progress::Outcome::Later)
        awaitWritable();
    else
        failLater();
    return false;
}

void ChannelLink::onWritable()
{
    if (m_state == State::Closed)
        return;
    if (!drain())
        return;
    if (m_state == State::Closing) {
        finishClosing();
        return;
    }
    if (std::exchange(m_owesWritable, false) && m_handler)
        m_handler->writable(*this);
}

void ChannelLink::close(CloseMode mode)
{
    closeBecause(mode, mode == CloseMode::Abort ? "aborted by this end" : kClosedHere);
}

void ChannelLink::closeBecause(CloseMode mode, std::string why)
{
    if (m_state == State::Closed || (m_state == State::Closing && mode == CloseMode::Graceful))
        return;
    m_why = std::make_unique<std::string>(std::move(why));
    if (mode == CloseMode::Abort) {
        m_state = State::Closing;
        m_channel.abort();
        loop().post([self = sharedFrom(this)] {
            if (self->m_state != State::Closed)
                self->end(*self->m_why);
        });
        return;
    }
    if (mode == CloseMode::Vanish) {
        m_state = State::Closing;
        m_channel.hangUp();
        loop().post([self = sharedFrom(this)] {
            if (self->m_state != State::Closed)
                self->end(*self->m_why, Afterwards::Linger);
        });
        return;
    }
    sayGoodbye();
    m_state = State::Closing;
    loop().post([self = sharedFrom(this)] { self->onWritable(); });
    m_grace = std::make_unique<LoopTimer>(loop().io, kGrace);
    m_grace->async_wait([weak = std::weak_ptr(sharedFrom(this))](ErrorCode error) {
        const auto self = weak.lock();
        if (!error && self && self->m_state == State::Closing) {
            self->m_channel.abort();
            self->end(*self->m_why + "; the other end did not take what was left");
        }
    });
}

void ChannelLink::failLater()
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closing;
    m_why = std::make_unique<std::string>(m_channel.failure());
    loop().post([self = sharedFrom(this)] {
        if (self->m_state != State::Closed)
            self->end(*self->m_why);
    });
}

void ChannelLink::finishClosing()
{
    m_channel.finish();
    end(*m_why, Afterwards::Linger);
}

void ChannelLink::end(const std::string& why, Afterwards socket)
{
    assert(m_state != State::Closed);
    const auto self = sharedFrom(this);
    const std::string reason = why.empty() ? std::string(kClosedThere) : why;
    m_state = State::Closed;
    m_grace.reset();
    m_channel.cancelWaits();
    if (auto* told = std::exchange(m_handler, nullptr))
        told->closed(*this, reason);
    moveOut();
    if (socket == Afterwards::Linger)
        linger(std::move(m_channel));
}

} // namespace greensward::net
