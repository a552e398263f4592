// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a gatekeeper says is done, answered in the protocol's words, and explained in the recorder.
#include "broker_world.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>

namespace greensward::mqtt {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

/// Decides by what a test has put into its fields.
class Scripted final : public Gatekeeper
{
public:
    Verdict onConnect, onPublish, onWill, onSubscribe;
    std::optional<QoS> lowerTo;
    bool stripRetain = false;
    std::map<std::string, std::string, std::less<>> mayNotReceive; ///< client id → why

    Verdict connect(const Peer&, const Connect&) override { return onConnect; }
    Verdict publish(const Peer& peer, std::string_view clientId, Publish& packet) override
    {
        EXPECT_EQ(peer.address, "memory:" + std::string(clientId));
        if (lowerTo)
            packet.qos = std::min(packet.qos, *lowerTo);
        packet.retain = packet.retain && !stripRetain;
        return onPublish;
    }
    Verdict publishWill(const Peer& peer, std::string_view clientId, const Will&) override
    {
        EXPECT_EQ(peer.address, "memory:" + std::string(clientId)) << "known although the link is gone";
        return onWill;
    }
    Verdict subscribe(const Peer&, std::string_view, std::string_view, SubscriptionOptions& options) override
    {
        if (lowerTo)
            options.qos = std::min(options.qos, *lowerTo);
        return onSubscribe;
    }
    Verdict receive(const Peer&, std::string_view clientId, std::string_view, std::string_view publisher) override
    {
        const auto no = mayNotReceive.find(clientId);
        return no == mayNotReceive.end()
                   ? Verdict::allow()
                   : Verdict::refuse(ReasonCode::NotAuthorized, no->second + " " + std::string(publisher));
    }
    bool wantsReceive() const override { return !mayNotReceive.empty(); }
};

struct GuardedWorld
{
    Scripted gate;
    BrokerWorld world{{}, &gate};
    const Verdict refused = Verdict::refuse(ReasonCode::NotAuthorized, "because");
    const Verdict ignored = Verdict::ignore("because");
    const Verdict closed = Verdict::close("because");
};

class Gate : public testing::TestWithParam<Version>, public GuardedWorld
{
protected:
    bool v5() const { return GetParam() == Version::v5; }
};
INSTANTIATE_TEST_SUITE_P(Broker, Gate, testing::Values(Version::v311, Version::v5),
                         [](const auto& of) { return of.param == Version::v5 ? "v5" : "v311"; });

TEST_P(Gate, refusesAConnect)
{
    gate.onConnect = refused;
    EXPECT_EQ(world.client("c", GetParam()).connect().take(), (Lines{"CONNACK 87", "CLOSED"}));
    gate.onConnect = closed;
    EXPECT_EQ(world.client("d", GetParam()).connect().take(), Lines{"CLOSED"});
    EXPECT_THAT(world.events(trace::Kind::ClientRefused), ElementsAre(AllOf(StartsWith("c "), HasSubstr("because")),
                                                                      AllOf(StartsWith("d "), HasSubstr("because"))))
        << "who was refused, by name";
    EXPECT_EQ(world.broker().counters().sessions, 0U);
}

TEST_P(Gate, refusesAPublish)
{
    TestClient& receiver = world.joined("receiver");
    receiver.subscribe("t").take();
    TestClient& sender = world.joined("sender", GetParam());
    gate.onPublish = refused;
    EXPECT_EQ(sender.publish("t", "x").take(), Lines{});
    // [MQTT-3.3.5-2] 3.1.1 can only be told yes.
    EXPECT_EQ(sender.publish("t", "x", QoS::AtLeastOnce, false, 1).take(), Lines{v5() ? "PUBACK #1 87" : "PUBACK #1"});
    EXPECT_EQ(sender.publish("t", "x", QoS::ExactlyOnce, false, 2).take(), Lines{v5() ? "PUBREC #2 87" : "PUBREC #2"});
    if (!v5()) {
        EXPECT_EQ(sender.ack(PacketType::Pubrel, 2).take(), Lines{"PUBCOMP #2"});
    }
    EXPECT_EQ(receiver.take(), Lines{});
    EXPECT_TRUE(sender.linked());
    const auto refusals = world.rawEvents(trace::Kind::MessageRefused);
    const auto published = world.rawEvents(trace::Kind::MessagePublished);
    ASSERT_EQ(refusals.size(), 3U);
    EXPECT_EQ(refusals[1].cause, published.at(1).id);
    EXPECT_EQ(refusals[1].journey, published.at(1).journey);
}

TEST_P(Gate, ignoresAPublishAsIfItWereDone)
{
    TestClient& receiver = world.joined("receiver");
    receiver.subscribe("t").take();
    TestClient& sender = world.joined("sender", GetParam());
    gate.onPublish = ignored;
    EXPECT_EQ(sender.publish("t", "x", QoS::AtLeastOnce, true, 1).take(), Lines{"PUBACK #1"});
    EXPECT_EQ(sender.publish("t", "x", QoS::ExactlyOnce, true, 2).take(), Lines{"PUBREC #2"});
    EXPECT_EQ(sender.ack(PacketType::Pubrel, 2).take(), Lines{"PUBCOMP #2"});
    EXPECT_EQ(receiver.take(), Lines{});
    EXPECT_EQ(world.broker().counters().retained, 0U);
}

TEST_P(Gate, closesOnAPublishWithoutAWord)
{
    TestClient& sender = world.joined("sender", GetParam());
    gate.onPublish = closed;
    EXPECT_EQ(sender.publish("t", "x", QoS::AtLeastOnce).take(), Lines{"CLOSED"});
    EXPECT_EQ(world.rawEvents(trace::Kind::ClientDisconnected).back().extra,
              static_cast<std::int64_t>(DisconnectReason::NotAuthorized));
}

TEST_P(Gate, lowersQosAndStripsRetain)
{
    TestClient& receiver = world.joined("receiver");
    receiver.subscribeWith("t", {.qos = QoS::ExactlyOnce, .retainAsPublished = true}).take();
    gate.lowerTo = QoS::AtLeastOnce;
    gate.stripRetain = true;
    TestClient& sender = world.joined("sender", GetParam());
    EXPECT_EQ(sender.publish("t", "x", QoS::ExactlyOnce, true, 4).take(), Lines{"PUBREC #4"})
        << "the publisher's flow stays";
    EXPECT_EQ(receiver.take(), Lines{"PUBLISH t x q1 #1"});
    EXPECT_EQ(world.broker().counters().retained, 0U);
    EXPECT_EQ(sender.subscribe("t").take(), Lines{"SUBACK #1 01"});
}

TEST_P(Gate, refusesASubscription)
{
    TestClient& client = world.joined("client", GetParam());
    gate.onSubscribe = refused;
    EXPECT_EQ(client.subscribe("t").take(), Lines{v5() ? "SUBACK #1 87" : "SUBACK #1 80"});
    gate.onSubscribe = ignored;
    EXPECT_EQ(client.subscribe("t").take(), Lines{"SUBACK #1 02"});
    EXPECT_EQ(world.broker().counters().subscriptions, 0U);
    gate.onSubscribe = closed;
    EXPECT_EQ(client.subscribe("t").take(), Lines{"CLOSED"});
    EXPECT_THAT(world.events(trace::Kind::SubscribeRefused),
                ElementsAre("client t: because", "client t: because", "client t: because"));
}

TEST_P(Gate, withholdsAWill)
{
    TestClient& watcher = world.joined("watcher");
    watcher.subscribe("will").take();
    TestClient& mortal = world.client("mortal", GetParam());
    mortal.connectPacket.will.emplace();
    mortal.connectPacket.will->topic = "will";
    gate.onWill = refused;
    mortal.join().vanish();
    EXPECT_EQ(watcher.take(), Lines{});
    EXPECT_THAT(world.events(trace::Kind::WillWithheld), ElementsAre("mortal will: because"));
}

TEST_P(Gate, isAskedForEachReceiver)
{
    gate.mayNotReceive["two"] = "not for";
    TestClient& one = world.joined("one", GetParam());
    TestClient& two = world.joined("two", GetParam());
    one.subscribe("t").take();
    two.subscribe("t").take();
    TestClient& sender = world.joined("sender");
    sender.publish("t", "live").publish("t", "retained", QoS::AtLeastOnce, true);
    EXPECT_EQ(one.take(), (Lines{"PUBLISH t live", "PUBLISH t retained q1 #1"}));
    two.subscribe("t");
    EXPECT_EQ(two.takePublished(), Lines{});
    EXPECT_THAT(world.events(trace::Kind::MessageRefused),
                ElementsAre("two t: not for sender", "two t: not for sender", "two t: not for sender"));
    two.subscribe("$share/g/s").take();
    one.subscribe("$share/g/s").take();
    sender.publish("s", "1").publish("s", "2");
    EXPECT_EQ(one.take().size(), 2U) << "a group's message goes to a member who may have it";
}

} // namespace
} // namespace greensward::mqtt
