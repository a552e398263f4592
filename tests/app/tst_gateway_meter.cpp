// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The meter of a running gateway beside units counted by hand.
#include "app/engine.h"
#include "app/engine_port_link.h"
#include "app/price_shelf.h"
#include "base/files.h"
#include "mqtt/encode.h"

#include <arpa/inet.h>
#include <chrono>
#include <filesystem>
#include <gmock/gmock.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace greensward;
using namespace greensward::app;
using namespace std::chrono_literals;
using billing::Quantity;
using testing::HasSubstr;

namespace {

constexpr std::size_t kThen = 0;
constexpr std::size_t kNow = 1;

class Folder
{
public:
    Folder() : m_path(::mkdtemp(m_name)) {}
    ~Folder() { std::filesystem::remove_all(m_path); }
    const std::filesystem::path& path() const { return m_path; }

private:
    char m_name[32] = "/tmp/greensward-meter-XXXXXX";
    std::filesystem::path m_path;
};

std::unique_ptr<Engine> started(const std::filesystem::path& folder = {})
{
    EngineSettings settings;
    settings.directory = folder;
    settings.durable = !folder.empty();
    settings.ports = PortPlan::anyFree();
    settings.plainMqtt = true;
    auto engine = Engine::start(settings);
    if (!engine)
        throw std::runtime_error(engine.error().message);
    return std::move(*engine);
}

/// A client that sends packets and reads until a ping is answered: then the gateway has done all that came before.
class HandClient
{
public:
    explicit HandClient(std::uint16_t port) : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval patience{5, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        EXPECT_EQ(::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    }
    ~HandClient() { ::close(m_socket); }

    template<typename Packet>
    void send(const Packet& packet)
    {
        Bytes bytes;
        mqtt::encode(bytes, mqtt::Packet(packet), mqtt::Version::v311);
        std::size_t sent = 0;
        while (sent < bytes.size()) {
            const auto wrote = ::send(m_socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
            ASSERT_GT(wrote, 0);
            sent += static_cast<std::size_t>(wrote);
        }
    }
    void publish(std::string_view topic, const std::string& payload)
    {
        mqtt::Publish packet;
        packet.topic = topic;
        packet.payload = asBytes(payload);
        send(packet);
    }
    void subscribe(std::string_view filter)
    {
        mqtt::Subscribe packet;
        packet.id = 1;
        packet.entries.push_back({.filter = filter, .options = {}});
        send(packet);
    }
    void ping()
    {
        send(mqtt::Pingreq{});
        Bytes arrived;
        std::uint8_t piece[16'384];
        // A shadow's answer may come before or after that to the ping.
        const auto has = [&](std::string_view octets) { return asText(arrived).find(octets) != std::string_view::npos; };
        while (!has(std::string_view("\xD0\0", 2))) {
            const auto read = ::recv(m_socket, piece, sizeof piece, 0);
            ASSERT_GT(read, 0) << "no answer to the ping";
            arrived.insert(arrived.end(), piece, piece + read);
        }
    }

private:
    int m_socket;
};

mqtt::Connect connectAs(std::string_view name)
{
    mqtt::Connect packet;
    packet.clientId = name;
    packet.keepAlive = 60;
    return packet;
}

billing::Bill billOf(Engine& engine)
{
    return engine.ask([&engine] { return engine.cloud().meter().bill(); });
}

const billing::Bill::Line* lineOf(const std::vector<billing::Bill::Line>& lines, std::string_view name)
{
    for (const auto& line : lines)
        if (line.name == name)
            return &line;
    return nullptr;
}

} // namespace

TEST(GatewayMeter, countsWhatAHandCounts)
{
    const auto engine = started();
    HandClient client(engine->whereabouts().ports.mqtt);
    client.send(connectAs("hand"));
    client.subscribe("a/#");
    for (const std::size_t size : {0u, 1u, 512u, 513u, 5120u, 5121u})
        client.publish("a/b", std::string(size, 'x'));
    const std::string report = R"({"state":{"reported":{"rpm":1}}})";
    client.publish("$aws/things/wt-1/shadow/update", report); // nobody hears the answer
    std::this_thread::sleep_for(std::chrono::milliseconds(200)); // it has been given by now
    client.subscribe("$aws/things/wt-1/shadow/update/accepted");
    client.publish("$aws/things/wt-1/shadow/update", report);
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    client.ping();

    const billing::Bill bill = billOf(*engine);
    const billing::Counts& then = bill.total.units[kThen];
    // 0, 1 and 512 octets are a block each, 513 two, 5,120 ten, 5,121 eleven; two shadow requests of one block.
    EXPECT_EQ(then[Quantity::Published], 3u + 2 + 10 + 11 + 2);
    EXPECT_EQ(then[Quantity::Delivered], 3u + 2 + 10 + 11 + 1) << "only one of the answers went to somebody";
    EXPECT_EQ(then[Quantity::Ping], 1u);
    EXPECT_EQ(bill.cost(kThen).text(6), "0.000280") << "56 messages at 5 USD a million";

    const billing::Counts& now = bill.total.units[kNow];
    EXPECT_EQ(now[Quantity::Published], 6u + 2 + 2) << "with the topic, 5,120 and 5,121 octets take two";
    EXPECT_EQ(now[Quantity::Delivered], 6u + 2 + 1);
    EXPECT_EQ(now[Quantity::Connect], 1u);
    EXPECT_EQ(now[Quantity::Subscribe], 2u);
    EXPECT_EQ(now[Quantity::Ping], 0u);
    EXPECT_EQ(now[Quantity::ConnectionMinute], 1u);
    EXPECT_EQ(now[Quantity::ShadowOperation], 2u);
    EXPECT_EQ(bill.cost(kNow).pico(), 22'000'000 + 80'000 + 2 * 1'250'000) << "22 messages, a minute, 2 operations";

    const auto* line = lineOf(bill.clients, "hand");
    ASSERT_TRUE(line);
    EXPECT_EQ(line->use.units, bill.total.units) << "it was all the doing of one client";
    ASSERT_TRUE(lineOf(bill.topics, "a/b"));
    ASSERT_TRUE(lineOf(bill.topics, "$aws/things/wt-1"));
    EXPECT_EQ(lineOf(bill.topics, "$aws/things/wt-1")->use.events[Quantity::Published], 2u);
}

TEST(GatewayMeter, countsWhenNobodyReadsTheRecorder)
{
    const auto engine = started();
    engine->ask([&] { EXPECT_FALSE(engine->recorder().wants(trace::Kind::MessagePublished)); });
    HandClient client(engine->whereabouts().ports.mqtt);
    client.send(connectAs("hand"));
    client.publish("a", "1");
    client.ping();
    EXPECT_EQ(billOf(*engine).total.events[Quantity::Published], 1u);
}

TEST(GatewayMeter, survivesARestartAndForgetsWhatWasReset)
{
    const Folder folder;
    {
        const auto engine = started(folder.path());
        HandClient client(engine->whereabouts().ports.mqtt);
        client.send(connectAs("hand"));
        client.publish("a", std::string(600, 'x'));
        client.ping();
        ASSERT_TRUE(engine->stop());
    }
    {
        const auto engine = started(folder.path());
        EXPECT_EQ(billOf(*engine).total.units[kThen][Quantity::Published], 2u);
        engine->ask([&] { engine->cloud().meter().reset(); });
        ASSERT_TRUE(engine->stop());
    }
    const auto engine = started(folder.path());
    EXPECT_EQ(billOf(*engine).total.units[kThen][Quantity::Published], 0u);
}

TEST(GatewayMeter, workspaceMayHavePricesOfItsOwn)
{
    const Folder folder;
    const auto engine = started(folder.path());
    EnginePortLink port(*engine);
    const auto file = port.ownPriceFile("aws-2017");
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_FALSE(port.ownPriceFile("../etc/passwd"));
    std::string text = *readFile(*file, billing::kLargestPriceFile);
    text.replace(text.find("5.00"), 4, "8.00");
    ASSERT_TRUE(writeFileAtomically(*file, text, 0600));
    const auto rereadBill = [&] {
        port.rereadPrices();
        return billOf(*engine);
    };
    billing::Bill bill = rereadBill();
    EXPECT_TRUE(bill.problems.empty());
    EXPECT_EQ(bill.lists[kThen]->charges[0].cost(1'000'000).text(), "8.00");
    EXPECT_EQ(bill.lists[kThen]->file, *file);

    ASSERT_TRUE(writeFileAtomically(*file, "{", 0600));
    bill = rereadBill();
    ASSERT_EQ(bill.problems.size(), 1u);
    EXPECT_THAT(bill.problems[0], HasSubstr("aws-2017.json"));
    ASSERT_EQ(bill.lists.size(), 2u) << "the program's own list stands in";
    EXPECT_EQ(bill.lists[kThen]->charges[0].cost(1'000'000).text(), "5.00");
}

TEST(GatewayMeter, windowGetsABillWhenItAsks)
{
    const auto engine = started();
    EnginePortLink port(*engine);
    const auto deadline = std::chrono::steady_clock::now() + 10s;
    while (!port.bill() && std::chrono::steady_clock::now() < deadline) {
        port.drain();
        std::this_thread::sleep_for(5ms);
    }
    ASSERT_TRUE(port.bill());
    EXPECT_EQ(port.bill()->lists.size(), 2u);
}
