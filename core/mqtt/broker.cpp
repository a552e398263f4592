// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/broker.h"

#include "mqtt/broker_core.h"

#include <array>
#include <cassert>

namespace greensward::mqtt {

std::string_view text(DisconnectReason reason)
{
    static constexpr std::array<std::string_view, 11> kTexts{
        "the client disconnected",
        "the client disconnected and asked for its will",
        "the connection was lost",
        "keep alive timeout",
        "taken over by another connection",
        "protocol error",
        "not authorized",
        "no CONNECT in time",
        "closed by the server",
        "the client reads too slowly",
        "the server is shutting down",
    };
    return kTexts.at(static_cast<std::size_t>(reason));
}

Broker::Core::Core(Parts parts, Limits limits)
    : m_parts(std::move(parts))
    , m_limits(limits)
    , m_random(m_parts.seed)
    , m_trie(limits.parentMatch)
    , m_routes(m_trie)
    , m_retained(limits.retainedMessages, limits.retainedBytes, limits.parentMatch)
{}

Broker::Core::~Core() = default;

Broker::Broker(Parts parts, Limits limits) : m_core(std::make_unique<Core>(std::move(parts), limits)) {}

Broker::~Broker() = default;

void Broker::restore(StoredBroker stored, Instant now)
{
    m_core->restore(std::move(stored), now);
}

ConnectionId Broker::open(Peer peer, Instant now)
{
    return m_core->open(std::move(peer), now);
}

void Broker::receive(ConnectionId connection, ByteView bytes, Instant now)
{
    m_core->receive(connection, bytes, now);
}

void Broker::linkClosed(ConnectionId connection, std::string_view why, Instant now)
{
    m_core->linkClosed(connection, why, now);
}

void Broker::advance(Instant now)
{
    m_core->advance(now);
}

std::optional<Instant> Broker::nextDeadline() const
{
    return m_core->nextDeadline();
}

void Broker::committed(Ticket ticket, Instant now)
{
    m_core->committed(ticket, now);
}

std::span<const ConnectionId> Broker::pending() const
{
    return m_core->pending();
}

std::span<const ByteView> Broker::output(ConnectionId connection) const
{
    return m_core->output(connection);
}

void Broker::written(ConnectionId connection, std::size_t bytes)
{
    m_core->written(connection, bytes);
}

bool Broker::closing(ConnectionId connection) const
{
    return m_core->closing(connection);
}

bool Broker::congested() const
{
    return m_core->congested();
}

void Broker::endTurn(Instant now)
{
    m_core->endTurn(now);
}

void Broker::writable(ConnectionId connection)
{
    m_core->writable(connection);
}

bool Broker::delayed(ConnectionId connection) const
{
    return m_core->delayed(connection);
}

void Broker::publish(std::string_view origin, const OutgoingMessage& message, Instant now)
{
    m_core->publish(origin, message, now);
}

TapId Broker::tap(std::string_view filter, Tap tap)
{
    return m_core->tap(filter, std::move(tap));
}

void Broker::untap(TapId id)
{
    m_core->untap(id);
}

bool Broker::closeClient(std::string_view clientId, DisconnectReason reason, bool withholdWill, Instant now)
{
    return m_core->closeClient(clientId, reason, withholdWill, now);
}

void Broker::shutdown(Instant now)
{
    m_core->shutdown(now);
}

BrokerCounters Broker::counters() const
{
    return m_core->counters();
}

std::vector<ClientView> Broker::clients() const
{
    return m_core->clients();
}

MessagePtr Broker::retained(std::string_view topic) const
{
    return m_core->retained(topic);
}

std::vector<MessagePtr> Broker::retainedMatching(std::string_view filter, std::size_t most) const
{
    return m_core->retainedMatching(filter, most);
}

const Limits& Broker::limits() const
{
    return m_core->limits();
}

} // namespace greensward::mqtt
