// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/web_socket_link.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::net {

namespace {

constexpr std::size_t kMostSlices = 64;
constexpr std::size_t kMostPayload = 256u << 10; ///< accepted by one write(), and so the most that is kept here
constexpr std::size_t kMostBacklog = kMostPayload + (64u << 10); ///< beyond it pings go unanswered

} // namespace

void WebSocketLink::begin(const std::string& response, std::string early)
{
    m_early = std::move(early);
    const std::array slices{asBytes(response)};
    send(slices);
}

void WebSocketLink::start()
{
    if (!m_early.empty() && isOpen()) {
        // In a later step, like everything that is received.
        loop().post([self = sharedFrom(this)] {
            std::string early = std::move(self->m_early);
            self->m_early.clear();
            if (self->isOpen())
                self->take(std::span(reinterpret_cast<std::uint8_t*>(early.data()), early.size()));
            self->ChannelLink::start();
        });
        return;
    }
    ChannelLink::start();
}

std::size_t WebSocketLink::write(std::span<const ByteView> slices)
{
    if (!isOpen())
        return 0;
    if (clogged()) {
        oweWritable();
        return 0;
    }
    std::array<ByteView, kMostSlices + 1> frame;
    std::size_t count = 1;
    std::size_t payload = 0;
    for (const ByteView slice : slices) {
        if (payload == kMostPayload || count == frame.size())
            break;
        frame[count] = slice.first(std::min(slice.size(), kMostPayload - payload));
        payload += frame[count++].size();
    }
    if (payload == 0)
        return 0;
    std::array<std::uint8_t, 10> header{};
    frame[0] = ByteView(header).first(frameHeader(WebSocketOpcode::Binary, payload, header));
    if (!send(std::span(frame).first(count)))
        return 0;
    std::size_t offered = 0;
    for (const ByteView slice : slices)
        offered += slice.size();
    if (payload < offered) {
        oweWritable();
        awaitWritable();
    }
    return payload;
}

bool WebSocketLink::send(std::span<const ByteView> frame)
{
    std::size_t sent = 0;
    if (!clogged()) {
        const Progress progress = channel().write(frame);
        if (progress.outcome == Progress::Outcome::Done)
            return true;
        if (progress.outcome != Progress::Outcome::Later) {
            failLater();
            return false;
        }
        sent = progress.bytes;
    }
    for (const ByteView slice : frame) {
        const std::size_t gone = std::min(sent, slice.size());
        sent -= gone;
        m_backlog.insert(m_backlog.end(), slice.begin() + static_cast<std::ptrdiff_t>(gone), slice.end());
    }
    awaitWritable();
    return true;
}

bool WebSocketLink::drain()
{
    if (clogged()) {
        const std::array slices{ByteView(m_backlog)};
        const Progress progress = channel().write(slices);
        if (progress.outcome == Progress::Outcome::Later) {
            m_backlog.erase(m_backlog.begin(), m_backlog.begin() + static_cast<std::ptrdiff_t>(progress.bytes));
            awaitWritable();
            return false;
        }
        if (progress.outcome != Progress::Outcome::Done) {
            failLater();
            return false;
        }
        m_backlog = {}; // an idle connection keeps no buffer
    }
    return true;
}

void WebSocketLink::take(std::span<std::uint8_t> bytes)
{
    using What = WebSocketFrames::Step::What;
    while (isOpen()) {
        const auto step = m_frames.next(bytes);
        switch (step.what) {
        case What::NeedMore:
            return;
        case What::Payload:
            if (handler())
                handler()->received(*this, step.payload);
            break;
        case What::Ping:
            if (m_backlog.size() < kMostBacklog)
                control(WebSocketOpcode::Pong, step.payload);
            break;
        case What::Pong:
            break;
        case What::Close:
            sendClose(step.code == WebSocketCode::NoneGiven ? WebSocketCode::Normal : step.code);
            closeBecause(CloseMode::Graceful, step.code == WebSocketCode::NoneGiven
                                                  ? "the other end closed the WebSocket"
                                                  : fmt::format("the other end closed the WebSocket (code {})",
                                                                static_cast<unsigned>(step.code)));
            return;
        case What::Violation:
            sendClose(step.code);
            closeBecause(CloseMode::Graceful, step.why);
            return;
        }
    }
}

void WebSocketLink::control(WebSocketOpcode opcode, ByteView payload)
{
    std::array<std::uint8_t, 10> header{};
    const std::array frame{ByteView(header).first(frameHeader(opcode, payload.size(), header)), payload};
    send(frame);
}

void WebSocketLink::sendClose(WebSocketCode code)
{
    m_saidGoodbye = true;
    const auto number = static_cast<std::uint16_t>(code);
    const std::array<std::uint8_t, 2> payload{static_cast<std::uint8_t>(number >> 8),
                                              static_cast<std::uint8_t>(number)};
    control(WebSocketOpcode::Close, payload);
}

void WebSocketLink::sayGoodbye()
{
    if (!m_saidGoodbye)
        sendClose(WebSocketCode::Normal);
}

} // namespace greensward::net
