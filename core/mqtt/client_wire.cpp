// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/client_wire.h"

#include <array>
#include <utility>

namespace greensward::mqtt {

ClientWire::~ClientWire()
{
    if (!m_link)
        return;
    m_link->setHandler(nullptr);
    m_link->close(net::CloseMode::Graceful);
}

void ClientWire::opened(net::Link& link)
{
    m_link = &link;
    m_blocked = false;
    m_closing = false;
}

net::Link* ClientWire::release()
{
    return std::exchange(m_link, nullptr);
}

void ClientWire::abort()
{
    if (!m_link)
        return;
    m_closing = true;
    m_link->close(net::CloseMode::Abort);
}

void ClientWire::flush(Client& client)
{
    while (m_link && !m_blocked && !m_closing) {
        const ByteView bytes = client.output();
        if (bytes.empty())
            break;
        const std::array slices{bytes};
        const std::size_t taken = m_link->write(slices);
        m_blocked = taken < bytes.size();
        client.written(taken);
    }
    if (m_link && !m_closing && client.closing() && client.output().empty()) {
        m_closing = true;
        m_link->close(net::CloseMode::Graceful);
    }
}

} // namespace greensward::mqtt
