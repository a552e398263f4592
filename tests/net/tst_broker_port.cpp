// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/broker_port.h"

#include "engine_thread.h"
#include "front_desk.h"
#include "net/memory_link.h"
#include "plain_client.h"

#include <algorithm>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <map>
#include <optional>
#include <sys/resource.h>

namespace greensward::mqtt {
namespace {

using net::PlainClient;
using testing::HasSubstr;
using testing::SizeIs;
using testing::StartsWith;

// Packets by the bytes of the 3.1.1 specification, so that nothing of the room under test makes them.

std::string field(const std::string& text)
{
    return std::string{static_cast<char>(text.size() >> 8), static_cast<char>(text.size() & 0xff)} + text;
}

std::string packet(char first, const std::string& rest)
{
    std::string length;
    std::size_t left = rest.size();
    do {
        length += static_cast<char>((left & 0x7f) | (left > 0x7f ? 0x80 : 0));
        left >>= 7;
    } while (left > 0);
    return first + length + rest;
}

std::string connectPacket(const std::string& clientId, const std::string& willTopic = {}, const std::string& will = {})
{
    const char flags = static_cast<char>(willTopic.empty() ? 0x02 : 0x06);
    std::string rest = field("MQTT") + '\x04' + flags + std::string("\0\x3c", 2) + field(clientId);
    if (!willTopic.empty())
        rest += field(willTopic) + field(will);
    return packet('\x10', rest);
}

std::string subscribePacket(const std::string& filter)
{
    return packet('\x82', std::string("\0\x01", 2) + field(filter) + '\0');
}

std::string publishPacket(const std::string& topic, const std::string& payload)
{
    return packet('\x30', field(topic) + payload);
}

const std::string kConnack("\x20\x02\x00\x00", 4);
const std::string kSuback("\x90\x03\x00\x01\x00", 5);
const std::string kDisconnect("\xe0\x00", 2);

/// A broker on a TCP port of its own loop.
class OverLinks : public testing::Test, public net::ListenerHandler
{
protected:
    ~OverLinks() override
    {
        engine.call([this] {
            listener.reset();
            port.reset();
        });
        engine.stop();
    }

    std::uint16_t start(Limits limits = {})
    {
        return engine.call([&] {
            broker.emplace(Broker::Parts{.clock = clock, .recorder = recorder, .gatekeeper = gatekeeper}, limits);
            port.emplace(engine.loop(), clock, *broker);
            listener = std::move(*net::Listener::open(engine.loop(), {}, *this));
            return listener->port();
        });
    }

    net::LinkHandler* linkOpened(net::Link& link) override { return port->adopt(link) ? &*port : nullptr; }
    void refused(const net::Refusal& refusal) override { FAIL() << refusal.why; }
    void request(const net::HttpRequest&, net::HttpResponder) override { FAIL() << "this port speaks MQTT only"; }

    static PlainClient client(std::uint16_t tcpPort, const std::string& id)
    {
        PlainClient made(tcpPort);
        EXPECT_TRUE(made.send(connectPacket(id)));
        EXPECT_EQ(made.receive(4), kConnack);
        return made;
    }
    static void subscribe(PlainClient& subscriber, const std::string& filter)
    {
        ASSERT_TRUE(subscriber.send(subscribePacket(filter)));
        ASSERT_EQ(subscriber.receive(5), kSuback);
    }
    bool waitForLinks(std::size_t count)
    {
        for (int i = 0; i < 1000; ++i) {
            if (engine.call([&] { return port->links() == count && broker->counters().connections == count; }))
                return true;
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
        }
        return false;
    }

    SystemClock clock;
    trace::Recorder recorder{clock};
    Gatekeeper gatekeeper;
    net::EngineThread engine;
    std::optional<Broker> broker;
    std::optional<BrokerPort> port;
    std::unique_ptr<net::Listener> listener;
};

TEST_F(OverLinks, messagesGoFromClientToClient)
{
    const auto tcp = start();
    auto subscriber = client(tcp, "subscriber");
    subscribe(subscriber, "turbines/#");
    auto publisher = client(tcp, "publisher");
    const std::string message = publishPacket("turbines/123", R"({"output":1200})");
    ASSERT_TRUE(publisher.send(message));
    EXPECT_EQ(subscriber.receive(message.size()), message);
}

TEST_F(OverLinks, aFloodArrivesWholeAndInOrder)
{
    const auto tcp = start({.outboxBytes = 64u << 20});
    auto subscriber = client(tcp, "subscriber");
    subscribe(subscriber, "flood");
    auto publisher = client(tcp, "publisher");
    std::string all;
    for (int i = 0; i < 100'000; ++i)
        all += publishPacket("flood", std::to_string(i) + std::string(100, '.'));
    std::thread writer([&] { EXPECT_TRUE(publisher.send(all)); });
    EXPECT_TRUE(subscriber.receive(all.size()) == all) << "100,000 messages came changed or short";
    writer.join();
}

TEST_F(OverLinks, theRecorderSaysOfEveryMessageWhetherASlowReaderGotIt)
{
    using trace::Kind;
    constexpr std::uint64_t kMessages = 30'000; // more than the sockets hold
    trace::Reader reader(recorder, {Kind::MessagePublished, Kind::MessageDelivered, Kind::MessageMissed});
    const auto tcp = start({.outboxBytes = 10'000}); // less than a turn brings
    auto slow = client(tcp, "slow");
    subscribe(slow, "flood");
    auto publisher = client(tcp, "publisher");
    const std::string filler(500, '.');
    std::string all;
    for (std::uint64_t i = 0; i < kMessages; ++i)
        all += publishPacket("flood", fmt::format("{:06}", i) + filler);
    ASSERT_TRUE(publisher.send(all));
    for (int i = 0; i < 1000 && engine.call([&] { return broker->counters().received; }) < kMessages; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds{10});

    engine.call([&] { recorder.flush(); });
    std::map<trace::EventId, std::string> delivered; // by MessagePublished
    std::size_t takenBack = 0;
    for (const trace::ChunkPtr& chunk : reader.drain()) {
        for (const trace::Event& event : chunk->events()) {
            if (event.kind == Kind::MessageDelivered) {
                delivered[event.cause] = std::string(chunk->text(event.payload).substr(0, 6));
            } else if (event.kind == Kind::MessageMissed) {
                EXPECT_EQ(chunk->text(event.subject), "slow");
                EXPECT_EQ(chunk->text(event.object), "flood");
                EXPECT_EQ(delivered.erase(event.cause), event.extra == 1 ? 1U : 0U) << "taken back as it says";
                takenBack += event.extra == 1;
            }
        }
    }
    ASSERT_GT(takenBack, 0U) << "the flood did not cut anything from the outbox: the test shows nothing";
    ASSERT_LT(delivered.size(), kMessages);

    const std::size_t size = all.size() / kMessages;
    const std::string arrived = slow.receive(delivered.size() * size);
    ASSERT_EQ(arrived.size(), delivered.size() * size);
    std::vector<std::string> read;
    for (std::size_t at = 0; at < arrived.size(); at += size)
        read.push_back(arrived.substr(at + size - filler.size() - 6, 6));
    std::vector<std::string> told;
    for (const auto& [event, number] : delivered)
        told.push_back(number);
    EXPECT_TRUE(read == told) << "what was read is not what the recorder calls delivered";
    ASSERT_TRUE(publisher.send(publishPacket("flood", "end")));
    const std::string end = publishPacket("flood", "end");
    EXPECT_EQ(slow.receive(end.size()), end) << "and there is no more";
}

TEST_F(OverLinks, answersAreWrittenBeforeAGoodbyeIsCarriedOut)
{
    const auto tcp = start();
    PlainClient hasty(tcp);
    ASSERT_TRUE(hasty.send(connectPacket("hasty") + subscribePacket("x") + kDisconnect));
    EXPECT_EQ(hasty.receiveAll(), kConnack + kSuback);
    EXPECT_TRUE(waitForLinks(0));
}

TEST_F(OverLinks, aBrokenLinkBecomesAWill)
{
    const auto tcp = start();
    auto witness = client(tcp, "witness");
    subscribe(witness, "wills");
    PlainClient mortal(tcp);
    ASSERT_TRUE(mortal.send(connectPacket("mortal", "wills", "gone")));
    ASSERT_EQ(mortal.receive(4), kConnack);
    mortal.reset();
    const std::string will = publishPacket("wills", "gone");
    EXPECT_EQ(witness.receive(will.size()), will);
    EXPECT_TRUE(waitForLinks(1));
}

TEST_F(OverLinks, aSecondConnectionOfAClientClosesTheFirst)
{
    const auto tcp = start();
    auto first = client(tcp, "same");
    auto second = client(tcp, "same");
    EXPECT_EQ(first.receiveAll(), "");
    EXPECT_TRUE(waitForLinks(1));
    subscribe(second, "x");
}

TEST_F(OverLinks, aLinkThatSaysNothingIsClosedInTime)
{
    const auto tcp = start({.connectTimeout = std::chrono::seconds{1}});
    PlainClient silent(tcp);
    auto talking = client(tcp, "talking");
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(silent.receiveAll(), "");
    EXPECT_GE(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds{800});
    subscribe(talking, "x");
    EXPECT_TRUE(waitForLinks(1));
}

TEST_F(OverLinks, aLinkBeyondTheBrokersLimitIsClosed)
{
    const auto tcp = start({.connections = 1});
    auto first = client(tcp, "first");
    PlainClient second(tcp);
    EXPECT_EQ(second.receive(1), "");
    subscribe(first, "x");
}

TEST_F(OverLinks, whatIsPublishedInProcessGoesOutAfterWake)
{
    const auto tcp = start();
    auto subscriber = client(tcp, "subscriber");
    subscribe(subscriber, "news");
    engine.call([&] {
        OutgoingMessage message;
        message.topic = "news";
        message.payload = asBytes("hello");
        broker->publish("$console", message, clock.now());
        port->wake();
    });
    const std::string expected = publishPacket("news", "hello");
    EXPECT_EQ(subscriber.receive(expected.size()), expected);
}

TEST_F(OverLinks, memoryLinksAreClientsLikeAnyOther)
{
    const auto tcp = start();
    auto subscriber = client(tcp, "subscriber");
    subscribe(subscriber, "device");
    net::FrontDesk device;
    device.onReceived = [](net::Link&, ByteView) {};
    const std::string message = publishPacket("device", "hi");
    engine.call([&] {
        net::LinkDescription description;
        description.transport = "memory";
        description.address = "memory";
        const auto [near, far] = net::makeMemoryPair(engine.loop(), description, description);
        near->setHandler(&device);
        EXPECT_TRUE(port->adopt(*far, true));
        const std::string text = connectPacket("device") + message;
        const std::vector<ByteView> slices{asBytes(text)};
        EXPECT_EQ(near->write(slices), text.size());
    });
    EXPECT_EQ(subscriber.receive(message.size()), message);
    EXPECT_TRUE(device.waitFor([](const net::FrontDesk::Seen& seen) { return seen.received == kConnack; }));
    engine.call([&] {
        const auto clients = broker->clients();
        const auto found =
            std::find_if(clients.begin(), clients.end(), [](const auto& one) { return one.clientId == "device"; });
        ASSERT_NE(found, clients.end());
        EXPECT_TRUE(found->peer.simulated);
        broker->closeClient("device", DisconnectReason::ServerClosed, true, clock.now());
        port->wake();
    });
    EXPECT_TRUE(device.waitForClosed("the other end closed the connection"));
}

TEST_F(OverLinks, aSubscriberThatDoesNotReadHarmsNobodyAndCanBeClosed)
{
    const auto tcp = start({.outboxBytes = 1u << 20});
    auto stuck = client(tcp, "stuck");
    subscribe(stuck, "flood");
    auto reader = client(tcp, "reader");
    subscribe(reader, "after");
    auto publisher = client(tcp, "publisher");
    const std::string message = publishPacket("flood", std::string(60'000, 'x'));
    for (int i = 0; i < 500; ++i)
        ASSERT_TRUE(publisher.send(message));
    const std::string after = publishPacket("after", "still here");
    ASSERT_TRUE(publisher.send(after));
    EXPECT_EQ(reader.receive(after.size()), after);
    EXPECT_GT(engine.call([&] { return broker->counters().dropped; }), 0u);
    const auto begin = std::chrono::steady_clock::now();
    engine.call([&] {
        broker->closeClient("stuck", DisconnectReason::ServerClosed, true, clock.now());
        port->wake();
    });
    EXPECT_TRUE(waitForLinks(2)) << "the link that takes nothing was not given up";
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds{8});
}

TEST_F(OverLinks, aThousandSilentConnectionsDoNotDisturbOthers)
{
    rlimit files{};
    ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &files), 0);
    files.rlim_cur = std::min<rlim_t>(files.rlim_max, 4096); // both ends live here
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &files), 0);
    const auto tcp = start();
    std::vector<PlainClient> silent;
    for (int i = 0; i < 1000; ++i)
        silent.emplace_back(tcp);
    ASSERT_TRUE(waitForLinks(1000));
    auto subscriber = client(tcp, "subscriber");
    subscribe(subscriber, "x");
    auto publisher = client(tcp, "publisher");
    const std::string message = publishPacket("x", "y");
    ASSERT_TRUE(publisher.send(message));
    EXPECT_EQ(subscriber.receive(message.size()), message);
    silent.clear();
    EXPECT_TRUE(waitForLinks(2));
}

TEST_F(OverLinks, thePortMayGoBeforeItsLinks)
{
    const auto tcp = start();
    auto left = client(tcp, "left behind");
    engine.call([&] {
        listener.reset();
        port.reset();
    });
    EXPECT_EQ(left.receive(1), "");
}

} // namespace
} // namespace greensward::mqtt
