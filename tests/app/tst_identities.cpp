// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/identities.h"

#include "app/shell_text.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <iterator>
#include <unistd.h>

using namespace greensward;
using namespace greensward::app;
namespace fs = std::filesystem;

namespace {

constexpr auto kOwnerOnly = fs::perms::owner_read | fs::perms::owner_write;

std::string content(const fs::path& file)
{
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

class IdentitiesOfAWorkspace : public testing::Test
{
protected:
    IdentitiesOfAWorkspace() : m_folder(fs::temp_directory_path() / ("greensward-ids-" + std::to_string(::getpid())))
    {
        fs::create_directories(m_folder);
    }
    ~IdentitiesOfAWorkspace() override { fs::remove_all(m_folder); }
    Identities open()
    {
        auto identities = Identities::open(m_folder, m_names, m_now);
        if (!identities)
            throw std::runtime_error(identities.error().message);
        return std::move(*identities);
    }
    fs::path m_folder;
    std::vector<std::string> m_names{"localhost", "127.0.0.1"};
    WallTime m_now = SystemClock().wall();
};

} // namespace

TEST_F(IdentitiesOfAWorkspace, includeADeviceForAPersonsOwnClient)
{
    const Identities identities = open();
    EXPECT_EQ(content(Identities::rootFile(m_folder)), identities.keys().root().certificate().pem());
    const auto certificate = pki::Certificate::fromPem(content(Identities::certificateFile(m_folder, kOwnDevice)));
    const auto key = pki::PrivateKey::fromPem(content(Identities::keyFile(m_folder, kOwnDevice)));
    ASSERT_TRUE(certificate && key);
    EXPECT_TRUE(certificate->matches(*key));
    EXPECT_TRUE(certificate->isIssuedBy(identities.keys().root().certificate()));
    EXPECT_EQ(certificate->commonName(), kOwnDevice);
}

TEST_F(IdentitiesOfAWorkspace, stayTheSameFromStartToStart)
{
    const Identities first = open();
    const auto device = first.device("ev-gen-123", m_now);
    const Identities second = open();
    EXPECT_EQ(first.accessKeys().id, second.accessKeys().id);
    EXPECT_EQ(first.accessKeys().secret, second.accessKeys().secret);
    EXPECT_EQ(device->certificate.fingerprint(), second.device("ev-gen-123", m_now)->certificate.fingerprint());
}

TEST_F(IdentitiesOfAWorkspace, areIssuedAnewBelowANewRoot)
{
    const std::string before = open().device("ev-gen-123", m_now)->certificate.fingerprint();
    fs::remove_all(m_folder / "keys");
    const Identities renewed = open();
    const auto device = renewed.device("ev-gen-123", m_now);
    EXPECT_NE(device->certificate.fingerprint(), before);
    EXPECT_TRUE(device->certificate.isIssuedBy(renewed.keys().root().certificate()));
    EXPECT_EQ(content(Identities::rootFile(m_folder)), renewed.keys().root().certificate().pem());
}

TEST_F(IdentitiesOfAWorkspace, keepSecretsFromOthers)
{
    open();
    EXPECT_EQ(fs::status(Identities::accessKeyFile(m_folder)).permissions(), kOwnerOnly);
    EXPECT_EQ(fs::status(Identities::keyFile(m_folder, kOwnDevice)).permissions(), kOwnerOnly);
}

TEST_F(IdentitiesOfAWorkspace, doNotReplaceAnAccessKeyThatCannotBeRead)
{
    open();
    std::ofstream(Identities::accessKeyFile(m_folder)) << "not json";
    const auto again = Identities::open(m_folder, m_names, m_now);
    ASSERT_FALSE(again);
    EXPECT_THAT(again.error().message, testing::HasSubstr("access-key.json"));
}

TEST(AccessKeys, lookLikeThoseOfAws)
{
    const AccessKeys keys = AccessKeys::generate();
    EXPECT_THAT(keys.id, testing::MatchesRegex("AKIA[A-Z2-7]+"));
    EXPECT_EQ(keys.id.size(), 20u);
    EXPECT_THAT(keys.secret, testing::MatchesRegex("[A-Za-z0-9+/]+"));
    EXPECT_EQ(keys.secret.size(), 40u);
    EXPECT_NE(keys.secret, AccessKeys::generate().secret);
}

TEST(ShellWord, isOneWordWhateverItHolds)
{
    EXPECT_EQ(shellWord("/home/me/w-1.pem"), "/home/me/w-1.pem");
    EXPECT_EQ(shellWord(""), "''");
    EXPECT_EQ(shellWord("two words"), "'two words'");
    EXPECT_EQ(shellWord("it's $HOME"), R"('it'\''s $HOME')");
}
