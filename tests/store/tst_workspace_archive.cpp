// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/workspace_archive.h"

#include "base/files.h"
#include "store/database.h"
#include "store/workspace.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <zip.h>

namespace greensward::store {
namespace {

namespace fs = std::filesystem;

class WorkspaceArchive : public testing::Test
{
protected:
    ~WorkspaceArchive() override { fs::remove_all(base); }

    void pack(const std::string& name, const std::string& content)
    {
        zip_t* zip = zip_open(archive.c_str(), ZIP_CREATE, nullptr);
        zip_source_t* source = zip_source_buffer(zip, content.data(), content.size(), 0);
        ASSERT_GE(zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8), 0);
        ASSERT_EQ(zip_close(zip), 0);
    }

    static fs::path freshFolder()
    {
        std::string name = (fs::temp_directory_path() / "greensward-archive.XXXXXX").string();
        return ::mkdtemp(name.data());
    }

    const fs::path base = freshFolder();
    fs::path folder = base / "workspace";
    fs::path archive = base / "workspace.zip";
    fs::path copy = base / "nested" / "copy";
};

TEST_F(WorkspaceArchive, carriesEverythingOverWhileTheWorkspaceIsOpen)
{
    const auto workspace = Workspace::open(folder, WallTime{});
    ASSERT_TRUE(workspace) << workspace.error().message;
    ASSERT_TRUE(makePrivateFolder(folder / "keys"));
    ASSERT_TRUE(writeFileAtomically(folder / "keys" / "root.key", "secret", 0600));
    auto database = Database::open(workspace->databaseFile());
    ASSERT_TRUE(database);
    ASSERT_TRUE(database->script("CREATE TABLE t (x); INSERT INTO t VALUES (42)"));

    const auto exported = exportWorkspace(folder, archive);
    ASSERT_TRUE(exported) << exported.error().message;
    EXPECT_EQ(fs::status(archive).permissions(), fs::perms::owner_read | fs::perms::owner_write) << "keys are in it";
    const auto imported = importWorkspace(archive, copy);
    ASSERT_TRUE(imported) << imported.error().message;

    EXPECT_EQ(readFile(copy / "keys" / "root.key", 100).value(), "secret");
    EXPECT_EQ(fs::status(copy / "keys" / "root.key").permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(fs::status(copy / "keys").permissions(), fs::perms::owner_all);
    EXPECT_EQ(fs::status(copy).permissions(), fs::perms::owner_all);
    const auto second = Workspace::open(copy, WallTime{});
    ASSERT_TRUE(second) << "the copy opens although the first is in use: " << second.error().message;
    auto carried = Database::open(second->databaseFile());
    ASSERT_TRUE(carried) << carried.error().message;
    auto rows = carried->query("SELECT x FROM t");
    ASSERT_TRUE(rows && rows->next().value());
    EXPECT_EQ(rows->integer(0), 42);
}

TEST_F(WorkspaceArchive, refusesToUnpackOverSomething)
{
    ASSERT_TRUE(Workspace::open(folder, WallTime{}));
    ASSERT_TRUE(exportWorkspace(folder, archive));
    const auto imported = importWorkspace(archive, folder);
    ASSERT_FALSE(imported);
    EXPECT_NE(imported.error().message.find("not empty"), std::string::npos) << imported.error().message;
}

TEST_F(WorkspaceArchive, refusesNamesThatPointOutside)
{
    for (const std::string name : {"../evil", "/etc/evil", "a/../../evil", "a//b", "./a"}) {
        fs::remove(archive);
        pack("workspace.json", R"({"format":1})");
        pack(name, "x");
        const auto imported = importWorkspace(archive, copy);
        EXPECT_FALSE(imported) << name;
        EXPECT_FALSE(fs::exists(copy)) << "nothing is left behind by " << name;
        EXPECT_FALSE(fs::exists(base / "evil")) << name;
    }
}

TEST_F(WorkspaceArchive, refusesWhatIsNoWorkspace)
{
    std::ofstream(archive) << "this is no zip file";
    EXPECT_FALSE(importWorkspace(archive, copy));
    fs::remove(archive);
    pack("holiday.jpg", "x");
    EXPECT_FALSE(importWorkspace(archive, copy));
    EXPECT_FALSE(exportWorkspace(base, archive)) << "a folder that is no workspace";
}

TEST_F(WorkspaceArchive, refusesMoreThanItsLimits)
{
    pack("workspace.json", R"({"format":1})");
    pack("large", std::string(1 << 20, 'x'));
    EXPECT_FALSE(importWorkspace(archive, copy, {.bytes = 1 << 19}));
    EXPECT_FALSE(importWorkspace(archive, copy, {.entries = 1}));
    EXPECT_FALSE(fs::exists(copy));
    EXPECT_TRUE(importWorkspace(archive, copy)) << "within the limits it is taken";
}

} // namespace
} // namespace greensward::store
