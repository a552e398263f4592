// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice.h"

#include "mqtt/trace_flags.h"

namespace greensward::doctor {
namespace {

using namespace std::chrono_literals;
using trace::Kind;

constexpr const char* kDenied =
    R"({"reason":"publish","client":"pump-1","certificate":"abc","arn":"arn:aws:iot:us-east-1:1:cert/abc",
        "policies":["pumps"],"action":"iot:Publish","resource":"arn:aws:iot:us-east-1:1:topic/a/b","explicit":false,
        "patterns":["topic/c"],"foreign":[],"missing":[],
        "rows":[{"action":"iot:Connect","resource":"client/pump-1","allowed":true},
                {"action":"iot:Publish","resource":"topic/a/b","allowed":false}],
        "statement":{"Effect":"Allow","Action":"iot:Publish","Resource":"arn:aws:iot:us-east-1:1:topic/a/b"}})";

TEST_F(Practice, aSymptomAgainCountsUpInsteadOfPiling)
{
    for (int i = 0; i < 5; ++i)
        evidence(trace::Finding::AccessDenied, "pump-1", kDenied);
    ASSERT_EQ(doctor.cards().size(), 1u);
    EXPECT_EQ(doctor.cards().front().times, 5u);
    EXPECT_EQ(first(), "D06");
}

TEST_F(Practice, aClientThatStaysConnectedWorksAgain)
{
    evidence(trace::Finding::AccessDenied, "pump-1", kDenied);
    connected("pump-1", "127.0.0.1:5001");
    wait(9s);
    EXPECT_EQ(first(), "D06") << "it may be denied again any moment";
    wait(2s);
    EXPECT_EQ(first(), "none");
    ASSERT_EQ(doctor.learned().size(), 1u);
    EXPECT_TRUE(doctor.learned().front().resolved);
    evidence(trace::Finding::AccessDenied, "pump-1", kDenied);
    EXPECT_EQ(doctor.cards().front().times, 2u) << "the same trouble again is not a new one";
    EXPECT_TRUE(doctor.learned().empty());
}

TEST_F(Practice, deniedAgainAfterTheReconnectIsNotResolved)
{
    evidence(trace::Finding::AccessDenied, "pump-1", kDenied);
    connected("pump-1", "127.0.0.1:5001");
    wait(5s);
    evidence(trace::Finding::AccessDenied, "pump-1", kDenied);
    wait(20s);
    EXPECT_EQ(first(), "D06");
}

TEST_F(Practice, whatIsNotSeenAgainForTenMinutesIsOver)
{
    evidence(trace::Finding::LinkRefused, "127.0.0.1:1", R"({"cause":"plain-mqtt","port":8883})");
    EXPECT_EQ(first(), "D09");
    wait(9min);
    EXPECT_EQ(first(), "D09");
    wait(2min);
    EXPECT_EQ(first(), "none");
}

TEST_F(Practice, oneTakeOverIsAReconnectAndTwoAreAFight)
{
    connected("wt-2", "192.168.1.20:1000");
    takenOver("wt-2", "192.168.1.31:2000");
    EXPECT_EQ(first(), "none");
    wait(4s);
    takenOver("wt-2", "192.168.1.20:1001");
    ASSERT_EQ(first(), "D07");
    EXPECT_EQ(sentence(), "`wt-2` is used from 192.168.1.31 and from 192.168.1.20: each throws the other out.");
    wait(61s);
    EXPECT_EQ(first(), "none") << "nobody was thrown out for a minute";
}

TEST_F(Practice, takeOversFarApartAreNoFight)
{
    connected("wt-2", "192.168.1.20:1000");
    for (int i = 0; i < 5; ++i) {
        takenOver("wt-2", "192.168.1.20:1001");
        wait(40s);
    }
    EXPECT_EQ(first(), "none");
}

TEST_F(Practice, aDeltaThatStaysIsToldAfterHalfAMinute)
{
    updated("app", 41, R"({"state":{"desired":{"rpm":1500}}})", R"({"rpm":1500})");
    wait(29s);
    EXPECT_EQ(first(), "none");
    wait(2s);
    ASSERT_EQ(first(), "D17");
    EXPECT_EQ(doctor.cards().front().confidence, Confidence::Check);
    updated("wt-1", 42, R"({"state":{"reported":{"rpm":1500}}})");
    wait(1s);
    EXPECT_EQ(first(), "none");
}

TEST_F(Practice, aDeltaThatIsAnsweredInTimeIsNoSymptom)
{
    updated("app", 41, R"({"state":{"desired":{"rpm":1500}}})", R"({"rpm":1500})");
    wait(2s);
    updated("wt-1", 42, R"({"state":{"reported":{"rpm":1500}}})");
    wait(60s);
    EXPECT_EQ(first(), "none");
}

TEST_F(Practice, anotherTypeIsToldAtOnce)
{
    updated("app", 1, R"({"state":{"desired":{"yaw":"12"}}})", R"({"yaw":"12"})");
    updated("wt-1", 2, R"({"state":{"reported":{"yaw":12}}})", R"({"yaw":"12"})");
    ASSERT_EQ(first(), "D17");
    EXPECT_EQ(doctor.cards().front().confidence, Confidence::Certain);
    EXPECT_NE(sentence().find("yaw"), std::string::npos) << sentence();
}

TEST_F(Practice, aConflictNamesBothWriters)
{
    updated("app", 7, R"({"state":{"desired":{"rpm":1500}}})");
    record({.kind = Kind::ShadowRejected,
            .extra = 409,
            .subject = "phone",
            .object = "$aws/things/wt-1/shadow",
            .detail = "update: Version conflict",
            .payload = asBytes(R"({"state":{"desired":{"rpm":1400}},"version":6})")});
    ASSERT_EQ(first(), "D16");
    EXPECT_EQ(sentence(), "`phone` wrote wt-1 with version 6, but by then it was version 7, written by `app`.");
}

TEST_F(Practice, aTemporaryKeyIsAnnouncedBeforeItEnds)
{
    const std::string ends = toIso8601(clock.wall() + 60min).substr(0, 19) + "Z";
    evidence(trace::Finding::TemporaryKey, "arn:aws:sts::1:x", R"({"key":"ASIA1","expires":")" + ends + R"("})");
    wait(40min);
    EXPECT_EQ(first(), "none");
    wait(6min);
    ASSERT_EQ(first(), "D19");
    EXPECT_EQ(sentence(), "The temporary key ASIA1 ends in 14 min.");
}

TEST_F(Practice, aGoodbyeIsWorthAWordOnlyWhenSomebodyListensForTheWill)
{
    const auto leaves = [&](std::string_view client) {
        connected(client, "127.0.0.1:7");
        record({.kind = Kind::WillArmed, .subject = client, .object = "lawn/status"});
        record({.kind = Kind::ClientDisconnected, .subject = client});
        record({.kind = Kind::WillWithheld,
                .extra = static_cast<std::int64_t>(mqtt::WillFate::Goodbye),
                .subject = client,
                .object = "lawn/status"});
    };
    record({.kind = Kind::Subscribed, .subject = "console", .object = "#"});
    leaves("mower");
    EXPECT_EQ(first(), "none");
    record({.kind = Kind::Subscribed, .subject = "watcher", .object = "lawn/+"});
    leaves("mower");
    ASSERT_EQ(first(), "D20");
    EXPECT_EQ(sentence(), "No will: `mower` said goodbye, so its will on `lawn/status` was dropped.");
}

TEST_F(Practice, anEndpointThatTheCertificateDoesNotNameIsNamed)
{
    evidence(trace::Finding::LinkRefused, "127.0.0.1:1",
             R"({"cause":"certificate-not-accepted","port":8883,"covered":false,"names":["localhost","pi"],
                 "serverName":"a1b2.iot.eu-west-1.amazonaws.com"})");
    ASSERT_EQ(first(), "D01");
    EXPECT_NE(sentence().find("a1b2.iot.eu-west-1.amazonaws.com"), std::string::npos);
    EXPECT_NE(sentence().find("localhost, pi"), std::string::npos);
}

TEST_F(Practice, whatHappensAtACoreIsNoNewsOfTheGateway)
{
    const auto atCore = [this](trace::Entry entry) {
        entry.origin = "core lawn";
        record(entry);
    };
    for (int i = 0; i < 3; ++i)
        atCore({.kind = Kind::ClientTakenOver, .subject = "wt-2", .object = "192.168.1.31:2000"});
    EXPECT_EQ(first(), "none");
    evidence(trace::Finding::AccessDenied, "pump-1", kDenied);
    atCore({.kind = Kind::ClientConnected, .extra = 60, .subject = "pump-1", .object = "192.168.1.31:2000"});
    wait(11s);
    EXPECT_EQ(first(), "D06") << "it was let in by the core, not by the cloud";
    atCore({.kind = Kind::ShadowAccepted, .extra = 1, .subject = "app", .object = "$aws/things/wt-1/shadow",
            .detail = "update", .payload = asBytes(R"({"state":{"desired":{"rpm":1500}}})")});
    atCore({.kind = Kind::ShadowDelta, .extra = 1, .subject = "app", .object = "$aws/things/wt-1/shadow",
            .payload = asBytes(R"({"rpm":1500})")});
    wait(60s);
    EXPECT_EQ(doctor.cards().size(), 1u);
}

TEST_F(Practice, aCallToACoreIsNoDeltaThatStays)
{
    for (const char* shadow : {"$aws/things/lawn-gda/shadow", "$aws/things/lawn-gci/shadow"}) {
        record({.kind = Kind::ShadowAccepted, .extra = 1, .subject = "cloud", .object = shadow, .detail = "update",
                .payload = asBytes(R"({"state":{"desired":{"groupId":"g"}}})")});
        record({.kind = Kind::ShadowDelta, .extra = 1, .subject = "cloud", .object = shadow,
                .payload = asBytes(R"({"groupId":"g"})")});
    }
    wait(60s);
    EXPECT_EQ(first(), "none");
}

TEST_F(Practice, damagedEvidenceHarmsNobody)
{
    for (const char* text : {"", "{", "[]", R"({"reason":1,"rows":{}})", R"({"cause":"alpn","alpn":3})",
                             R"({"groups":[1],"addresses":[{}],"faults":[{}],"nearest":3,"status":"Failure"})"})
        for (const auto finding : {trace::Finding::LinkRefused, trace::Finding::AccessDenied,
                                   trace::Finding::SignatureRefused, trace::Finding::OtherRegion,
                                   trace::Finding::TemporaryKey, trace::Finding::LinkWithoutAlpn,
                                   trace::Finding::DiscoveryRefused, trace::Finding::CoreUnreachable,
                                   trace::Finding::RoleUnusable, trace::Finding::Deployment,
                                   trace::Finding::CoreNotServing, trace::Finding::NoRoute})
            evidence(finding, "x", text);
    EXPECT_LE(doctor.cards().size(), 50u);
}

TEST_F(Practice, theBoundHolds)
{
    for (int i = 0; i < 500; ++i)
        evidence(trace::Finding::LinkRefused, "127.0.0.1:1",
                 R"({"cause":"certificate-not-accepted","covered":false,"names":["a"],"serverName":"h)" +
                     std::to_string(i) + R"("})");
    EXPECT_EQ(doctor.cards().size(), DoctorLimits{}.open);
    EXPECT_NE(sentence().find("h499"), std::string::npos) << "the latest stays";
}

TEST_F(Practice, aReportMasksWhoAndWhere)
{
    evidence(trace::Finding::AccessDenied, "pump-1",
             R"({"reason":"no-policy","client":"pump-1","policies":[],"certificate":
                 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                 "arn":"arn:aws:iot:us-east-1:123456789012:cert/0123"})");
    Card card = doctor.cards().front();
    card.rows.push_back({Text("from"), "192.168.1.20"});
    card.rows.push_back({Text("ARN"), "arn:aws:iot:us-east-1:123456789012:thing/x"});
    card.rows.push_back({Text("key"), "AKIAABCDEFGHIJKLMNOP"});
    card.rows.push_back({Text("temporary key"), "ASIAABCDEFGHIJKLMNOP"});
    card.rows.push_back({Text("from"), "[2001:db8::7]:50612"});
    const std::string text = report(card);
    for (const char* secret : {"192.168.1.20", "123456789012", "AKIAABCDEFGHIJKLMNOP", "ASIAABCDEFGHIJKLMNOP",
                               "0123456789abcdef0123456789abcdef", "2001:db8::7"})
        EXPECT_EQ(text.find(secret), std::string::npos) << text;
    for (const char* needed : {"D03", "pump-1", "[2001…]:50612", "AKIA…", "192.…"})
        EXPECT_NE(text.find(needed), std::string::npos) << needed << " is needed to tell two apart\n" << text;
}

TEST_F(Practice, aReportLeavesAloneWhatTellsNothingAboutAnybody)
{
    evidence(trace::Finding::LinkRefused, "127.0.0.1:1", R"({"cause":"plain-mqtt","port":8883})");
    Card card = doctor.cards().front();
    card.rows.push_back({Text("from"), "127.0.0.1:50612"});
    card.rows.push_back({Text("version"), "MQTT 3.1.1, TLS 1.3"});
    card.rows.push_back({Text("from"), "[::1]:50612"});
    const std::string text = report(card);
    for (const char* kept : {"127.0.0.1:50612", "MQTT 3.1.1, TLS 1.3", "[::1]:50612", "8883"})
        EXPECT_NE(text.find(kept), std::string::npos) << text;
}

TEST_F(Practice, takeOversAtOnceAreNotEveryZeroSeconds)
{
    connected("wt-1", "192.168.1.20:1");
    takenOver("wt-1", "192.168.1.21:1");
    takenOver("wt-1", "192.168.1.20:2");
    ASSERT_EQ(first(), "D07");
    const std::string text = report(doctor.cards().front());
    EXPECT_NE(text.find("every: < 1 s"), std::string::npos) << text;
    EXPECT_EQ(text.find("0 s"), std::string::npos) << text;
}

} // namespace
} // namespace greensward::doctor
