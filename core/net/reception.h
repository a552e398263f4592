// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/channel.h"
#include "net/listener.h"
#include "net/tls_context.h"

#include <unordered_set>

namespace greensward::net {

class ChannelLink;
class Guest;

/// What a listener and the connections that came in through it share. Outlives the listener while such connections do,
/// but tells nobody anything after that.
struct Reception
{
    ListenerSettings settings;
    ListenerHandler* handler = nullptr; ///< null once the listener is gone
    std::shared_ptr<const TlsContext> tls;
    std::uint16_t port = 0;
    std::size_t open = 0; ///< connections, whatever they have become
    std::unordered_set<Guest*> guests;

    void refused(Refusal refusal) const
    {
        refusal.localPort = port;
        if (handler)
            handler->refused(refusal);
    }
    void refused(const std::string& address, const std::string& why) const
    {
        refused(Refusal{.address = address, .why = why});
    }
};

/// A connection that belongs to its listener: in its handshake, or speaking HTTP.
class Guest : public Resident
{
public:
    Guest(LoopCore& loop, std::shared_ptr<Reception> reception) : Resident(loop), m_reception(std::move(reception)) {}

    void enter()
    {
        moveIn();
        m_reception->guests.insert(this);
    }
    /// The listener is closed.
    virtual void sendAway() = 0;

protected:
    Reception& reception() const { return *m_reception; }
    std::shared_ptr<Reception> sharedReception() const { return m_reception; }
    void leave()
    {
        m_reception->guests.erase(this);
        moveOut();
    }

private:
    std::shared_ptr<Reception> m_reception;
};

/// Offers a finished link to the listener's handler and starts or closes it.
void hand(Reception& reception, const std::shared_ptr<ChannelLink>& link);

/// From an accepted socket to a link or an HTTP connection: TLS, then who speaks what, all within the handshake
/// time-out.
void receive(std::shared_ptr<Reception> reception, Channel channel, std::string address);

} // namespace greensward::net
