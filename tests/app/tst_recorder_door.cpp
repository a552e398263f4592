// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recorder_door.h"

#include "aws/sigv4_sign.h"
#include "base/clock.h"

#include <gmock/gmock.h>

#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::app {

using testing::HasSubstr;
using testing::Not;

namespace {

const aws::Credential kOwn{.accessKeyId = "AKIAOWN", .secretAccessKey = "own"};
const aws::Credential kLent{.accessKeyId = "ASIALENT", .secretAccessKey = "lent"};

struct Keys final : aws::CredentialSource
{
    const aws::Credential* find(std::string_view id) const override
    {
        for (const aws::Credential* key : {&kOwn, &kLent})
            if (key->accessKeyId == id)
                return key;
        return nullptr;
    }
};

struct RecorderDoorTest : testing::Test
{
    net::HttpResponse ask(const std::string& reader = {}, const aws::Credential& key = kOwn,
                          const char* service = "greensward")
    {
        aws::Request request{.method = "POST",
                             .target = std::string(RecorderDoor::kTarget),
                             .fields = {{"Host", "localhost"}},
                             .body = reader.empty() ? "{}" : R"({"reader":")" + reader + "\"}"};
        aws::signRequest(request, {.key = key, .region = "us-east-1", .service = service, .time = clock.wall()});
        return door.answer(request);
    }
    static std::string readerOf(const net::HttpResponse& answer)
    {
        const auto head = boost::json::parse(answer.body.substr(0, answer.body.find('\n')));
        return std::string(head.at("reader").as_string());
    }
    void happen(const char* topic)
    {
        recorder.record({.kind = trace::Kind::MessagePublished, .subject = "pump", .object = topic});
        recorder.flush();
    }

    ManualClock clock;
    trace::Recorder recorder{clock};
    Keys keys;
    RecorderDoor door{{.recorder = recorder, .keys = keys, .accessKeyId = kOwn.accessKeyId, .clock = clock}};
};

} // namespace

TEST_F(RecorderDoorTest, tellsAReaderWhatHappenedSinceItAskedOnce)
{
    happen("before");
    const std::string reader = readerOf(ask());
    happen("first");
    happen("second");
    const std::string told = ask(reader).body;
    EXPECT_THAT(told, HasSubstr("first"));
    EXPECT_THAT(told, HasSubstr("second"));
    EXPECT_THAT(told, Not(HasSubstr("before")));
    EXPECT_THAT(ask(reader).body, Not(HasSubstr("first")));
}

TEST_F(RecorderDoorTest, opensForTheWorkspacesOwnKeyAlone)
{
    EXPECT_EQ(ask().status, 200u);
    EXPECT_EQ(ask({}, kLent).status, 403u) << "a role's temporary key";
    EXPECT_EQ(ask({}, {.accessKeyId = kOwn.accessKeyId, .secretAccessKey = "guessed"}).status, 403u);
    EXPECT_EQ(ask({}, kOwn, "iot").status, 403u) << "signed for something else";
    EXPECT_EQ(door.answer({.method = "POST", .target = std::string(RecorderDoor::kTarget)}).status, 403u);
}

TEST_F(RecorderDoorTest, forgetsWhoDoesNotAskAndBoundsHowManyThereAre)
{
    const std::string reader = readerOf(ask());
    for (std::size_t at = 1; at < RecorderDoor::kMostReaders; ++at)
        EXPECT_EQ(ask().status, 200u);
    EXPECT_EQ(ask().status, 503u);
    clock.advance(RecorderDoor::kForgotten + std::chrono::seconds{1});
    EXPECT_EQ(ask(reader).status, 410u);
    EXPECT_EQ(ask().status, 200u);
}

TEST_F(RecorderDoorTest, tellsALotInParts)
{
    const std::string reader = readerOf(ask());
    const std::string large(100'000, 'x');
    for (int at = 0; at < 100; ++at)
        recorder.record({.kind = trace::Kind::MessagePublished,
                         .subject = "pump",
                         .object = fmt::format("topic-{}-end", at),
                         .payload = asBytes(large)});
    recorder.flush();
    std::string told;
    int parts = 0;
    for (std::string part = ask(reader).body; part.size() > 100; part = ask(reader).body, ++parts) {
        EXPECT_LT(part.size(), RecorderDoor::kMostBytes + 200'000);
        told += part;
    }
    EXPECT_GT(parts, 1);
    for (int at = 0; at < 100; ++at)
        EXPECT_THAT(told, HasSubstr(fmt::format("topic-{}-end", at)));
}

} // namespace greensward::app
