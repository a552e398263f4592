// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "store_fixtures.h"
#include "store/workspace.h"

#include <csignal>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace greensward;
using greensward::store::Workspace;
using greensward::store::test::Folder;
using testing::HasSubstr;

namespace fs = std::filesystem;

namespace {

constexpr WallTime kNow{std::chrono::seconds{1'500'000'000}};

TEST(WorkspaceTest, isMadeAndOpenedAgain)
{
    const Folder folder;
    const auto path = folder / "workspace";
    {
        const auto workspace = Workspace::open(path, kNow);
        ASSERT_TRUE(workspace) << workspace.error().message;
        EXPECT_EQ(workspace->folder(), path);
        EXPECT_EQ(workspace->databaseFile(), path / "greensward.db");
        EXPECT_EQ(workspace->keysFolder(), path / "keys");
        EXPECT_FALSE(workspace->isTemporary());
    }
    struct stat status
    {};
    ASSERT_EQ(::stat(path.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0700U);
    const auto description = readFile(path / "workspace.json", 1000).value();
    EXPECT_EQ(description, "{\"format\":1,\"created\":\"2017-07-14T02:40:00.000Z\"}\n");

    EXPECT_TRUE(Workspace::open(path, kNow + std::chrono::days{1}));
    EXPECT_EQ(readFile(path / "workspace.json", 1000).value(), description) << "it was made only once";
}

TEST(WorkspaceTest, isOpenedOnceAtATime)
{
    const Folder folder;
    const auto first = Workspace::open(folder / "w", kNow);
    ASSERT_TRUE(first);
    const auto second = Workspace::open(folder / "w", kNow);
    ASSERT_FALSE(second);
    EXPECT_THAT(second.error().message, HasSubstr("is in use by process " + std::to_string(::getpid())));
}

TEST(WorkspaceTest, isFreeAfterItsProcessWasKilled)
{
    const Folder folder;
    int ready[2];
    ASSERT_EQ(::pipe(ready), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        const auto held = Workspace::open(folder / "w", kNow);
        const char answer = held ? 'y' : 'n';
        (void)!::write(ready[1], &answer, 1);
        ::pause();
        ::_exit(0);
    }
    char answer = 0;
    ASSERT_EQ(::read(ready[0], &answer, 1), 1);
    ASSERT_EQ(answer, 'y');
    const auto meanwhile = Workspace::open(folder / "w", kNow);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ASSERT_FALSE(meanwhile);
    EXPECT_THAT(meanwhile.error().message, HasSubstr(std::to_string(child)));
    EXPECT_TRUE(Workspace::open(folder / "w", kNow));
    ::close(ready[0]);
    ::close(ready[1]);
}

TEST(WorkspaceTest, ofALaterVersionIsRefused)
{
    const Folder folder;
    ASSERT_TRUE(Workspace::open(folder / "w", kNow));
    ASSERT_TRUE(writeFileAtomically(folder / "w" / "workspace.json", R"({"format":2})", 0600));
    const auto opened = Workspace::open(folder / "w", kNow);
    ASSERT_FALSE(opened);
    EXPECT_THAT(opened.error().message, HasSubstr("was written by a later version of Greensward"));
}

TEST(WorkspaceTest, withADescriptionThatIsNoneIsRefused)
{
    const Folder folder;
    for (const char* content : {"", "[]", "{}", R"({"format":"1"})", R"({"format":0})", "{\"format\":1"}) {
        ASSERT_TRUE(makePrivateFolder(folder / "w"));
        ASSERT_TRUE(writeFileAtomically(folder / "w" / "workspace.json", content, 0600));
        const auto opened = Workspace::open(folder / "w", kNow);
        ASSERT_FALSE(opened) << content;
        EXPECT_THAT(opened.error().message, HasSubstr("does not describe a workspace"));
    }
}

TEST(TemporaryWorkspace, isGoneAtTheEnd)
{
    fs::path folder;
    {
        auto workspace = Workspace::temporary(kNow);
        ASSERT_TRUE(workspace) << workspace.error().message;
        EXPECT_TRUE(workspace->isTemporary());
        folder = workspace->folder();
        ASSERT_TRUE(writeFileAtomically(workspace->databaseFile(), "x", 0600));
        const Workspace moved = std::move(*workspace);
        EXPECT_TRUE(fs::exists(folder));
    }
    EXPECT_FALSE(fs::exists(folder));
}

} // namespace
