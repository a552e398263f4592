// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "shadow/document.h"
#include "shadow/json_writer.h"
#include "shadow_world.h"

#include <boost/json.hpp>

// What must hold whatever is asked, on documents that a seed makes.
using namespace greensward;
using namespace greensward::shadow;
using namespace greensward::shadow::test;

namespace {

class DocumentMaker
{
public:
    explicit DocumentMaker(std::uint64_t seed) : m_random(seed) {}

    std::string value(int levels, bool nulls, bool emptyObjects = true)
    {
        constexpr const char* kScalars[] = {"0",    "1",     "1.0",   "-7",      "1e2",
                                            "true", "false", R"("")", R"("on")", R"("a\"b")"};
        const auto kind = m_random.below(10);
        if (levels > 0 && kind < 4)
            return object(levels - 1, nulls, emptyObjects);
        if (levels > 0 && kind == 4)
            return "[" + value(levels - 1, false) + "," + value(levels - 1, false) + "]";
        if (nulls && kind == 5)
            return "null";
        return kScalars[m_random.below(std::size(kScalars))];
    }
    std::string object(int levels, bool nulls, bool emptyObjects = true)
    {
        std::string text = "{";
        const auto count = m_random.below(5) + (emptyObjects ? 0 : 1);
        for (std::uint64_t i = 0; i < count; ++i)
            text += (i > 0 ? ",\"" : "\"") + std::string(1, static_cast<char>('a' + m_random.below(6))) +
                    "\":" + value(levels, nulls, emptyObjects);
        return text + "}";
    }
    Random& random() { return m_random; }

private:
    Random m_random;
};

class Seed : public testing::TestWithParam<std::uint64_t>
{};
INSTANTIATE_TEST_SUITE_P(Seeds, Seed, testing::Range<std::uint64_t>(1, 201));

TEST_P(Seed, updatesKeepTheRules)
{
    DocumentMaker maker(GetParam());
    Settings settings = unthrottled();
    settings.documentBytes = 300;
    ShadowWorld world(settings);
    std::int64_t version = 0;
    for (int i = 0; i < 60; ++i) {
        const std::string payload =
            R"({"state":{"desired":)" + maker.object(3, true) + R"(,"reported":)" + maker.object(3, true) + "}}";
        const auto messages = world.update(payload);
        ASSERT_FALSE(messages.empty());
        const bool accepted = messages[0].topic.ends_with("/accepted");
        version += accepted ? 1 : 0;
        for (const Outgoing& message : messages)
            parsed(message.payload);
        const auto view = world.service.view("lamp", "");
        if (!view)
            continue;
        ASSERT_EQ(view->version, version) << payload;
        ASSERT_LE(view->size, settings.documentBytes) << payload;
        const auto document = parsed(world.ask("get").at(0).payload);
        ASSERT_EQ(boost::json::serialize(document).find("null"), std::string::npos)
            << "a null was stored by " << payload;

        JsonReader reader;
        const std::string snapshot = messages.back().payload;
        if (!accepted)
            continue;
        // The current document of the documents message is what is stored: it must come back as it is.
        const auto current = boost::json::serialize(parsed(snapshot).at("current"));
        const auto back = Document::fromSnapshot(reader, current);
        ASSERT_TRUE(back) << current;
        std::string again;
        back->appendSnapshot(again, version);
        ASSERT_EQ(again, current);
    }
}

TEST_P(Seed, reportingTheDeltaConverges)
{
    // An object that is {} cannot be told to a populated one, so there are none here (D13).
    DocumentMaker maker(GetParam());
    ShadowWorld world;
    world.update(R"({"state":{"desired":)" + maker.object(3, false, false) + R"(,"reported":)" +
                 maker.object(3, false, false) + "}}");
    const std::string delta = world.service.view("lamp", "")->delta;
    if (delta.empty())
        return;
    EXPECT_EQ(suffixes(world.update(R"({"state":{"reported":)" + delta + "}}")), "update/accepted update/documents")
        << delta;
    EXPECT_EQ(world.service.view("lamp", "")->delta, "");
}

TEST_P(Seed, mergingTwiceIsMergingOnce)
{
    DocumentMaker maker(GetParam());
    JsonReader reader;
    for (int i = 0; i < 30; ++i) {
        Node target = reader.read(asBytes(maker.object(3, false))).value();
        const std::string patch = maker.object(3, true);
        Node first = reader.read(asBytes(patch)).value();
        Node second = reader.read(asBytes(patch)).value();
        merge(target, first, Settings());
        std::string once, twice;
        appendValue(once, target);
        merge(target, second, Settings());
        appendValue(twice, target);
        ASSERT_EQ(once, twice) << patch;
    }
}

} // namespace
