// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/link.h"
#include "net/loop_core.h"

namespace greensward::net {

/// One end of a memory pair. Its inbox is what the other end has written and this one has not yet received.
class MemoryLink final : public Link, public Resident
{
public:
    static constexpr std::size_t kCapacity = 256u << 10;

    MemoryLink(LoopCore& loop, LinkDescription description);
    /// Makes the two ends know each other and moves them in with the loop.
    static void join(const std::shared_ptr<MemoryLink>& a, const std::shared_ptr<MemoryLink>& b);

    const LinkDescription& description() const override { return m_description; }
    void setHandler(LinkHandler* handler) override { m_handler = handler; }
    std::size_t write(std::span<const ByteView> slices) override;
    void close(CloseMode mode) override;
    void setReading(bool on) override;

private:
    enum class State : std::uint8_t { Open, Closing, Closed };

    /// Puts this end into the loop's next round of deliveries.
    void wake();
    static void deliverAll(LoopCore& loop);
    void deliver();
    void end();

    LinkHandler* m_handler = nullptr;
    std::weak_ptr<MemoryLink> m_peer;
    Bytes m_inbox;
    LinkDescription m_description;
    std::string_view m_why;
    std::string_view m_peerGone; ///< why, once the other end has closed
    State m_state = State::Open;
    bool m_reading = true;
    bool m_ready = false;
    bool m_owesWritable = false;
};

} // namespace greensward::net
