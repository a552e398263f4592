// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ready_file.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <unistd.h>

using namespace greensward::app;
namespace fs = std::filesystem;
namespace json = boost::json;

namespace {

Whereabouts somewhere(const std::string& listen = "127.0.0.1")
{
    return {.directory = "/data/w",
            .rootCertificate = "/data/w/certificates/root.pem",
            .keys = {"AKIATEST", "s3cret/+"},
            .listen = listen,
            .ports = {.api = 4566, .mqtts = 8883, .https = 8443, .mqtt = 1883},
            .plainMqtt = true};
}

class ReadyFile : public testing::Test
{
protected:
    ReadyFile() : m_folder(fs::temp_directory_path() / ("greensward-ready-" + std::to_string(::getpid())))
    {
        fs::create_directories(m_folder);
    }
    ~ReadyFile() override { fs::remove_all(m_folder); }
    fs::path m_folder;
};

} // namespace

TEST_F(ReadyFile, saysExactlyWhatTheContractSays)
{
    const json::value ready = json::parse(readyText(somewhere(), 42));
    const json::value contract =
        json::parse(R"({"pid":42,"account":"123456789012","region":"us-east-1","data_dir":"/data/w",
        "ca_file":"/data/w/certificates/root.pem","access_key_id":"AKIATEST","secret_access_key":"s3cret/+",
        "api":"http://127.0.0.1:4566","data":"https://localhost:8443","mqtts":{"host":"localhost","port":8883},
        "mqtt_plain":{"host":"127.0.0.1","port":1883},"ws":"ws://127.0.0.1:4566/mqtt","wss":"wss://localhost:8443/mqtt"})");
    EXPECT_EQ(json::serialize(ready), json::serialize(contract));
}

TEST_F(ReadyFile, hasNoPlainPortUnlessThereIsOne)
{
    Whereabouts at = somewhere();
    at.plainMqtt = false;
    EXPECT_TRUE(json::parse(readyText(at, 1)).at("mqtt_plain").is_null());
}

TEST_F(ReadyFile, namesHostsThatCanBeDialled)
{
    struct Row
    {
        const char* listen;
        const char* api;
        const char* data;
    };
    for (const Row& row : {Row{"0.0.0.0", "http://127.0.0.1:4566", "https://localhost:8443"},
                           Row{"192.168.1.7", "http://192.168.1.7:4566", "https://192.168.1.7:8443"},
                           Row{"::1", "http://[::1]:4566", "https://localhost:8443"},
                           Row{"::", "http://[::1]:4566", "https://localhost:8443"}}) {
        EXPECT_EQ(somewhere(row.listen).apiUrl(), row.api) << row.listen;
        EXPECT_EQ(somewhere(row.listen).dataUrl(), row.data) << row.listen;
    }
}

TEST_F(ReadyFile, isUnreadableToOthers)
{
    const fs::path file = m_folder / "ready.json";
    ASSERT_TRUE(writeReadyFile(file, somewhere(), 42));
    EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(ReadyFile, thatCannotBeWrittenIsAFailureWithItsName)
{
    const auto written = writeReadyFile(m_folder / "missing" / "ready.json", somewhere(), 42);
    ASSERT_FALSE(written);
    EXPECT_THAT(written.error().message, testing::HasSubstr("missing"));
}

class RunningFile : public ReadyFile
{
protected:
    RunningFile()
    {
        m_at = somewhere();
        m_at.directory = m_folder;
        m_at.ports = {1, 2, 3, 4};
        EXPECT_TRUE(AccessKeys::loadOrCreate(m_folder / "access-key.json"));
    }
    Whereabouts m_at;
};

TEST_F(RunningFile, leadsToTheEngineOfALivingProcess)
{
    ASSERT_TRUE(writeRunningFile(m_at, ::getpid()));
    const auto found = readRunningFile(m_folder);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->ports, m_at.ports);
    EXPECT_EQ(found->listen, m_at.listen);
    EXPECT_TRUE(found->plainMqtt);
}

TEST_F(RunningFile, ofADeadProcessIsIgnored)
{
    constexpr int kNoSuchProcess = 0x3fffffff; // above the kernel's limit for process ids
    ASSERT_TRUE(writeRunningFile(m_at, kNoSuchProcess));
    EXPECT_FALSE(readRunningFile(m_folder));
}

TEST_F(RunningFile, thatIsDamagedIsIgnored)
{
    std::ofstream(runningFile(m_folder)) << R"({"pid":"many"})";
    EXPECT_FALSE(readRunningFile(m_folder));
}
