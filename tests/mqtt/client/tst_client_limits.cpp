// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "played_server.h"

#include <fmt/format.h>

// What the server announced, and what the client bounds.
namespace greensward::mqtt {

using testing::ElementsAre;
using testing::IsEmpty;

namespace {

Publish message(QoS qos, bool retain = false, std::string_view payload = "x")
{
    Publish made;
    made.topic = "a";
    made.qos = qos;
    made.retain = retain;
    made.payload = asBytes(payload);
    return made;
}

} // namespace

TEST(ClientLimits, whatTheServerDoesNotTakeIsNotSent)
{
    PlayedServer server(PlayedServer::v5());
    server.connect("0000 [2401 2500 2700000014]");
    EXPECT_EQ(server.refusal(message(QoS::ExactlyOnce)), "the server does not take messages of this QoS");
    EXPECT_EQ(server.refusal(message(QoS::AtMostOnce, true)), "the server does not keep retained messages");
    EXPECT_EQ(server.refusal(message(QoS::AtMostOnce, false, "12345678901234")), "");
    EXPECT_EQ(server.refusal(message(QoS::AtMostOnce, false, "123456789012345")),
              "the message is larger than the server's maximum packet size");
    EXPECT_EQ(server.heard().size(), 1u);
}

TEST(ClientLimits, whatWaitedAndIsNotTakenIsDropped)
{
    PlayedServer server(PlayedServer::v5());
    const auto first = server.client.publish(message(QoS::ExactlyOnce), server.now());
    const auto second = server.client.publish(message(QoS::AtLeastOnce), server.now());
    ASSERT_TRUE(first && second);
    ASSERT_TRUE(server.client.start(server.now()));
    server.open();
    server.heard();
    server.say(0x20, "0000 [2401]");
    EXPECT_THAT(server.told(),
                ElementsAre(fmt::format("dropped {}: the server does not take such messages", *first), "connected"));
    EXPECT_THAT(server.heard(), ElementsAre(R"(PUBLISH topic="a" payload=78 qos=1 id=1)"));
}

TEST(ClientLimits, whatIsInFlightAndNoLongerTakenIsDropped)
{
    PlayedServer server(PlayedServer::persistent(Version::v5));
    server.connect("0000 00");
    const auto large = server.client.publish(message(QoS::AtLeastOnce, false, "12345678901234567890"), server.now());
    const auto small = server.client.publish(message(QoS::AtLeastOnce), server.now());
    ASSERT_TRUE(large && small);
    server.breakLink();
    server.open();
    server.heard();
    server.say(0x20, "0100 [2700000014]");
    EXPECT_THAT(server.heard(), ElementsAre(R"(PUBLISH topic="a" payload=78 qos=1 id=2 dup)"));
    EXPECT_THAT(server.told(), ElementsAre(fmt::format("dropped {}: the server does not take such messages", *large),
                                           "connected, session present"));
    EXPECT_EQ(server.client.inflight(), 1u);
}

TEST(ClientLimits, requestsThatTheServerDoesNotTakeAreDropped)
{
    struct Case
    {
        std::string_view connack;
        std::string_view filter;
        std::optional<std::uint32_t> id;
        std::string_view why;
    };
    for (const auto& c :
         {Case{"0000 [2800]", "a/#", {}, "the server does not take wildcards"},
          Case{"0000 [2a00]", "$share/g/a", {}, "the server does not take shared subscriptions"},
          Case{"0000 [2900]", "a", 1, "the server does not take subscription identifiers"},
          Case{"0000 [270000000a]", "long/topic", {}, "the request is larger than the server's maximum packet size"}}) {
        PlayedServer server(PlayedServer::v5());
        server.connect(c.connack);
        const std::array<Subscribe::Entry, 1> entries{{{c.filter, {}}}};
        const auto token = server.client.subscribe(entries, server.now(), c.id);
        ASSERT_TRUE(token);
        EXPECT_THAT(server.told(), ElementsAre(fmt::format("dropped {}: {}", *token, c.why)));
        EXPECT_THAT(server.heard(), IsEmpty());
    }
}

TEST(ClientLimits, topicsAndTextsAreCheckedHere)
{
    PlayedServer server(PlayedServer::v5());
    server.connect("0000 00");
    Publish bad = message(QoS::AtMostOnce);
    bad.topic = "a/+";
    EXPECT_EQ(server.refusal(bad), "the topic is not well-formed: a topic name must not contain wildcards");
    bad.topic = "";
    EXPECT_EQ(server.refusal(bad), "the topic is not well-formed: a topic name must not be empty");
    bad = message(QoS::AtMostOnce);
    bad.properties.contentType = "\xff";
    EXPECT_EQ(server.refusal(bad), "the content type is not UTF-8, or contains the null character");
    bad = message(QoS::AtMostOnce);
    bad.properties.responseTopic = "a/#";
    EXPECT_EQ(server.refusal(bad), "the response topic is not well-formed: a topic name must not contain wildcards");
    bad = message(QoS::AtMostOnce);
    bad.properties.payloadFormat = 2;
    EXPECT_EQ(server.refusal(bad), "the payload format must be 0 or 1");
    bad = message(QoS::AtMostOnce);
    const std::string longText(65'536, 'x');
    bad.properties.user.emplace_back("k", longText);
    EXPECT_EQ(server.refusal(bad), "the value of a user property is longer than 65,535 bytes");
    EXPECT_THAT(server.heard(), IsEmpty());
}

TEST(ClientLimits, aServerThatDoesNotReadIsNotWrittenToForEver)
{
    ClientSettings settings;
    settings.outputBytes = 1000;
    PlayedServer server(settings);
    server.connect();
    const std::string payload(100, 'x');
    std::size_t sent = 0;
    while (server.client.publish("a", asBytes(payload), QoS::AtMostOnce, false, server.now()))
        ASSERT_LT(++sent, 100u);
    EXPECT_GE(server.client.output().size(), 1000u);
    EXPECT_LT(server.client.output().size(), 1200u);
    server.publish("a", payload); // QoS 1 waits
    EXPECT_EQ(server.client.inflight(), 0u);
    EXPECT_EQ(server.client.queued(), 1u);
    server.heard();
    EXPECT_EQ(server.client.inflight(), 1u) << "written() made room";
}

TEST(ClientLimits, aServerThatSendsButDoesNotReadIsGivenUp)
{
    ClientSettings settings;
    settings.outputBytes = 100;
    PlayedServer server(settings);
    server.connect();
    for (int i = 0; i < 100 && server.client.state() == ClientState::Online; ++i)
        server.say(0x32, R"("a" 0001 'x')");
    EXPECT_TRUE(server.client.closing());
    EXPECT_LT(server.client.output().size(), 300u);
    EXPECT_EQ(server.told().back(), "disconnected: stalled 80");
}

TEST(ClientLimits, aPacketOverOurMaximumIsRefusedBeforeItsBody)
{
    ClientSettings settings = PlayedServer::v5();
    settings.decode.packetSize = 100;
    PlayedServer server(settings);
    server.connect("0000 00");
    server.feed(wire("30 64"));
    EXPECT_THAT(server.heard(), ElementsAre("DISCONNECT 0x95"));
}

} // namespace greensward::mqtt
