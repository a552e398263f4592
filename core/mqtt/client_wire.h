// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/client.h"
#include "net/link.h"

namespace greensward::mqtt {

/// The link of an MQTT client of this program, and how far it takes what the client has to say. The loop's thread.
class ClientWire
{
public:
    ClientWire() = default;
    /// Nobody is told any more of how it ends.
    ~ClientWire();
    ClientWire(const ClientWire&) = delete;
    ClientWire& operator=(const ClientWire&) = delete;

    void opened(net::Link& link);
    void writable() { m_blocked = false; }
    /// It has gone, or is another's from now on. Null when there was none.
    net::Link* release();
    /// Ends it abruptly, as when a cable is pulled; the handler is told closed() later.
    void abort();
    explicit operator bool() const { return m_link != nullptr; }

    /// Writes what the client has to say, as far as the link takes it; closes it once the client has said goodbye.
    void flush(Client& client);

private:
    net::Link* m_link = nullptr;
    bool m_blocked = false;
    bool m_closing = false;
};

} // namespace greensward::mqtt
