// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "pki/workspace_keys.h"

#include <cstdlib>
#include <filesystem>
#include <gmock/gmock.h>
#include <set>
#include <sys/stat.h>

using namespace greensward;
using namespace greensward::pki;
using testing::HasSubstr;

namespace fs = std::filesystem;

namespace {

using std::chrono::days;

constexpr WallTime kNow{std::chrono::seconds{1'500'000'000}};
const std::vector<std::string> kNames{"localhost", "mill", "127.0.0.1", "::1"};

unsigned modeOf(const fs::path& path)
{
    struct stat status
    {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 0777U : 0U;
}

class WorkspaceKeysTest : public testing::Test
{
protected:
    WorkspaceKeysTest()
    {
        std::string pattern = (fs::temp_directory_path() / "greensward-pki-XXXXXX").string();
        m_folder = fs::path(::mkdtemp(pattern.data())) / "keys";
    }
    ~WorkspaceKeysTest() override { fs::remove_all(m_folder.parent_path()); }

    Result<WorkspaceKeys> load(WallTime now = kNow, const std::vector<std::string>& names = kNames) const
    {
        return WorkspaceKeys::loadOrCreate(m_folder, names, now);
    }
    std::string content(const char* file) const { return readFile(m_folder / file, 1 << 20).value_or(""); }

    fs::path m_folder;
};

TEST_F(WorkspaceKeysTest, areMadeOnceAndFoundAgain)
{
    const auto first = load();
    ASSERT_TRUE(first) << first.error().message;
    const auto second = load(kNow + days{100});
    ASSERT_TRUE(second) << second.error().message;
    EXPECT_EQ(second->root().certificate().fingerprint(), first->root().certificate().fingerprint());
    EXPECT_EQ(second->server().certificate.fingerprint(), first->server().certificate.fingerprint());
    EXPECT_TRUE(second->server().certificate.matches(second->server().key));
    EXPECT_TRUE(second->root().certificate().matches(second->root().key()));
    EXPECT_EQ(first->root().certificate().pem(), content("root.pem"));
}

TEST_F(WorkspaceKeysTest, areUnreadableToOthersWhateverTheUmask)
{
    const mode_t before = ::umask(0);
    const auto keys = load();
    ::umask(before);
    ASSERT_TRUE(keys) << keys.error().message;
    EXPECT_EQ(modeOf(m_folder), 0700U);
    std::set<std::string> files;
    for (const auto& entry : fs::directory_iterator(m_folder)) {
        files.insert(entry.path().filename().string());
        EXPECT_EQ(modeOf(entry.path()), 0600U) << entry.path();
    }
    EXPECT_EQ(files, (std::set<std::string>{"root.key", "root.pem", "server.key", "server.pem"}))
        << "nothing is left over";
}

TEST_F(WorkspaceKeysTest, areTakenBackFromOthers)
{
    ASSERT_TRUE(load());
    fs::permissions(m_folder, fs::perms::all);
    fs::permissions(m_folder / "root.key", fs::perms::all);
    ASSERT_TRUE(load());
    EXPECT_EQ(modeOf(m_folder), 0700U);
    EXPECT_EQ(modeOf(m_folder / "root.key") & 077U, 0U);
}

TEST_F(WorkspaceKeysTest, renewTheServerWhenANameIsNew)
{
    const auto first = load().value();
    auto names = kNames;
    names.push_back("192.168.178.20");
    const auto second = load(kNow, names);
    ASSERT_TRUE(second) << second.error().message;
    EXPECT_NE(second->server().certificate.fingerprint(), first.server().certificate.fingerprint());
    EXPECT_TRUE(second->server().certificate.covers(names));
    EXPECT_EQ(second->root().certificate().fingerprint(), first.root().certificate().fingerprint());
    EXPECT_EQ(load(kNow, kNames)->server().certificate.fingerprint(), second->server().certificate.fingerprint())
        << "a name that is gone is no reason to renew";
}

TEST_F(WorkspaceKeysTest, renewTheServerThirtyDaysBeforeItExpires)
{
    const auto first = load().value().server().certificate;
    const WallTime end = first.validity().notAfter;
    EXPECT_EQ(load(end - days{31})->server().certificate.fingerprint(), first.fingerprint());
    const auto renewed = load(end - days{30})->server().certificate;
    EXPECT_NE(renewed.fingerprint(), first.fingerprint());
    EXPECT_TRUE(renewed.isValidAt(end + days{300}));
}

TEST_F(WorkspaceKeysTest, refreshWhileRunning)
{
    auto keys = load().value();
    const auto before = keys.server().certificate.fingerprint();
    EXPECT_FALSE(keys.refreshServer(kNames, kNow).value());
    EXPECT_EQ(keys.server().certificate.fingerprint(), before);
    const std::vector<std::string> moved{"localhost", "10.0.0.7"};
    EXPECT_TRUE(keys.refreshServer(moved, kNow).value());
    EXPECT_TRUE(keys.server().certificate.covers(moved));
    EXPECT_EQ(content("server.pem"), keys.server().certificate.pem());
}

TEST_F(WorkspaceKeysTest, replaceAServerThatIsDamagedOrNotTheirs)
{
    const auto first = load().value();
    const auto stranger = CertificateAuthority::create(kWorkspaceRootName, KeyType::P256, kNow).value();
    const auto foreign = stranger.issueServer(kNames, KeyType::P256, kNow).value();
    const std::vector<std::pair<std::string, std::string>> damages{
        {"server.pem", "garbage"},
        {"server.key", "garbage"},
        {"server.key", foreign.key.pem()},
        {"server.pem", foreign.certificate.pem()},
    };
    for (const auto& [file, damage] : damages) {
        ASSERT_TRUE(writeFileAtomically(m_folder / file, damage, 0600));
        const auto keys = load();
        ASSERT_TRUE(keys) << keys.error().message;
        EXPECT_TRUE(keys->server().certificate.isIssuedBy(first.root().certificate()));
        EXPECT_TRUE(keys->server().certificate.matches(keys->server().key));
        EXPECT_EQ(content("server.pem"), keys->server().certificate.pem());
    }
}

TEST_F(WorkspaceKeysTest, neverReplaceARootThatDevicesHold)
{
    const auto first = load().value();
    const auto root = content("root.pem");
    const auto expectRefused = [&](const char* because, WallTime now = kNow) {
        const auto keys = load(now);
        ASSERT_FALSE(keys);
        EXPECT_THAT(keys.error().message, HasSubstr(because));
        EXPECT_EQ(content("root.pem"), root);
    };
    expectRefused("expired on 2027-07-14", kNow + days{4000});
    ASSERT_TRUE(writeFileAtomically(m_folder / "root.key", PrivateKey::generate(KeyType::P256)->pem(), 0600));
    expectRefused("does not belong");
    ASSERT_TRUE(writeFileAtomically(m_folder / "root.key", "garbage", 0600));
    expectRefused("no usable key");
    fs::remove(m_folder / "root.key");
    expectRefused("no usable key");
    ASSERT_TRUE(writeFileAtomically(m_folder / "root.pem", "garbage", 0600));
    EXPECT_FALSE(load());
}

TEST_F(WorkspaceKeysTest, finishAFirstStartThatWasInterrupted)
{
    // The root's key is written before its certificate; the process died in between.
    const auto key = PrivateKey::generate(KeyType::P256).value();
    ASSERT_TRUE(makePrivateFolder(m_folder));
    ASSERT_TRUE(writeFileAtomically(m_folder / "root.key", key.pem(), 0600));
    const auto keys = load();
    ASSERT_TRUE(keys) << keys.error().message;
    EXPECT_TRUE(keys->root().key().samePublicKey(key));
    EXPECT_TRUE(keys->root().certificate().matches(key));
}

TEST_F(WorkspaceKeysTest, sayWhyAFolderCannotBeUsed)
{
    ASSERT_TRUE(writeFileAtomically(m_folder, "a file", 0600));
    const auto keys = load();
    ASSERT_FALSE(keys);
    EXPECT_THAT(keys.error().message, HasSubstr("is not a folder"));
}

TEST(EphemeralKeys, areNewEachTime)
{
    auto one = WorkspaceKeys::ephemeral(kNames, kNow);
    auto other = WorkspaceKeys::ephemeral(kNames, kNow);
    ASSERT_TRUE(one && other);
    EXPECT_NE(one->root().certificate().fingerprint(), other->root().certificate().fingerprint());
    EXPECT_TRUE(one->server().certificate.covers(kNames));
    EXPECT_TRUE(one->refreshServer(std::vector<std::string>{"elsewhere"}, kNow).value());
    EXPECT_TRUE(one->server().certificate.covers(std::vector<std::string>{"elsewhere"}));
}

} // namespace
