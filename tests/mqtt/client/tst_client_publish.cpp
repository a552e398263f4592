// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "played_server.h"

#include <fmt/format.h>

// QoS 0, 1 and 2 towards the server, and what happens to them when the link breaks.
namespace greensward::mqtt {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ClientPublish, atMostOnceIsSentAndForgotten)
{
    PlayedServer server;
    server.connect();
    server.publish("a", "x", QoS::AtMostOnce, true);
    EXPECT_THAT(server.heard(), ElementsAre(R"(PUBLISH topic="a" payload=78 qos=0 id=0 retain)"));
    EXPECT_EQ(server.client.inflight(), 0u);
    EXPECT_THAT(server.told(), IsEmpty());
}

TEST(ClientPublish, atLeastOnceIsKeptUntilPuback)
{
    PlayedServer server;
    server.connect();
    const Token token = server.publish("a", "x");
    EXPECT_THAT(server.heard(), ElementsAre(R"(PUBLISH topic="a" payload=78 qos=1 id=1)"));
    EXPECT_EQ(server.client.inflight(), 1u);
    server.say(0x40, "0001");
    EXPECT_THAT(server.told(), ElementsAre(fmt::format("acknowledged {} 00", token)));
    EXPECT_EQ(server.client.inflight(), 0u);
    server.say(0x40, "0001");
    EXPECT_THAT(server.told(), IsEmpty()) << "a PUBACK for nothing changes nothing";
    EXPECT_EQ(server.client.state(), ClientState::Online);
}

TEST(ClientPublish, exactlyOnceTakesItsFourSteps)
{
    PlayedServer server;
    server.connect();
    const Token token = server.publish("a", "x", QoS::ExactlyOnce);
    EXPECT_THAT(server.heard(), ElementsAre(R"(PUBLISH topic="a" payload=78 qos=2 id=1)"));
    server.say(0x50, "0001");
    EXPECT_THAT(server.heard(), ElementsAre("PUBREL id=1 0x00"));
    EXPECT_THAT(server.told(), IsEmpty());
    server.say(0x50, "0001");
    EXPECT_THAT(server.heard(), ElementsAre("PUBREL id=1 0x00")) << "PUBREC again, PUBREL again";
    server.say(0x70, "0001");
    EXPECT_THAT(server.told(), ElementsAre(fmt::format("acknowledged {} 00", token)));
    EXPECT_EQ(server.client.inflight(), 0u);
}

TEST(ClientPublish, aRefusingPubrecEndsTheFlow)
{
    PlayedServer server(PlayedServer::v5());
    server.connect("0000 00");
    const Token token = server.publish("a", "x", QoS::ExactlyOnce);
    server.heard();
    server.say(0x50, "0001 97");
    EXPECT_THAT(server.told(), ElementsAre(fmt::format("acknowledged {} 97", token)));
    EXPECT_THAT(server.heard(), IsEmpty()) << "no PUBREL [MQTT5-4.3.3-4]";
    EXPECT_EQ(server.client.inflight(), 0u);
}

TEST(ClientPublish, aPubrecForNothingIsAnswered)
{
    PlayedServer server(PlayedServer::v5());
    server.connect("0000 00");
    server.say(0x50, "0009");
    EXPECT_THAT(server.heard(), ElementsAre("PUBREL id=9 0x92"));
}

TEST(ClientPublish, anAcknowledgementOfTheWrongKindIsAViolation)
{
    struct Wrong
    {
        QoS qos;
        std::uint8_t first;
    };
    for (const auto [qos, first] : {Wrong{QoS::AtLeastOnce, 0x50}, Wrong{QoS::AtLeastOnce, 0x70},
                                    Wrong{QoS::ExactlyOnce, 0x40}, Wrong{QoS::ExactlyOnce, 0x70}}) {
        PlayedServer server;
        server.connect();
        server.publish("a", "x", qos);
        server.say(first, "0001");
        EXPECT_THAT(server.told(), ElementsAre("disconnected: protocol error 82"))
            << "QoS " << static_cast<int>(qos) << ", first byte " << static_cast<int>(first);
    }
}

TEST(ClientPublish, aKeptSessionGetsEverythingAgainInOrder)
{
    PlayedServer server(PlayedServer::persistent());
    server.connect();
    server.publish("a", "1");
    server.publish("a", "2", QoS::ExactlyOnce);
    server.publish("a", "3", QoS::ExactlyOnce);
    server.publish("a", "4");
    server.say(0x50, "0002");
    server.breakLink();
    server.publish("a", "5");
    server.open();
    server.heard();
    server.say(0x20, "0100");
    EXPECT_THAT(server.told(), ElementsAre("connected, session present"));
    EXPECT_THAT(server.heard(), ElementsAre(R"(PUBLISH topic="a" payload=31 qos=1 id=1 dup)", "PUBREL id=2 0x00",
                                            R"(PUBLISH topic="a" payload=33 qos=2 id=3 dup)",
                                            R"(PUBLISH topic="a" payload=34 qos=1 id=4 dup)",
                                            R"(PUBLISH topic="a" payload=35 qos=1 id=5)"));
}

TEST(ClientPublish, aLostSessionSendsAtLeastOnceAnewAndDropsWhatMightComeTwice)
{
    PlayedServer server(PlayedServer::persistent());
    server.connect();
    const Token first = server.publish("a", "1");
    const Token second = server.publish("a", "2", QoS::ExactlyOnce);
    const Token third = server.publish("a", "3", QoS::ExactlyOnce);
    server.publish("a", "4");
    server.say(0x50, "0003");
    server.breakLink();
    server.open();
    server.heard();
    server.say(0x20, "0000");
    EXPECT_THAT(server.heard(), ElementsAre(R"(PUBLISH topic="a" payload=31 qos=1 id=5)",
                                            R"(PUBLISH topic="a" payload=34 qos=1 id=6)"));
    EXPECT_THAT(
        server.told(),
        ElementsAre(fmt::format("acknowledged {} 00", third),
                    fmt::format("dropped {}: the server lost the session while the message was on its way", second),
                    "connected"));
    server.say(0x40, "0005");
    EXPECT_THAT(server.told(), ElementsAre(fmt::format("acknowledged {} 00", first)));
}

TEST(ClientPublish, repetitionsKeepWithinTheWindow)
{
    PlayedServer server(PlayedServer::persistent(Version::v5));
    server.connect("0000 00");
    for (const auto* payload : {"1", "2", "3"})
        server.publish("a", payload);
    server.breakLink();
    server.open();
    server.heard();
    server.say(0x20, "0100 [21 0002]");
    EXPECT_THAT(server.heard(), ElementsAre(R"(PUBLISH topic="a" payload=31 qos=1 id=1 dup)",
                                            R"(PUBLISH topic="a" payload=32 qos=1 id=2 dup)"));
    server.say(0x40, "0001");
    EXPECT_THAT(server.heard(), ElementsAre(R"(PUBLISH topic="a" payload=33 qos=1 id=3 dup)"));
}

TEST(ClientPublish, aHandlerMayPublishWhenItIsTold)
{
    PlayedServer server;
    server.connect();
    int left = 3;
    server.onAcknowledged = [&](Token) {
        if (left-- > 0)
            server.publish("a", "next");
    };
    server.publish("a", "first");
    for (const char* id : {"0001", "0002", "0003", "0004"})
        server.say(0x40, id);
    EXPECT_EQ(server.told().size(), 4u);
    EXPECT_EQ(server.client.inflight(), 0u);
}

TEST(ClientPublish, identifiersInUseAreSkipped)
{
    ClientSettings settings;
    settings.ackTimeout = {};
    settings.keepAlive = 0;
    PlayedServer server(settings);
    server.connect();
    server.publish("slow", "x"); // id 1 stays
    for (int i = 2; i <= 65'535; ++i) {
        server.publish("a", "");
        server.say(0x40, fmt::format("{:04x}", i));
    }
    server.heard();
    server.publish("a", "y");
    EXPECT_THAT(server.heard(), ElementsAre(R"(PUBLISH topic="a" payload=79 qos=1 id=2)"));
}

TEST(ClientPublish, propertiesTravelButAliasAndSubscriptionIdsDoNot)
{
    PlayedServer server(PlayedServer::v5());
    server.connect("0000 00");
    Publish message;
    message.topic = "a";
    message.payload = asBytes("x");
    message.id = 77;
    message.duplicate = true;
    message.properties.contentType = "json";
    message.properties.messageExpiry = 30;
    message.properties.topicAlias = 1;
    message.properties.subscriptionIds = {5};
    message.properties.user.emplace_back("k", "v");
    EXPECT_EQ(server.refusal(message), "");
    message.qos = QoS::AtLeastOnce;
    EXPECT_EQ(server.refusal(message), "");
    EXPECT_THAT(server.heard(),
                ElementsAre(R"(PUBLISH topic="a" payload=78 qos=0 id=0 expiry=30 content-type="json" user "k"="v")",
                            R"(PUBLISH topic="a" payload=78 qos=1 id=1 expiry=30 content-type="json" user "k"="v")"));
}

} // namespace greensward::mqtt
