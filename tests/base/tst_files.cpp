// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"

#include <cstdlib>
#include <gmock/gmock.h>
#include <sys/stat.h>

using namespace greensward;
using testing::HasSubstr;

namespace fs = std::filesystem;

namespace {

unsigned modeOf(const fs::path& path)
{
    struct stat status
    {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 0777U : 0U;
}

class FilesTest : public testing::Test
{
protected:
    FilesTest()
    {
        std::string pattern = (fs::temp_directory_path() / "greensward-files-XXXXXX").string();
        m_folder = ::mkdtemp(pattern.data());
    }
    ~FilesTest() override { fs::remove_all(m_folder); }

    std::size_t entries() const
    {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(m_folder), fs::directory_iterator()));
    }

    fs::path m_folder;
};

TEST_F(FilesTest, areReplacedWhole)
{
    const auto path = m_folder / "ready.json";
    ASSERT_TRUE(writeFileAtomically(path, "a longer first version", 0644));
    ASSERT_TRUE(writeFileAtomically(path, std::string("second\0", 7), 0600));
    EXPECT_EQ(readFile(path, 100).value(), std::string("second\0", 7));
    EXPECT_EQ(modeOf(path), 0600U);
    EXPECT_EQ(entries(), 1U) << "a temporary file was left behind";
}

TEST_F(FilesTest, thatCannotBeWrittenLeaveNothingBehind)
{
    fs::create_directories(m_folder / "taken" / "inside");
    const auto written = writeFileAtomically(m_folder / "taken", "x", 0600);
    ASSERT_FALSE(written);
    EXPECT_THAT(written.error().message, HasSubstr("taken"));
    EXPECT_EQ(entries(), 1U) << "a temporary file was left behind";
    EXPECT_FALSE(writeFileAtomically(m_folder / "absent" / "file", "x", 0600));
}

TEST_F(FilesTest, areReadUpToALimit)
{
    ASSERT_TRUE(writeFileAtomically(m_folder / "file", "12345", 0600));
    EXPECT_EQ(readFile(m_folder / "file", 5).value(), "12345");
    EXPECT_THAT(readFile(m_folder / "file", 4).error().message, HasSubstr("larger than 4 bytes"));
    EXPECT_THAT(readFile(m_folder / "absent", 5).error().message, HasSubstr("No such file"));
    EXPECT_THAT(readFile(m_folder, 5).error().message, HasSubstr("is not a file"));
}

TEST_F(FilesTest, privateFoldersKeepOthersOut)
{
    const auto folder = m_folder / "a" / "b";
    ASSERT_TRUE(makePrivateFolder(folder));
    EXPECT_EQ(modeOf(folder), 0700U);
    fs::permissions(folder, fs::perms::all);
    ASSERT_TRUE(makePrivateFolder(folder));
    EXPECT_EQ(modeOf(folder), 0700U);
}

} // namespace
