// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "broker_world.h"
#include "mqtt/trace_flags.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace greensward::mqtt {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;

struct WillWorld : BrokerWorld
{
    explicit WillWorld(Version version = Version::v5, Limits limits = {})
        : BrokerWorld(limits), watcher(joined("watcher")), mortal(client("mortal", version))
    {
        watcher.subscribe("will").take();
        mortal.connectPacket.will.emplace();
        mortal.connectPacket.will->topic = "will";
        mortal.connectPacket.will->payload = asBytes("gone");
        mortal.connectPacket.will->qos = QoS::AtLeastOnce;
    }
    Lines seen() { return watcher.takePublished(); }
    TestClient& watcher;
    TestClient& mortal;
};

const Lines kSeen{"PUBLISH will gone q1 #1"};

class Wills : public testing::TestWithParam<Version>
{};
INSTANTIATE_TEST_SUITE_P(Broker, Wills, testing::Values(Version::v311, Version::v5),
                         [](const auto& of) { return of.param == Version::v5 ? "v5" : "v311"; });

TEST_P(Wills, isPublishedWhenTheLinkBreaks)
{
    WillWorld world(GetParam());
    world.mortal.join();
    EXPECT_EQ(world.events(trace::Kind::WillArmed).size(), 1U);
    world.mortal.vanish();
    EXPECT_EQ(world.seen(), kSeen);
    const auto published = world.rawEvents(trace::Kind::WillPublished);
    const auto disconnected = world.rawEvents(trace::Kind::ClientDisconnected);
    ASSERT_EQ(published.size(), 1U);
    EXPECT_EQ(published[0].cause, disconnected.at(0).id);
    EXPECT_EQ(world.rawEvents(trace::Kind::MessagePublished).at(0).cause, published[0].id);
}

TEST_P(Wills, isWithheldOnACleanDisconnect)
{
    WillWorld world(GetParam());
    world.mortal.join().disconnect();
    EXPECT_EQ(world.seen(), Lines{});
    EXPECT_EQ(world.events(trace::Kind::WillWithheld).size(), 1U);
}

TEST_P(Wills, isPublishedOnKeepAliveTimeout)
{
    WillWorld world(GetParam());
    world.mortal.connectPacket.keepAlive = 5;
    world.mortal.join();
    world.advance(7499ms);
    EXPECT_EQ(world.seen(), Lines{});
    world.advance(1ms);
    EXPECT_EQ(world.seen(), kSeen);
}

TEST_P(Wills, isPublishedOnAProtocolError)
{
    WillWorld world(GetParam());
    world.mortal.join().send(world.mortal.connectPacket);
    EXPECT_EQ(world.seen(), kSeen);
}

TEST_P(Wills, isPublishedOnTakeOver)
{
    WillWorld world(GetParam());
    world.mortal.join();
    world.joined("mortal", GetParam());
    EXPECT_EQ(world.seen(), kSeen);
}

TEST_P(Wills, mayBeRetained)
{
    WillWorld world(GetParam());
    world.mortal.connectPacket.will->retain = true;
    world.mortal.join().vanish();
    EXPECT_EQ(world.joined("late").subscribe("will").takePublished(), Lines{"PUBLISH will gone q1 #1 retain"});
}

TEST(BrokerWills, isPublishedWhenDisconnectAsksForIt)
{
    WillWorld world;
    world.mortal.join().disconnect(ReasonCode::DisconnectWithWill);
    EXPECT_EQ(world.seen(), kSeen);
}

TEST(BrokerWills, isDelayed)
{
    WillWorld world;
    world.mortal.connectPacket.will->delay = 3;
    world.mortal.connectPacket.sessionExpiry = 10;
    world.mortal.join().vanish();
    world.advance(2999ms);
    EXPECT_EQ(world.seen(), Lines{});
    world.advance(1ms);
    EXPECT_EQ(world.seen(), kSeen);
    world.advance(1h);
    EXPECT_EQ(world.seen(), Lines{}) << "once is enough";
}

TEST(BrokerWills, isNotPublishedWhenTheClientIsBackInTime)
{
    WillWorld world;
    world.mortal.connectPacket.will->delay = 3;
    world.mortal.connectPacket.sessionExpiry = 10;
    world.mortal.connectPacket.cleanStart = false;
    world.mortal.join().vanish();
    world.advance(2s);
    world.mortal.connectPacket.will.reset();
    world.mortal.join();
    world.advance(1h);
    EXPECT_EQ(world.seen(), Lines{});
    EXPECT_THAT(world.events(trace::Kind::WillWithheld), ElementsAre(HasSubstr("came back")));
}

TEST(BrokerWills, isPublishedWhenTheClientIsBackWithACleanStart)
{
    WillWorld world;
    world.mortal.connectPacket.will->delay = 30;
    world.mortal.connectPacket.sessionExpiry = 100;
    world.mortal.join().vanish();
    world.mortal.join();
    EXPECT_EQ(world.seen(), kSeen) << "the session it belonged to has ended";
}

TEST(BrokerWills, isPublishedAtTheLatestWhenTheSessionEnds)
{
    WillWorld world;
    world.mortal.connectPacket.will->delay = 5;
    world.mortal.join().vanish();
    EXPECT_EQ(world.seen(), kSeen) << "no session expiry: it ends with the connection";

    world.mortal.connectPacket.sessionExpiry = 2;
    world.mortal.join().vanish();
    world.advance(1999ms);
    EXPECT_EQ(world.seen(), Lines{});
    world.advance(1ms);
    EXPECT_EQ(world.seen(), Lines{"PUBLISH will gone q1 #2"});
}

TEST(BrokerWills, carriesItsPropertiesAndItsExpiryFromItsPublicationOn)
{
    WillWorld world;
    Will& will = *world.mortal.connectPacket.will;
    will.delay = 3;
    will.properties.messageExpiry = 60;
    will.properties.contentType = "text/plain";
    will.properties.responseTopic = "answers";
    will.properties.user = {{"b", "1"}, {"a", "2"}, {"b", "3"}};
    world.mortal.connectPacket.sessionExpiry = 10;
    world.mortal.join().vanish();
    world.advance(3s);
    EXPECT_EQ(world.seen(), Lines{"PUBLISH will gone q1 #1 expiry=60 type=text/plain response=answers b:1 a:2 b:3"});
}

TEST(BrokerWills, isWithheldWhenTheAdministratorSaysSo)
{
    WillWorld world;
    world.mortal.join();
    world.broker().closeClient("mortal", DisconnectReason::ServerClosed, true, world.now());
    world.run();
    EXPECT_EQ(world.seen(), Lines{});
    world.mortal.take();
    world.mortal.join();
    world.broker().closeClient("mortal", DisconnectReason::ServerClosed, false, world.now());
    world.run();
    EXPECT_EQ(world.seen(), kSeen);
}

/// The console tells a person why, in words of its own: it must not have to read ours.
TEST(BrokerWills, sayInTheRecorderWhatBecameOfThem)
{
    const auto fate = [](WillWorld& world) {
        const auto withheld = world.rawEvents(trace::Kind::WillWithheld);
        return withheld.size() == 1 ? static_cast<WillFate>(withheld.front().extra) : WillFate{99};
    };
    WillWorld goodbye;
    goodbye.mortal.join().disconnect();
    EXPECT_EQ(fate(goodbye), WillFate::Goodbye);

    WillWorld closed;
    closed.mortal.join();
    closed.broker().closeClient("mortal", DisconnectReason::ServerClosed, true, closed.now());
    EXPECT_EQ(fate(closed), WillFate::Administrator);

    WillWorld back;
    back.mortal.connectPacket.will->delay = 3;
    back.mortal.connectPacket.sessionExpiry = 10;
    back.mortal.connectPacket.cleanStart = false;
    back.mortal.join().vanish();
    back.mortal.join();
    EXPECT_EQ(fate(back), WillFate::CameBack);
}

TEST(BrokerWills, mustKeepToTheLimits)
{
    Limits limits;
    limits.maximumQoS = QoS::AtMostOnce;
    WillWorld world(Version::v5, limits);
    EXPECT_EQ(world.mortal.connect().take(), (Lines{"CONNACK 9b", "CLOSED"}));
    limits = {};
    limits.retainAvailable = false;
    WillWorld other(Version::v5, limits);
    other.mortal.connectPacket.will->retain = true;
    EXPECT_EQ(other.mortal.connect().take(), (Lines{"CONNACK 9a", "CLOSED"}));
}

} // namespace
} // namespace greensward::mqtt
