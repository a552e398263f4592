// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/folder_check.h"
#include "pki/certificate_authority.h"

#include <gtest/gtest.h>

namespace greensward::doctor {
namespace {

/// A device's folder as it should be; tests damage it.
class DeviceFolder : public testing::Test
{
protected:
    static std::string firstOf(const std::vector<FolderFile>& files, WallTime now = SystemClock().wall())
    {
        const auto cards = checkFolder(files, now);
        return cards.empty() ? "none" : name(cards.front().code) + " " + cards.front().sentence.english();
    }
    static pki::CertificateAuthority authority()
    {
        return *pki::CertificateAuthority::create("root", pki::KeyType::P256, SystemClock().wall());
    }
    static std::vector<FolderFile> files(const pki::CertificateAuthority& root, const pki::Identity& device)
    {
        return {{"root.pem", root.certificate().pem(), {}},
                {"device.pem", device.certificate.pem(), {}},
                {"device.key", device.key.pem(), {}}};
    }

    pki::CertificateAuthority root = authority();
    pki::Identity device = *root.issueDevice("wt-1", pki::KeyType::P256, SystemClock().wall());
};

TEST_F(DeviceFolder, whatFitsIsNotComplainedOf)
{
    EXPECT_EQ(firstOf(files(root, device)), "none");
}

TEST_F(DeviceFolder, aStrangeKeyIsFound)
{
    auto folder = files(root, device);
    folder[2].content = pki::PrivateKey::generate(pki::KeyType::P256)->pem();
    EXPECT_EQ(firstOf(folder), "D04 For the device certificate `device.pem` there is no private key beside it.");
}

TEST_F(DeviceFolder, swappedRootAndDeviceAreFound)
{
    auto folder = files(root, device);
    std::swap(folder[0].content, folder[1].content);
    EXPECT_EQ(firstOf(folder), "D04 `root.pem` is a device certificate, although its name says it is the root (CA).");
}

TEST_F(DeviceFolder, filesOfAnEarlierLabAreFound)
{
    auto folder = files(root, device);
    folder[0].content = authority().certificate().pem();
    EXPECT_EQ(firstOf(folder), "D04 No root certificate beside it has signed `device.pem`.");
}

TEST_F(DeviceFolder, aDamagedFileIsFound)
{
    auto folder = files(root, device);
    folder[1].content.erase(200, 40);
    EXPECT_TRUE(firstOf(folder).starts_with("D04 `device.pem` begins like a PEM file")) << firstOf(folder);
}

TEST_F(DeviceFolder, aCertificateBeforeItsTimeIsAMatterOfClocks)
{
    EXPECT_TRUE(firstOf(files(root, device), WallTime{std::chrono::seconds{1'000'000'000}}).starts_with("D08"))
        << firstOf(files(root, device), WallTime{std::chrono::seconds{1'000'000'000}});
}

TEST_F(DeviceFolder, aPathInTheConfigurationThatLeadsNowhereIsFound)
{
    auto folder = files(root, device);
    folder.push_back({"config.json", R"({"device":{"caPath":"root.pem","certPath":"gone.pem"}})", {}});
    EXPECT_EQ(firstOf(folder), "D04 `config.json` names the file `gone.pem`, which is not there.");
}

} // namespace
} // namespace greensward::doctor
