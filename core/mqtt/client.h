// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "mqtt/decode.h"
#include "mqtt/message.h"
#include "mqtt/packet.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace greensward::mqtt {

/// Names one publish, subscribe or unsubscribe of a client; rising, never 0.
using Token = std::uint64_t;

/// The last will of a client. Of the message: topic, payload, qos, retain, and for MQTT 5 its properties; the rest is
/// ignored.
struct ClientWill
{
    Message message;
    std::uint32_t delay = 0;             ///< seconds; MQTT 5
    std::optional<std::uint32_t> expiry; ///< message expiry in seconds; MQTT 5
};

/// How long a client waits between attempts: first, doubled each time up to most; the actual wait is drawn from
/// [(1 - jitter) × wait, wait] so that a fleet does not come back in step.
struct BackOff
{
    Duration first = std::chrono::seconds{1};
    Duration most = std::chrono::seconds{128};
    double jitter = 0.5; ///< 0 … 1
    /// A connection that stayed up this long starts the row anew. One that was accepted and ended sooner counts as a
    /// failed attempt, so that two clients with the same id do not throw each other out at full speed.
    Duration stableAfter = std::chrono::seconds{20};
};

/// What happens to a message that finds the offline queue full.
enum class WhenFull : std::uint8_t {
    DropOldest, ///< the oldest waiting message makes room: ClientHandler::dropped()
    DropNewest, ///< the new one is dropped: ClientHandler::dropped()
    Refuse,     ///< publish() fails
};

/// Messages that wait: for a connection, or for room in the in-flight window.
struct OfflineQueue
{
    std::size_t messages = 1000;
    std::size_t bytes = 4u << 20; ///< topics and payloads, those in flight included
    WhenFull whenFull = WhenFull::DropOldest;
    bool atMostOnce = false; ///< QoS 0 waits as well; otherwise publish() refuses it without a connection
};

struct ClientSettings
{
    Version version = Version::v311;
    std::string clientId;            ///< may be empty with cleanStart; MQTT 5: the assigned one is kept
    std::uint16_t keepAlive = 60;    ///< seconds, 0: off; MQTT 5: the server's wish wins
    bool cleanStart = true;          ///< at every connection
    std::uint32_t sessionExpiry = 0; ///< seconds after the connection; MQTT 5
    std::optional<ClientWill> will;
    std::optional<std::string> userName;
    std::optional<Bytes> password;
    std::uint16_t receiveMaximum =
        1024; ///< QoS 2 messages that the server may have on their way to us; announced in MQTT 5
    std::uint16_t topicAliasMaximum = 16; ///< aliases that the server may use; MQTT 5
    std::uint16_t inflight = 64;          ///< QoS > 0 sent and unacknowledged; lowered by the server's receive maximum
    bool renews = true;                   ///< without a session on the server asks again for all subscriptions; false:
                                          ///< forgets them, the owner asks in connected()
    std::size_t subscriptions = 1000;     ///< filters held and asked for together; beyond it subscribe() fails
    std::size_t outputBytes = 1u << 20;   ///< unsent bytes from which on nothing new is sent and QoS 0 is refused; at
                                        ///< twice that the link is given up
    OfflineQueue queue;
    BackOff backOff;
    Duration connectTimeout = std::chrono::seconds{10}; ///< from the open link to CONNACK
    Duration pingTimeout = std::chrono::seconds{10};    ///< from PINGREQ to PINGRESP
    Duration ackTimeout = std::chrono::seconds{30}; ///< for any acknowledgement; 0: for ever. The link is then given
                                                    ///< up: only a new connection may repeat a packet [MQTT5-4.4.0-1]
    Duration closeTimeout = std::chrono::seconds{5}; ///< for the last bytes before a close
    DecodeLimits decode{.packetSize = 4u << 20,
                        .topicLength = 65'535,
                        .topicLevels = 65'535,
                        .filtersPerPacket = 65'535,
                        .userProperties = 256}; ///< packetSize is announced in MQTT 5
};

/// Where a client stands.
enum class ClientState : std::uint8_t {
    Stopped,    ///< start() has not been called, or stop() is done
    Waiting,    ///< backing off
    WantsLink,  ///< the driver is to open a link, or is about to
    Connecting, ///< link open, CONNACK awaited
    Online,
    Closing, ///< last bytes, then the driver closes the link
};

/// Why a connection (or an attempt) ended, as the client knows it.
enum class ClientEnd : std::uint8_t {
    Stopped,          ///< stop()
    LinkFailed,       ///< the driver could not open a link
    LinkClosed,       ///< the link was lost
    ConnectTimeout,   ///< no CONNACK in time
    KeepAliveTimeout, ///< no PINGRESP in time
    AckTimeout,       ///< an acknowledgement was not given in time
    ServerDisconnect, ///< MQTT 5 DISCONNECT
    ProtocolError,    ///< the server broke a rule
    Stalled,          ///< the server does not take what we send
};
std::string_view text(ClientEnd end);

/// Gets to know what a client experiences. Called from inside the client's own functions; may call publish(),
/// subscribe(), unsubscribe() and stop(), nothing else. Views live for the call.
class ClientHandler
{
public:
    virtual ~ClientHandler() = default;

    /// CONNACK said yes. Without a session on the server the client has already asked again for its subscriptions.
    virtual void connected(const Connack& answer) { (void)answer; }
    /// CONNACK said no. The client tries again after the back-off.
    virtual void refused(ReasonCode code, std::string_view reason) { (void)code, (void)reason; }
    /// The connection, or the attempt, is over; why is one plain sentence. After anything but Stopped a new one
    /// follows.
    virtual void disconnected(ClientEnd end, ReasonCode code, std::string_view why)
    {
        (void)end, (void)code, (void)why;
    }
    /// A message arrived: once each for QoS 2, topic alias resolved. It is acknowledged after the call.
    virtual void message(const Publish& message) { (void)message; }
    /// PUBACK or PUBCOMP came (or a PUBREC that refuses): code below 0x80 is success. Never for QoS 0.
    virtual void acknowledged(Token token, ReasonCode code) { (void)token, (void)code; }
    /// SUBACK: one code per entry; refused filters are not asked for again.
    virtual void subscribed(Token token, std::span<const ReasonCode> codes) { (void)token, (void)codes; }
    /// UNSUBACK: one code per filter in MQTT 5, none in 3.1.1.
    virtual void unsubscribed(Token token, std::span<const ReasonCode> codes) { (void)token, (void)codes; }
    /// A message or request was given up; nothing more will be heard of its token.
    virtual void dropped(Token token, std::string_view why) { (void)token, (void)why; }
};

/// A complete MQTT 3.1.1 and 5.0 client without sockets, threads or clocks, the broker's counterpart: it is given
/// bytes, the fate of links and the time, and hands back bytes, its wish for a link and its next deadline. One thread.
///
/// The driver repeats: when wantsLink(), and no attempt is under way, open a link and report linkOpened() or
/// linkFailed(); feed receive(), linkClosed() and advance() (at nextDeadline()); after each call write output() as far
/// as the link takes it and tell written(); when closing() and output() is empty, close the link and report
/// linkClosed(). Time never runs backwards.
///
/// QoS 1 and 2 messages are kept until acknowledged and repeated (DUP) when the server still has the session. When it
/// has not, QoS 1 is sent anew; a QoS 2 message of unknown fate is dropped(), because sending it again might deliver it
/// twice.
class Client
{
public:
    Client(ClientSettings settings, Random random, ClientHandler& handler);
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    // --- life
    // ---------------------------------------------------------------------------------------------------------------
    /// Fails when the settings contradict the protocol (password without user name in 3.1.1, will topic with wildcards,
    /// …). Queued messages and subscriptions of an earlier run are kept. No effect when already started.
    Result<void> start(Instant now);
    /// Says goodbye: DISCONNECT (the server drops the will), then the link is to be closed. Tries no more.
    void stop(Instant now);

    // --- from the driver
    // ----------------------------------------------------------------------------------------------------
    void linkOpened(Instant now);
    void linkFailed(std::string_view why, Instant now);
    void linkClosed(std::string_view why, Instant now);
    /// Bytes arrived; any split. Views are not kept.
    void receive(ByteView bytes, Instant now);
    void advance(Instant now);
    std::optional<Instant> nextDeadline() const;

    // --- to the driver
    // ------------------------------------------------------------------------------------------------------
    /// True from the moment a link is needed until linkOpened() or linkFailed().
    bool wantsLink() const;
    /// Valid until the next call that changes the client.
    ByteView output() const;
    void written(std::size_t bytes);
    bool closing() const;

    // --- from the application
    // -----------------------------------------------------------------------------------------------
    /// Sends, or queues. Of the packet: topic, payload, qos, retain and, in MQTT 5, the properties but topicAlias and
    /// subscriptionIds. Fails with one plain sentence when the topic is not well-formed, the message is over the
    /// server's limits, or there is no room.
    Result<Token> publish(const Publish& message, Instant now);
    Result<Token> publish(std::string_view topic, ByteView payload, QoS qos, bool retain, Instant now);
    /// Sends a QoS 1 message once more (DUP) though its PUBACK may yet come, as 3.1.1 allows [MQTT-4.4.0-1] and impatient
    /// devices do: whoever gets it may get it twice. False when it is not in flight, and always in MQTT 5, which forbids
    /// it [MQTT5-4.4.0-1].
    bool repeat(Token token, Instant now);
    /// Asks now or once connected, and again for each new session until unsubscribed. subscriptionId: MQTT 5.
    Result<Token> subscribe(std::span<const Subscribe::Entry> entries, Instant now,
                            std::optional<std::uint32_t> subscriptionId = {});
    Result<Token> subscribe(std::string_view filter, QoS qos, Instant now);
    Result<Token> unsubscribe(std::span<const std::string_view> filters, Instant now);

    // --- to look at
    // ---------------------------------------------------------------------------------------------------------
    ClientState state() const;
    const ClientSettings& settings() const;
    /// The id in use: the settings', or the one that the server assigned.
    std::string_view clientId() const;
    std::size_t queued() const;   ///< messages that wait
    std::size_t inflight() const; ///< messages sent and unacknowledged

private:
    class Core;
    std::unique_ptr<Core> m_core;
};

} // namespace greensward::mqtt
