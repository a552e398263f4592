// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "played_server.h"

namespace greensward::mqtt {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ClientConnect, saysConnectOnceTheLinkIsOpen)
{
    PlayedServer server;
    EXPECT_FALSE(server.client.wantsLink());
    ASSERT_TRUE(server.client.start(server.now()));
    EXPECT_TRUE(server.client.wantsLink());
    EXPECT_THAT(server.heard(), IsEmpty());
    server.open();
    EXPECT_FALSE(server.client.wantsLink());
    EXPECT_THAT(server.heard(), ElementsAre(R"(CONNECT v4 clean keep-alive=60 id="dev")"));
    EXPECT_EQ(server.client.state(), ClientState::Connecting);
    server.say(0x20, "0000");
    EXPECT_EQ(server.client.state(), ClientState::Online);
    EXPECT_THAT(server.told(), ElementsAre("connected"));
    EXPECT_THAT(server.heard(), IsEmpty());
}

TEST(ClientConnect, carriesAllSettings)
{
    ClientSettings settings = PlayedServer::v5();
    settings.keepAlive = 10;
    settings.cleanStart = false;
    settings.sessionExpiry = 120;
    settings.userName = "u";
    settings.password = toBytes("pw");
    settings.receiveMaximum = 7;
    settings.decode.packetSize = 4096;
    settings.topicAliasMaximum = 3;
    settings.will.emplace();
    settings.will->message.topic = "w";
    settings.will->message.payload = toBytes("gone");
    settings.will->message.qos = QoS::AtLeastOnce;
    settings.will->message.retain = true;
    settings.will->message.contentType = "text";
    settings.will->delay = 5;
    settings.will->expiry = 60;
    PlayedServer server(settings);
    ASSERT_TRUE(server.client.start(server.now()));
    server.open();
    EXPECT_THAT(
        server.heard(),
        ElementsAre(R"(CONNECT v5 keep-alive=10 id="dev" will="w" payload=676f6e65 qos=1 retain delay=5 expiry=60 )"
                    R"(content-type="text" user-name="u" password=7077 session-expiry=120 receive-maximum=7 )"
                    R"(maximum-packet-size=4096 alias-maximum=3)"));
}

TEST(ClientConnect, settingsThatTheProtocolForbidsAreRefusedAtTheStart)
{
    const auto refusal = [](const std::function<void(ClientSettings&)>& change) {
        ClientSettings settings;
        settings.clientId = "dev";
        change(settings);
        PlayedServer server(settings);
        const auto started = server.client.start(server.now());
        EXPECT_EQ(server.client.wantsLink(), started.has_value());
        return started ? std::string("none") : started.error().message;
    };
    EXPECT_EQ(refusal([](ClientSettings&) {}), "none");
    EXPECT_EQ(refusal([](ClientSettings& s) { s.password = toBytes("x"); }),
              "a password needs a user name before MQTT 5");
    EXPECT_EQ(refusal([](ClientSettings& s) {
                  s.password = toBytes("x");
                  s.version = Version::v5;
              }),
              "none");
    EXPECT_EQ(refusal([](ClientSettings& s) { s.will.emplace().message.topic = "a/#"; }),
              "of the will, the topic is not well-formed: a topic name must not contain wildcards");
    EXPECT_EQ(refusal([](ClientSettings& s) { s.clientId = "\xff"; }),
              "the client id is not UTF-8, or contains the null character");
    EXPECT_EQ(refusal([](ClientSettings& s) { s.inflight = 0; }),
              "the receive maximum and the in-flight window must not be 0");
    EXPECT_EQ(refusal([](ClientSettings& s) { s.backOff.jitter = 1.5; }),
              "the back-off must not fall, and its jitter must lie between 0 and 1");
}

TEST(ClientConnect, anEmptyIdNeedsACleanStartAndTheAssignedOneIsKept)
{
    struct Handler final : ClientHandler
    {
    } handler;
    ClientSettings settings;
    settings.cleanStart = false;
    EXPECT_FALSE(Client(settings, Random(1), handler).start({}));
    settings.cleanStart = true;
    settings.version = Version::v5;
    Client client(settings, Random(1), handler);
    ASSERT_TRUE(client.start({}));
    client.linkOpened({});
    client.receive(packet(0x20, R"(0000 [12 "auto-7"])"), {});
    EXPECT_EQ(client.clientId(), "auto-7");
    client.linkClosed("cut", {});
    client.advance(*client.nextDeadline());
    client.linkOpened({});
    const Bytes said(client.output().begin(), client.output().end());
    EXPECT_THAT(describe(decodeWhole(said, Version::v5, Sender::Client)), testing::HasSubstr(R"(id="auto-7")"));
}

TEST(ClientConnect, aRefusalIsToldAndTriedAgainLater)
{
    PlayedServer server;
    ASSERT_TRUE(server.client.start(server.now()));
    server.open();
    server.heard();
    server.say(0x20, "0005");
    EXPECT_THAT(server.told(), ElementsAre("refused 87 Not authorized"));
    EXPECT_TRUE(server.client.closing());
    EXPECT_THAT(server.heard(), IsEmpty());
    server.client.linkClosed("closed", server.now());
    EXPECT_THAT(server.told(), IsEmpty()) << "the refusal was the end";
    EXPECT_FALSE(server.client.wantsLink());
    server.pass(1s);
    EXPECT_TRUE(server.client.wantsLink());
}

TEST(ClientConnect, a311ServersRefusalOfMqtt5IsUnderstood)
{
    PlayedServer server(PlayedServer::v5());
    ASSERT_TRUE(server.client.start(server.now()));
    server.open();
    server.say(0x20, "0001");
    EXPECT_THAT(server.told(), ElementsAre("refused 84 Unsupported Protocol Version"));
}

TEST(ClientConnect, noConnackInTime)
{
    PlayedServer server;
    ASSERT_TRUE(server.client.start(server.now()));
    server.open();
    server.pass(9999ms);
    EXPECT_FALSE(server.client.closing());
    server.pass(1ms);
    EXPECT_TRUE(server.client.closing());
    EXPECT_THAT(server.told(), ElementsAre("disconnected: no CONNACK 00"));
}

TEST(ClientConnect, anythingBeforeConnackIsAViolation)
{
    PlayedServer server;
    ASSERT_TRUE(server.client.start(server.now()));
    server.open();
    server.say(0x30, R"("a" 'x')");
    EXPECT_TRUE(server.client.closing());
    EXPECT_THAT(server.told(), ElementsAre("disconnected: protocol error 82"));
}

TEST(ClientConnect, aSecondConnackIsAViolation)
{
    PlayedServer server(PlayedServer::v5());
    server.connect("0000 00");
    server.say(0x20, "0000 00");
    EXPECT_THAT(server.told(), ElementsAre("disconnected: protocol error 82"));
    EXPECT_THAT(server.heard(), ElementsAre("DISCONNECT 0x82"));
}

TEST(ClientConnect, aSessionThatWasNotAskedForIsAViolation)
{
    PlayedServer server;
    ASSERT_TRUE(server.client.start(server.now()));
    server.open();
    server.say(0x20, "0100");
    EXPECT_THAT(server.told(), ElementsAre("disconnected: protocol error 82"));
}

TEST(ClientConnect, stopSaysGoodbyeAndRests)
{
    PlayedServer server;
    server.connect();
    server.client.stop(server.now());
    EXPECT_TRUE(server.client.closing());
    EXPECT_THAT(server.told(), ElementsAre("disconnected: stopped 00"));
    EXPECT_THAT(server.heard(), ElementsAre("DISCONNECT 0x00"));
    server.client.linkClosed("closed", server.now());
    EXPECT_EQ(server.client.state(), ClientState::Stopped);
    EXPECT_EQ(server.client.nextDeadline(), std::nullopt);
    EXPECT_THAT(server.told(), IsEmpty());
    ASSERT_TRUE(server.client.start(server.now()));
    EXPECT_TRUE(server.client.wantsLink());
}

TEST(ClientConnect, aLinkThatOpensAfterStopIsClosedAtOnce)
{
    PlayedServer server;
    ASSERT_TRUE(server.client.start(server.now()));
    server.client.stop(server.now());
    EXPECT_EQ(server.client.state(), ClientState::Stopped);
    server.client.linkOpened(server.now());
    EXPECT_TRUE(server.client.closing());
    EXPECT_THAT(server.heard(), IsEmpty());
    server.client.linkClosed("closed", server.now());
    EXPECT_EQ(server.client.state(), ClientState::Stopped);
}

TEST(ClientConnect, startedAgainWhileClosingItComesBack)
{
    PlayedServer server;
    server.connect();
    server.client.stop(server.now());
    ASSERT_TRUE(server.client.start(server.now()));
    EXPECT_TRUE(server.client.closing());
    server.client.linkClosed("closed", server.now());
    server.pass(1s);
    EXPECT_TRUE(server.client.wantsLink());
}

} // namespace greensward::mqtt
