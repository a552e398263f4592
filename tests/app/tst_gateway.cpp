// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile.h"

#include <gmock/gmock.h>

using namespace greensward;
using namespace greensward::app;

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
        EXPECT_EQ(aws->clientIdLength, 128u);
    }
}

TEST(Profile, ofTodayAloneHasRatesOfAConnection)
{
    for (const auto profile : {Profile::Complete, Profile::Aws2017})
        EXPECT_FALSE(gatewayLimits(profile).throttles()) << name(profile);
    const mqtt::Limits today = gatewayLimits(Profile::AwsToday);
    EXPECT_EQ(today.publishesPerSecond, 100u);
    EXPECT_EQ(today.bytesPerSecond, 512u * 1024);
    EXPECT_EQ(today.keptMessagesPerSecond, 10u);
    EXPECT_EQ(today.minimumKeepAlive, 30);
    EXPECT_EQ(today.persistentExpiryV311, 3600u);
    EXPECT_EQ(gatewayLimits(Profile::Aws2017).minimumKeepAlive, 5);
}
