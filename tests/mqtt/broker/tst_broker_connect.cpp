// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// CONNECT, client identifiers, take-over, keep alive and what ends a connection.
#include "broker_world.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace greensward::mqtt {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;

class BothVersions : public testing::TestWithParam<Version>
{};
INSTANTIATE_TEST_SUITE_P(Broker, BothVersions, testing::Values(Version::v311, Version::v5),
                         [](const auto& of) { return of.param == Version::v5 ? "v5" : "v311"; });

TEST_P(BothVersions, acceptsAndAnswersPing)
{
    BrokerWorld world;
    TestClient& client = world.client("one", GetParam());
    EXPECT_EQ(client.connect().take(), Lines{"CONNACK 00"});
    EXPECT_EQ(client.send(Pingreq{}).take(), Lines{"PINGRESP"});
    EXPECT_EQ(world.broker().counters().clients, 1U);
    EXPECT_THAT(world.events(trace::Kind::ClientConnected), ElementsAre(HasSubstr("clean session")));
}

TEST_P(BothVersions, takesPacketsInAnySplit)
{
    BrokerWorld world;
    TestClient& client = world.client("one", GetParam()).openLink();
    Bytes bytes;
    encode(bytes, client.connectPacket);
    Publish publish;
    publish.topic = "a";
    const std::string payload(300, 'x');
    publish.payload = asBytes(payload);
    publish.qos = QoS::AtLeastOnce;
    publish.id = 9;
    encode(bytes, publish, GetParam());
    encode(bytes, Pingreq{});
    for (const std::uint8_t byte : bytes)
        client.sendBytes({&byte, 1});
    const std::string puback = GetParam() == Version::v5 ? "PUBACK #9 10" : "PUBACK #9";
    EXPECT_EQ(client.take(), (Lines{"CONNACK 00", puback, "PINGRESP"}));
}

TEST_P(BothVersions, aSecondConnectIsAnError)
{
    BrokerWorld world;
    TestClient& client = world.joined("one", GetParam());
    client.send(client.connectPacket);
    EXPECT_EQ(client.take(), GetParam() == Version::v5 ? (Lines{"DISCONNECT 82", "CLOSED"}) : Lines{"CLOSED"});
    EXPECT_THAT(world.events(trace::Kind::ProtocolError), ElementsAre(HasSubstr("[MQTT-3.1.0-2]")));
    EXPECT_EQ(world.broker().counters().clients, 0U);
}

TEST_P(BothVersions, anythingButConnectAtFirstClosesTheLink)
{
    BrokerWorld world;
    TestClient& client = world.client("one", GetParam()).openLink();
    EXPECT_EQ(client.send(Pingreq{}).take(), Lines{"CLOSED"});
    EXPECT_THAT(world.events(trace::Kind::ProtocolError), ElementsAre(HasSubstr("[MQTT-3.1.0-1]")));
}

TEST_P(BothVersions, aSilentLinkIsClosedAfterTheConnectTimeout)
{
    BrokerWorld world;
    TestClient& client = world.client("one", GetParam()).openLink();
    const Bytes half{0x10, 0x20, 0x00};
    client.sendBytes(half);
    world.advance(9999ms);
    EXPECT_TRUE(client.linked());
    world.advance(1ms);
    EXPECT_EQ(client.take(), Lines{"CLOSED"});
    EXPECT_THAT(world.events(trace::Kind::ClientRefused), ElementsAre(HasSubstr("no CONNECT arrived in time")));
}

TEST_P(BothVersions, takesOverTheClientId)
{
    BrokerWorld world;
    TestClient& first = world.joined("same", GetParam());
    TestClient& second = world.joined("same", GetParam());
    EXPECT_EQ(first.take(), GetParam() == Version::v5 ? (Lines{"DISCONNECT 8e", "CLOSED"}) : Lines{"CLOSED"});
    EXPECT_TRUE(second.linked());
    EXPECT_EQ(world.broker().counters().clients, 1U);
    EXPECT_EQ(world.broker().counters().sessions, 1U);
    EXPECT_EQ(world.events(trace::Kind::ClientTakenOver).size(), 1U);
}

TEST_P(BothVersions, silenceOfOneAndAHalfKeepAlivesEndsTheConnection)
{
    BrokerWorld world;
    TestClient& client = world.client("one", GetParam());
    client.connectPacket.keepAlive = 10;
    client.join();
    world.advance(14s);
    client.send(Pingreq{});
    client.take();
    world.advance(14999ms);
    EXPECT_TRUE(client.linked()) << "the PINGREQ counts";
    world.advance(1ms);
    EXPECT_EQ(client.take(), GetParam() == Version::v5 ? (Lines{"DISCONNECT 8d", "CLOSED"}) : Lines{"CLOSED"});
    EXPECT_EQ(world.rawEvents(trace::Kind::ClientDisconnected).back().extra,
              static_cast<std::int64_t>(DisconnectReason::KeepAliveTimeout));
}

TEST_P(BothVersions, noKeepAliveIsForEver)
{
    BrokerWorld world;
    TestClient& client = world.joined("one", GetParam());
    world.advance(1000h);
    EXPECT_TRUE(client.linked());
}

TEST_P(BothVersions, anEmptyClientIdIsReplacedOnlyForACleanStart)
{
    BrokerWorld world;
    TestClient& clean = world.client("", GetParam());
    EXPECT_EQ(clean.connect().take(), Lines{GetParam() == Version::v5 ? "CONNACK 00 assigned" : "CONNACK 00"});
    TestClient& second = world.client("", GetParam());
    second.join();
    EXPECT_TRUE(clean.linked()) << "two assigned ids are two ids";

    TestClient& kept = world.client("", GetParam());
    kept.connectPacket.cleanStart = false;
    EXPECT_EQ(kept.connect().take(),
              GetParam() == Version::v5 ? Lines{"CONNACK 00 assigned"} : (Lines{"CONNACK 85", "CLOSED"}));
}

TEST_P(BothVersions, anEmptyClientIdMayBeForbidden)
{
    Limits limits;
    limits.allowEmptyClientId = false;
    BrokerWorld world(limits);
    EXPECT_EQ(world.client("", GetParam()).connect().take(), (Lines{"CONNACK 85", "CLOSED"}));
}

TEST_P(BothVersions, aVersionMayBeForbidden)
{
    Limits limits;
    limits.allowV311 = limits.allowV5 = false;
    BrokerWorld world(limits);
    EXPECT_EQ(world.client("one", GetParam()).connect().take(), (Lines{"CONNACK 84", "CLOSED"}));
    EXPECT_EQ(world.events(trace::Kind::ClientRefused).size(), 1U);
}

TEST_P(BothVersions, theSessionLimitRefusesNewClientsOnly)
{
    Limits limits;
    limits.sessions = 1;
    BrokerWorld world(limits);
    world.joined("one", GetParam());
    const Lines answer = world.client("two", GetParam()).connect().take();
    ASSERT_EQ(answer.size(), 2U);
    EXPECT_EQ(answer.front(), GetParam() == Version::v5 ? "CONNACK 97" : "CONNACK 88");
    world.joined("one", GetParam());
}

struct Garbage
{
    std::string name;
    Bytes bytes;
    Bytes answer;
};

class FirstBytes : public testing::TestWithParam<Garbage>
{};
// Byte for byte, because these are answered in the form of a version that was never agreed on.
INSTANTIATE_TEST_SUITE_P(Broker, FirstBytes,
                         testing::Values(Garbage{"level3OfTheOldName",
                                                 {0x10, 0x0e, 0, 6, 'M', 'Q', 'I', 's', 'd', 'p', 3, 2, 0, 10, 0, 0},
                                                 {0x20, 0x02, 0x00, 0x01}},
                                         Garbage{"level3",
                                                 {0x10, 0x0c, 0, 4, 'M', 'Q', 'T', 'T', 3, 2, 0, 10, 0, 0},
                                                 {0x20, 0x02, 0x00, 0x01}},
                                         Garbage{"http", toBytes("GET / HTTP/1.1\r\n"), {}},
                                         Garbage{"reservedType", {0x00, 0x00}, {}},
                                         Garbage{"connectOfAbsurdLength", {0x10, 0xff, 0xff, 0xff, 0x7f}, {}}),
                         [](const auto& of) { return of.param.name; });

/// What a raw link gets in answer, and whether it is closed.
std::pair<Bytes, bool> answerTo(Broker& broker, ByteView bytes, Instant now)
{
    Peer peer;
    peer.address = "raw";
    const ConnectionId link = broker.open(std::move(peer), now);
    broker.receive(link, bytes, now);
    Bytes answer;
    for (const ByteView view : broker.output(link))
        answer.insert(answer.end(), view.begin(), view.end());
    broker.written(link, answer.size());
    const bool closing = broker.closing(link);
    broker.endTurn(now);
    broker.linkClosed(link, "done", now);
    return {answer, closing};
}

TEST_P(FirstBytes, areAnsweredInTheFormTheClientUnderstandsOrNotAtAll)
{
    BrokerWorld world;
    const auto [answer, closing] = answerTo(world.broker(), GetParam().bytes, world.now());
    EXPECT_EQ(toHex(answer), toHex(GetParam().answer));
    EXPECT_TRUE(closing);
    EXPECT_EQ(world.events(trace::Kind::ProtocolError).size(), 1U) << "a refusal is explained";
}

TEST(Broker, anUnknownHigherLevelIsToldSoInTheFormOfVersion5)
{
    BrokerWorld world;
    const Bytes connect{0x10, 0x0d, 0, 4, 'M', 'Q', 'T', 'T', 6, 2, 0, 10, 0, 0, 0};
    const auto [answer, closing] = answerTo(world.broker(), connect, world.now());
    ASSERT_GE(answer.size(), 5U);
    EXPECT_EQ(answer[0], 0x20);
    EXPECT_EQ(answer[3], 0x84);
    EXPECT_TRUE(closing);
}

TEST(Broker, announcesItsLimitsToVersion5)
{
    Limits limits;
    limits.maximumKeepAlive = 60;
    limits.maximumQoS = QoS::AtLeastOnce;
    limits.retainAvailable = false;
    limits.wildcardSubscriptions = false;
    limits.sharedSubscriptions = false;
    limits.subscriptionIdentifiers = false;
    limits.maximumSessionExpiry = 100;
    BrokerWorld world(limits);
    TestClient& client = world.client("one");
    client.connectPacket.keepAlive = 120;
    client.connectPacket.sessionExpiry = 1000;
    EXPECT_EQ(client.connect().take(), Lines{"CONNACK 00 expiry=100 keepAlive=60 maximumQoS=1 retain=false "
                                             "wildcards=false shared=false identifiers=false"});
    TestClient& modest = world.client("two");
    modest.connectPacket.keepAlive = 59;
    EXPECT_THAT(modest.connect().take().front(), testing::Not(HasSubstr("keepAlive")));
}

TEST(Broker, enforcesTheKeepAliveItImposed)
{
    Limits limits;
    limits.maximumKeepAlive = 60;
    BrokerWorld world(limits);
    TestClient& client = world.joined("one");
    world.advance(90s);
    EXPECT_EQ(client.take(), (Lines{"DISCONNECT 8d", "CLOSED"}));
}

TEST(Broker, imposesAKeepAliveOnlyOnThoseItCanTell)
{
    Limits limits;
    limits.serverKeepAlive = 60;
    BrokerWorld world(limits);
    TestClient& told = world.client("told");
    told.connectPacket.keepAlive = 120;
    EXPECT_THAT(told.connect().take().front(), HasSubstr("keepAlive=60"));
    TestClient& old = world.client("old", Version::v311);
    old.connectPacket.keepAlive = 120;
    old.join();
    world.advance(91s);
    EXPECT_EQ(told.take(), (Lines{"DISCONNECT 8d", "CLOSED"}));
    EXPECT_EQ(old.take(), Lines{}) << "a 3.1.1 client keeps the keep alive that it asked for";
    world.advance(90s);
    EXPECT_EQ(old.take(), Lines{"CLOSED"});
}

TEST(Broker, knowsNoAuthenticationMethod)
{
    BrokerWorld world;
    TestClient& client = world.client("one");
    client.connectPacket.authenticationMethod = "SCRAM-SHA-1";
    EXPECT_EQ(client.connect().take(), (Lines{"CONNACK 8c", "CLOSED"}));

    TestClient& plain = world.joined("two");
    Auth auth;
    auth.code = ReasonCode::ReAuthenticate;
    auth.method = "SCRAM-SHA-1";
    EXPECT_EQ(plain.send(auth).take(), (Lines{"DISCONNECT 82", "CLOSED"}));
}

TEST(Broker, turnsLinksAwayBeyondTheConnectionLimit)
{
    Limits limits;
    limits.connections = 1;
    BrokerWorld world(limits);
    world.joined("one");
    EXPECT_EQ(world.broker().open({}, world.now()), 0U);
    EXPECT_EQ(world.events(trace::Kind::LinkRefused).size(), 1U);
}

TEST(Broker, endsAllConnectionsOnShutdown)
{
    BrokerWorld world;
    TestClient& five = world.joined("five");
    TestClient& three = world.joined("three", Version::v311);
    world.broker().shutdown(world.now());
    world.run();
    EXPECT_EQ(five.take(), (Lines{"DISCONNECT 8b", "CLOSED"}));
    EXPECT_EQ(three.take(), Lines{"CLOSED"});
    EXPECT_EQ(world.broker().counters().connections, 0U);
}

TEST(Broker, closesAClientOnRequest)
{
    BrokerWorld world;
    TestClient& client = world.joined("one");
    EXPECT_FALSE(world.broker().closeClient("nobody", DisconnectReason::ServerClosed, false, world.now()));
    EXPECT_TRUE(world.broker().closeClient("one", DisconnectReason::ServerClosed, false, world.now()));
    world.run();
    EXPECT_EQ(client.take(), (Lines{"DISCONNECT 98", "CLOSED"}));
}

TEST(Broker, showsItsClients)
{
    BrokerWorld world;
    TestClient& client = world.client("one", Version::v311);
    client.connectPacket.cleanStart = false;
    client.connectPacket.keepAlive = 30;
    client.join().subscribe("a/#");
    const auto views = world.broker().clients();
    ASSERT_EQ(views.size(), 1U);
    EXPECT_EQ(views[0].clientId, "one");
    EXPECT_EQ(views[0].peer.address, "memory:one");
    EXPECT_TRUE(views[0].connected);
    EXPECT_FALSE(views[0].cleanStart);
    EXPECT_EQ(views[0].keepAlive, 30);
    EXPECT_EQ(views[0].subscriptions, 1U);
    client.vanish();
    EXPECT_FALSE(world.broker().clients().at(0).connected);
}

} // namespace
} // namespace greensward::mqtt
