// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/lifecycle.h"

#include <array>
#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace greensward::cloud {

namespace json = boost::json;

class LifecycleEvents : public testing::Test
{
protected:
    json::object next()
    {
        if (m_events.empty())
            m_events = lifecycle.take();
        const Lifecycle::Event event = m_events.front();
        m_events.pop_front();
        topic = event.topic;
        return json::parse(event.payload).as_object();
    }
    static mqtt::Peer peer()
    {
        mqtt::Peer peer;
        peer.address = "192.168.1.20:5000";
        peer.certificate = std::make_shared<const net::PeerCertificate>(
            net::PeerCertificate{.fingerprint = "ab12", .subject = {}, .pem = {}});
        return peer;
    }

    ManualClock clock;
    int woken = 0;
    Lifecycle lifecycle{{.clock = clock, .random = Random(1), .wake = [this] { ++woken; }}};
    std::string topic;

private:
    std::deque<Lifecycle::Event> m_events;
};

TEST_F(LifecycleEvents, tellWhoCameAndWhyItWent)
{
    lifecycle.connected(peer(), "pump", {});
    lifecycle.disconnected(peer(), "pump", mqtt::DisconnectReason::KeepAliveTimeout);
    EXPECT_EQ(woken, 1) << "once for all that waits";
    const json::object came = next();
    EXPECT_EQ(topic, "$aws/events/presence/connected/pump");
    EXPECT_EQ(came.at("eventType").as_string(), "connected");
    EXPECT_EQ(came.at("principalIdentifier").as_string(), "ab12");
    EXPECT_EQ(came.at("ipAddress").as_string(), "192.168.1.20");
    EXPECT_EQ(came.at("versionNumber").as_int64(), 0);
    EXPECT_EQ(came.at("timestamp").as_int64(), 1'500'000'000'000);
    EXPECT_FALSE(came.contains("clientInitiatedDisconnect"));
    const json::object went = next();
    EXPECT_EQ(topic, "$aws/events/presence/disconnected/pump");
    EXPECT_EQ(went.at("sessionIdentifier"), came.at("sessionIdentifier"));
    EXPECT_EQ(went.at("versionNumber").as_int64(), 1);
    EXPECT_FALSE(went.at("clientInitiatedDisconnect").as_bool());
    EXPECT_EQ(went.at("disconnectReason").as_string(), "MQTT_KEEP_ALIVE_TIMEOUT");
}

TEST_F(LifecycleEvents, of2017SayLess)
{
    Lifecycle then({.clock = clock, .random = Random(1), .asIn2017 = true, .wake = [] {}});
    then.refused(peer(), "pump", mqtt::ReasonCode::NotAuthorized);
    then.connected(peer(), "pump", {});
    then.disconnected(peer(), "pump", mqtt::DisconnectReason::ClientDisconnect);
    auto events = then.take();
    ASSERT_EQ(events.size(), 2U);
    EXPECT_FALSE(json::parse(events[0].payload).as_object().contains("ipAddress"));
    const json::object went = json::parse(events[1].payload).as_object();
    EXPECT_FALSE(went.contains("disconnectReason"));
    EXPECT_TRUE(went.at("clientInitiatedDisconnect").as_bool());
}

TEST_F(LifecycleEvents, tellWhoMayNotConnect)
{
    lifecycle.refused(peer(), "pump", mqtt::ReasonCode::NotAuthorized);
    const json::object failed = next();
    EXPECT_EQ(topic, "$aws/events/presence/connect_failed/pump");
    EXPECT_EQ(failed.at("connectFailureReason"), "AUTHORIZATION_FAILED");
    EXPECT_EQ(failed.at("principalIdentifier"), "ab12");
    lifecycle.refused(peer(), "pump", mqtt::ReasonCode::UnsupportedProtocolVersion);
    EXPECT_TRUE(lifecycle.take().empty()) << "not a matter of permissions";
}

TEST_F(LifecycleEvents, listTheTopicsOfASubscription)
{
    lifecycle.connected(peer(), "pump", {});
    const std::array<std::string_view, 2> filters{"a/#", "b"};
    lifecycle.subscribed(peer(), "pump", filters);
    const json::object came = next();
    const json::object subscribed = next();
    EXPECT_EQ(topic, "$aws/events/subscriptions/subscribed/pump");
    EXPECT_EQ(subscribed.at("topics"), (json::array{"a/#", "b"}));
    EXPECT_EQ(subscribed.at("sessionIdentifier"), came.at("sessionIdentifier"));
}

TEST_F(LifecycleEvents, passOverClientsWhoseNameIsAWildcard)
{
    lifecycle.connected(peer(), "pump/#", {});
    EXPECT_TRUE(lifecycle.take().empty());
}

} // namespace greensward::cloud
