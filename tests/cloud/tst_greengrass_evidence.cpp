// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/greengrass_evidence.h"
#include "greengrass_world.h"
#include "trace/finding.h"

#include <boost/json.hpp>

namespace greensward::cloud {
namespace {

std::string textOf(const json::value& value)
{
    return std::string(value.as_string());
}

struct Sight
{
    const char* host;
    const char* from;
    const char* verdict; ///< empty: it may be reached
};

class Addresses : public testing::TestWithParam<Sight>
{};

TEST_P(Addresses, areJudgedFromWhereTheDeviceIs)
{
    EXPECT_EQ(whyNotReached(GetParam().host, GetParam().from), GetParam().verdict)
        << GetParam().host << " from " << GetParam().from;
}

INSTANTIATE_TEST_SUITE_P(Sights, Addresses,
                         testing::Values(Sight{"127.0.0.1", "192.168.1.20", "loopback"},
                                         Sight{"localhost", "192.168.1.20", "loopback"},
                                         Sight{"::1", "192.168.1.20", "loopback"},
                                         Sight{"127.0.0.1", "127.0.0.1", ""}, Sight{"172.17.0.2", "::1", ""},
                                         Sight{"172.17.0.2", "192.168.1.20", "docker"},
                                         Sight{"172.17.0.2", "172.17.0.5", ""},
                                         Sight{"172.31.4.9", "192.168.1.20", "other-network"},
                                         Sight{"10.0.0.4", "192.168.1.20", "other-network"},
                                         Sight{"192.168.1.31", "192.168.1.20", ""},
                                         Sight{"192.168.7.31", "192.168.1.20", ""}, // the mask may be wider
                                         Sight{"169.254.3.1", "192.168.1.20", "link-local"},
                                         Sight{"203.0.113.9", "192.168.1.20", ""}, Sight{"core.local", "192.168.1.20", ""},
                                         Sight{"10.0.0.999", "192.168.1.20", ""}));

TEST(Unreachable, isToldOnlyWhenNoAddressIsLeft)
{
    const CoreAddress loopback{.id = "a", .host = "127.0.0.1", .port = 8884, .metadata = {}};
    const CoreAddress near{.id = "b", .host = "192.168.1.31", .port = 8884, .metadata = {}};
    EXPECT_FALSE(unreachableEvidence("wt-1", "lawn", "g", "192.168.1.20", {loopback, near}));
    const auto evidence = unreachableEvidence("wt-1", "lawn", "g", "192.168.1.20", {loopback});
    ASSERT_TRUE(evidence);
    const json::value read = json::parse(*evidence);
    EXPECT_EQ(textOf(read.at("core")), "lawn");
    EXPECT_EQ(textOf(read.at("addresses").at(0).at("verdict")), "loopback");
    EXPECT_EQ(read.at("addresses").at(0).at("port").as_int64(), 8884);
}

TEST(DeploymentEvidence, namesTheDevicesWhoseShadowsAreTheCoresAlone)
{
    const Account account{};
    GroupDeployment deployment{.id = "d", .group = "g", .status = DeploymentStatus::InProgress};
    deployment.core = account.iotArn("thing", "lawn");
    deployment.document = {{"Devices", json::array{json::object{{"ThingArn", account.iotArn("thing", "a")}, {"SyncShadow", true}},
                                                   json::object{{"ThingArn", account.iotArn("thing", "b")}, {"SyncShadow", false}}}}};
    EXPECT_FALSE(json::parse(deploymentEvidence(deployment, "lawn", account, false)).as_object().contains("local"));
    deployment.status = DeploymentStatus::Success;
    const json::value read = json::parse(deploymentEvidence(deployment, "workshop", account, false));
    ASSERT_EQ(read.at("local").as_array().size(), 1u);
    EXPECT_EQ(textOf(read.at("local").at(0)), "b");
    EXPECT_EQ(textOf(read.at("core")), "lawn");
    EXPECT_EQ(textOf(read.at("name")), "workshop");
}

} // namespace
} // namespace greensward::cloud
