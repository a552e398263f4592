// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/load_generator.h"

#include "app/process_usage.h"
#include "base/random.h"
#include "mqtt/encode.h"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>
#include <thread>

namespace greensward::bench {

using namespace std::chrono_literals;
using mqtt::PacketType;
using mqtt::Version;
using Clock = std::chrono::steady_clock;

namespace {

// Payload: u64 sequence | u32 publisher | filler, in the byte order of this machine; nobody else reads it.
constexpr std::size_t kSequenceBytes = 8;
constexpr std::size_t kHeadBytes = kSequenceBytes + 4;
static_assert(kPayloadBytes > kHeadBytes);
/// CONNECT packets under way while idle connections are opened.
constexpr unsigned kConnectsAtOnce = 64;
/// A publisher stops filling its buffer here, window or not.
constexpr std::size_t kMostBuffered = 128u << 10;
constexpr std::uint16_t kKeepAliveSeconds = 600;

std::uint16_t bigEndian16(ByteView bytes)
{
    return static_cast<std::uint16_t>(bytes[0] << 8 | bytes[1]);
}

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Processor time of generator and broker over a stretch of time.
class Usage
{
public:
    explicit Usage(int brokerPid)
        : m_brokerPid(brokerPid)
        , m_start(Clock::now())
        , m_own(app::processorTime(0))
        , m_broker(brokerPid ? app::processorTime(brokerPid) : std::chrono::duration<double>{})
    {}
    void writeTo(LoadReport& report) const
    {
        report.seconds = secondsSince(m_start);
        report.generatorLoad = (app::processorTime(0) - m_own).count() / report.seconds;
        if (m_brokerPid)
            report.brokerLoad = (app::processorTime(m_brokerPid) - m_broker).count() / report.seconds;
    }

private:
    int m_brokerPid;
    Clock::time_point m_start;
    std::chrono::duration<double> m_own;
    std::chrono::duration<double> m_broker;
};

} // namespace

LoadGenerator::LoadGenerator(const Load& load, const Target& target, std::chrono::seconds patience)
    : m_load(load)
    , m_target(target)
    , m_deadline(Clock::now() + patience)
    , m_run(Random(entropySeed()).hex(8))
    , m_filler(kPayloadBytes - kHeadBytes)
    , m_windowEach(std::max(1u, load.window / load.publishers))
{
    for (std::size_t i = 0; i < m_filler.size(); ++i)
        m_filler[i] = static_cast<std::uint8_t>('a' + i % 26);
}

Result<LoadReport> LoadGenerator::run()
{
    constexpr std::uint64_t kSpare = 64;
    const std::uint64_t sockets = m_load.publishers + m_load.subscribers + m_load.idle + kSpare;
    if (app::raiseOpenFiles(sockets) < sockets)
        return failure(fmt::format("this process may not open {} files, raise it with ulimit -n", sockets));
    if (const auto opened = openIdle(); !opened)
        return tl::unexpected(opened.error());
    if (const auto opened = openActive(); !opened)
        return tl::unexpected(opened.error());

    m_report.expected = m_load.messages * m_load.subscribers;
    if (m_load.shape == Load::Shape::PingPong)
        pingPong();
    else
        flow();
    for (const auto end = Clock::now() + 100ms; Clock::now() < end;)
        poll(20ms); // a late second copy
    // A gap at the end shows only now: no later message tells of it.
    m_report.lost = std::max(m_report.lost, m_report.expected - std::min(m_report.received, m_report.expected));
    return m_report;
}

// --- setting up --------------------------------------------------------------------------------------------

Result<LoadConnection*> LoadGenerator::open(LoadConnection::Role role, unsigned index)
{
    auto connection = LoadConnection::open(m_poller, m_target, role, index);
    if (!connection)
        return tl::unexpected(connection.error());
    static constexpr std::array<char, 3> kLetters{'i', 'p', 's'};
    const std::string id = fmt::format("{}{}{}", m_run, kLetters[static_cast<std::size_t>(role)], index);
    mqtt::Connect packet;
    packet.keepAlive = kKeepAliveSeconds;
    packet.clientId = id;
    mqtt::encode((*connection)->outgoing(), packet);
    ++m_unanswered;
    m_connections.push_back(std::move(*connection));
    return m_connections.back().get();
}

Result<void> LoadGenerator::openIdle()
{
    if (m_load.idle == 0)
        return {};
    const std::uint64_t before = m_target.pid ? app::residentBytes(m_target.pid) : 0;
    const auto start = Clock::now();
    for (unsigned i = 0; i < m_load.idle; ++i) {
        if (const auto room = awaitAnswers(kConnectsAtOnce - 1); !room)
            return room;
        if (const auto opened = open(LoadConnection::Role::Idle, i); !opened)
            return tl::unexpected(opened.error());
    }
    if (const auto answered = awaitAnswers(); !answered)
        return answered;
    m_report.connectsPerSecond = m_load.idle / secondsSince(start);
    std::this_thread::sleep_for(300ms);
    if (m_target.pid) {
        m_report.bytesPerIdleConnection =
            (static_cast<double>(app::residentBytes(m_target.pid)) - static_cast<double>(before)) / m_load.idle;
    }
    return {};
}

Result<void> LoadGenerator::openActive()
{
    for (unsigned i = 0; i < m_load.publishers; ++i)
        m_publishers.push_back(makePublisher(i));
    for (unsigned i = 0; i < m_load.subscribers; ++i) {
        const auto connection = open(LoadConnection::Role::Subscriber, i);
        if (!connection)
            return tl::unexpected(connection.error());
        m_subscribers.push_back({*connection, std::vector<std::uint64_t>(m_load.publishers, 0)});
    }
    for (Publisher& publisher : m_publishers) {
        const auto connection =
            open(LoadConnection::Role::Publisher, static_cast<unsigned>(&publisher - m_publishers.data()));
        if (!connection)
            return tl::unexpected(connection.error());
        publisher.connection = *connection;
    }
    if (const auto answered = awaitAnswers(); !answered)
        return answered;
    for (Subscriber& subscriber : m_subscribers)
        subscribe(subscriber);
    return awaitAnswers();
}

LoadGenerator::Publisher LoadGenerator::makePublisher(unsigned index) const
{
    Publisher publisher;
    publisher.topic = fmt::format("bench/{}/d{}", m_run, index);
    publisher.quota = m_load.messages / m_load.publishers + (index < m_load.messages % m_load.publishers ? 1 : 0);
    Bytes payload(kHeadBytes);
    std::memcpy(payload.data() + kSequenceBytes, &index, sizeof index);
    payload.insert(payload.end(), m_filler.begin(), m_filler.end());
    const bool hasId = m_load.qos != mqtt::QoS::AtMostOnce;
    mqtt::Publish packet;
    packet.topic = publisher.topic;
    packet.payload = payload;
    packet.qos = m_load.qos;
    packet.id = hasId ? 1 : 0;
    mqtt::encode(publisher.packet, packet, Version::v311);
    publisher.sequenceAt = publisher.packet.size() - kPayloadBytes;
    publisher.idAt = hasId ? publisher.sequenceAt - 2 : 0;
    return publisher;
}

void LoadGenerator::subscribe(Subscriber& subscriber)
{
    mqtt::Subscribe packet;
    packet.id = 1;
    for (const Publisher& publisher : m_publishers)
        packet.entries.push_back({publisher.topic, {.qos = m_load.qos}});
    mqtt::encode(subscriber.connection->outgoing(), packet, Version::v311);
    subscriber.connection->flush();
    ++m_unanswered;
}

Result<void> LoadGenerator::awaitAnswers(unsigned atMostOpen)
{
    while (m_unanswered > atMostOpen) {
        poll(100ms);
        if (!m_refusal.empty())
            return failure(m_refusal);
        if (m_report.closed > 0)
            return failure("the broker closed a connection before the load began");
        if (Clock::now() > m_deadline)
            return failure("the broker did not answer CONNECT or SUBSCRIBE in time");
    }
    return {};
}

// --- what arrives ------------------------------------------------------------------------------------------

void LoadGenerator::poll(std::chrono::milliseconds atMost)
{
    for (const Poller::Ready& ready : m_poller.wait(atMost)) {
        auto& connection = *static_cast<LoadConnection*>(ready.owner);
        if (ready.writable)
            connection.flush();
        if (!ready.readable)
            continue;
        connection.receive(m_shared,
                           [&](std::uint8_t header, ByteView body) { packetArrived(connection, header, body); });
        if (connection.closed())
            ++m_report.closed;
        else if (!connection.outgoing().empty())
            connection.flush();
    }
}

void LoadGenerator::packetArrived(LoadConnection& connection, std::uint8_t header, ByteView body)
{
    switch (static_cast<PacketType>(header >> 4)) {
    case PacketType::Publish:
        return deliveryArrived(connection, header, body);
    case PacketType::Puback:
        if (connection.role() == LoadConnection::Role::Publisher) {
            ++m_publishers[connection.index()].acknowledged;
            return;
        }
        break;
    case PacketType::Connack:
        --m_unanswered;
        if (body.size() != 2 || body[1] != 0)
            m_refusal = "the broker refused a CONNECT";
        return;
    case PacketType::Suback:
        --m_unanswered;
        if (body.size() < 3 || std::any_of(body.begin() + 2, body.end(), [](std::uint8_t code) { return code > 2; }))
            m_refusal = "the broker refused a SUBSCRIBE";
        return;
    default:
        break;
    }
    ++m_report.damaged;
}

void LoadGenerator::deliveryArrived(LoadConnection& connection, std::uint8_t header, ByteView body)
{
    const auto qos = static_cast<mqtt::QoS>(header >> 1 & 3);
    const std::size_t idBytes = qos == mqtt::QoS::AtMostOnce ? 0 : 2;
    if (connection.role() != LoadConnection::Role::Subscriber || qos != m_load.qos || body.size() < 2) {
        ++m_report.damaged;
        return;
    }
    const std::size_t topicBytes = bigEndian16(body);
    if (body.size() != 2 + topicBytes + idBytes + kPayloadBytes) {
        ++m_report.damaged;
        return;
    }
    const ByteView payload = body.last(kPayloadBytes);
    std::uint64_t sequence = 0;
    std::uint32_t publisher = 0;
    std::memcpy(&sequence, payload.data(), sizeof sequence);
    std::memcpy(&publisher, payload.data() + kSequenceBytes, sizeof publisher);
    if (publisher >= m_publishers.size() || asText(body.subspan(2, topicBytes)) != m_publishers[publisher].topic ||
        std::memcmp(payload.data() + kHeadBytes, m_filler.data(), m_filler.size()) != 0) {
        ++m_report.damaged;
        return;
    }

    std::uint64_t& next = m_subscribers[connection.index()].next[publisher];
    if (sequence < next) {
        ++m_report.repeated;
    } else {
        m_report.lost += sequence - next;
        next = sequence + 1;
        ++m_report.received;
    }
    if (idBytes > 0) {
        const ByteView id = body.subspan(2 + topicBytes, idBytes);
        constexpr std::uint8_t kPuback = static_cast<std::uint8_t>(PacketType::Puback) << 4;
        Bytes& out = connection.outgoing();
        out.insert(out.end(), {kPuback, 2, id[0], id[1]});
    }
}

// --- what is sent ------------------------------------------------------------------------------------------

std::uint64_t LoadGenerator::slowest(unsigned publisher) const
{
    std::uint64_t least = ~std::uint64_t{0};
    for (const Subscriber& subscriber : m_subscribers)
        least = std::min(least, subscriber.next[publisher]);
    return least;
}

void LoadGenerator::publishWithinWindow(unsigned index)
{
    Publisher& publisher = m_publishers[index];
    LoadConnection& connection = *publisher.connection;
    if (connection.blocked())
        return;
    const bool hasId = publisher.idAt != 0;
    const std::uint64_t received = slowest(index);
    while (publisher.published < publisher.quota && publisher.published - received < m_windowEach &&
           (!hasId || publisher.published - publisher.acknowledged < kMostUnacknowledged) &&
           connection.outgoing().size() < kMostBuffered) {
        std::memcpy(publisher.packet.data() + publisher.sequenceAt, &publisher.published, kSequenceBytes);
        if (hasId) {
            const auto id = static_cast<mqtt::PacketId>(publisher.published % 0xffff + 1);
            publisher.packet[publisher.idAt] = static_cast<std::uint8_t>(id >> 8);
            publisher.packet[publisher.idAt + 1] = static_cast<std::uint8_t>(id & 0xff);
        }
        connection.outgoing().insert(connection.outgoing().end(), publisher.packet.begin(), publisher.packet.end());
        ++publisher.published;
    }
    if (!connection.outgoing().empty())
        connection.flush();
}

bool LoadGenerator::allAcknowledged() const
{
    return m_load.qos == mqtt::QoS::AtMostOnce ||
           std::all_of(m_publishers.begin(), m_publishers.end(),
                       [](const Publisher& publisher) { return publisher.acknowledged == publisher.quota; });
}

bool LoadGenerator::hopeless() const
{
    return m_report.closed > 0 || m_report.damaged > 0 || m_report.timedOut;
}

void LoadGenerator::flow()
{
    const Usage usage(m_target.pid);
    while (!hopeless() && (m_report.received + m_report.lost < m_report.expected || !allAcknowledged())) {
        for (unsigned i = 0; i < m_publishers.size(); ++i)
            publishWithinWindow(i);
        poll(1s);
        m_report.timedOut = Clock::now() > m_deadline;
    }
    usage.writeTo(m_report);
}

void LoadGenerator::pingPong()
{
    const std::uint64_t warmUp = std::min<std::uint64_t>(1000, m_load.messages / 10);
    std::optional<Usage> usage;
    m_report.microseconds.reserve(m_load.messages);
    for (std::uint64_t round = 0; round < m_load.messages && !hopeless(); ++round) {
        if (round == warmUp)
            usage.emplace(m_target.pid);
        const auto start = Clock::now();
        publishWithinWindow(0);
        while (m_subscribers[0].next[0] <= round && !hopeless()) {
            poll(1s);
            m_report.timedOut = Clock::now() > m_deadline;
        }
        if (round >= warmUp)
            m_report.microseconds.push_back(secondsSince(start) * 1e6);
    }
    if (usage)
        usage->writeTo(m_report);
    std::sort(m_report.microseconds.begin(), m_report.microseconds.end());
}

} // namespace greensward::bench
