// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/memory_link.h"

#include "net/link_end.h"
#include "net/memory_link_core.h"

#include <algorithm>

namespace greensward::net {

MemoryLink::MemoryLink(LoopCore& loop, LinkDescription description)
    : Resident(loop), m_description(std::move(description))
{}

void MemoryLink::join(const std::shared_ptr<MemoryLink>& a, const std::shared_ptr<MemoryLink>& b)
{
    a->m_peer = b;
    b->m_peer = a;
    a->moveIn();
    b->moveIn();
}

std::size_t MemoryLink::write(std::span<const ByteView> slices)
{
    const auto peer = m_peer.lock();
    if (m_state != State::Open || !peer)
        return 0;
    std::size_t taken = 0;
    for (const ByteView slice : slices) {
        const std::size_t take = std::min(slice.size(), kCapacity - peer->m_inbox.size());
        peer->m_inbox.insert(peer->m_inbox.end(), slice.begin(), slice.begin() + static_cast<std::ptrdiff_t>(take));
        taken += take;
        if (take < slice.size()) {
            m_owesWritable = true;
            break;
        }
    }
    if (taken != 0)
        peer->wake();
    return taken;
}

void MemoryLink::close(CloseMode mode)
{
    if (m_state == State::Closed || (m_state == State::Closing && mode == CloseMode::Graceful))
        return;
    m_state = State::Closing;
    m_inbox.clear();
    m_why = mode == CloseMode::Abort ? "aborted by this end" : "closed by this end";
    if (const auto peer = m_peer.lock()) {
        if (mode == CloseMode::Abort)
            peer->m_inbox.clear();
        peer->m_peerGone = mode == CloseMode::Abort ? kResetThere : kClosedThere;
        peer->wake();
    }
    wake();
}

void MemoryLink::setReading(bool on)
{
    m_reading = on;
    if (on && !m_inbox.empty())
        wake();
}

void MemoryLink::wake()
{
    if (m_ready || m_state == State::Closed)
        return;
    m_ready = true;
    auto& ready = loop().memoryReady;
    if (ready.empty())
        loop().post([core = &loop()] { deliverAll(*core); });
    ready.push_back(sharedFrom(this));
}

void MemoryLink::deliverAll(LoopCore& loop)
{
    // Whatever is written meanwhile waits for a next round, so that two chatty ends cannot keep the loop to themselves.
    const auto round = std::exchange(loop.memoryReady, {});
    for (const auto& link : round)
        link->deliver();
}

void MemoryLink::deliver()
{
    m_ready = false;
    if (m_state == State::Closing) {
        end();
        return;
    }
    if (m_state == State::Closed)
        return;
    if (std::exchange(m_owesWritable, false)) {
        const auto peer = m_peer.lock();
        // Still full: the peer wakes this end when it has read.
        if (peer && peer->m_inbox.size() == kCapacity)
            m_owesWritable = true;
        else if (m_handler)
            m_handler->writable(*this);
    }
    if (m_state == State::Open && m_reading && !m_inbox.empty()) {
        const Bytes bytes = std::exchange(m_inbox, {});
        if (const auto peer = m_peer.lock(); peer && peer->m_owesWritable)
            peer->wake();
        if (m_handler)
            m_handler->received(*this, bytes);
    }
    // What was sent before a graceful close arrives before it.
    if (m_state == State::Open && !m_peerGone.empty() && m_inbox.empty()) {
        m_why = m_peerGone;
        end();
    }
}

void MemoryLink::end()
{
    const auto self = sharedFrom(this);
    m_state = State::Closed;
    if (auto* told = std::exchange(m_handler, nullptr))
        told->closed(*this, m_why);
    moveOut();
}

std::pair<Link*, Link*> makeMemoryPair(EventLoop& loop, LinkDescription a, LinkDescription b)
{
    const auto first = std::make_shared<MemoryLink>(loop.implementation(), std::move(a));
    const auto second = std::make_shared<MemoryLink>(loop.implementation(), std::move(b));
    MemoryLink::join(first, second);
    return {first.get(), second.get()};
}

} // namespace greensward::net
