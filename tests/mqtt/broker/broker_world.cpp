// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "broker_world.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <stdexcept>

namespace greensward::mqtt {

namespace {

template<typename... Calls>
struct Overloaded : Calls...
{
    using Calls::operator()...;
};
template<typename... Calls>
Overloaded(Calls...) -> Overloaded<Calls...>;

std::string codes(const std::vector<ReasonCode>& list)
{
    std::string text;
    for (const ReasonCode code : list)
        text += fmt::format(" {:02x}", static_cast<unsigned>(code));
    return text;
}

std::string describeUser(const UserProperties& user)
{
    std::string text;
    for (const auto& [name, value] : user)
        text += fmt::format(" {}:{}", name, value);
    return text;
}

std::string describeConnack(const Connack& packet)
{
    std::string text = fmt::format("CONNACK {:02x}", static_cast<unsigned>(packet.code));
    if (packet.sessionPresent)
        text += " present";
    if (packet.sessionExpiry)
        text += fmt::format(" expiry={}", *packet.sessionExpiry);
    if (packet.assignedClientId)
        text += " assigned";
    if (packet.serverKeepAlive)
        text += fmt::format(" keepAlive={}", *packet.serverKeepAlive);
    if (packet.maximumQoS)
        text += fmt::format(" maximumQoS={}", *packet.maximumQoS);
    if (packet.retainAvailable)
        text += fmt::format(" retain={}", *packet.retainAvailable);
    if (packet.wildcardSubscriptionAvailable)
        text += fmt::format(" wildcards={}", *packet.wildcardSubscriptionAvailable);
    if (packet.sharedSubscriptionAvailable)
        text += fmt::format(" shared={}", *packet.sharedSubscriptionAvailable);
    if (packet.subscriptionIdentifiersAvailable)
        text += fmt::format(" identifiers={}", *packet.subscriptionIdentifiersAvailable);
    return text;
}

std::string describePublish(const Publish& packet)
{
    std::string text = fmt::format("PUBLISH {} {}", packet.topic, asText(packet.payload));
    if (packet.qos != QoS::AtMostOnce)
        text += fmt::format(" q{} #{}", static_cast<int>(packet.qos), packet.id);
    if (packet.retain)
        text += " retain";
    if (packet.duplicate)
        text += " dup";
    const PublishProperties& properties = packet.properties;
    if (!properties.subscriptionIds.empty()) {
        auto ids = properties.subscriptionIds;
        std::sort(ids.begin(), ids.end());
        text += fmt::format(" ids={}", fmt::join(ids, ","));
    }
    if (properties.payloadFormat)
        text += fmt::format(" format={}", *properties.payloadFormat);
    if (properties.messageExpiry)
        text += fmt::format(" expiry={}", *properties.messageExpiry);
    if (properties.topicAlias)
        text += fmt::format(" alias={}", *properties.topicAlias);
    if (properties.contentType)
        text += fmt::format(" type={}", *properties.contentType);
    if (properties.responseTopic)
        text += fmt::format(" response={}", *properties.responseTopic);
    if (properties.correlation)
        text += fmt::format(" correlation={}", asText(*properties.correlation));
    return text + describeUser(properties.user);
}

std::string describeAck(const Ack& packet)
{
    const std::string_view name = packet.type == PacketType::Puback   ? "PUBACK"
                                  : packet.type == PacketType::Pubrec ? "PUBREC"
                                  : packet.type == PacketType::Pubrel ? "PUBREL"
                                                                      : "PUBCOMP";
    std::string text = fmt::format("{} #{}", name, packet.id);
    if (packet.code != ReasonCode::Success)
        text += fmt::format(" {:02x}", static_cast<unsigned>(packet.code));
    return text;
}

} // namespace

std::string describe(const Packet& packet)
{
    return std::visit(
        Overloaded{
            [](const Connack& p) { return describeConnack(p); },
            [](const Publish& p) { return describePublish(p); },
            [](const Ack& p) { return describeAck(p); },
            [](const Suback& p) { return fmt::format("SUBACK #{}{}", p.id, codes(p.codes)); },
            [](const Unsuback& p) { return fmt::format("UNSUBACK #{}{}", p.id, codes(p.codes)); },
            [](Pingresp) { return std::string("PINGRESP"); },
            [](const Disconnect& p) { return fmt::format("DISCONNECT {:02x}", static_cast<unsigned>(p.code)); },
            [](const auto&) { return std::string("a packet that a server does not send"); },
        },
        packet);
}

TestClient::TestClient(BrokerWorld& world, std::string clientId, Version version)
    : m_world(world), m_id(std::move(clientId)), m_version(version)
{
    connectPacket.version = version;
    connectPacket.clientId = m_id;
}

TestClient& TestClient::openLink()
{
    Peer peer;
    peer.address = "memory:" + m_id;
    peer.transport = "memory";
    m_arrived.clear();
    m_link = m_world.m_broker->open(std::move(peer), m_world.now());
    return *this;
}

TestClient& TestClient::connect()
{
    openLink();
    return send(connectPacket);
}

TestClient& TestClient::join()
{
    connect();
    if (m_lines.empty() || !m_lines.front().starts_with("CONNACK 00"))
        throw std::runtime_error(m_id + " was not accepted: " + (m_lines.empty() ? "no answer" : m_lines.front()));
    m_lines.erase(m_lines.begin());
    return *this;
}

TestClient& TestClient::send(const Packet& packet)
{
    Bytes bytes;
    encode(bytes, packet, m_version);
    return sendBytes(bytes);
}

TestClient& TestClient::sendBytes(ByteView bytes)
{
    m_world.m_broker->receive(m_link, bytes, m_world.now());
    m_world.run();
    return *this;
}

TestClient& TestClient::vanish()
{
    const ConnectionId link = std::exchange(m_link, 0);
    m_world.m_broker->linkClosed(link, "the cable was cut", m_world.now());
    m_world.run();
    return *this;
}

TestClient& TestClient::disconnect(ReasonCode code, std::optional<std::uint32_t> expiry)
{
    Disconnect packet;
    packet.code = code;
    packet.sessionExpiry = expiry;
    send(packet);
    return *this;
}

TestClient& TestClient::publish(std::string_view topic, std::string_view payload, QoS qos, bool retain, PacketId id)
{
    Publish packet;
    packet.topic = topic;
    packet.payload = asBytes(payload);
    packet.qos = qos;
    packet.retain = retain;
    packet.id = qos == QoS::AtMostOnce ? PacketId{0} : id;
    return send(packet);
}

TestClient& TestClient::subscribe(std::string_view filter, QoS qos, PacketId id)
{
    Subscribe packet;
    packet.id = id;
    packet.entries.push_back({filter, {.qos = qos}});
    return send(packet);
}

TestClient& TestClient::subscribeWith(std::string_view filter, SubscriptionOptions options,
                                      std::uint32_t subscriptionId)
{
    Subscribe packet;
    packet.id = 1;
    packet.entries.push_back({filter, options});
    if (subscriptionId != 0)
        packet.subscriptionId = subscriptionId;
    return send(packet);
}

TestClient& TestClient::unsubscribe(std::string_view filter)
{
    Unsubscribe packet;
    packet.id = 2;
    packet.filters.push_back(filter);
    return send(packet);
}

TestClient& TestClient::ack(PacketType type, PacketId id, ReasonCode code)
{
    Ack packet;
    packet.type = type;
    packet.id = id;
    packet.code = code;
    return send(packet);
}

Lines TestClient::take()
{
    m_bytes = 0;
    return std::exchange(m_lines, {});
}

Lines TestClient::takePublished()
{
    Lines lines = take();
    std::erase_if(lines, [](const std::string& line) { return !line.starts_with("PUBLISH"); });
    return lines;
}

void TestClient::stopReading(std::size_t room)
{
    m_reading = false;
    m_room = room;
}

void TestClient::resumeReading()
{
    m_reading = true;
    m_world.m_broker->writable(m_link);
    m_world.run();
}

/// Takes what the link has room for.
std::size_t TestClient::accept(std::span<const ByteView> slices)
{
    std::size_t taken = 0;
    for (const ByteView slice : slices) {
        const std::size_t count = m_reading ? slice.size() : std::min(slice.size(), m_room);
        m_arrived.insert(m_arrived.end(), slice.begin(), slice.begin() + static_cast<std::ptrdiff_t>(count));
        taken += count;
        if (!m_reading)
            m_room -= count;
        if (count < slice.size())
            break;
    }
    m_bytes += taken;
    decodeArrived();
    return taken;
}

void TestClient::decodeArrived()
{
    ByteView rest(m_arrived);
    while (true) {
        const auto header = decodeHeader(rest, Sender::Server, {});
        if (!header)
            throw std::runtime_error(std::string("the broker sent a bad header: ") + std::string(header.error().text));
        if (!*header || rest.size() < (*header)->packetSize())
            break;
        const auto packet = decodeBody(**header, rest.subspan((*header)->headerSize, (*header)->remaining), m_version,
                                       Sender::Server, {});
        if (!packet)
            throw std::runtime_error(std::string("the broker sent a bad packet: ") + std::string(packet.error().text));
        m_lines.push_back(describe(*packet));
        rest = rest.subspan((*header)->packetSize());
    }
    m_arrived.erase(m_arrived.begin(), m_arrived.end() - static_cast<std::ptrdiff_t>(rest.size()));
}

BrokerWorld::BrokerWorld(Limits limits, Gatekeeper* gatekeeper, SessionStore* store)
    : m_limits(limits), m_gatekeeper(gatekeeper ? gatekeeper : &m_openDoor), m_store(store)
{
    restart({});
}

BrokerWorld::~BrokerWorld() = default;

void BrokerWorld::restart(StoredBroker stored)
{
    for (const auto& client : m_clients) {
        client->m_link = 0;
        client->m_arrived.clear();
    }
    m_broker.reset();
    m_broker = std::make_unique<Broker>(Broker::Parts{.clock = m_clock,
                                                      .recorder = m_recorder,
                                                      .gatekeeper = *m_gatekeeper,
                                                      .store = m_store,
                                                      .observer = m_observer,
                                                      .seed = 1,
                                                      .name = "test"},
                                        m_limits);
    m_broker->restore(std::move(stored), now());
}

TestClient& BrokerWorld::client(std::string id, Version version)
{
    m_clients.push_back(std::make_unique<TestClient>(*this, std::move(id), version));
    return *m_clients.back();
}

TestClient& BrokerWorld::joined(std::string id, Version version)
{
    return client(std::move(id), version).join();
}

TestClient* BrokerWorld::byLink(ConnectionId id)
{
    for (const auto& client : m_clients)
        if (client->m_link == id)
            return client.get();
    return nullptr;
}

void BrokerWorld::run()
{
    for (int turn = 0; turn < 100; ++turn) {
        const std::vector<ConnectionId> pending(m_broker->pending().begin(), m_broker->pending().end());
        if (pending.empty())
            break;
        std::vector<ConnectionId> ended;
        for (const ConnectionId id : pending) {
            TestClient* client = byLink(id);
            if (!client)
                throw std::runtime_error("a connection without a link is pending");
            while (!m_broker->output(id).empty()) {
                const std::size_t taken = client->accept(m_broker->output(id));
                if (taken == 0)
                    break;
                m_broker->written(id, taken);
            }
            if (m_broker->closing(id) && m_broker->output(id).empty())
                ended.push_back(id);
        }
        m_broker->endTurn(now());
        for (const ConnectionId id : ended) {
            TestClient* client = byLink(id);
            client->m_link = 0;
            client->m_lines.push_back("CLOSED");
            m_broker->linkClosed(id, "closed by the broker", now());
        }
    }
    m_broker->endTurn(now());
    m_recorder.flush();
}

void BrokerWorld::advance(Duration by)
{
    const Instant target = now() + by;
    while (const auto due = m_broker->nextDeadline()) {
        if (*due > target)
            break;
        m_clock.set(std::max(*due, now()));
        m_broker->advance(now());
        run();
    }
    m_clock.set(target);
    m_broker->advance(target);
    run();
}

void BrokerWorld::readTrace()
{
    m_recorder.flush();
    for (const auto& chunk : m_reader.drain())
        for (const trace::Event& event : chunk->events())
            m_told.push_back({event, fmt::format("{} {}: {}", chunk->text(event.subject), chunk->text(event.object),
                                                 chunk->text(event.detail))});
}

Lines BrokerWorld::events(trace::Kind kind)
{
    readTrace();
    Lines lines;
    std::erase_if(m_told, [&](const Told& told) {
        if (told.event.kind != kind)
            return false;
        lines.push_back(told.line);
        return true;
    });
    return lines;
}

std::vector<trace::Event> BrokerWorld::rawEvents(trace::Kind kind)
{
    readTrace();
    std::vector<trace::Event> events;
    for (const Told& told : m_told)
        if (told.event.kind == kind)
            events.push_back(told.event);
    return events;
}

} // namespace greensward::mqtt
