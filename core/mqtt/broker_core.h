// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/broker.h"
#include "mqtt/connection.h"
#include "mqtt/decode.h"
#include "mqtt/encode.h"
#include "mqtt/observer.h"
#include "mqtt/outbox.h"
#include "mqtt/retained_messages.h"
#include "mqtt/route_cache.h"
#include "mqtt/session.h"
#include "mqtt/subscription_trie.h"
#include "mqtt/timer_heap.h"
#include "mqtt/trace_flags.h"

#include <array>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace greensward::mqtt {

/// A message while it is being routed. Everything costly is made when the first receiver needs it, and then shared.
struct Publication
{
    const Publish& packet;
    std::string_view publisher;
    const Session* from = nullptr;   ///< for no local; null: not a client
    Version version = Version::v311; ///< of the frame
    bool will = false;
    ByteView frame{};     ///< the packet as it came, when it may be forwarded as it is; else empty
    MessagePtr message{}; ///< for those who keep it
    trace::EventId event = 0;
    trace::JourneyId journey = 0;

    struct Encoded
    {
        std::uint32_t offset = 0;
        std::uint32_t length = 0; ///< 0: not encoded yet
    };
    std::array<std::array<Encoded, 2>, 2> encoded{}; ///< [version is 5][RETAIN] at QoS 0, in the turn's buffer
    Ticket ticket = 0;                               ///< of the last write it caused
    std::size_t matched = 0;                         ///< receivers and taps
};

/// The state behind Broker. Its functions are grouped by file, as the headings say.
class Broker::Core
{
public:
    Core(Parts parts, Limits limits);
    ~Core();

    // broker_receive.cpp
    ConnectionId open(Peer peer, Instant now);
    void receive(ConnectionId id, ByteView bytes, Instant now);
    void linkClosed(ConnectionId id, std::string_view why, Instant now);
    // broker_deadlines.cpp
    void advance(Instant now);
    std::optional<Instant> nextDeadline() const;
    // broker_answers.cpp
    void committed(Ticket ticket, Instant now);
    // broker_output.cpp
    std::span<const ConnectionId> pending() const { return m_pending; }
    std::span<const ByteView> output(ConnectionId id);
    void written(ConnectionId id, std::size_t bytes);
    bool closing(ConnectionId id) const;
    void endTurn(Instant now);
    void writable(ConnectionId id);
    // broker_throttle.cpp
    bool delayed(ConnectionId id) const;
    // broker_local.cpp
    void publish(std::string_view origin, const OutgoingMessage& message, Instant now);
    TapId tap(std::string_view filter, Tap tap);
    void untap(TapId id);
    bool closeClient(std::string_view clientId, DisconnectReason reason, bool withholdWill, Instant now);
    void shutdown(Instant now);
    BrokerCounters counters() const;
    std::vector<ClientView> clients() const;
    MessagePtr retained(std::string_view topic) const { return m_retained.find(topic); }
    std::vector<MessagePtr> retainedMatching(std::string_view filter, std::size_t most) const;
    const Limits& limits() const { return m_limits; }
    bool congested() const { return m_parts.store != nullptr && m_parts.store->congested(); }
    // broker_restore.cpp
    void restore(StoredBroker stored, Instant now);

private:
    // broker_restore.cpp
    void restoreSession(StoredSession& stored, WallTime wall);

    // broker_receive.cpp: frames
    Connection* find(ConnectionId id) const;
    void takeBytes(Connection& connection, ByteView bytes);
    ByteView completePartial(Connection& connection, ByteView bytes);
    void takeFrame(Connection& connection, const FixedHeader& header, ByteView frame);
    Checked<std::optional<FixedHeader>> readHeader(const Connection& connection, ByteView bytes) const;
    void onFirstPacket(Connection& connection, const FixedHeader& header, ByteView body);
    void refuseUndecodable(Connection& connection, const ProtocolError& error, ByteView body);

    // broker_connect.cpp
    void onConnect(Connection& connection, const Connect& packet);
    std::optional<ProtocolError> unacceptable(const Connect& packet) const;
    void refuse(Connection& connection, std::string_view clientId, ReasonCode code, std::string_view because);
    Session* openSession(Connection& connection, const Connect& packet, bool& present, Ticket& ticket);
    void takeOver(Session& session);
    std::uint32_t grantedExpiry(const Connect& packet) const;
    void armWill(Session& session, const Connect& packet, const Connection& connection);
    void acceptConnect(Connection& connection, const Connect& packet, Session& session, bool present, bool assigned,
                       Ticket ticket);

    // broker_session.cpp: the end of connections and sessions, wills
    void onDisconnect(Connection& connection, const Disconnect& packet);
    void fail(Connection& connection, const ProtocolError& error);
    void close(Connection& connection, DisconnectReason reason, std::string_view why, bool withholdWill = false);
    void detach(Connection& connection, DisconnectReason reason, std::string_view why, bool withholdWill);
    Ticket endSession(Session& session, std::string_view why);
    void publishWill(Session& session);
    void keepWill(Session& session);
    void withholdWill(Session& session, WillFate fate, std::string_view why);
    void armSessionTimer(Session& session);

    // broker_publish.cpp
    void onPublish(Connection& connection, const FixedHeader& header, ByteView frame);
    bool resolveAlias(Connection& connection, Publish& packet);
    std::optional<ProtocolError> unacceptable(Connection& connection, const Publish& packet) const;
    bool isRepeated(Connection& connection, const Publish& packet);
    void answerPublish(Connection& connection, PacketId id, QoS qos, ReasonCode code, std::string_view because,
                       Ticket ticket);
    Route& routeOf(Connection& connection, std::string_view topic);
    trace::EventId notePublished(const Publication& publication, std::uint64_t number, trace::EventId cause);

    // broker_route.cpp
    void route(Publication& publication, Route* known = nullptr);
    void retain(Publication& publication);
    void callTaps(Publication& publication, const Route& route);
    void deliver(Publication& publication, Session& session, QoS granted, bool retainAsPublished,
                 const std::vector<std::uint32_t>* ids);
    void deliverToGroup(Publication& publication, ShareGroup& group);
    bool mayReceive(const Publication& publication, const Session& session);
    const Publication::Encoded& encoded(Publication& publication, Version version, bool retain);
    const MessagePtr& message(Publication& publication);
    void runDeferred();

    // broker_deliver.cpp
    void sendNow(Publication& publication, Connection& connection, bool retain, const std::vector<std::uint32_t>* ids);
    void enqueue(Publication& publication, Session& session, QoS qos, bool retain,
                 const std::vector<std::uint32_t>* ids);
    bool queueIsFull(const Session& session, const Message& message) const;
    void pump(Session& session);
    bool windowOpen(const Session& session) const;
    void sendNext(Session& session, Publication* fresh);
    bool fits(const Connection& connection, const Publish& packet) const;
    bool tooLarge(const Connection& connection, const Delivery& delivery) const;
    Publish outgoing(const Delivery& delivery) const;
    void sendPublish(Connection& connection, const Delivery& delivery, bool repeated, Ticket ticket);
    void dropNextWaiting(Session& session, std::string_view reason);
    void replayRetained(Session& session);
    void complete(Session& session, const Delivery& delivery);
    bool useAlias(Connection& connection, Publish& packet, bool mayTeach);

    // broker_acks.cpp
    void onAck(Connection& connection, const Ack& packet);
    void onPuback(Connection& connection, const Ack& packet);
    void onPubrec(Connection& connection, const Ack& packet);
    void onPubrel(Connection& connection, const Ack& packet);
    void onPubcomp(Connection& connection, const Ack& packet);
    void noteAcknowledged(const Session& session, const Delivery& delivery);

    // broker_subscribe.cpp
    void onSubscribe(Connection& connection, const Subscribe& packet);
    ReasonCode subscribeOne(Connection& connection, const Subscribe::Entry& entry, std::uint32_t id, Ticket& ticket);
    std::optional<ProtocolError> unacceptable(const Connection& connection, const Subscribe& packet) const;
    void onUnsubscribe(Connection& connection, const Unsubscribe& packet);

    // broker_answers.cpp: small packets of one connection
    template<typename Packet>
    void answer(Connection& connection, Ticket ticket, AfterSending after, const Packet& packet);
    void finish(Connection& connection, AfterSending after);
    HeldPackets& held(Connection& connection);
    bool mustWait(const Connection& connection, Ticket ticket) const;
    void sendDisconnect(Connection& connection, ReasonCode code, std::string_view because);

    // broker_output.cpp
    void touch(Connection& connection);
    void settle(Connection& connection);
    void settleAll();

    // broker_throttle.cpp: connections above their rates
    void takeBytesSlowly(Connection& connection, ByteView bytes);
    void takeBacklog(Connection& connection);
    void trimToThroughput(Connection& connection);
    bool admitDelivery(Publication& publication, Session& session);
    void discardAboveRate(Connection& connection, const Publish& packet);
    void throttleDue(Connection& connection);
    void armThrottle(Connection& connection);
    std::string_view whyFull(const Connection& connection) const;

    // broker_deadlines.cpp
    void connectionDue(Connection& connection);
    void sessionDue(Session& session);
    void retainedDue();
    void armKeepAlive(Connection& connection);
    void armRetainedTimer();

    // broker_trace.cpp
    trace::Recorder& recorder() const { return m_parts.recorder; }
    static std::string_view subject(const Connection& connection);
    void noteDropped(std::unique_ptr<DropTally>& tally, std::string_view subject, std::string_view reason,
                     std::uint64_t count = 1);
    void reportDropped(const std::unique_ptr<DropTally>& tally, std::string_view subject);
    void noteDelivered(const Publication& publication, const Session& session, QoS qos, bool retain);
    void noteDelivered(const Delivery& delivery, const Session& session, bool repeated);
    /// Counts a PUBLISH that was written towards a client.
    void noteSent(const Connection& connection, const Publish& packet)
    {
        ++m_counters.delivered;
        if (m_parts.observer)
            m_parts.observer->delivered(connection.seat, packet);
    }
    void noteQueued(const Publication& publication, const Session& session, QoS qos, bool retain);
    void noteMissed(const Publication& publication, const Session& session, std::string_view why);
    void noteMissed(const Message& message, const Session& session, std::string_view why);
    void noteCut(const SharedPacket& packet, const Session& session, std::string_view why);
    void tellTakenBack(const SharedPacket& packet, const Connection& connection);
    /// The particulars of a gatekeeper's no, behind the event that says so.
    void noteEvidence(const Verdict& verdict, trace::EventId cause, const Connection& connection,
                      std::string_view clientId);
    void noteRefusedPublish(const Connection& connection, const Publish& packet, trace::EventId cause,
                            std::string_view because);

    Parts m_parts;
    Limits m_limits;
    Random m_random;
    Instant m_now{};

    std::unordered_map<ConnectionId, std::unique_ptr<Connection>> m_connections;
    std::unordered_map<std::string, std::unique_ptr<Session>, TextHash, std::equal_to<>> m_sessions;
    ConnectionId m_lastConnection = 0;
    std::uint64_t m_lastSession = 0;
    SubscriptionTrie m_trie;
    RouteCache m_routes;
    RetainedMessages m_retained;
    std::map<TapId, std::pair<std::string, std::shared_ptr<TapEntry>>> m_taps; ///< with their filters
    TapId m_lastTap = 0;

    TimerHeap m_timers;
    Timer m_retainedTimer{Timer::Of::Retained, nullptr};
    Ticket m_committed = 0;
    std::vector<ConnectionId> m_holding; ///< connections with held packets

    TurnBuffers m_turn;
    std::vector<ConnectionId> m_pending;
    std::vector<ConnectionId> m_quiet; ///< blocked ones that were given something this turn
    std::vector<ByteView> m_views;     ///< what output() gave
    std::vector<SharedPacket> m_cut;   ///< from an outbox that is being settled
    Bytes m_scratch;
    Publish m_publish; ///< decoded into again and again

    struct Deferred
    {
        MessagePtr message;
        trace::EventId cause = 0;
        trace::JourneyId journey = 0;
    };
    std::deque<Deferred> m_deferred; ///< what taps published, to be routed after the current message
    struct CloseLater
    {
        std::string clientId;
        DisconnectReason reason{};
        bool withholdWill = false;
    };
    std::deque<CloseLater> m_closeLater; ///< whom taps asked to be closed
    bool m_routing = false;

    BrokerCounters m_counters;
};

} // namespace greensward::mqtt
