// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "played_server.h"

#include <fmt/format.h>

// Messages that wait: offline, or for room in the window.
namespace greensward::mqtt {

using testing::ElementsAre;
using testing::IsEmpty;

namespace {

ClientSettings withQueue(OfflineQueue queue)
{
    ClientSettings settings = PlayedServer::persistent(Version::v5);
    settings.queue = queue;
    return settings;
}

std::string published(std::string_view payload, int qos, int id)
{
    return fmt::format(R"(PUBLISH topic="a" payload={} qos={} id={})", toHex(asBytes(payload)), qos, id);
}

} // namespace

TEST(ClientQueue, whatIsPublishedOfflineGoesOutOnceConnected)
{
    PlayedServer server;
    server.publish("a", "1");
    ASSERT_TRUE(server.client.start(server.now()));
    server.publish("a", "2", QoS::ExactlyOnce);
    EXPECT_EQ(server.client.queued(), 2u);
    server.open();
    server.heard();
    server.say(0x20, "0000");
    EXPECT_THAT(server.heard(), ElementsAre(published("1", 1, 1), published("2", 2, 2)));
    EXPECT_EQ(server.client.queued(), 0u);
}

TEST(ClientQueue, atMostOnceDoesNotWaitUnlessAskedTo)
{
    PlayedServer server;
    Publish message;
    message.topic = "a";
    EXPECT_EQ(server.refusal(message), "not connected");

    PlayedServer patient(withQueue({.atMostOnce = true}));
    patient.publish("a", "1", QoS::AtMostOnce);
    EXPECT_EQ(patient.client.queued(), 1u);
    patient.connect("0000 00");
    EXPECT_EQ(patient.client.queued(), 0u);
}

TEST(ClientQueue, theWindowOpensAsAcknowledgementsCome)
{
    ClientSettings settings;
    settings.inflight = 2;
    PlayedServer server(settings);
    server.connect();
    for (const auto* payload : {"1", "2", "3", "4"})
        server.publish("a", payload);
    EXPECT_THAT(server.heard(), ElementsAre(published("1", 1, 1), published("2", 1, 2)));
    EXPECT_EQ(server.client.queued(), 2u);
    server.publish("a", "0", QoS::AtMostOnce);
    EXPECT_THAT(server.heard(), ElementsAre(published("0", 0, 0))) << "QoS 0 needs no window";
    server.say(0x40, "0002");
    EXPECT_THAT(server.heard(), ElementsAre(published("3", 1, 3)));
    server.say(0x40, "0001");
    EXPECT_THAT(server.heard(), ElementsAre(published("4", 1, 4)));
}

TEST(ClientQueue, theServersReceiveMaximumIsHonoured)
{
    PlayedServer server(PlayedServer::v5());
    server.connect("0000 [21 0001]");
    server.publish("a", "1", QoS::ExactlyOnce);
    server.publish("a", "2");
    EXPECT_THAT(server.heard(), ElementsAre(published("1", 2, 1)));
    server.say(0x50, "0001");
    EXPECT_THAT(server.heard(), ElementsAre("PUBREL id=1 0x00")) << "PUBREC does not open the window";
    server.say(0x70, "0001");
    EXPECT_THAT(server.heard(), ElementsAre(published("2", 1, 2)));
}

TEST(ClientQueue, fullAndDropsTheOldest)
{
    PlayedServer server(withQueue({.messages = 2, .whenFull = WhenFull::DropOldest}));
    const Token first = server.publish("a", "1");
    server.publish("a", "2");
    server.publish("a", "3");
    EXPECT_THAT(server.told(),
                ElementsAre(fmt::format("dropped {}: the queue was full and it was the oldest in it", first)));
    ASSERT_TRUE(server.client.start(server.now()));
    server.open();
    server.heard();
    server.say(0x20, "0000 00");
    EXPECT_THAT(server.heard(), ElementsAre(published("2", 1, 1), published("3", 1, 2)));
}

TEST(ClientQueue, fullAndDropsTheNewest)
{
    PlayedServer server(withQueue({.messages = 1, .whenFull = WhenFull::DropNewest}));
    server.publish("a", "1");
    const Token second = server.publish("a", "2");
    EXPECT_THAT(server.told(), IsEmpty()) << "the caller must know the token first";
    EXPECT_EQ(server.client.nextDeadline(), server.now());
    server.client.advance(server.now());
    EXPECT_THAT(server.told(), ElementsAre(fmt::format("dropped {}: the queue was full", second)));
    EXPECT_EQ(server.client.queued(), 1u);
    EXPECT_EQ(server.client.nextDeadline(), std::nullopt);
}

TEST(ClientQueue, fullAndRefuses)
{
    PlayedServer server(withQueue({.messages = 1, .whenFull = WhenFull::Refuse}));
    server.publish("a", "1");
    EXPECT_FALSE(server.client.publish("a", asBytes("2"), QoS::AtLeastOnce, false, server.now()));
    EXPECT_EQ(server.client.queued(), 1u);
    EXPECT_THAT(server.told(), IsEmpty());
}

TEST(ClientQueue, bytesAreBoundedToo)
{
    PlayedServer server(withQueue({.bytes = 10, .whenFull = WhenFull::DropOldest}));
    const Token first = server.publish("a", "1234");
    server.publish("a", "123");
    server.publish("a", "12345");
    EXPECT_THAT(server.told(),
                ElementsAre(fmt::format("dropped {}: the queue was full and it was the oldest in it", first)));
    EXPECT_EQ(server.client.queued(), 2u);
    EXPECT_FALSE(server.client.publish("a", asBytes("0123456789"), QoS::AtLeastOnce, false, server.now()))
        << "larger than the whole queue";
    EXPECT_EQ(server.client.queued(), 2u) << "and nobody was dropped for it";
}

TEST(ClientQueue, bytesInFlightCount)
{
    PlayedServer server(withQueue({.bytes = 10, .whenFull = WhenFull::DropOldest}));
    server.connect("0000 00");
    server.publish("a", "12345");
    EXPECT_FALSE(server.client.publish("a", asBytes("12345"), QoS::AtLeastOnce, false, server.now()));
    server.say(0x40, "0001");
    EXPECT_TRUE(server.client.publish("a", asBytes("12345"), QoS::AtLeastOnce, false, server.now()));
}

TEST(ClientQueue, whatExpiresWhileItWaitsIsNotSent)
{
    PlayedServer server(PlayedServer::persistent(Version::v5));
    Publish message;
    message.topic = "a";
    message.qos = QoS::AtLeastOnce;
    message.properties.messageExpiry = 10;
    const auto short10 = server.client.publish(message, server.now());
    message.properties.messageExpiry = 60;
    ASSERT_TRUE(server.client.publish(message, server.now()));
    server.pass(15'500ms);
    ASSERT_TRUE(server.client.start(server.now()));
    server.open();
    server.heard();
    server.say(0x20, "0000 00");
    EXPECT_THAT(server.heard(), ElementsAre(R"(PUBLISH topic="a" payload= qos=1 id=1 expiry=45)"))
        << "less the time it waited, rounded up";
    EXPECT_THAT(server.told(),
                ElementsAre(fmt::format("dropped {}: it expired before it could be sent", *short10), "connected"));
}

TEST(ClientQueue, survivesStopAndStart)
{
    PlayedServer server(PlayedServer::persistent());
    server.connect();
    server.publish("a", "1");
    server.heard();
    server.client.stop(server.now());
    server.heard();
    server.client.linkClosed("closed", server.now());
    server.publish("a", "2");
    ASSERT_TRUE(server.client.start(server.now()));
    server.open();
    server.heard();
    server.say(0x20, "0100");
    EXPECT_THAT(server.heard(), ElementsAre(published("1", 1, 1) + " dup", published("2", 1, 2)));
}

} // namespace greensward::mqtt
