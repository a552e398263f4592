// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Two cores do not talk to each other: a device that is a member of both groups drives between them.
#include "core_world.h"
#include "simulator/relay.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace greensward;
using namespace greensward::edge::test;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

/// The way of one device to a core.
class WayIn final : public simulator::LinkMaker
{
public:
    explicit WayIn(CoreWorld& world) : m_world(world) {}
    void open(const std::string& id, net::LinkHandler& handler, std::function<void(Result<net::Link*>)> done) override
    {
        mqtt::Peer peer;
        peer.certificate = std::make_shared<const net::PeerCertificate>(
            net::PeerCertificate{.fingerprint = certificateOf(id), .subject = "CN=" + id, .pem = {}});
        if (net::Link* link = m_world.hub.openAs(std::move(peer), handler, {}))
            done(link);
        else
            done(failure("nobody listens"));
    }
    bool realTls() const override { return false; }

private:
    CoreWorld& m_world;
};

class RelayTest : public testing::Test
{
protected:
    RelayTest()
    {
        north.startCore();
        south.startCore();
        // The same group on both sides, but for who is at home there.
        north.deploy(GroupText().device("n").device("relay").route("n", "north/#", "relay").route("relay", "south/#", "n"));
        south.deploy(GroupText().device("s").device("relay").route("s", "south/#", "relay").route("relay", "north/#", "s"));
        n = &north.device("n");
        s = &south.device("s");
        n->subscribe("south/#");
        s->subscribe("north/#");
        pass(2s);
    }
    /// Time passes in both.
    void pass(Duration span)
    {
        const Instant end = std::max(north.clock.now(), south.clock.now()) + span;
        for (Instant now = std::max(north.clock.now(), south.clock.now()); now <= end; now += 50ms) {
            north.clock.set(now);
            south.clock.set(now);
            relay.advance(now);
            north.catchUp();
            south.catchUp();
        }
    }

    CoreWorld north{1};
    CoreWorld south{2};
    WayIn toNorth{north};
    WayIn toSouth{south};
    simulator::Relay relay{north.clock,
                           {.id = "relay", .travel = 5s, .mostCarried = 3},
                           {simulator::RelayStop{"north", toNorth, "north/#", 10s},
                            simulator::RelayStop{"south", toSouth, "south/#", 10s}},
                           Random(3)};
    WorldClient* n = nullptr;
    WorldClient* s = nullptr;
};

TEST_F(RelayTest, CarriesMessagesBetweenTwoGroups)
{
    relay.start();
    pass(2s);
    EXPECT_EQ(relay.view().stop, 0U);
    EXPECT_TRUE(relay.view().online) << relay.view().note;
    n->publish("north/a", "1");
    pass(1s);
    EXPECT_EQ(relay.view().carried[1], 1U);
    EXPECT_THAT(s->take(), IsEmpty()) << "cores do not talk to each other";
    pass(10s);
    EXPECT_EQ(relay.view().stop, std::nullopt) << "it is on its way";
    EXPECT_THAT(s->take(), IsEmpty());
    pass(6s);
    EXPECT_EQ(relay.view().stop, 1U);
    EXPECT_THAT(s->take(), ElementsAre("north/a 1"));
    EXPECT_EQ(relay.view().delivered, 1U);
    EXPECT_EQ(relay.view().carried[1], 0U);
    s->publish("south/b", "2");
    pass(17s);
    EXPECT_THAT(n->take(), ElementsAre("south/b 2")) << "and back";
}

TEST_F(RelayTest, WhatIsSaidWhileItIsAwayItDoesNotHear)
{
    relay.start();
    pass(12s);
    n->publish("north/a", "missed");
    pass(60s);
    EXPECT_THAT(s->take(), IsEmpty());
}

TEST_F(RelayTest, TheBagIsBounded)
{
    relay.start();
    pass(2s);
    for (const char* text : {"1", "2", "3", "4", "5"})
        n->publish("north/a", text);
    pass(17s);
    EXPECT_THAT(s->take(), ElementsAre("north/a 3", "north/a 4", "north/a 5"));
    EXPECT_EQ(relay.view().discarded, 2U);
}

TEST_F(RelayTest, KeepsWhatItCouldNotHandOver)
{
    relay.start();
    pass(2s);
    n->publish("north/a", "1");
    pass(2s);
    south.killCore(false);
    pass(15s);
    EXPECT_EQ(relay.view().stop, 1U);
    EXPECT_FALSE(relay.view().online);
    EXPECT_EQ(relay.view().carried[1], 1U);
    south.startCore();
    pass(60s);
    EXPECT_EQ(relay.view().carried[1], 0U) << relay.view().note;
    EXPECT_EQ(relay.view().delivered, 1U);
}

TEST_F(RelayTest, WhoIsNoMemberIsNotLetIn)
{
    north.deploy(GroupText().device("n"), "deployment-2");
    south.clock.set(north.clock.now());
    relay.start();
    pass(5s);
    EXPECT_FALSE(relay.view().online);
    EXPECT_THAT(relay.view().note, testing::StartsWith("north refused"));
}

TEST_F(RelayTest, SwitchedOffItStaysWhereItIs)
{
    relay.start();
    pass(2s);
    relay.stop();
    pass(30s);
    EXPECT_EQ(relay.view().stop, std::nullopt);
    EXPECT_FALSE(relay.nextDeadline());
    relay.start();
    pass(1s);
    EXPECT_EQ(relay.view().stop, 0U);
    EXPECT_TRUE(relay.view().online);
}

} // namespace
