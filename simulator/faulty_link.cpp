// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/faulty_link.h"

#include <array>
#include <cassert>
#include <limits>
#include <utility>

namespace greensward::simulator {

struct FaultyLink::Pipes
{
    Pipes(Random random, const LinkFaults& wrong)
        : up(random.fork(1)), down(random.fork(2), std::numeric_limits<std::size_t>::max()), faults(wrong)
    {}
    Pipe up;
    Pipe down; ///< takes whatever still comes; reading stops at Pipe::kCapacity
    LinkFaults faults;
};

FaultyLink::FaultyLink(const Clock& clock, Random random, net::LinkHandler& user)
    : m_clock(clock), m_random(random), m_user(&user)
{}

FaultyLink::~FaultyLink()
{
    if (m_inner)
        m_inner->setHandler(nullptr);
}

void FaultyLink::attach(net::Link& inner)
{
    assert(!m_inner);
    m_inner = &inner;
    applyReading();
    if (m_closing)
        closeInner();
}

void FaultyLink::setFaults(const LinkFaults& faults)
{
    if (!m_pipes && faults.none())
        return;
    const Instant now = m_clock.now();
    Pipes& pipe = pipes();
    pipe.faults = faults;
    const std::uint64_t reading = faults.reading == 0 ? faults.bandwidth : faults.reading;
    pipe.up.setFaults(faults, faults.bandwidth, faults.cutUp, now);
    pipe.down.setFaults(faults, reading, faults.cutDown, now);
    applyReading();
    if (m_closing)
        closeInner();
}

FaultyLink::Pipes& FaultyLink::pipes()
{
    if (!m_pipes)
        m_pipes = std::make_unique<Pipes>(m_random, LinkFaults{});
    return *m_pipes;
}

bool FaultyLink::cutUp() const
{
    return m_pipes && m_pipes->faults.cutUp;
}

bool FaultyLink::cutDown() const
{
    return m_pipes && m_pipes->faults.cutDown;
}

void FaultyLink::applyReading()
{
    const bool room = !m_pipes || m_pipes->down.size() < Pipe::kCapacity;
    if (m_inner)
        m_inner->setReading(m_reading && !cutDown() && room);
}

// --- towards the other end
// ------------------------------------------------------------------------------------------------

std::size_t FaultyLink::write(std::span<const ByteView> slices)
{
    if (m_closing)
        return 0;
    std::size_t offered = 0;
    for (const ByteView slice : slices)
        offered += slice.size();
    const bool straight = !m_pipes || (m_pipes->faults.none() && m_pipes->up.empty());
    std::size_t taken = 0;
    if (straight)
        taken = m_inner ? m_inner->write(slices) : 0;
    else
        taken = m_pipes->up.push(slices, m_clock.now());
    m_userRefused = taken < offered;
    return taken;
}

void FaultyLink::pumpUp(Instant now)
{
    if (!m_pipes)
        return;
    Pipe& up = m_pipes->up;
    for (ByteView piece = up.arrived(now); m_inner && !piece.empty(); piece = up.arrived(now)) {
        const std::array slices{piece};
        const std::size_t taken = m_inner->write(slices);
        up.take(taken);
        m_innerFull = taken < piece.size();
        if (m_innerFull)
            break;
    }
    if (m_closing)
        closeInner();
    else if (m_userRefused && up.room() > up.size() && m_user) {
        m_userRefused = false;
        m_user->writable(*this);
    }
}

void FaultyLink::close(net::CloseMode mode)
{
    if (m_closing)
        return;
    m_closing = mode;
    if (mode == net::CloseMode::Abort && m_pipes)
        m_pipes->up.clear();
    closeInner();
}

void FaultyLink::closeInner()
{
    if (!m_inner || m_innerClosing || cutUp())
        return;
    if (m_pipes && !m_pipes->up.empty())
        return; // the last words are still under way
    m_innerClosing = true;
    m_inner->close(*m_closing);
}

void FaultyLink::forsake()
{
    m_user = nullptr;
    m_closing = net::CloseMode::Vanish;
    if (m_pipes)
        m_pipes->up.clear();
    closeInner();
}

void FaultyLink::writable(net::Link&)
{
    m_innerFull = false;
    if (m_pipes && !m_pipes->up.empty()) {
        pumpUp(m_clock.now());
    } else if (m_userRefused && m_user && !m_closing) {
        m_userRefused = false;
        m_user->writable(*this);
    }
}

// --- from the other end
// ---------------------------------------------------------------------------------------------------

void FaultyLink::received(net::Link&, ByteView bytes)
{
    if (m_closing)
        return;
    const bool straight = !m_pipes || (m_pipes->faults.none() && m_pipes->down.empty());
    if (straight && m_reading) {
        m_user->received(*this, bytes);
        return;
    }
    const std::array slices{bytes};
    pipes().down.push(slices, m_clock.now());
    applyReading();
}

void FaultyLink::pumpDown(Instant now)
{
    if (!m_pipes)
        return;
    Pipe& down = m_pipes->down;
    while (m_reading && m_user && !m_closing) {
        const ByteView piece = down.arrived(now);
        if (piece.empty())
            break;
        const Bytes bytes(piece.begin(), piece.end()); // the user may do anything to us from inside
        down.take(bytes.size());
        m_user->received(*this, bytes);
    }
    applyReading();
}

void FaultyLink::closed(net::Link&, std::string_view why)
{
    m_inner = nullptr;
    const bool straight = !m_pipes || (m_pipes->faults.none() && m_pipes->down.empty());
    if (straight || !m_user)
        tellClosed(why);
    else
        m_innerClosed = std::string(why);
}

void FaultyLink::tellClosed(std::string_view why)
{
    if (net::LinkHandler* user = std::exchange(m_user, nullptr))
        user->closed(*this, why);
}

// --- time
// -----------------------------------------------------------------------------------------------------------------

void FaultyLink::advance(Instant now)
{
    pumpUp(now);
    pumpDown(now);
    if (m_closing)
        tellClosed("closed by this end");
    else if (m_innerClosed && !cutDown() && m_pipes->down.empty())
        tellClosed(*m_innerClosed);
}

std::optional<Instant> FaultyLink::nextDeadline() const
{
    if (m_closing && m_user)
        return m_clock.now();
    if (!m_pipes)
        return std::nullopt;
    std::optional<Instant> next = m_inner && !m_innerFull ? m_pipes->up.nextDeadline() : std::nullopt;
    if (m_user && !m_closing) {
        const auto down = m_reading ? m_pipes->down.nextDeadline() : std::nullopt;
        if (down && (!next || *down < *next))
            next = down;
        if (m_innerClosed && !cutDown() && m_pipes->down.empty())
            return m_clock.now();
    }
    return next;
}

const net::LinkDescription& FaultyLink::description() const
{
    static const net::LinkDescription gone;
    return m_inner ? m_inner->description() : gone;
}

void FaultyLink::setHandler(net::LinkHandler* handler)
{
    m_user = handler;
}

void FaultyLink::setReading(bool on)
{
    m_reading = on;
    applyReading();
}

} // namespace greensward::simulator
