// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "mqtt/gatekeeper.h"
#include "mqtt/limits.h"
#include "mqtt/message.h"
#include "mqtt/session_store.h"
#include "trace/recorder.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::mqtt {

/// Why a network connection ended, as the broker knows it. Order is part of captures: append only.
enum class DisconnectReason : std::uint8_t {
    ClientDisconnect, ///< DISCONNECT, clean: no will
    ClientWithWill,   ///< MQTT 5 DISCONNECT 0x04
    ConnectionLost,   ///< the link closed without DISCONNECT
    KeepAliveTimeout, ///< nothing for 1.5 × keep alive
    TakenOver,        ///< the same client id connected again
    ProtocolError,    ///< malformed or forbidden packet
    NotAuthorized,    ///< the gatekeeper closed it
    ConnectTimeout,   ///< no CONNECT in time
    ServerClosed,     ///< administrative: closeClient()
    SlowConsumer,     ///< could not be written to within the limits
    ServerShutdown,   ///< the whole broker goes
};
std::string_view text(DisconnectReason reason);

class BrokerObserver;

/// A message offered by an in-process origin (rule action, shadow service, console).
struct OutgoingMessage
{
    std::string_view topic;
    ByteView payload;
    QoS qos = QoS::AtMostOnce;
    bool retain = false;
    PublishProperties properties;
    trace::EventId cause = 0;
    trace::JourneyId journey = 0;
};

/// A message seen by an in-process tap. Views live for the call.
struct TappedMessage
{
    std::string_view topic;
    ByteView payload;
    QoS qos{};
    bool retain = false;        ///< as published
    bool will = false;          ///< published by the broker for a client that is gone
    std::string_view publisher; ///< client id or "$origin"
    const PublishProperties* properties = nullptr;
    trace::EventId event = 0;
    trace::JourneyId journey = 0;
    /// A tap that keeps the message raises it to what has to be committed() before the publisher is told that it was
    /// taken (QoS > 0); null when nobody is told.
    Ticket* waitsFor = nullptr;
};

using TapId = std::uint64_t;
using Tap = std::function<void(const TappedMessage&)>;

struct BrokerCounters
{
    std::uint64_t connections = 0; ///< open now, CONNECTed or not
    std::uint64_t clients = 0;     ///< CONNECTed now
    std::uint64_t sessions = 0;    ///< stored ones included
    std::uint64_t subscriptions = 0;
    std::uint64_t retained = 0;
    std::uint64_t received = 0; ///< PUBLISH packets since the start
    std::uint64_t delivered = 0;
    std::uint64_t dropped = 0;
    std::uint64_t queuedBytes = 0; ///< in sessions' queues
};

/// A client as the console shows it.
struct ClientView
{
    std::string clientId;
    Peer peer;
    Version version{};
    bool connected = false;
    bool cleanStart = false;
    std::uint16_t keepAlive = 0;
    std::size_t subscriptions = 0;
    std::size_t queued = 0;
    std::size_t inflight = 0;
    bool willArmed = false;
};

/// A complete MQTT 3.1.1 and 5.0 server without sockets, threads or clocks: it is given bytes, the loss of links and
/// the time, and hands back bytes, links to close and its next deadline. One thread.
///
/// The driver (broker_port.h over real links, MemoryHub in simulations) repeats: feed everything that is ready with
/// receive()/linkClosed()/advance(), then take each of pending() and write its output() until it is empty or the link
/// is full (written() tells how much went), close those whose closing() is true once their output is empty, then
/// endTurn().
///
/// A PUBLISH is encoded once a turn and shared by all receivers of the same protocol version and options; output that
/// could not be written by endTurn() is copied aside, within Limits::outboxBytes.
///
/// With a SessionStore, PUBACK, PUBREC, PUBCOMP, SUBACK, UNSUBACK and CONNACK are held until the store has committed
/// what they promise (committed()); without one they are immediate.
class Broker
{
public:
    struct Parts
    {
        const Clock& clock; ///< wall time for expiry; deadlines use the Instants handed in
        trace::Recorder& recorder;
        Gatekeeper& gatekeeper;
        SessionStore* store = nullptr;      ///< null: nothing outlives the broker
        BrokerObserver* observer = nullptr; ///< observer.h; null: nobody listens
        std::uint64_t seed = 1;        ///< for assigned client ids and the choice within a shared group
        std::string name = "broker";   ///< detail of trace events that speak of the broker itself
    };

    Broker(Parts parts, Limits limits);
    ~Broker();
    Broker(const Broker&) = delete;
    Broker& operator=(const Broker&) = delete;

    /// Before the first connection: what the store found. Expired sessions and messages are dropped.
    void restore(StoredBroker stored, Instant now);

    // --- from the transport
    // ---------------------------------------------------------------------------------------------
    /// A link is open. 0: turned away (connection limit), close it.
    ConnectionId open(Peer peer, Instant now);
    /// Bytes arrived; any split, any number of packets. Views are not kept.
    void receive(ConnectionId connection, ByteView bytes, Instant now);
    /// The link is gone (after which the id is unknown). Also to be called after a requested close has been carried
    /// out.
    void linkClosed(ConnectionId connection, std::string_view why, Instant now);
    /// Fires what is due: keep alive, connect timeouts, will delays, session and message expiry.
    void advance(Instant now);
    std::optional<Instant> nextDeadline() const;
    /// The store has made everything up to this ticket safe.
    void committed(Ticket ticket, Instant now);

    // --- to the transport
    // -----------------------------------------------------------------------------------------------
    /// Connections that have output or are to be closed; valid until the next call that feeds the broker.
    std::span<const ConnectionId> pending() const;
    /// Up to some tens of slices, in order; empty when there is nothing to write.
    std::span<const ByteView> output(ConnectionId connection) const;
    void written(ConnectionId connection, std::size_t bytes);
    /// True when the link is to be closed after its output has been written.
    bool closing(ConnectionId connection) const;
    /// Call once after the outputs of a turn were tried. Connections whose link was full stay quiet until written() or
    /// writable().
    void endTurn(Instant now);
    /// The link takes bytes again: puts the connection back into pending().
    void writable(ConnectionId connection);
    /// True while the connection is above its throughput and bytes of it wait in the broker: the driver does well not to
    /// read more of it, and looks again at the end of each turn. Never without Limits::bytesPerSecond.
    bool delayed(ConnectionId connection) const;

    // --- in-process
    // -----------------------------------------------------------------------------------------------------
    /// origin: shown as the publisher, "$" + a word. Bypasses the gatekeeper's publish(); receive() still applies.
    void publish(std::string_view origin, const OutgoingMessage& message, Instant now);
    /// Called for each message that matches, on the engine thread, before it is delivered to clients. A tap may call
    /// publish(); such messages are routed after the current one. Taps are not subject to the gatekeeper.
    TapId tap(std::string_view filter, Tap tap);
    void untap(TapId id);
    /// Ends a client's connection; the will is published unless withheld.
    bool closeClient(std::string_view clientId, DisconnectReason reason, bool withholdWill, Instant now);
    /// Ends all connections with ServerShuttingDown (MQTT 5); wills are published.
    void shutdown(Instant now);

    // --- to look at
    // -----------------------------------------------------------------------------------------------------
    BrokerCounters counters() const;
    std::vector<ClientView> clients() const;
    MessagePtr retained(std::string_view topic) const;
    std::vector<MessagePtr> retainedMatching(std::string_view filter, std::size_t most) const;
    const Limits& limits() const;
    /// True while the store has so much to write that clients should not be read from: the driver stops reading until
    /// it is false again, and looks whenever the store has committed.
    bool congested() const;

private:
    class Core;
    std::unique_ptr<Core> m_core;
};

} // namespace greensward::mqtt
