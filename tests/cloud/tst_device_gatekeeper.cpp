// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/device_gatekeeper.h"

#include "cloud/role_session.h"
#include "registry_world.h"

#include <gmock/gmock.h>

namespace greensward::cloud {

using mqtt::Verdict;
using testing::HasSubstr;

class DeviceGatekeepers : public RegistryWorld
{
protected:
    static std::string statement(const std::string& action, const std::string& resource)
    {
        return R"({"Effect":"Allow","Action":")" + action + R"(","Resource":"arn:aws:iot:us-east-1:123456789012:)" +
               resource + R"("})";
    }
    static mqtt::Peer peerOf(const std::string& certificateId)
    {
        mqtt::Peer peer;
        peer.address = "192.168.1.20:5000";
        peer.transport = "tls 1.3";
        peer.certificate = std::make_shared<const net::PeerCertificate>(
            net::PeerCertificate{.fingerprint = certificateId, .subject = {}, .pem = {}});
        return peer;
    }
    static mqtt::Connect connectAs(std::string_view client)
    {
        mqtt::Connect packet;
        packet.clientId = client;
        packet.cleanStart = true;
        return packet;
    }
    Verdict publish(const mqtt::Peer& peer, std::string_view client, std::string_view topic, bool retain = false)
    {
        mqtt::Publish packet;
        packet.topic = topic;
        packet.retain = retain;
        return gatekeeper.publish(peer, client, packet);
    }

    DeviceGatekeeper gatekeeper{{.authorization = authorization, .callers = callers}, {}};
};

TEST_F(DeviceGatekeepers, aPolicyLetsItsDeviceInAndNobodyElse)
{
    const std::string id = certificate();
    const mqtt::Peer peer = peerOf(id);
    EXPECT_THAT(gatekeeper.connect(peer, connectAs("pump-1")).because, HasSubstr("no policy is attached"));
    allow("pumps", id, statement("iot:Connect", "client/pump-*"));
    EXPECT_TRUE(gatekeeper.connect(peer, connectAs("pump-1")).allowed());
    const Verdict refused = gatekeeper.connect(peer, connectAs("pumps-1"));
    EXPECT_FALSE(refused.allowed());
    EXPECT_THAT(refused.because, HasSubstr("pump-*"));
    EXPECT_THAT(refused.because, HasSubstr("pumps-1"));
}

TEST_F(DeviceGatekeepers, onlyAnActiveCertificateOpensTheDoor)
{
    EXPECT_THAT(gatekeeper.connect(peerOf(std::string(64, 'a')), connectAs("pump")).because,
                HasSubstr("not registered"));
    const std::string id = certificate(CertificateStatus::Inactive);
    allow("all", id, statement("iot:*", "*"));
    EXPECT_THAT(gatekeeper.connect(peerOf(id), connectAs("pump")).because, HasSubstr("INACTIVE"));
}

TEST_F(DeviceGatekeepers, topicsAreWhatThePolicySays)
{
    const std::string id = certificate();
    const mqtt::Peer peer = peerOf(id);
    allow("pumps", id,
          statement("iot:Connect", "client/*") + "," + statement("iot:Publish", "topic/pumps/*") + "," +
              statement("iot:Subscribe", "topicfilter/pumps/+/on") + "," +
              statement("iot:Receive", "topic/pumps/1/on"));
    ASSERT_TRUE(gatekeeper.connect(peer, connectAs("pump")).allowed());
    EXPECT_TRUE(publish(peer, "pump", "pumps/1/flow").allowed());
    EXPECT_TRUE(publish(peer, "pump", "pumps/1/flow").allowed()) << "remembered";
    EXPECT_EQ(publish(peer, "pump", "wells/1").action, Verdict::Action::Close) << "AWS hangs up";
    EXPECT_EQ(publish(peer, "pump", "pumps/1/flow", true).action, Verdict::Action::Close) << "no iot:RetainPublish";
    mqtt::SubscriptionOptions options;
    EXPECT_TRUE(gatekeeper.subscribe(peer, "pump", "pumps/+/on", options).allowed());
    EXPECT_EQ(gatekeeper.subscribe(peer, "pump", "pumps/#", options).action, Verdict::Action::Refuse);
    EXPECT_TRUE(gatekeeper.receive(peer, "pump", "pumps/1/on", "x").allowed());
    EXPECT_FALSE(gatekeeper.receive(peer, "pump", "pumps/2/on", "x").allowed()) << "delivery is withheld";
}

TEST_F(DeviceGatekeepers, aChangeOfPolicyCountsAtTheNextMessage)
{
    const std::string id = certificate();
    const mqtt::Peer peer = peerOf(id);
    allow("pumps", id, statement("iot:*", "*"));
    ASSERT_TRUE(gatekeeper.connect(peer, connectAs("pump")).allowed());
    EXPECT_TRUE(publish(peer, "pump", "a").allowed());
    ASSERT_TRUE(policies.detach("pumps", certificates.arn(id)));
    EXPECT_FALSE(publish(peer, "pump", "a").allowed());
}

TEST_F(DeviceGatekeepers, aThingsPolicyVariableNeedsTheThing)
{
    const std::string id = certificate();
    const mqtt::Peer peer = peerOf(id);
    allow("own", id, statement("iot:Connect", "client/${iot:Connection.Thing.ThingName}"));
    EXPECT_FALSE(gatekeeper.connect(peer, connectAs("pump-1")).allowed());
    ASSERT_TRUE(things.create("pump-1", "", {}));
    EXPECT_FALSE(gatekeeper.connect(peer, connectAs("pump-1")).allowed()) << "not attached yet";
    ASSERT_TRUE(things.attach("pump-1", certificates.arn(id)));
    EXPECT_TRUE(gatekeeper.connect(peer, connectAs("pump-1")).allowed());
}

TEST_F(DeviceGatekeepers, aGroupsPolicyCountsForItsThings)
{
    const std::string id = certificate();
    ASSERT_TRUE(things.createGroup("farm", "", "", {}));
    ASSERT_TRUE(things.create("pump-1", "", {}));
    ASSERT_TRUE(things.attach("pump-1", certificates.arn(id)));
    ASSERT_TRUE(policies.create("farms", R"({"Version":"2012-10-17","Statement":[)" +
                                             statement("iot:Connect", "client/*") + "]}"));
    ASSERT_TRUE(policies.attach("farms", things.arn(**things.group("farm"))));
    EXPECT_FALSE(gatekeeper.connect(peerOf(id), connectAs("pump-1")).allowed());
    ASSERT_TRUE(things.join("farm", "pump-1"));
    EXPECT_TRUE(gatekeeper.connect(peerOf(id), connectAs("pump-1")).allowed());
}

TEST_F(DeviceGatekeepers, whoeverSignedMayWhatItsRoleMay)
{
    IamRole coming;
    coming.name = "Page";
    const IamRole& role = **iam.createRole(coming, R"({"Version":"2012-10-17","Statement":{"Effect":"Allow",
        "Principal":{"Service":"iot.amazonaws.com"},"Action":"sts:AssumeRole"}})");
    const auto grant = [&](const std::string& statements) {
        ASSERT_TRUE(iam.putInline(IamKind::Role, "Page", "own",
                                  R"({"Version":"2012-10-17","Statement":[)" + statements + "]}"));
    };
    const aws::Credential key = keyring.lend(roleSession(account, role, "lab"), std::chrono::minutes(15));
    mqtt::Peer peer;
    peer.address = "192.168.1.30:5000";
    peer.transport = "wss";
    peer.signer = std::make_shared<const net::Signer>(net::Signer{key.caller.arn, key.accessKeyId});

    const Verdict none = gatekeeper.connect(peer, connectAs("page"));
    EXPECT_FALSE(none.allowed());
    ASSERT_TRUE(none.evidence);
    EXPECT_THAT(*none.evidence, HasSubstr("assumed-role/Page/lab"));
    grant(statement("iot:Connect", "client/page") + "," + statement("iot:Publish", "topic/lawn/*"));
    ASSERT_TRUE(gatekeeper.connect(peer, connectAs("page")).allowed());
    EXPECT_FALSE(gatekeeper.connect(peer, connectAs("other")).allowed());
    EXPECT_TRUE(publish(peer, "page", "lawn/1").allowed());
    const Verdict refused = publish(peer, "page", "house/1");
    EXPECT_EQ(refused.action, Verdict::Action::Close) << "AWS hangs up";
    EXPECT_THAT(refused.because, HasSubstr("lawn/*"));
    EXPECT_THAT(*refused.evidence, HasSubstr("\"role\":\"Page\""));
    mqtt::SubscriptionOptions options;
    EXPECT_FALSE(gatekeeper.subscribe(peer, "page", "lawn/1", options).allowed());

    // The keys end, the connection lives on: policies are still asked.
    clock.advance(std::chrono::hours(2));
    EXPECT_TRUE(publish(peer, "page", "lawn/1").allowed());
    mqtt::Will will;
    will.topic = "house/1";
    EXPECT_FALSE(gatekeeper.publishWill(peer, "page", will).allowed());
    grant(statement("iot:Connect", "client/page"));
    EXPECT_FALSE(publish(peer, "page", "lawn/1").allowed()) << "a change counts at the next message";
}

TEST_F(DeviceGatekeepers, aWillMustBePublishable)
{
    const std::string id = certificate();
    allow("pumps", id, statement("iot:Connect", "client/*") + "," + statement("iot:Publish", "topic/pumps/*"));
    mqtt::Connect packet = connectAs("pump");
    packet.will.emplace();
    packet.will->topic = "elsewhere";
    EXPECT_THAT(gatekeeper.connect(peerOf(id), packet).because, HasSubstr("its will"));
    packet.will->topic = "pumps/lost";
    EXPECT_TRUE(gatekeeper.connect(peerOf(id), packet).allowed());
}

namespace {

struct Visitor
{
    const char* what;
    const char* transport;
    const char* address;
    std::uint16_t port;
    bool welcome; ///< without a profile
    bool welcomeAtAws;
};

} // namespace

TEST_F(DeviceGatekeepers, whoShowsNoCertificateIsKnownOtherwise)
{
    constexpr std::uint16_t kPlain = 1883;
    const Visitor visitors[] = {{"MQTT beside HTTPS", "tls 1.3", "127.0.0.1:5000", 8443, false, false},
                                {"WebSocket of this machine", "ws", "127.0.0.1:5000", 4566, true, false},
                                {"WebSocket of this machine, IPv6", "wss", "[::1]:5000", 8443, true, false},
                                {"WebSocket from the network", "ws", "192.168.1.20:5000", 4566, false, false},
                                {"the plain port, which was asked for", "tcp", "192.168.1.20:5000", kPlain, true, true},
                                {"a device of this process", "memory", "memory", 0, true, true}};
    for (const Visitor& visitor : visitors) {
        mqtt::Peer peer;
        peer.transport = visitor.transport;
        peer.address = visitor.address;
        peer.localPort = visitor.port;
        for (const bool strict : {false, true}) {
            DeviceGatekeeper door({.authorization = authorization, .callers = callers},
                                  {.strict = strict, .plainPort = kPlain});
            const Verdict verdict = door.connect(peer, connectAs("visitor"));
            EXPECT_EQ(verdict.allowed(), strict ? visitor.welcomeAtAws : visitor.welcome) << visitor.what;
            EXPECT_EQ(verdict.because.empty(), verdict.allowed()) << "a refusal explains itself: " << visitor.what;
        }
        keyring.setRoot("AKIAROOT", "secret");
        peer.signer = std::make_shared<const net::Signer>(net::Signer{"arn:aws:iam::123456789012:root", "AKIAROOT"});
        DeviceGatekeeper door({.authorization = authorization, .callers = callers}, {.strict = true});
        EXPECT_TRUE(door.connect(peer, connectAs("visitor")).allowed()) << "signed: " << visitor.what;
    }
}

TEST_F(DeviceGatekeepers, dollarTopicsBelongToAws)
{
    DeviceGatekeeper door({.authorization = authorization, .callers = callers}, {.strict = true});
    const std::string id = certificate();
    allow("all", id, R"({"Effect":"Allow","Action":"iot:*","Resource":"*"})");
    ASSERT_TRUE(door.connect(peerOf(id), connectAs("pump")).allowed());
    mqtt::SubscriptionOptions options;
    EXPECT_EQ(door.subscribe(peerOf(id), "pump", "$SYS/#", options).action, Verdict::Action::Close);
    EXPECT_TRUE(door.subscribe(peerOf(id), "pump", "$aws/events/#", options).allowed());
    EXPECT_FALSE(door.connect(peerOf(id), connectAs("$pump")).allowed());
}

} // namespace greensward::cloud
