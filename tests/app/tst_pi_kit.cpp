// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pi_kit.h"

#include "app/engine.h"
#include "app/pi_kit_enrolment.h"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <map>
#include <stdlib.h>
#include <sys/stat.h>
#include <zip.h>

using namespace greensward;
using namespace greensward::app;
using testing::HasSubstr;
using testing::Key;
using testing::Not;
using testing::UnorderedElementsAre;

namespace {

namespace fs = std::filesystem;

struct Entry
{
    std::string content;
    unsigned mode = 0;
};

PiKit pump()
{
    return {.thing = "pump-1",
            .hosts = {"192.168.1.10", "laptop.local"},
            .ports = {.api = 4566, .mqtts = 8901, .https = 8902, .mqtt = 0},
            .rootPem = "the root",
            .certificatePem = "the certificate",
            .keyPem = "a-secret-key"};
}

class PiKitZip : public testing::Test
{
protected:
    void SetUp() override
    {
        std::string name = (fs::temp_directory_path() / "greensward-kit-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        m_folder = name;
    }
    void TearDown() override { fs::remove_all(m_folder); }
    fs::path zip() const { return m_folder / "kit.zip"; }

    void write(const PiKit& kit)
    {
        const auto files = kitFiles(kit);
        ASSERT_TRUE(files) << files.error().message;
        const auto written = writeKit(zip(), kitFolder(kit.thing), *files);
        ASSERT_TRUE(written) << written.error().message;
    }

    std::map<std::string, Entry> entries() const
    {
        std::map<std::string, Entry> all;
        zip_t* archive = zip_open(zip().c_str(), ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
        for (zip_int64_t at = 0; archive && at < zip_get_num_entries(archive, 0); ++at) {
            const auto index = static_cast<zip_uint64_t>(at);
            zip_stat_t facts;
            zip_stat_index(archive, index, 0, &facts);
            Entry entry{.content = std::string(facts.size, '\0')};
            zip_file_t* file = zip_fopen_index(archive, index, 0);
            zip_fread(file, entry.content.data(), entry.content.size());
            zip_fclose(file);
            zip_uint8_t system = 0;
            zip_uint32_t attributes = 0;
            zip_file_get_external_attributes(archive, index, 0, &system, &attributes);
            if (system == ZIP_OPSYS_UNIX)
                entry.mode = (attributes >> 16) & 07777;
            all[facts.name] = entry;
        }
        zip_discard(archive);
        return all;
    }

    fs::path m_folder;
};

} // namespace

TEST_F(PiKitZip, unpacksToOneFolderWithAllThatADeviceNeeds)
{
    write(pump());
    const std::string in = "greensward-pump-1/";
    EXPECT_THAT(entries(),
                UnorderedElementsAre(Key(in + "config.json"), Key(in + "root.pem"), Key(in + "device.pem"),
                                     Key(in + "device.key"), Key(in + "README.md"), Key(in + "board.py"),
                                     Key(in + "device_paho.py"), Key(in + "device_aws_sdk.py"), Key(in + "install.sh"),
                                     Key(in + "run.sh"), Key(in + "greensward-device.service")));
}

TEST_F(PiKitZip, letsOnlyItsOwnerReadTheKey)
{
    write(pump());
    const auto all = entries();
    EXPECT_EQ(all.at("greensward-pump-1/device.key").mode, 0600U);
    EXPECT_EQ(all.at("greensward-pump-1/device.pem").mode, 0644U);
    EXPECT_EQ(all.at("greensward-pump-1/run.sh").mode, 0755U);
    struct stat facts{};
    ASSERT_EQ(::stat(zip().c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 07777U, 0600U) << "the zip file holds the key";
    for (const auto& [name, entry] : all) {
        if (name != "greensward-pump-1/device.key") {
            EXPECT_THAT(entry.content, Not(HasSubstr("a-secret-key"))) << name;
        }
    }
}

TEST_F(PiKitZip, saysWhereTheLaptopIsAndWhatTheDeviceIs)
{
    write(pump());
    const auto all = entries();
    const boost::json::value config = boost::json::parse(all.at("greensward-pump-1/config.json").content);
    EXPECT_EQ(config.at("hosts"), (boost::json::array{"192.168.1.10", "laptop.local"}));
    EXPECT_EQ(config.at("ports").at("mqtts"), 8901);
    EXPECT_EQ(config.at("ports").at("https"), 8902);
    EXPECT_EQ(config.at("client_id"), "pump-1");
    EXPECT_EQ(config.at("topics").at("telemetry"), "devices/pump-1/telemetry");
    EXPECT_EQ(config.at("topics").at("delta"), "$aws/things/pump-1/shadow/update/delta");
    for (const char* file : {"root", "certificate", "key"})
        EXPECT_TRUE(all.contains("greensward-pump-1/" + std::string(config.at(file).as_string()))) << file;
}

TEST_F(PiKitZip, leavesNoGapInItsTexts)
{
    write(pump());
    const auto all = entries();
    EXPECT_THAT(all.at("greensward-pump-1/README.md").content, HasSubstr("--thing-name pump-1"));
    for (const char* name : {"README.md", "greensward-device.service"})
        EXPECT_THAT(all.at("greensward-pump-1/" + std::string(name)).content, Not(HasSubstr("${"))) << name;
}

TEST_F(PiKitZip, isNotWrittenWhereThereIsNoFolder)
{
    const auto files = kitFiles(pump());
    ASSERT_TRUE(files);
    EXPECT_FALSE(writeKit(m_folder / "missing" / "kit.zip", "x", *files));
}

TEST(PiKitEnrolment, makesAThingWithACertificateOfItsOwnEachTime)
{
    EngineSettings settings;
    settings.durable = false;
    settings.ports = PortPlan::anyFree();
    const auto engine = Engine::start(settings);
    ASSERT_TRUE(engine) << engine.error().message;
    const auto first = enrolThing((*engine)->whereabouts(), "pump-1");
    ASSERT_TRUE(first) << first.error().message;
    EXPECT_TRUE(first->certificate.matches(first->key));
    const auto again = enrolThing((*engine)->whereabouts(), "pump-1");
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_FALSE(again->key.samePublicKey(first->key));
}
