// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture_fixtures.h"

#include <fstream>
#include <gmock/gmock.h>
#include <zip.h>

using namespace greensward;
using namespace greensward::capture;
using testing::HasSubstr;

namespace {

const std::string kHead = R"({"capture":1,"started":1})"
                          "\n";

std::string whyNot(const std::string& bytes, ReadLimits limits = {})
{
    const auto reader = Reader::open(Place::in(asBytes(bytes)), limits);
    if (!reader)
        return reader.error().message;
    for (;;) {
        const auto chunk = (*reader)->next();
        if (!chunk)
            return chunk.error().message;
        if (!*chunk)
            return {};
    }
}

/// A zip of files of these names and contents.
std::string zipOf(const std::vector<std::pair<std::string, std::string>>& files)
{
    Folder folder;
    const auto path = folder / "a.zip";
    int error = 0;
    zip_t* archive = zip_open(path.c_str(), ZIP_CREATE, &error);
    for (const auto& [name, content] : files)
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0), 0);
    EXPECT_EQ(zip_close(archive), 0);
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

TEST(Reader, refusesWhatIsNoCapture)
{
    EXPECT_THAT(whyNot(""), HasSubstr("not a capture"));
    EXPECT_THAT(whyNot("hello\nworld\n"), HasSubstr("not a capture"));
    EXPECT_THAT(whyNot("PK\x03\x04 and then nothing"), HasSubstr("cannot open"));
    EXPECT_THAT(whyNot(zipOf({{"greetings.txt", "hello"}})), HasSubstr("no manifest.json"));
    EXPECT_THAT(whyNot(zipOf({{"manifest.json", "hello"}})), HasSubstr("not a capture"));
    EXPECT_THAT(whyNot(zipOf({{"manifest.json", kHead}})), HasSubstr("no events.jsonl"));
    EXPECT_THAT(Reader::open(Place::at("/nowhere/at.all")).error().message, HasSubstr("/nowhere/at.all"));
}

TEST(Reader, refusesAZipThatUnpacksWithoutEnd)
{
    const std::string bomb = zipOf({{"manifest.json", kHead}, {"events.jsonl", std::string(64u << 20, '0')}});
    EXPECT_LT(bomb.size(), 100'000u);
    EXPECT_THAT(whyNot(bomb), HasSubstr("a line of it has no end"));
    EXPECT_THAT(whyNot(bomb, {.bytes = 1u << 20}), HasSubstr("larger than a capture may be"));
    EXPECT_THAT(whyNot(zipOf({{"manifest.json", std::string(64u << 20, ' ')}})), HasSubstr("larger"));
    std::vector<std::pair<std::string, std::string>> many{{"manifest.json", kHead}, {"events.jsonl", kHead}};
    for (int i = 0; i < 100; ++i)
        many.emplace_back(std::to_string(i), "");
    EXPECT_THAT(whyNot(zipOf(many)), HasSubstr("102 files"));
}

TEST(Reader, countsWhatItCannotRead)
{
    const std::string text = kHead + R"({"id":1,"kind":"keep alive","time":1})"
                                     "\nnonsense\n"
                                     R"({"id":2,"kind":"of a later year","time":1})"
                                     "\n"
                                     R"({"id":3,"kind":"keep alive","time":5})"
                                     "\n"
                                     R"({"id":4,"kind":"keep ali)";
    auto reader = Reader::open(Place::in(asBytes(text)));
    ASSERT_TRUE(reader) << reader.error().message;
    EXPECT_EQ((*reader)->manifest().ended, WallTime(Duration(5)));
    EXPECT_EQ(readAll(**reader).size(), 2u);
    EXPECT_EQ((*reader)->unknown(), 1u);
    EXPECT_EQ((*reader)->damaged(), 2u);
    ASSERT_TRUE((*reader)->rewind());
    EXPECT_EQ(readAll(**reader).size(), 2u);
    EXPECT_EQ((*reader)->damaged(), 2u);
}

TEST(Reader, stopsAtItsLimitOfEvents)
{
    std::string text = kHead;
    for (int id = 1; id <= 100; ++id)
        text += fmt::format("{{\"id\":{},\"kind\":\"keep alive\",\"time\":1}}\n", id);
    auto reader = Reader::open(Place::in(asBytes(text)), {.events = 10});
    ASSERT_TRUE(reader);
    EXPECT_EQ(readAll(**reader).size(), 10u);
}
