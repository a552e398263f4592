// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/core_config_check.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace greensward::doctor {
namespace {

namespace json = boost::json;

constexpr const char* kConfig = R"({
  "coreThing": {
    "caPath": "root.ca.pem", "certPath": "core.cert.pem", "keyPath": "core.private.key",
    "thingArn": "arn:aws:iot:us-east-1:123456789012:thing/lawn",
    "iotHost": "abc-ats.iot.us-east-1.amazonaws.com", "ggHost": "greengrass-ats.iot.us-east-1.amazonaws.com",
    "ggMqttPort": 8884, "keepAlive": 600
  },
  "runtime": { "cgroup": { "useSystemd": "yes" } },
  "managedRespawn": false
})";

/// What the check says first of config/config.json with these files beside it.
std::string saysOf(const std::string& config)
{
    const std::vector<FolderFile> files{{"config/config.json", config, {}},
                                        {"certs/root.ca.pem", "", {}},
                                        {"certs/core.cert.pem", "", {}},
                                        {"certs/core.private.key", "", {}}};
    const auto cards = checkFolder(files, WallTime{});
    return cards.empty() ? "none" : name(cards.front().code) + " " + cards.front().sentence.english();
}

struct Slip
{
    const char* name;
    const char* instead;  ///< a member of coreThing, as it stands
    const char* with;
    const char* sentence;
};

class CoreConfig : public testing::TestWithParam<Slip>
{};

TEST_P(CoreConfig, isFoundAndNamed)
{
    std::string config = kConfig;
    const auto at = config.find(GetParam().instead);
    ASSERT_NE(at, std::string::npos);
    config.replace(at, std::string(GetParam().instead).size(), GetParam().with);
    EXPECT_EQ(saysOf(config), std::string("D12 ") + GetParam().sentence);
}

INSTANTIATE_TEST_SUITE_P(
    Slips, CoreConfig,
    testing::Values(
        Slip{"noThing", R"("thingArn": "arn:aws:iot:us-east-1:123456789012:thing/lawn",)", "",
             "`config/config.json` lacks `coreThing.thingArn`, without which the core does not start."},
        Slip{"noArn", "arn:aws:iot:us-east-1:123456789012:thing/lawn", "lawn",
             "In `config/config.json`, `coreThing.thingArn` is `lawn`, which is no ARN of a thing."},
        Slip{"aUrl", "abc-ats.iot.us-east-1.amazonaws.com", "https://abc-ats.iot.us-east-1.amazonaws.com",
             "In `config/config.json`, `coreThing.iotHost` is `https://abc-ats.iot.us-east-1.amazonaws.com`, which is no "
             "host name."},
        Slip{"anotherRegion", "greengrass-ats.iot.us-east-1", "greengrass-ats.iot.eu-west-1",
             "In `config/config.json`, `coreThing.ggHost` is of the region eu-west-1, and the core's thing of us-east-1."},
        Slip{"aLowPort", "8884", "883",
             "In `config/config.json`, `coreThing.ggMqttPort` is 883; it has to be a whole number from 1024 to 65535."},
        Slip{"aTextForANumber", "600", "\"600\"",
             "In `config/config.json`, `coreThing.keepAlive` is \"600\"; it has to be a whole number from 30 to 1200."},
        Slip{"noCertificate", "core.cert.pem", "gone.pem",
             "`config/config.json` names the file `gone.pem`, which is not there."},
        Slip{"aHardwareKey", "core.private.key", "pkcs11:object=key",
             "In `config/config.json`, `coreThing.keyPath` names a key in hardware, which the core here cannot use."},
        Slip{"noCore", "\"coreThing\"", "\"corething\"",
             "`config/config.json` lacks `coreThing`, without which the core does not start."}),
    [](const auto& slip) { return slip.param.name; });

TEST(CoreConfigAlone, whatFitsIsNotComplainedOf)
{
    boost::system::error_code error;
    const std::vector<FolderFile> files{{"config/config.json", kConfig, {}},
                                        {"certs/root.ca.pem", "", {}},
                                        {"certs/core.cert.pem", "", {}},
                                        {"certs/core.private.key", "", {}}};
    EXPECT_TRUE(checkCoreConfig(files.front(), json::parse(kConfig, error), files, WallTime{}).empty());
}

TEST(CoreConfigAlone, aSlipOfThePenIsFoundInItsLine)
{
    std::string config = kConfig;
    config.replace(config.find("8884,"), 5, "8884 ");
    const std::string said = saysOf(config);
    EXPECT_TRUE(said.starts_with("D12 `config/config.json` stops being JSON at line 6, character ")) << said;
}

} // namespace
} // namespace greensward::doctor
