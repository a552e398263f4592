// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "played_server.h"

#include <fmt/format.h>

// Keep alive, back-off, timeouts.
namespace greensward::mqtt {

using testing::ElementsAre;
using testing::IsEmpty;

namespace {

/// Waits until the client wants a link, and says how long it took.
Duration waitForWish(PlayedServer& server)
{
    const auto next = server.client.nextDeadline();
    EXPECT_TRUE(next);
    const Duration wait = *next - server.now();
    EXPECT_FALSE(server.client.wantsLink());
    server.pass(wait);
    EXPECT_TRUE(server.client.wantsLink());
    return wait;
}

} // namespace

TEST(ClientLink, pingsAfterSilence)
{
    PlayedServer server;
    server.connect();
    server.pass(59'999ms);
    EXPECT_THAT(server.heard(), IsEmpty());
    server.pass(1ms);
    EXPECT_THAT(server.heard(), ElementsAre("PINGREQ"));
    server.say(0xd0, "");
    server.pass(59s);
    EXPECT_THAT(server.heard(), IsEmpty());
    server.pass(1s);
    EXPECT_THAT(server.heard(), ElementsAre("PINGREQ"));
}

TEST(ClientLink, pingsEvenWhenItTalksIfNobodyAnswers)
{
    // QoS 0 into a dead link would otherwise never be noticed.
    PlayedServer server;
    server.connect();
    Lines lines;
    for (int i = 0; i < 80 && !server.client.closing(); ++i) {
        server.publish("a", "x", QoS::AtMostOnce);
        server.pass(1s);
        for (auto& line : server.heard())
            if (line == "PINGREQ")
                lines.push_back(line);
    }
    EXPECT_THAT(lines, ElementsAre("PINGREQ"));
    EXPECT_THAT(server.told(), ElementsAre("disconnected: no PINGRESP 8d"));
}

TEST(ClientLink, aMissingPingrespEndsTheConnection)
{
    PlayedServer server(PlayedServer::v5());
    server.connect("0000 00");
    server.pass(60s);
    EXPECT_THAT(server.heard(), ElementsAre("PINGREQ"));
    server.pass(9999ms);
    EXPECT_EQ(server.client.state(), ClientState::Online);
    server.pass(1ms);
    EXPECT_TRUE(server.client.closing());
    EXPECT_THAT(server.told(), ElementsAre("disconnected: no PINGRESP 8d"));
    EXPECT_THAT(server.heard(), ElementsAre("DISCONNECT 0x80")) << "0x8d is for the server to say [MQTT5-3.14.2.1]";
}

TEST(ClientLink, theServersKeepAliveWins)
{
    PlayedServer server(PlayedServer::v5());
    server.connect("0000 [13 0005]");
    server.pass(5s);
    EXPECT_THAT(server.heard(), ElementsAre("PINGREQ"));
}

TEST(ClientLink, withoutKeepAliveItIsQuiet)
{
    ClientSettings settings;
    settings.keepAlive = 0;
    PlayedServer server(settings);
    server.connect();
    EXPECT_EQ(server.client.nextDeadline(), std::nullopt);
    server.pass(24h);
    EXPECT_THAT(server.heard(), IsEmpty());
    EXPECT_EQ(server.client.state(), ClientState::Online);
}

TEST(ClientLink, waitsTwiceAsLongAfterEachFailure)
{
    ClientSettings settings;
    settings.backOff = {.first = 1s, .most = 20s, .jitter = 0.0, .stableAfter = 20s};
    PlayedServer server(settings);
    ASSERT_TRUE(server.client.start(server.now()));
    std::vector<Duration> waits;
    for (int i = 0; i < 7; ++i) {
        server.client.linkFailed("refused", server.now());
        EXPECT_THAT(server.told(), ElementsAre("disconnected: no link 00"));
        waits.push_back(waitForWish(server));
    }
    EXPECT_THAT(waits, ElementsAre(1s, 2s, 4s, 8s, 16s, 20s, 20s));
}

TEST(ClientLink, theWaitIsDrawnFromTheJitter)
{
    ClientSettings settings;
    settings.backOff = {.first = 8s, .most = 8s, .jitter = 0.5, .stableAfter = 20s};
    PlayedServer server(settings);
    ASSERT_TRUE(server.client.start(server.now()));
    Duration least = 8s;
    Duration most = 0s;
    for (int i = 0; i < 200; ++i) {
        server.client.linkFailed("refused", server.now());
        const Duration wait = waitForWish(server);
        least = std::min(least, wait);
        most = std::max(most, wait);
    }
    EXPECT_GE(least, 4s);
    EXPECT_LT(least, 4500ms);
    EXPECT_LE(most, 8s);
    EXPECT_GT(most, 7500ms);
}

TEST(ClientLink, aConnectionThatEndsSoonDoesNotStartTheRowAnew)
{
    ClientSettings settings;
    settings.backOff = {.first = 1s, .most = 64s, .jitter = 0.0, .stableAfter = 20s};
    PlayedServer server(settings);
    ASSERT_TRUE(server.client.start(server.now()));
    std::vector<Duration> waits;
    const auto liveFor = [&](Duration life) {
        server.open();
        server.say(0x20, "0000");
        server.heard();
        server.pass(life);
        server.client.linkClosed("taken over", server.now());
        waits.push_back(waitForWish(server));
    };
    liveFor(1s);
    liveFor(19s);
    liveFor(1s);
    liveFor(20s);
    liveFor(1s);
    EXPECT_THAT(waits, ElementsAre(1s, 2s, 4s, 1s, 2s));
}

TEST(ClientLink, aLostLinkIsToldOnce)
{
    PlayedServer server;
    server.connect();
    server.client.linkClosed("reset", server.now());
    server.client.linkClosed("reset", server.now());
    EXPECT_THAT(server.told(), ElementsAre("disconnected: link closed 00"));
    EXPECT_EQ(server.client.state(), ClientState::Waiting);
}

TEST(ClientLink, lastWordsThatNobodyTakesAreGivenUp)
{
    PlayedServer server;
    server.connect();
    server.client.stop(server.now());
    EXPECT_FALSE(server.client.output().empty());
    server.pass(4999ms);
    EXPECT_FALSE(server.client.output().empty());
    server.pass(1ms);
    EXPECT_TRUE(server.client.output().empty());
    EXPECT_TRUE(server.client.closing());
    EXPECT_EQ(server.client.nextDeadline(), std::nullopt);
}

TEST(ClientLink, aMissingAcknowledgementEndsTheConnection)
{
    PlayedServer server(PlayedServer::persistent());
    server.connect();
    server.publish("a", "1");
    server.pass(10s);
    server.publish("a", "2");
    server.say(0x40, "0001");
    server.told();
    server.pass(29'999ms);
    EXPECT_EQ(server.client.state(), ClientState::Online) << "the second was sent 10 s later";
    server.pass(1ms);
    EXPECT_THAT(server.told(), ElementsAre("disconnected: no acknowledgement 80"));
}

TEST(ClientLink, aMissingSubackEndsTheConnection)
{
    PlayedServer server;
    server.connect();
    ASSERT_TRUE(server.client.subscribe("a", QoS::AtMostOnce, server.now()));
    server.pass(30s);
    EXPECT_THAT(server.told(), ElementsAre("disconnected: no acknowledgement 80"));
}

TEST(ClientLink, whatIsAcknowledgedInTimeNeverTimesOut)
{
    PlayedServer server;
    server.connect();
    for (int i = 1; i <= 20; ++i) {
        server.publish("a", "x", QoS::ExactlyOnce);
        server.pass(20s);
        server.say(0x50, fmt::format("{:04x}", i));
        server.pass(20s);
        server.say(0x70, fmt::format("{:04x}", i));
        server.say(0xd0, "");
    }
    EXPECT_EQ(server.client.state(), ClientState::Online);
    EXPECT_EQ(server.client.inflight(), 0u);
}

TEST(ClientLink, theServersGoodbyeIsTold)
{
    PlayedServer server(PlayedServer::v5());
    server.connect("0000 00");
    server.say(0xe0, R"(8e [1f "another came"])");
    EXPECT_THAT(server.told(), ElementsAre("disconnected: disconnected by the server 8e"));
    EXPECT_THAT(server.heard(), IsEmpty());
    EXPECT_TRUE(server.client.closing());
}

TEST(ClientLink, aMalformedPacketIsAnsweredWithItsReason)
{
    PlayedServer server(PlayedServer::v5());
    server.connect("0000 00");
    server.say(0x36, R"("a" 0001 00)");
    EXPECT_THAT(server.told(), ElementsAre("disconnected: protocol error 81"));
    EXPECT_THAT(server.heard(), ElementsAre("DISCONNECT 0x81"));
    server.say(0x30, R"("a" 00)");
    EXPECT_THAT(server.told(), IsEmpty()) << "nothing is read after the end";
}

TEST(ClientLink, in311AViolationEndsTheConnectionWithoutAWord)
{
    PlayedServer server;
    server.connect();
    server.say(0xe0, "");
    EXPECT_THAT(server.told(), ElementsAre("disconnected: protocol error 82"));
    EXPECT_THAT(server.heard(), IsEmpty());
}

} // namespace greensward::mqtt
