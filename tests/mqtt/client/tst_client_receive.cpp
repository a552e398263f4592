// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "played_server.h"

// Messages from the server.
namespace greensward::mqtt {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ClientReceive, acknowledgesByQoS)
{
    PlayedServer server;
    server.connect();
    server.say(0x31, R"("a" '0')");
    EXPECT_THAT(server.heard(), IsEmpty());
    server.say(0x32, R"("a" 0007 '1')");
    EXPECT_THAT(server.heard(), ElementsAre("PUBACK id=7 0x00"));
    server.say(0x34, R"("a" 0008 '2')");
    EXPECT_THAT(server.heard(), ElementsAre("PUBREC id=8 0x00"));
    server.say(0x62, "0008");
    EXPECT_THAT(server.heard(), ElementsAre("PUBCOMP id=8 0x00"));
    EXPECT_THAT(server.told(), ElementsAre(R"(PUBLISH topic="a" payload=30 qos=0 id=0 retain)",
                                           R"(PUBLISH topic="a" payload=31 qos=1 id=7)",
                                           R"(PUBLISH topic="a" payload=32 qos=2 id=8)"));
}

TEST(ClientReceive, exactlyOnceIsDeliveredOnce)
{
    PlayedServer server(PlayedServer::persistent());
    server.connect();
    server.say(0x34, R"("a" 0001 'x')");
    server.say(0x3c, R"("a" 0001 'x')");
    EXPECT_THAT(server.heard(), ElementsAre("PUBREC id=1 0x00", "PUBREC id=1 0x00"));
    server.breakLink();
    server.open();
    server.heard();
    server.say(0x20, "0100");
    server.told();
    server.say(0x3c, R"("a" 0001 'x')");
    EXPECT_THAT(server.told(), IsEmpty()) << "the session remembers";
    server.say(0x62, "0001");
    server.say(0x34, R"("a" 0001 'y')");
    EXPECT_THAT(server.told(), ElementsAre(R"(PUBLISH topic="a" payload=79 qos=2 id=1)")) << "a new message";
}

TEST(ClientReceive, aNewSessionForgetsWhatWasReceived)
{
    PlayedServer server(PlayedServer::persistent());
    server.connect();
    server.say(0x34, R"("a" 0001 'x')");
    server.breakLink();
    server.open();
    server.say(0x20, "0000");
    server.told();
    server.say(0x34, R"("a" 0001 'y')");
    EXPECT_THAT(server.told(), ElementsAre(R"(PUBLISH topic="a" payload=79 qos=2 id=1)"));
}

TEST(ClientReceive, aPubrelForNothingIsCompleted)
{
    PlayedServer old;
    old.connect();
    old.say(0x62, "0005");
    EXPECT_THAT(old.heard(), ElementsAre("PUBCOMP id=5 0x00"));
    PlayedServer server(PlayedServer::v5());
    server.connect("0000 00");
    server.say(0x62, "0005");
    EXPECT_THAT(server.heard(), ElementsAre("PUBCOMP id=5 0x92"));
}

TEST(ClientReceive, anySplitOfTheBytes)
{
    Bytes stream;
    for (int i = 0; i < 5; ++i) {
        const Bytes one = packet(0x32, R"("a" 0007 'payload')");
        stream.insert(stream.end(), one.begin(), one.end());
    }
    for (std::size_t piece = 1; piece <= stream.size(); ++piece) {
        PlayedServer server;
        server.connect();
        for (std::size_t at = 0; at < stream.size(); at += piece)
            server.feed(ByteView(stream).subspan(at, std::min(piece, stream.size() - at)));
        EXPECT_EQ(server.told().size(), 5u) << "in pieces of " << piece;
        EXPECT_EQ(server.heard().size(), 5u) << "in pieces of " << piece;
    }
}

TEST(ClientReceive, topicAliasesAreResolved)
{
    PlayedServer server(PlayedServer::v5());
    server.connect("0000 00");
    server.say(0x30, R"("a" [230001] '1')");
    server.say(0x30, R"("" [230001] '2')");
    server.say(0x30, R"("b" [230001] '3')");
    server.say(0x30, R"("" [230001] '4')");
    EXPECT_THAT(server.told(),
                ElementsAre(R"(PUBLISH topic="a" payload=31 qos=0 id=0)", R"(PUBLISH topic="a" payload=32 qos=0 id=0)",
                            R"(PUBLISH topic="b" payload=33 qos=0 id=0)",
                            R"(PUBLISH topic="b" payload=34 qos=0 id=0)"));
}

TEST(ClientReceive, anAliasThatWasNeverSetIsAViolation)
{
    PlayedServer server(PlayedServer::v5());
    server.connect("0000 00");
    server.say(0x30, R"("" [230002] 'x')");
    EXPECT_THAT(server.heard(), ElementsAre("DISCONNECT 0x82"));
}

TEST(ClientReceive, anAliasAboveTheMaximumIsAViolation)
{
    PlayedServer server(PlayedServer::v5());
    server.connect("0000 00");
    server.say(0x30, R"("a" [230011] 'x')");
    EXPECT_THAT(server.heard(), ElementsAre("DISCONNECT 0x94"));
}

TEST(ClientReceive, aliasesEndWithTheConnection)
{
    PlayedServer server(PlayedServer::persistent(Version::v5));
    server.connect("0000 00");
    server.say(0x30, R"("a" [230001] 'x')");
    server.breakLink();
    server.open();
    server.heard();
    server.say(0x20, "0100 00");
    server.say(0x30, R"("" [230001] 'x')");
    EXPECT_THAT(server.heard(), ElementsAre("DISCONNECT 0x82"));
}

TEST(ClientReceive, moreThanTheReceiveMaximumIsAViolation)
{
    ClientSettings settings = PlayedServer::v5();
    settings.receiveMaximum = 2;
    PlayedServer server(settings);
    server.connect("0000 00");
    server.say(0x34, R"("a" 0001 00)");
    server.say(0x34, R"("a" 0002 00)");
    server.heard();
    server.say(0x62, "0001");
    server.say(0x34, R"("a" 0003 00)");
    EXPECT_THAT(server.heard(), ElementsAre("PUBCOMP id=1 0x00", "PUBREC id=3 0x00"));
    server.say(0x34, R"("a" 0004 00)");
    EXPECT_THAT(server.heard(), ElementsAre("DISCONNECT 0x93"));
}

TEST(ClientReceive, aHandlerMayAnswerAndMayStop)
{
    PlayedServer server;
    server.connect();
    server.onMessage = [&] { server.publish("answer", "x", QoS::AtMostOnce); };
    server.say(0x32, R"("a" 0001 'x')");
    EXPECT_THAT(server.heard(), ElementsAre(R"(PUBLISH topic="answer" payload=78 qos=0 id=0)", "PUBACK id=1 0x00"));
    server.onMessage = [&] { server.client.stop(server.now()); };
    Bytes two = packet(0x32, R"("a" 0002 'x')");
    const Bytes second = packet(0x32, R"("a" 0003 'x')");
    two.insert(two.end(), second.begin(), second.end());
    server.told();
    server.feed(two);
    EXPECT_EQ(server.told().size(), 2u) << "the message and the end; the second packet is not looked at";
    EXPECT_THAT(server.heard(), ElementsAre("DISCONNECT 0x00"));
}

} // namespace greensward::mqtt
