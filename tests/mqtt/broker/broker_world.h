// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/broker.h"
#include "mqtt/decode.h"
#include "mqtt/encode.h"
#include "trace/recorder.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::mqtt {

using Lines = std::vector<std::string>;

/// A packet in a line, as tests compare it: "PUBLISH a/b hello q1 #7 retain dup ids=1,2", "SUBACK #1 00 80",
/// "DISCONNECT 8e". Reason strings are left out: they are for people.
std::string describe(const Packet& packet);

class BrokerWorld;

/// A client of the broker under test: its packets go in as values, what comes back is taken as lines. It answers
/// nothing by itself.
class TestClient
{
public:
    TestClient(BrokerWorld& world, std::string clientId, Version version);

    // What CONNECT says; change before connect().
    Connect connectPacket;

    /// Opens a link and sends CONNECT. The CONNACK is among the lines.
    TestClient& connect();
    /// Opens a link only.
    TestClient& openLink();
    /// Opens, sends CONNECT, and takes the CONNACK away.
    TestClient& join();
    TestClient& send(const Packet& packet);
    TestClient& sendBytes(ByteView bytes);
    /// The link breaks without DISCONNECT.
    TestClient& vanish();
    TestClient& disconnect(ReasonCode code = ReasonCode::Success, std::optional<std::uint32_t> expiry = {});

    TestClient& publish(std::string_view topic, std::string_view payload, QoS qos = QoS::AtMostOnce,
                        bool retain = false, PacketId id = 1);
    TestClient& subscribe(std::string_view filter, QoS qos = QoS::ExactlyOnce, PacketId id = 1);
    TestClient& subscribeWith(std::string_view filter, SubscriptionOptions options, std::uint32_t subscriptionId = 0);
    TestClient& unsubscribe(std::string_view filter);
    TestClient& ack(PacketType type, PacketId id, ReasonCode code = ReasonCode::Success);

    /// What came since the last call; "CLOSED" at the end when the broker closed the link.
    Lines take();
    /// The same, only PUBLISH packets.
    Lines takePublished();
    /// The whole packets that came, as bytes, since the last take().
    std::size_t bytesReceived() const { return m_bytes; }
    bool linked() const { return m_link != 0; }
    ConnectionId link() const { return m_link; }
    const std::string& id() const { return m_id; }

    /// While not reading, the link takes `room` more bytes and is full then.
    void stopReading(std::size_t room = 0);
    void resumeReading();

private:
    friend class BrokerWorld;
    std::size_t accept(std::span<const ByteView> slices);
    void decodeArrived();

    BrokerWorld& m_world;
    std::string m_id;
    Version m_version;
    ConnectionId m_link = 0;
    Bytes m_arrived;
    Lines m_lines;
    std::size_t m_bytes = 0;
    bool m_reading = true;
    std::size_t m_room = 0;
};

/// A broker with virtual time, a recorder that is read, and links that are calls.
class BrokerWorld
{
public:
    explicit BrokerWorld(Limits limits = {}, Gatekeeper* gatekeeper = nullptr, SessionStore* store = nullptr);
    ~BrokerWorld();

    TestClient& client(std::string id, Version version = Version::v5);
    /// A client that has connected (clean start) and whose CONNACK was taken.
    TestClient& joined(std::string id, Version version = Version::v5);

    /// From the next restart on, for everything.
    void setObserver(BrokerObserver* observer) { m_observer = observer; }
    Broker& broker() { return *m_broker; }
    ManualClock& clock() { return m_clock; }
    Instant now() const { return m_clock.now(); }
    trace::Recorder& recorder() { return m_recorder; }
    /// Writes what is pending to the clients and ends the turn.
    void run();
    /// Lets time pass, stopping at each deadline of the broker.
    void advance(Duration by);
    /// All links are gone at once, and the broker with them; a new one starts with what the store kept.
    void restart(StoredBroker stored);

    /// "subject object: detail" of the events of that kind since the last call for it.
    Lines events(trace::Kind kind);
    /// The same as events with their numbers.
    std::vector<trace::Event> rawEvents(trace::Kind kind);

private:
    friend class TestClient;
    TestClient* byLink(ConnectionId id);
    void readTrace();

    Limits m_limits;
    ManualClock m_clock;
    trace::Recorder m_recorder{m_clock};
    trace::Reader m_reader{m_recorder, trace::KindSet::all()};
    Gatekeeper m_openDoor;
    Gatekeeper* m_gatekeeper;
    SessionStore* m_store;
    BrokerObserver* m_observer = nullptr;
    std::unique_ptr<Broker> m_broker;
    std::vector<std::unique_ptr<TestClient>> m_clients;
    struct Told
    {
        trace::Event event;
        std::string line;
    };
    std::vector<Told> m_told;
};

} // namespace greensward::mqtt
