// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/memory_client.h"

#include "net/memory_link.h"

namespace greensward::app {

net::LinkDescription inMemory(std::string address)
{
    net::LinkDescription description;
    description.transport = "memory";
    description.address = std::move(address);
    return description;
}

MemoryClient::MemoryClient(const Parts& parts, mqtt::ClientSettings settings, mqtt::ClientHandler& handler,
                           bool simulated)
    : m_parts(parts)
    , m_simulated(simulated)
    , m_client(std::move(settings), Random(entropySeed()), handler)
    , m_timer(parts.loop, [this] {
        m_client.advance(m_parts.clock.now());
        pump();
    })
{}

MemoryClient::~MemoryClient() = default;

Result<void> MemoryClient::start()
{
    const auto started = m_client.start(m_parts.clock.now());
    pump();
    return started;
}

void MemoryClient::stop()
{
    m_client.stop(m_parts.clock.now());
    pump();
}

void MemoryClient::openLink()
{
    auto [mine, brokers] = net::makeMemoryPair(m_parts.loop, inMemory("this program"), inMemory("this program"));
    mine->setHandler(this);
    m_link.opened(*mine);
    if (m_parts.port.adopt(*brokers, m_simulated))
        m_client.linkOpened(m_parts.clock.now());
    // else the broker has closed its end: closed() follows
}

void MemoryClient::pump()
{
    if (m_pumping)
        return;
    m_pumping = true;
    if (m_client.wantsLink() && !m_link)
        openLink();
    m_link.flush(m_client);
    m_pumping = false;
    if (const auto due = m_client.nextDeadline())
        m_timer.set(*due);
    else
        m_timer.cancel();
}

void MemoryClient::received(net::Link&, ByteView bytes)
{
    m_client.receive(bytes, m_parts.clock.now());
    pump();
}

void MemoryClient::writable(net::Link&)
{
    m_link.writable();
    pump();
}

void MemoryClient::closed(net::Link&, std::string_view why)
{
    m_link.release();
    m_client.linkClosed(why, m_parts.clock.now());
    pump();
}

} // namespace greensward::app
