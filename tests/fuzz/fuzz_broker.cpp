// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../mqtt/broker/fake_store.h"
#include "mqtt/broker.h"
#include "mqtt/encode.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>

// Whole conversations: a handful of links that say well-formed things, wrong things and noise, while time passes, links
// break, readers stall and the store lags behind. Nothing may crash, what the broker sends must be well-formed, and
// what it holds stays bounded.
using namespace greensward;
using namespace greensward::mqtt;

namespace {

constexpr std::size_t kOutbox = 2048;
constexpr std::size_t kPacket = 1024;

Limits narrow()
{
    Limits limits;
    limits.decode.packetSize = kPacket;
    limits.decode.topicLevels = 8;
    limits.connections = 5;
    limits.sessions = 6;
    limits.subscriptionsPerSession = 4;
    limits.receiveMaximum = 4;
    limits.topicAliasMaximum = 3;
    limits.maximumSessionExpiry = 1000;
    limits.outboxBytes = kOutbox;
    limits.queueMessages = 6;
    limits.queueBytes = 600;
    limits.totalQueueBytes = 1500;
    limits.retainedMessages = 4;
    limits.retainedBytes = 500;
    limits.inflight = 3;
    return limits;
}

void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

/// The fuzzer's input, read from the front; zeros when it is used up.
class Input
{
public:
    explicit Input(ByteView bytes) : m_rest(bytes) {}
    bool empty() const { return m_rest.empty(); }
    std::uint8_t byte()
    {
        if (m_rest.empty())
            return 0;
        const std::uint8_t first = m_rest.front();
        m_rest = m_rest.subspan(1);
        return first;
    }
    std::size_t below(std::size_t bound) { return byte() % bound; }
    bool flag() { return (byte() & 1) != 0; }
    ByteView bytes(std::size_t count)
    {
        const ByteView front = m_rest.first(std::min(count, m_rest.size()));
        m_rest = m_rest.subspan(front.size());
        return front;
    }
    template<typename T, std::size_t N>
    T pick(const std::array<T, N>& choices)
    {
        return choices[below(N)];
    }

private:
    ByteView m_rest;
};

constexpr std::array<std::string_view, 8> kTopics{"a", "a/b", "a/b/c", "$SYS/x", "/", "b", "a//c", "\xc3\xa4"};
constexpr std::array<std::string_view, 10> kFilters{"a",  "#",     "+/b",        "a/#",        "$SYS/#",
                                                    "/+", "+/+/c", "$share/g/a", "$share/g/#", "$share/h/+/b"};
constexpr std::array<std::string_view, 4> kClients{"one", "two", "three", ""};

PublishProperties properties(Input& input)
{
    PublishProperties properties;
    const std::uint8_t which = input.byte();
    if (which & 1)
        properties.messageExpiry = input.byte();
    if (which & 2)
        properties.topicAlias = static_cast<std::uint16_t>(1 + input.below(4));
    if (which & 4)
        properties.user = {{"k", "v"}, {"k", "w"}};
    if (which & 8)
        properties.contentType = "text";
    return properties;
}

Publish publish(Input& input, Version version)
{
    Publish packet;
    packet.topic = input.pick(kTopics);
    packet.qos = static_cast<QoS>(input.below(3));
    packet.retain = input.flag();
    packet.duplicate = packet.qos != QoS::AtMostOnce && input.flag();
    packet.id = packet.qos == QoS::AtMostOnce ? PacketId{0} : static_cast<PacketId>(1 + input.below(6));
    packet.payload = input.bytes(input.below(200));
    if (version == Version::v5)
        packet.properties = properties(input);
    if (packet.properties.topicAlias && input.flag())
        packet.topic = {};
    return packet;
}

Connect connect(Input& input)
{
    Connect packet;
    packet.version = input.flag() ? Version::v5 : Version::v311;
    packet.clientId = input.pick(kClients);
    packet.cleanStart = input.flag();
    packet.keepAlive = input.byte();
    if (input.flag()) {
        Will& will = packet.will.emplace();
        will.topic = input.pick(kTopics);
        will.payload = input.bytes(input.below(20));
        will.qos = static_cast<QoS>(input.below(3));
        will.retain = input.flag();
        if (packet.version == Version::v5)
            will.delay = input.byte();
    }
    if (packet.version == Version::v5) {
        const std::uint8_t which = input.byte();
        if (which & 1)
            packet.sessionExpiry = input.byte();
        if (which & 2)
            packet.receiveMaximum = static_cast<std::uint16_t>(1 + input.below(5));
        if (which & 4)
            packet.maximumPacketSize = 1U + input.byte();
        if (which & 8)
            packet.topicAliasMaximum = static_cast<std::uint16_t>(input.below(3));
        if (which & 16)
            packet.requestProblemInformation = input.flag();
    }
    return packet;
}

Packet anyPacket(Input& input, Version version)
{
    switch (input.below(8)) {
    case 0: {
        Subscribe packet;
        packet.id = static_cast<PacketId>(1 + input.below(3));
        for (std::size_t i = 0; i <= input.below(3); ++i) {
            SubscriptionOptions options{.qos = static_cast<QoS>(input.below(3))};
            if (version == Version::v5) {
                options.noLocal = input.flag();
                options.retainAsPublished = input.flag();
                options.retainHandling = static_cast<std::uint8_t>(input.below(3));
            }
            packet.entries.push_back({input.pick(kFilters), options});
        }
        if (version == Version::v5 && input.flag())
            packet.subscriptionId = 1U + input.byte();
        return packet;
    }
    case 1: {
        Unsubscribe packet;
        packet.id = 1;
        packet.filters.push_back(input.pick(kFilters));
        return packet;
    }
    case 2:
    case 3: {
        Ack packet;
        packet.type =
            input.pick(std::array{PacketType::Puback, PacketType::Pubrec, PacketType::Pubrel, PacketType::Pubcomp});
        packet.id = static_cast<PacketId>(1 + input.below(6));
        return packet;
    }
    case 4: {
        if (input.below(8) > 0)
            return Pingreq{};
        Disconnect packet;
        if (version == Version::v5) {
            packet.code = input.flag() ? ReasonCode::DisconnectWithWill : ReasonCode::Success;
            if (input.flag())
                packet.sessionExpiry = input.byte();
        }
        return packet;
    }
    default:
        return publish(input, version);
    }
}

class Conversation
{
public:
    explicit Conversation(ByteView bytes)
        : m_input(bytes)
        , m_broker({.clock = m_clock,
                    .recorder = m_recorder,
                    .gatekeeper = m_gatekeeper,
                    .store = m_input.flag() ? &m_store : nullptr,
                    .seed = 1,
                    .name = "fuzz"},
                   narrow())
    {
        m_broker.tap("a/b", [this](const TappedMessage& message) {
            OutgoingMessage answer;
            answer.topic = "b";
            answer.payload = message.payload;
            m_broker.publish("$tap", answer, m_clock.now());
        });
    }

    void run()
    {
        while (!m_input.empty()) {
            step();
            check();
        }
        while (!m_links.empty())
            cut(m_links.begin()->first);
        require(m_broker.counters().clients == 0, "without links nobody is connected");
        m_clock.advance(std::chrono::hours(1));
        m_broker.advance(m_clock.now());
        const auto counters = m_broker.counters();
        require(counters.sessions == 0 && counters.subscriptions == 0 && counters.queuedBytes == 0,
                "every session has ended");
    }

private:
    struct Link
    {
        Version version = Version::v311;
        bool wellKnown = true; ///< said nothing but well-formed packets: its version is certain
        Bytes received;
    };

    void step()
    {
        switch (m_input.below(12)) {
        case 0:
            if (const ConnectionId id = m_broker.open({}, m_clock.now()); id != 0)
                m_links.emplace(id, Link{});
            break;
        case 1:
        case 2:
            if (const ConnectionId id = m_broker.open({}, m_clock.now()); id != 0) {
                Link& link = m_links.emplace(id, Link{}).first->second;
                const Connect packet = connect(m_input);
                link.version = packet.version;
                Bytes bytes;
                encode(bytes, packet);
                m_broker.receive(id, bytes, m_clock.now());
            }
            break;
        case 3: {
            const ConnectionId id = someLink();
            if (id != 0) {
                m_links.at(id).wellKnown = false;
                m_broker.receive(id, m_input.bytes(m_input.byte()), m_clock.now());
            }
            break;
        }
        case 4:
            if (const ConnectionId id = someLink(); id != 0 && m_input.below(4) == 0)
                cut(id);
            break;
        case 5:
            passTime(std::chrono::milliseconds(10) * (1 << m_input.below(16)));
            break;
        case 6:
            m_broker.committed(m_store.lastTicket(), m_clock.now());
            write();
            break;
        case 7:
            if (const ConnectionId id = someLink(); id != 0)
                m_broker.writable(id);
            write();
            break;
        default:
            if (const ConnectionId id = someLink(); id != 0) {
                Bytes bytes;
                encode(bytes, anyPacket(m_input, m_links.at(id).version), m_links.at(id).version);
                const std::size_t split = m_input.below(bytes.size() + 1);
                m_broker.receive(id, ByteView(bytes).first(split), m_clock.now());
                m_broker.receive(id, ByteView(bytes).subspan(split), m_clock.now());
            }
            break;
        }
        if (m_input.flag())
            write();
    }

    ConnectionId someLink()
    {
        if (m_links.empty())
            return 0;
        return std::next(m_links.begin(), static_cast<std::ptrdiff_t>(m_input.below(m_links.size())))->first;
    }

    void cut(ConnectionId id)
    {
        m_links.erase(id);
        m_broker.linkClosed(id, "cut", m_clock.now());
    }

    void passTime(Duration by)
    {
        const Instant target = m_clock.now() + by;
        int steps = 0;
        while (const auto due = m_broker.nextDeadline()) {
            if (*due > target)
                break;
            require(++steps < 10'000, "deadlines come to an end");
            m_clock.set(std::max(*due, m_clock.now()));
            m_broker.advance(m_clock.now());
        }
        m_clock.set(target);
        m_broker.advance(target);
    }

    /// One turn of a driver whose links take more or less.
    void write()
    {
        std::vector<ConnectionId> ended;
        const std::vector<ConnectionId> pending(m_broker.pending().begin(), m_broker.pending().end());
        for (const ConnectionId id : pending) {
            require(m_links.contains(id), "only links that are there are pending");
            std::size_t room = m_input.flag() ? std::size_t{1} << 20 : m_input.byte();
            while (room > 0 && !m_broker.output(id).empty()) {
                std::size_t taken = 0;
                for (const ByteView piece : m_broker.output(id)) {
                    const ByteView part = piece.first(std::min(piece.size(), room - taken));
                    Bytes& received = m_links.at(id).received;
                    received.insert(received.end(), part.begin(), part.end());
                    taken += part.size();
                }
                m_broker.written(id, taken);
                room -= taken;
            }
            decode(m_links.at(id));
            if (m_broker.closing(id) && m_broker.output(id).empty())
                ended.push_back(id);
        }
        m_broker.endTurn(m_clock.now());
        for (const ConnectionId id : ended)
            cut(id);
    }

    static void decode(Link& link)
    {
        if (!link.wellKnown)
            return;
        ByteView rest(link.received);
        while (true) {
            const auto header = decodeHeader(rest, Sender::Server, {});
            require(header.has_value(), "the broker's headers are right");
            if (!*header || rest.size() < (*header)->packetSize())
                break;
            const auto packet = decodeBody(**header, rest.subspan((*header)->headerSize, (*header)->remaining),
                                           link.version, Sender::Server, {});
            require(packet.has_value(), "the broker's packets are right");
            rest = rest.subspan((*header)->packetSize());
        }
        link.received.erase(link.received.begin(), link.received.end() - static_cast<std::ptrdiff_t>(rest.size()));
    }

    void check()
    {
        const auto counters = m_broker.counters();
        const Limits& limits = m_broker.limits();
        require(counters.connections == m_links.size(), "every link is a connection");
        require(counters.sessions <= limits.sessions, "sessions are limited");
        require(counters.retained <= limits.retainedMessages, "retained messages are limited");
        require(counters.queuedBytes <= limits.totalQueueBytes, "queues are limited");
        std::size_t queued = 0;
        std::size_t subscriptions = 0;
        for (const ClientView& view : m_broker.clients()) {
            require(view.inflight <= limits.inflight, "the window is limited");
            require(view.queued <= limits.queueMessages + limits.inflight, "a queue is limited");
            queued += view.queued + view.inflight;
            subscriptions += view.subscriptions;
        }
        require(subscriptions == counters.subscriptions, "subscriptions are counted");
        require(queued > 0 || counters.queuedBytes == 0, "queued bytes are counted");
    }

    Input m_input;
    ManualClock m_clock;
    trace::Recorder m_recorder{m_clock, {.history = 1U << 16}};
    trace::Reader m_reader{m_recorder, trace::KindSet::all()};
    Gatekeeper m_gatekeeper;
    FakeStore m_store;
    Broker m_broker;
    std::map<ConnectionId, Link> m_links;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    Conversation({bytes, size}).run();
    return 0;
}
