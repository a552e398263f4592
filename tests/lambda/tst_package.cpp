// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lambda/package.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <utility>
#include <vector>

#include <unistd.h>
#include <zip.h>

namespace greensward::lambda {
namespace {

namespace fs = std::filesystem;

class PackageTest : public testing::Test
{
protected:
    PackageTest() : m_folder(fs::temp_directory_path() / ("greensward-package-" + std::to_string(::getpid())))
    {
        fs::remove_all(m_folder);
        fs::create_directories(m_folder);
    }
    ~PackageTest() override { fs::remove_all(m_folder); }

    std::string zipOf(const std::vector<std::pair<std::string, std::string>>& files)
    {
        const fs::path path = m_folder / "made.zip";
        zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
        for (const auto& [name, content] : files)
            zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0), 0);
        zip_close(archive);
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    fs::path m_folder;
};

TEST_F(PackageTest, FilesAndFoldersAreLaidOut)
{
    const auto zip = zipOf({{"index.py", "pass\n"}, {"deep/er/x.txt", "hello"}});
    ASSERT_TRUE(unpackPackage(zip, m_folder / "out"));
    std::ifstream in(m_folder / "out/deep/er/x.txt");
    std::string text;
    in >> text;
    EXPECT_EQ(text, "hello");
}

TEST_F(PackageTest, NothingLandsOutside)
{
    for (const char* name : {"../evil.py", "a/../../evil.py", "/evil.py"})
        EXPECT_FALSE(unpackPackage(zipOf({{name, "x"}}), m_folder / "out")) << name;
    EXPECT_FALSE(fs::exists(m_folder / "evil.py"));
}

TEST_F(PackageTest, WhatIsNoZipIsRefused)
{
    EXPECT_FALSE(isPackage("hello"));
    EXPECT_FALSE(unpackPackage("hello", m_folder / "out"));
}

} // namespace
} // namespace greensward::lambda
