// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gateway_gatekeeper.h"
#include "app/profile.h"

#include <gmock/gmock.h>

using namespace greensward;
using namespace greensward::app;

namespace {

struct Visitor
{
    const char* what;
    const char* transport;
    const char* address;
    const char* certificate;
    std::uint16_t port;
    bool welcome;
};

class GatewayGatekeeperFor : public testing::TestWithParam<Visitor>
{};

} // namespace

TEST_P(GatewayGatekeeperFor, letsInWhomItKnows)
{
    constexpr std::uint16_t kPlain = 1883;
    GatewayGatekeeper gatekeeper;
    gatekeeper.setPlainPort(kPlain);
    mqtt::Peer peer;
    peer.transport = GetParam().transport;
    peer.address = GetParam().address;
    peer.certificateId = GetParam().certificate;
    peer.localPort = GetParam().port;
    const mqtt::Verdict verdict = gatekeeper.connect(peer, {});
    EXPECT_EQ(verdict.allowed(), GetParam().welcome) << GetParam().what;
    if (!GetParam().welcome) {
        EXPECT_EQ(verdict.action, mqtt::Verdict::Action::Refuse);
        EXPECT_FALSE(verdict.because.empty()) << "a refusal explains itself";
    }
}

INSTANTIATE_TEST_SUITE_P(
    Visitors, GatewayGatekeeperFor,
    testing::Values(Visitor{"a device with a certificate", "tls 1.3", "192.168.1.20:5000", "ab12", 8883, true},
                    Visitor{"MQTT beside HTTPS without a certificate", "tls 1.3", "127.0.0.1:5000", "", 8443, false},
                    Visitor{"WebSocket of this machine", "ws", "127.0.0.1:5000", "", 4566, true},
                    Visitor{"WebSocket of this machine, IPv6", "wss", "[::1]:5000", "", 8443, true},
                    Visitor{"WebSocket from the network", "ws", "192.168.1.20:5000", "", 4566, false},
                    Visitor{"WebSocket from the network with a certificate", "wss", "192.168.1.20:5000", "ab12", 8443,
                            true},
                    Visitor{"the plain port, which was asked for", "tcp", "192.168.1.20:5000", "", 1883, true},
                    Visitor{"a device of this process", "memory", "memory", "", 0, true}));

TEST(GatewayGatekeeper, hasNoPlainPortByDefault)
{
    GatewayGatekeeper gatekeeper;
    mqtt::Peer peer;
    peer.transport = "tcp";
    peer.address = "127.0.0.1:5000";
    EXPECT_FALSE(gatekeeper.connect(peer, {}).allowed());
}

TEST(Profile, ofAwsTakesAwayWhatItsGatewayLacks)
{
    const mqtt::Limits complete = gatewayLimits(Profile::Complete);
    const mqtt::Limits then = gatewayLimits(Profile::Aws2017);
    const mqtt::Limits today = gatewayLimits(Profile::AwsToday);
    EXPECT_TRUE(complete.allowV5 && complete.retainAvailable && complete.persistentSessions);
    EXPECT_EQ(complete.maximumKeepAlive, 0) << "3.1.1 clients cannot be told, so theirs is as they wish";
    EXPECT_EQ(complete.serverKeepAlive, 60);
    EXPECT_FALSE(then.allowV5 || then.retainAvailable || then.persistentSessions);
    EXPECT_TRUE(today.allowV5 && today.retainAvailable && today.persistentSessions);
    for (const mqtt::Limits* aws : {&then, &today}) {
        EXPECT_EQ(aws->maximumQoS, mqtt::QoS::AtLeastOnce);
        EXPECT_EQ(aws->decode.topicLevels, 8);
        EXPECT_EQ(aws->decode.filtersPerPacket, 8u);
        EXPECT_FALSE(aws->parentMatch);
    }
}
