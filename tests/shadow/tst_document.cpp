// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shadow/document.h"
#include "shadow/json_writer.h"

#include <gtest/gtest.h>

using namespace greensward;
using namespace greensward::shadow;

namespace {

Node read(std::string_view text)
{
    JsonReader reader;
    auto node = reader.read(asBytes(text), 100);
    EXPECT_TRUE(node) << text;
    return node ? std::move(*node) : Node{};
}

std::string written(const Node& node)
{
    std::string text;
    appendValue(text, node);
    return text;
}

std::string merged(std::string_view target, std::string_view patch, const Settings& settings = {})
{
    Node document = read(target);
    Node change = read(patch);
    merge(document, change, settings);
    return written(document);
}

// Texts that must come back as they were sent.
class KeptText : public testing::TestWithParam<const char*>
{};
INSTANTIATE_TEST_SUITE_P(Json, KeptText,
                         testing::Values("9223372036854775807", "-9223372036854775808", "18446744073709551615",
                                         "123456789012345678901234567890", "1.0", "0.10", "1e3", "1E+3", "-0", "1e999",
                                         "3.14159265358979323846", R"("")", R"("a\"b\\c\n")", "\"\xc3\xa9\"",
                                         R"("\u0001")", R"({"":1,"a.b":[],"c d":{}})", "[1,[2,[]],{}]"));
TEST_P(KeptText, survivesReadingAndWriting)
{
    EXPECT_EQ(written(read(GetParam())), GetParam());
}

TEST(JsonReading, writesTextsWithTheFewestEscapes)
{
    EXPECT_EQ(written(read(R"( "\u0041\/\u00e9\ud83d\ude00\u000a" )")), "\"A/\xc3\xa9\xf0\x9f\x98\x80\\n\"");
}

TEST(JsonReading, keepsTheLastOfEqualNames)
{
    EXPECT_EQ(written(read(R"({"a":1,"b":2,"a":3,"\u0061":4})")), R"({"b":2,"a":4})");
    std::string many = "{";
    for (int i = 0; i < 100; ++i)
        many += "\"k" + std::to_string(i % 50) + "\":" + std::to_string(i) + ",";
    const Node node = read(many + "\"last\":0}");
    EXPECT_EQ(node.members.size(), 51U);
    EXPECT_EQ(node.find("\"k7\"")->text, "57");
}

struct Flawed
{
    const char* text;
    std::size_t size;
    JsonFlaw flaw;
};
class FlawedText : public testing::TestWithParam<Flawed>
{};
#define TEXT(literal) literal, sizeof(literal) - 1
INSTANTIATE_TEST_SUITE_P(
    Json, FlawedText,
    testing::Values(Flawed{TEXT(""), JsonFlaw::Malformed}, Flawed{TEXT("{"), JsonFlaw::Malformed},
                    Flawed{TEXT("{} x"), JsonFlaw::Malformed}, Flawed{TEXT("{\"a\":NaN}"), JsonFlaw::Malformed},
                    Flawed{TEXT("{\"a\":01}"), JsonFlaw::Malformed}, Flawed{TEXT("[1,]"), JsonFlaw::Malformed},
                    Flawed{TEXT("// c\n{}"), JsonFlaw::Malformed}, Flawed{TEXT("\xef\xbb\xbf{}"), JsonFlaw::Malformed},
                    Flawed{TEXT("\"\\ud800\""), JsonFlaw::Malformed}, Flawed{TEXT("\"\xff\""), JsonFlaw::NotUtf8},
                    Flawed{TEXT("\"\xed\xa0\x80\""), JsonFlaw::NotUtf8},
                    Flawed{TEXT("\"\xc0\x80\""), JsonFlaw::NotUtf8},
                    Flawed{TEXT("\"\xf4\x90\x80\x80\""), JsonFlaw::NotUtf8}));
TEST_P(FlawedText, isRefusedForItsFlaw)
{
    JsonReader reader;
    const auto node = reader.read(asBytes({GetParam().text, GetParam().size}));
    ASSERT_FALSE(node);
    EXPECT_EQ(node.error(), GetParam().flaw);
    EXPECT_TRUE(reader.read(asBytes("{}"))) << "a refused text must not spoil the next";
}

TEST(JsonReading, guardsTheStack)
{
    JsonReader reader;
    const std::string deep(100'000, '[');
    const auto node = reader.read(asBytes(deep));
    ASSERT_FALSE(node);
    EXPECT_EQ(node.error(), JsonFlaw::TooDeep);
}

struct Merging
{
    const char* target;
    const char* patch;
    const char* result;
};
class Merge : public testing::TestWithParam<Merging>
{};
INSTANTIATE_TEST_SUITE_P(Rows, Merge,
                         testing::Values(Merging{R"({"a":1,"b":2})", R"({"a":null})", R"({"b":2})"},
                                         Merging{R"({"a":1})", R"({"x":null})", R"({"a":1})"},
                                         Merging{R"({"a":{"b":1}})", R"({"a":{"c":2}})", R"({"a":{"b":1,"c":2}})"},
                                         Merging{R"({"a":1})", R"({"a":{}})", R"({"a":{}})"},
                                         Merging{R"({"a":{"b":1}})", R"({"a":{}})", R"({"a":{"b":1}})"},
                                         Merging{R"({"a":{"b":1}})", R"({"a":{"b":null}})", R"({"a":{}})"},
                                         Merging{R"({})", R"({"a":{"b":null}})", R"({})"},
                                         Merging{R"({})", R"({"a":{"b":{"c":null}}})", R"({})"},
                                         Merging{R"({"a":1})", R"({"a":{"b":null}})", R"({})"},
                                         Merging{R"({})", R"({"a":{"b":{},"c":null}})", R"({"a":{"b":{}}})"},
                                         Merging{R"({"a":[1,2]})", R"({"a":[]})", R"({"a":[]})"},
                                         Merging{R"({"a":[1]})", R"({"a":{"b":1}})", R"({"a":{"b":1}})"},
                                         Merging{R"({"b":1,"a":2})", R"({"c":0,"b":"","a":false})",
                                                 R"({"b":"","a":false,"c":0})"}));
TEST_P(Merge, givesWhatTheTableSays)
{
    EXPECT_EQ(merged(GetParam().target, GetParam().patch), GetParam().result);
}

TEST(MergeSettings, turnTheChoicesOfTheTableRound)
{
    Settings settings;
    settings.nestedNullsMakeObject = true; // D11
    EXPECT_EQ(merged("{}", R"({"a":{"b":null}})", settings), R"({"a":{}})");
    settings.emptiedObjectStays = false; // D12
    EXPECT_EQ(merged(R"({"a":{"b":1}})", R"({"a":{"b":null}})", settings), "{}");
    settings.emptyObjectReplaces = true; // D13
    EXPECT_EQ(merged(R"({"a":{"b":1}})", R"({"a":{}})", settings), R"({"a":{}})");
}

struct Numbers
{
    const char* left;
    const char* right;
    bool same;
};
class NumberPair : public testing::TestWithParam<Numbers>
{};
INSTANTIATE_TEST_SUITE_P(Json, NumberPair,
                         testing::Values(Numbers{"1", "1.0", true}, Numbers{"100", "1e2", true},
                                         Numbers{"0.1", "1E-1", true}, Numbers{"-0", "0.00", true},
                                         Numbers{"9007199254740993", "9007199254740992", false},
                                         Numbers{"1e400", "1e401", false}, Numbers{"1", "-1", false},
                                         Numbers{"12", "1.2e1", true},
                                         Numbers{"1e99999999999999999999", "1e-99999999999999999999", false}));
TEST_P(NumberPair, isComparedByExactValue)
{
    EXPECT_EQ(sameNumber(GetParam().left, GetParam().right), GetParam().same);
    EXPECT_EQ(sameNumber(GetParam().right, GetParam().left), GetParam().same);
}

TEST(Depth, countsNonEmptyContainersOnOnePath)
{
    EXPECT_EQ(depth(read("{}")), 0U);
    EXPECT_EQ(depth(read(R"({"a":1})")), 1U);
    EXPECT_EQ(depth(read(R"({"l":[[1]]})")), 3U);
    EXPECT_EQ(depth(read(R"({"a":{"b":{}},"c":1})")), 2U);
}

TEST(Snapshot, comesBackWithItsTimestamps)
{
    JsonReader reader;
    Document document;
    auto request =
        parseUpdate(reader, asBytes(R"({"state":{"desired":{"timestamp":{"timestamp":[1,{"a":2}]}}}})"), {}, 7, 0);
    ASSERT_TRUE(request);
    ASSERT_TRUE(document.apply(*request, 0, {}));
    std::string snapshot;
    document.appendSnapshot(snapshot, 3);
    const auto back = Document::fromSnapshot(reader, snapshot);
    ASSERT_TRUE(back) << back.error().message;
    std::string again;
    back->appendSnapshot(again, 3);
    EXPECT_EQ(again, snapshot);
}

TEST(Snapshot, isRefusedWhenItsMetadataDoesNotFit)
{
    JsonReader reader;
    for (const char* bad : {"", "[]", R"({"state":{}})", R"({"state":{"desired":{"a":1}},"metadata":{}})",
                            R"({"state":{"desired":{"a":1}},"metadata":{"desired":{"a":{"timestamp":"x"}}}})",
                            R"({"state":{"desired":{"a":null}},"metadata":{"desired":{"a":{"timestamp":1}}}})"})
        EXPECT_FALSE(Document::fromSnapshot(reader, bad)) << bad;
}

} // namespace
