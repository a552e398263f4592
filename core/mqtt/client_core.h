// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/client.h"
#include "mqtt/encode.h"

#include <deque>
#include <map>
#include <unordered_set>
#include <vector>

namespace greensward::mqtt {

/// What a server allows, as its CONNACK said; the protocol's defaults before and without one.
struct ServerLimits
{
    std::uint16_t receiveMaximum = 65'535;
    std::uint32_t maximumPacketSize = 268'435'460;
    QoS maximumQoS = QoS::ExactlyOnce;
    bool retain = true;
    bool subscriptionIds = true;
    bool wildcards = true;
    bool shared = true;
    std::uint16_t keepAlive = 0; ///< seconds; what holds on this connection
};

/// A message on its way out that must not be lost: waiting, or sent and unacknowledged.
struct OutgoingPublish
{
    enum class Stage : std::uint8_t {
        Waiting,
        Sent,     ///< PUBACK or PUBREC awaited
        Released, ///< QoS 2: PUBREL is the next or last thing said, PUBCOMP awaited
    };
    Token token = 0;
    MessagePtr message;
    std::optional<Instant> expiresAt;
    Stage stage = Stage::Waiting;
    PacketId id = 0;
    bool sentHere = false; ///< on this connection
    Instant sentAt{};

    std::size_t bytes() const { return message->topic.size() + message->payload.size(); }
};

/// A SUBSCRIBE or UNSUBSCRIBE that is not answered yet.
struct ClientRequest
{
    struct Entry
    {
        std::string filter;
        SubscriptionOptions options;
    };
    Token token = 0; ///< 0: the client's own, to have a subscription again in a new session
    bool subscribe = true;
    std::vector<Entry> entries;
    std::optional<std::uint32_t> subscriptionId;
    PacketId id = 0;
    bool sentHere = false;
    Instant sentAt{};
};

/// The state machine behind Client. Its functions are spread over client_link.cpp (life and time), client_receive.cpp
/// (what the server says), client_publish.cpp (messages out) and client_subscribe.cpp (requests).
class Client::Core
{
public:
    Core(ClientSettings settings, Random random, ClientHandler& handler);

    // client_link.cpp
    Result<void> start(Instant now);
    void stop(Instant now);
    void linkOpened(Instant now);
    void linkFailed(std::string_view why, Instant now);
    void linkClosed(std::string_view why, Instant now);
    void advance(Instant now);
    std::optional<Instant> nextDeadline() const;
    ByteView output() const { return ByteView(m_output).subspan(m_written); }
    void written(std::size_t bytes);

    // client_receive.cpp
    void receive(ByteView bytes, Instant now);

    // client_publish.cpp
    Result<Token> publish(const Publish& message, Instant now);
    bool repeat(Token token, Instant now);

    // client_subscribe.cpp
    Result<Token> subscribe(std::span<const Subscribe::Entry> entries, Instant now,
                            std::optional<std::uint32_t> subscriptionId);
    Result<Token> unsubscribe(std::span<const std::string_view> filters, Instant now);

    ClientState state() const { return m_state; }
    const ClientSettings& settings() const { return m_settings; }
    std::string_view clientId() const { return m_clientId; }
    std::size_t queued() const { return m_queue.size(); }
    std::size_t inflight() const { return m_inflight.size(); }

private:
    bool linked() const { return m_state == ClientState::Connecting || m_state == ClientState::Online; }
    bool is5() const { return m_settings.version == Version::v5; }

    // Ends and beginnings
    void sendConnect();
    /// From our side: last words, then the driver is to close the link.
    void end(ClientEnd why, ReasonCode code, std::string_view text);
    void beginClosing();
    /// The link is gone, or never was: back off, or rest.
    void afterLink();
    void forgetLink();
    Duration nextWait();

    // What is said
    template<typename T>
    void send(const T& packet)
    {
        encode(m_output, packet, m_settings.version);
        said();
    }
    void said();
    bool hasRoom() const { return m_output.size() - m_written < m_settings.outputBytes; }
    /// Sends what waits, as far as window and output allow: requests, repeated messages, then new ones.
    void pump();
    void reportDropped();
    void drop(Token token, std::string_view why) { m_dropped.push_back({token, why}); }
    PacketId takeId();
    void awaitAnswer(Instant& sentAt);
    std::optional<Instant> earliestUnanswered() const;

    // What is heard
    void take(const FixedHeader& header, ByteView body);
    void on(const Connack& packet);
    void on(const Publish& packet);
    void on(const Ack& packet);
    void on(const Suback& packet);
    void on(const Unsuback& packet);
    void on(const Disconnect& packet);
    void onPuback(const Ack& packet);
    void onPubrec(const Ack& packet);
    void onPubrel(const Ack& packet);
    void onPubcomp(const Ack& packet);
    void violation(const ProtocolError& error) { end(ClientEnd::ProtocolError, error.code, error.text); }
    /// The topic that an alias stands for; an empty optional after a violation.
    std::optional<std::string_view> resolveTopic(const Publish& packet);

    // Messages out
    using Messages = std::deque<OutgoingPublish>;
    Result<void> checkLimits(const Publish& message) const;
    Result<Token> sendAtMostOnce(const Publish& message);
    Result<Token> enqueue(const Publish& message);
    void pumpMessages();
    void repeatInflight();
    Publish packetOf(const OutgoingPublish& outgoing) const;
    Messages::iterator findInflight(PacketId id);
    /// Takes an acknowledged message out of the window and tells the handler.
    void finish(Messages::iterator found, ReasonCode code);
    void recoverWithoutSession();
    std::size_t window() const;

    // Requests
    void pumpRequests();
    void sendRequest(ClientRequest& request);
    std::string_view forbidden(const ClientRequest& request) const;
    void renewSubscriptions();
    std::optional<ClientRequest> takeRequest(PacketId id, bool subscribe);
    std::size_t filtersHeld() const;

    ClientSettings m_settings;
    Random m_random;
    ClientHandler& m_handler;

    ClientState m_state = ClientState::Stopped;
    bool m_running = false; ///< between start() and stop()
    std::string m_clientId;
    Instant m_now{};
    unsigned m_failures = 0;
    Instant m_retryAt{};
    Token m_lastToken = 0;

    // This link
    Bytes m_input; ///< the beginning of a packet
    Bytes m_output;
    std::size_t m_written = 0; ///< of m_output, already taken by the driver
    Instant m_deadline{};      ///< Connecting: for CONNACK; Closing: for the last bytes
    Instant m_onlineSince{};
    Instant m_lastSaid{};
    Instant m_lastHeard{};
    std::optional<Instant> m_pingedAt;
    std::optional<Instant> m_answerDue; ///< no later than the first answer is overdue
    ServerLimits m_server;
    std::vector<std::string> m_aliases; ///< [alias - 1]
    Publish m_publish;                  ///< decoded into again and again

    // The session
    Messages m_queue;                 ///< Waiting
    Messages m_inflight;              ///< Sent or Released, in the order of publishing
    std::size_t m_unsentInflight = 0; ///< of those, to be repeated on this connection
    std::size_t m_messageBytes = 0;   ///< of both
    std::unordered_set<PacketId> m_ids;
    PacketId m_lastId = 0;
    std::unordered_set<PacketId> m_received; ///< inbound QoS 2, PUBREL awaited
    std::deque<ClientRequest> m_requests;
    struct Held
    {
        SubscriptionOptions options;
        std::optional<std::uint32_t> subscriptionId;
    };
    std::map<std::string, Held, std::less<>> m_held; ///< granted subscriptions, by filter

    struct Dropped
    {
        Token token;
        std::string_view why; ///< static text
    };
    std::vector<Dropped> m_dropped; ///< to be told to the handler
};

} // namespace greensward::mqtt
