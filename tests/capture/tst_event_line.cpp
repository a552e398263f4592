// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture_fixtures.h"

#include "base/base64.h"

#include <gmock/gmock.h>

using namespace greensward;
using namespace greensward::capture;
using testing::HasSubstr;

namespace {

LineFate fateOf(std::string_view line)
{
    LineReader reader;
    trace::ChunkBuilder builder;
    return reader.read(line, builder);
}

} // namespace

TEST(EventLine, bringsEveryKindBackByteForByte)
{
    const trace::ChunkPtr chunk = everyKind();
    LineReader reader;
    trace::ChunkBuilder builder;
    for (const trace::Event& event : chunk->events()) {
        std::string line;
        appendLine(line, event, *chunk);
        ASSERT_EQ(line.find('\n'), line.size() - 1) << line;
        line.pop_back();
        ASSERT_EQ(reader.read(line, builder), LineFate::Event) << line;
    }
    EXPECT_EQ(told(builder.take()), told(chunk));
}

TEST(EventLine, isReadByAPerson)
{
    const trace::ChunkPtr chunk = messages(1, 7);
    std::string line;
    appendLine(line, chunk->events().front(), *chunk);
    EXPECT_EQ(line, R"({"id":7,"kind":"message published","time":1511347200007000000,"subject":"ev-gen-123",)"
                    R"("object":"turbines/ev-gen/123","payload":"{\"rotor-freq\":0.7,\"output\":7}"})"
                    "\n");
}

TEST(EventLine, keepsWhichBrokerSawIt)
{
    trace::Event event;
    event.id = event.journey = 7;
    event.kind = trace::Kind::MessagePublished;
    trace::ChunkBuilder builder;
    builder.add(event, "a", "t", {}, {}, "factory");
    std::string line;
    const trace::ChunkPtr chunk = builder.take();
    appendLine(line, chunk->events().front(), *chunk);
    LineReader reader;
    ASSERT_EQ(reader.read(line.substr(0, line.size() - 1), builder), LineFate::Event) << line;
    const trace::ChunkPtr again = builder.take();
    EXPECT_EQ(again->origin(again->events().front()), "factory");
}

TEST(EventLine, passesOverWhatANewerVersionSays)
{
    EXPECT_EQ(fateOf(R"({"id":1,"kind":"rule matched","time":1})"), LineFate::Unknown);
    EXPECT_EQ(fateOf(R"({"shadow":{"thing":"wt-1"}})"), LineFate::Unknown);
    EXPECT_EQ(fateOf(R"({"id":1,"kind":"keep alive","time":1,"later":{"deep":[1]}})"), LineFate::Event);
}

TEST(EventLine, refusesWhatIsNoEvent)
{
    for (const char* line :
         {"", "x", "[]", "{", R"({"id":0,"kind":"keep alive","time":1})", R"({"id":1,"kind":"keep alive"})",
          R"({"id":1,"kind":"keep alive","time":-1})", R"({"id":1,"kind":"keep alive","time":9223372036854775807})",
          R"({"id":1.5,"kind":"keep alive","time":1})", R"({"id":"1","kind":"keep alive","time":1})",
          R"({"id":1,"kind":"keep alive","time":1,"flags":256})", R"({"id":1,"kind":"keep alive","time":1,"cause":1})",
          R"({"id":1,"kind":"keep alive","time":1,"journey":2})",
          R"({"id":1,"kind":"keep alive","time":1,"subject":7})",
          R"({"id":1,"kind":"keep alive","time":1,"payload64":"A"})",
          R"({"id":1,"kind":"keep alive","time":1,"payload":"abc","size":2})",
          R"({"id":1,"kind":"keep alive","time":1,"size":4294967296})"})
        EXPECT_EQ(fateOf(line), LineFate::Damaged) << line;
    EXPECT_EQ(fateOf(R"({"id":1,"kind":"keep alive","time":1,"x":)" + std::string(1000, '[')), LineFate::Damaged);
}

TEST(EventLine, idsRise)
{
    LineReader reader;
    trace::ChunkBuilder builder;
    EXPECT_EQ(reader.read(R"({"id":2,"kind":"keep alive","time":1})", builder), LineFate::Event);
    EXPECT_EQ(reader.read(R"({"id":2,"kind":"keep alive","time":1})", builder), LineFate::Damaged);
    EXPECT_EQ(reader.read(R"({"id":1,"kind":"keep alive","time":1})", builder), LineFate::Damaged);
    EXPECT_EQ(reader.read(R"({"id":3,"kind":"keep alive","time":1})", builder), LineFate::Event);
}

TEST(Base64, isThatOfTheRfc)
{
    const std::pair<const char*, const char*> vectors[] = {{"", ""},
                                                           {"f", "Zg=="},
                                                           {"fo", "Zm8="},
                                                           {"foo", "Zm9v"},
                                                           {"foob", "Zm9vYg=="},
                                                           {"fooba", "Zm9vYmE="},
                                                           {"foobar", "Zm9vYmFy"}};
    for (const auto& [plain, coded] : vectors) {
        std::string text;
        appendBase64(text, asBytes(plain));
        EXPECT_EQ(text, coded);
        EXPECT_EQ(fromBase64(coded), toBytes(plain));
    }
    for (const char* wrong : {"Zg=", "Z===", "Zg==Zg==", "Zm9-", "Zm 9"})
        EXPECT_EQ(fromBase64(wrong), std::nullopt) << wrong;
}
