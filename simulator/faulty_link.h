// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/link.h"
#include "simulator/network.h"

#include <memory>
#include <optional>
#include <string>

namespace greensward::simulator {

/// A link with faults: stands between a real one (TLS, memory) and its user, and delays or withholds what passes.
/// Without faults it passes everything on at once and costs a few words.
///
/// A cut works like a pulled cable: both ends keep their connection and learn nothing. What this end sends waits (and
/// arrives if the cable is healed while the connection lives), until the buffer is full; that the other end gave up is
/// only learnt after healing. When this end gives up, closed() follows in the next advance(), while the other end stays
/// half-open until the cable is healed or its own patience ends. Time comes from the clock and advance(); one thread.
class FaultyLink final : public net::Link, public net::LinkHandler
{
public:
    /// user: as LinkHandler says; told what passes.
    FaultyLink(const Clock& clock, Random random, net::LinkHandler& user);
    ~FaultyLink() override;

    /// The real link, whose handler this is already.
    void attach(net::Link& inner);
    void setFaults(const LinkFaults& faults);
    /// The user is not to be told anything any more, as it has died; its end of the connection closes without a word as
    /// far as the cable allows.
    void forsake();
    /// Moves what is due.
    void advance(Instant now);
    std::optional<Instant> nextDeadline() const;
    /// The user was told closed() or has forsaken the link.
    bool toldClosed() const { return !m_user; }
    /// The user was told closed() or has forsaken it, and the real link is gone: to be destroyed.
    bool finished() const { return !m_user && !m_inner; }

    const net::LinkDescription& description() const override;
    void setHandler(net::LinkHandler* handler) override;
    std::size_t write(std::span<const ByteView> slices) override;
    void close(net::CloseMode mode) override;
    void setReading(bool on) override;

    void received(net::Link& link, ByteView bytes) override;
    void writable(net::Link& link) override;
    void closed(net::Link& link, std::string_view why) override;

private:
    struct Pipes;
    bool cutUp() const;
    bool cutDown() const;
    Pipes& pipes();
    void pumpUp(Instant now);
    void pumpDown(Instant now);
    void closeInner();
    void applyReading();
    void tellClosed(std::string_view why);

    const Clock& m_clock;
    Random m_random;
    net::LinkHandler* m_user;
    net::Link* m_inner = nullptr;
    std::unique_ptr<Pipes> m_pipes;          ///< only once there was a fault
    std::optional<net::CloseMode> m_closing; ///< this end has closed; the real link follows when it can
    bool m_innerClosing = false;             ///< close() was called on the real link
    bool m_innerFull = false;                ///< the real link takes nothing until writable()
    bool m_reading = true;
    bool m_userRefused = false;               ///< write() took less: writable() is owed
    std::optional<std::string> m_innerClosed; ///< the real link is gone, the user does not know yet
};

} // namespace greensward::simulator
