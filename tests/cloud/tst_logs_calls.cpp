// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/lambda_logs.h"
#include "cloud/services/logs.h"
#include "registry_world.h"
#include "trace/recorder.h"

#include "base/executor.h"
#include "store/writer.h"

#include <boost/json.hpp>
#include <filesystem>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <unistd.h>

namespace greensward::cloud {

using namespace std::chrono_literals;
namespace json = boost::json;
using testing::ElementsAre;

class LogsCalls : public RegistryWorld
{
protected:
    static constexpr LogTime kHour = 3'600'000;

    json::object ask(std::string_view operation, const std::string& input)
    {
        const auto answer = service.handle(operation, json::parse(input).as_object());
        EXPECT_TRUE(answer && *answer) << operation << ": " << (*answer ? "" : answer->error().message);
        return answer && *answer ? **answer : json::object{};
    }
    std::string refusal(std::string_view operation, const std::string& input)
    {
        const auto answer = service.handle(operation, json::parse(input).as_object());
        if (!answer || *answer)
            return "not refused";
        EXPECT_EQ(answer->error().status, 400U);
        return answer->error().code;
    }
    void makeStream(const std::string& stream = "s")
    {
        if (!groups.group("g"))
            ask("CreateLogGroup", R"({"logGroupName":"g"})");
        ask("CreateLogStream", fmt::format(R"({{"logGroupName":"g","logStreamName":"{}"}})", stream));
    }
    json::object put(const std::vector<std::pair<LogTime, std::string>>& events, const std::string& stream = "s")
    {
        json::array shown;
        for (const auto& [offset, message] : events)
            shown.push_back({{"timestamp", groups.now() + offset}, {"message", message}});
        return ask("PutLogEvents",
                   json::serialize(json::object{
                       {"logGroupName", "g"}, {"logStreamName", stream}, {"logEvents", std::move(shown)}}));
    }
    json::object get(const std::string& more = "")
    {
        return ask("GetLogEvents", R"({"logGroupName":"g","logStreamName":"s")" + more + "}");
    }
    json::object filter(const std::string& more = "")
    {
        return ask("FilterLogEvents", R"({"logGroupName":"g")" + more + "}");
    }
    static std::vector<std::string> messages(const json::object& answer)
    {
        std::vector<std::string> texts;
        for (const json::value& event : answer.at("events").as_array())
            texts.emplace_back(event.at("message").as_string());
        return texts;
    }
    static std::string token(const json::object& answer, const char* member)
    {
        return std::string(answer.at(member).as_string());
    }

    trace::Recorder recorder{clock};
    LogGroups groups{{account, clock, store, recorder}, {.bytes = 16'000, .groups = 3, .streams = 4}};
    LogsService service{groups};
};

TEST_F(LogsCalls, aGroupIsThereOnceAndThenGone)
{
    ask("CreateLogGroup", R"({"logGroupName":"/aws/lambda/x","tags":{"a":"b"}})");
    EXPECT_EQ(refusal("CreateLogGroup", R"({"logGroupName":"/aws/lambda/x"})"), "ResourceAlreadyExistsException");
    const auto shown = ask("DescribeLogGroups", "{}").at("logGroups").as_array();
    ASSERT_EQ(shown.size(), 1U);
    EXPECT_EQ(shown[0].at("arn").as_string(), "arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/x:*");
    EXPECT_EQ(ask("ListTagsLogGroup", R"({"logGroupName":"/aws/lambda/x"})").at("tags").at("a").as_string(), "b");
    ask("DeleteLogGroup", R"({"logGroupName":"/aws/lambda/x"})");
    EXPECT_EQ(refusal("DeleteLogGroup", R"({"logGroupName":"/aws/lambda/x"})"), "ResourceNotFoundException");
}

TEST_F(LogsCalls, whatDoesNotFitIsRefusedAsAwsRefusesIt)
{
    makeStream();
    for (const char* input : {"{}", R"({"logGroupName":"a b"})", R"({"logGroupName":5})"})
        EXPECT_EQ(refusal("CreateLogGroup", input), "InvalidParameterException") << input;
    EXPECT_EQ(refusal("CreateLogStream", R"({"logGroupName":"g","logStreamName":"a:b"})"), "InvalidParameterException");
    EXPECT_EQ(refusal("CreateLogStream", R"({"logGroupName":"no","logStreamName":"a"})"), "ResourceNotFoundException");
    EXPECT_EQ(refusal("CreateLogStream", R"({"logGroupName":"g","logStreamName":"s"})"),
              "ResourceAlreadyExistsException");
    EXPECT_EQ(refusal("PutRetentionPolicy", R"({"logGroupName":"g","retentionInDays":2})"),
              "InvalidParameterException");
    EXPECT_EQ(
        refusal("DescribeLogStreams", R"({"logGroupName":"g","orderBy":"LastEventTime","logStreamNamePrefix":"s"})"),
        "InvalidParameterException");
    EXPECT_EQ(refusal("FilterLogEvents", R"({"logGroupName":"g","filterPattern":"[a]"})"), "InvalidParameterException");
    EXPECT_EQ(refusal("GetLogEvents", R"({"logGroupName":"g","logStreamName":"s","nextToken":"f/3/s"})"),
              "InvalidParameterException");
    EXPECT_FALSE(service.handle("StartQuery", {}));
}

TEST_F(LogsCalls, aBatchMustFitAndBeInOrder)
{
    makeStream();
    const auto refused = [&](const json::array& events) {
        return refusal("PutLogEvents", json::serialize(json::object{
                                           {"logGroupName", "g"}, {"logStreamName", "s"}, {"logEvents", events}}));
    };
    const LogTime now = groups.now();
    const auto event = [](LogTime time, std::string message) {
        return json::object{{"timestamp", time}, {"message", std::move(message)}};
    };
    EXPECT_EQ(refused({}), "InvalidParameterException");
    EXPECT_EQ(refused({event(now, "")}), "InvalidParameterException");
    EXPECT_EQ(refused({event(now, "late"), event(now - 1, "early")}), "InvalidParameterException");
    EXPECT_EQ(refused({event(now - 25 * kHour, "a"), event(now, "b")}), "InvalidParameterException");
    EXPECT_EQ(refused({event(now, std::string(262'144 - 25, 'x'))}), "InvalidParameterException");
    EXPECT_EQ(refused(json::array(5, event(now, std::string(250'000, 'x')))), "InvalidParameterException");
    EXPECT_EQ(refused(json::array(10'001, event(now, "x"))), "InvalidParameterException");
    EXPECT_TRUE(messages(get()).empty());
}

TEST_F(LogsCalls, eventsThatAreTooOldOrTooNewAreLeftOutAndNamed)
{
    makeStream();
    clock.advance(24h * 30);
    const LogTime day = 24 * kHour;
    EXPECT_FALSE(put({{-14 * day, "old enough"}}).contains("rejectedLogEventsInfo"));
    auto rejected = put({{-14 * day - 2, "x"}, {-14 * day - 1, "y"}, {-14 * day, "kept"}});
    EXPECT_EQ(rejected.at("rejectedLogEventsInfo").as_object(), (json::object{{"tooOldLogEventEndIndex", 2}}));
    rejected = put({{2 * kHour, "new enough"}, {2 * kHour + 1, "z"}});
    EXPECT_EQ(rejected.at("rejectedLogEventsInfo").as_object(), (json::object{{"tooNewLogEventStartIndex", 1}}));
    ask("PutRetentionPolicy", R"({"logGroupName":"g","retentionInDays":1})");
    rejected = put({{-day - 1, "w"}, {-day, "a day"}});
    EXPECT_EQ(rejected.at("rejectedLogEventsInfo").as_object(), (json::object{{"expiredLogEventEndIndex", 1}}));
    EXPECT_THAT(messages(get()), ElementsAre("a day", "new enough")) << "what has expired is not shown";
}

TEST_F(LogsCalls, aReaderGoesForwardUntilTheTokenStays)
{
    makeStream();
    put({{0, "1"}, {0, "2"}, {1, "3"}});
    auto page = get(R"(,"startFromHead":true,"limit":2)");
    EXPECT_THAT(messages(page), ElementsAre("1", "2"));
    const auto more = [&](const std::string& from) { return get(",\"limit\":2,\"nextToken\":\"" + from + '"'); };
    page = more(token(page, "nextForwardToken"));
    EXPECT_THAT(messages(page), ElementsAre("3"));
    const std::string end = token(page, "nextForwardToken");
    page = more(end);
    EXPECT_TRUE(messages(page).empty());
    EXPECT_EQ(token(page, "nextForwardToken"), end);
    put({{5, "4"}});
    page = more(end);
    EXPECT_THAT(messages(page), ElementsAre("4"));
    page = more(token(page, "nextBackwardToken"));
    EXPECT_THAT(messages(page), ElementsAre("2", "3"));
    page = more(token(page, "nextBackwardToken"));
    EXPECT_THAT(messages(page), ElementsAre("1"));
    const std::string begin = token(page, "nextBackwardToken");
    page = more(begin);
    EXPECT_TRUE(messages(page).empty());
    EXPECT_EQ(token(page, "nextBackwardToken"), begin);
}

TEST_F(LogsCalls, withoutATokenTheLatestComeAndFromTheHeadTheFirst)
{
    makeStream();
    EXPECT_TRUE(messages(get()).empty());
    const std::string early = token(get(), "nextForwardToken");
    put({{0, "1"}, {10, "2"}, {20, "3"}});
    EXPECT_THAT(messages(get(R"(,"limit":2)")), ElementsAre("2", "3"));
    EXPECT_THAT(messages(get(R"(,"limit":2,"startFromHead":true)")), ElementsAre("1", "2"));
    EXPECT_THAT(messages(get(",\"nextToken\":\"" + early + '"')), ElementsAre("1", "2", "3"));
    const std::string range = fmt::format(R"(,"startTime":{},"endTime":{})", groups.now() + 10, groups.now() + 20);
    EXPECT_THAT(messages(get(range)), ElementsAre("2")) << "the end is not meant";
    EXPECT_THAT(messages(filter(range)), ElementsAre("2", "3")) << "the end is meant";
}

TEST_F(LogsCalls, aSearchGoesThroughAllStreamsInTheOrderOfTime)
{
    makeStream("s");
    makeStream("t");
    put({{0, "WARN a"}, {20, "WARN c"}});
    put({{10, "WARN b"}, {15, "quiet"}}, "t");
    EXPECT_THAT(messages(filter()), ElementsAre("WARN a", "WARN b", "quiet", "WARN c"));
    auto page = filter(R"(,"filterPattern":"WARN","limit":2)");
    EXPECT_THAT(messages(page), ElementsAre("WARN a", "WARN b"));
    page = filter(R"(,"filterPattern":"WARN","limit":2,"nextToken":")" + token(page, "nextToken") + '"');
    EXPECT_THAT(messages(page), ElementsAre("WARN c"));
    EXPECT_FALSE(page.contains("nextToken"));
    EXPECT_THAT(messages(filter(R"(,"logStreamNames":["t"])")), ElementsAre("WARN b", "quiet"));
    EXPECT_EQ(refusal("FilterLogEvents", R"({"logGroupName":"g","logStreamNames":["no"]})"),
              "ResourceNotFoundException");
}

TEST_F(LogsCalls, streamsAreListedByTheirLastEvent)
{
    makeStream("a");
    makeStream("b");
    makeStream("c");
    put({{5, "x"}}, "b");
    put({{1, "x"}}, "c");
    std::vector<std::string> names;
    std::string next;
    do {
        const auto page =
            ask("DescribeLogStreams", R"({"logGroupName":"g","orderBy":"LastEventTime","descending":true,"limit":2)" +
                                          (next.empty() ? "" : ",\"nextToken\":\"" + next + '"') + "}");
        for (const json::value& stream : page.at("logStreams").as_array())
            names.emplace_back(stream.at("logStreamName").as_string());
        next = page.contains("nextToken") ? token(page, "nextToken") : "";
    } while (!next.empty());
    EXPECT_THAT(names, ElementsAre("b", "c", "a"));
}

TEST_F(LogsCalls, whatHasExpiredGoesWithTime)
{
    makeStream();
    ask("PutRetentionPolicy", R"({"logGroupName":"g","retentionInDays":1})");
    put({{0, "today"}});
    clock.advance(25h);
    put({{0, "tomorrow"}});
    const std::uint64_t before = groups.bytes();
    groups.advance();
    EXPECT_LT(groups.bytes(), before);
    ask("DeleteRetentionPolicy", R"({"logGroupName":"g"})");
    EXPECT_THAT(messages(get()), ElementsAre("tomorrow"));
}

TEST_F(LogsCalls, theOldestGoWhenThereIsNoRoom)
{
    trace::Reader reader(recorder, {trace::Kind::LimitReached});
    makeStream();
    put({{0, "the oldest"}});
    for (int i = 0; i < 20; ++i)
        put({{i, std::string(1000, 'x')}});
    EXPECT_LE(groups.bytes(), 16'000U);
    EXPECT_GT(groups.bytes(), 12'000U);
    const auto left = messages(get(R"(,"startFromHead":true)"));
    EXPECT_NE(left.front(), "the oldest");
    recorder.flush();
    std::size_t told = 0;
    for (const auto& chunk : reader.drain())
        told += chunk->events().size();
    EXPECT_GE(told, 1U);
    EXPECT_LE(told, 10U) << "not with every event";
}

TEST_F(LogsCalls, groupsAndStreamsAreBounded)
{
    for (const char* name : {"a", "b", "c"})
        ASSERT_TRUE(groups.createGroup(name, {}));
    EXPECT_EQ(refusal("CreateLogGroup", R"({"logGroupName":"d"})"), "LimitExceededException");
    for (const char* name : {"1", "2", "3", "4"})
        ASSERT_TRUE(groups.createStream(**groups.group("a"), name));
    EXPECT_EQ(refusal("CreateLogStream", R"({"logGroupName":"b","logStreamName":"5"})"), "LimitExceededException");
    groups.removeGroup("a");
    ask("CreateLogStream", R"({"logGroupName":"b","logStreamName":"5"})");
}

TEST_F(LogsCalls, aCallNeedsItsActionOnTheGroupOrTheStream)
{
    const auto need = [&](std::string_view operation) {
        const auto needs = service.needs(operation, {{"logGroupName", "g"}, {"logStreamName", "s"}});
        return needs.at(0).action + ' ' + needs.at(0).resource;
    };
    EXPECT_EQ(need("PutLogEvents"), "logs:PutLogEvents arn:aws:logs:us-east-1:123456789012:log-group:g:log-stream:s");
    EXPECT_EQ(need("FilterLogEvents"),
              "logs:FilterLogEvents arn:aws:logs:us-east-1:123456789012:log-group:g:log-stream:");
}

TEST_F(LogsCalls, whatAFunctionPrintsIsFoundAtOnce)
{
    LambdaLogs lambda({clock, groups, Random(4)});
    LogsService with(groups, [&] { lambda.gather(); });
    const std::string arn = "arn:aws:lambda:us-east-1:123456789012:function:counter:3";
    for (const char* text : {"START RequestId: r Version: 3", "hello \xed\xa0\x80", "END RequestId: r"})
        lambda.line({.arn = arn, .instance = "counter-3#1", .requestId = "r", .text = text});
    lambda.line({.arn = arn, .instance = "counter-3#2", .requestId = "q", .text = "other"});
    const auto found = with.handle("FilterLogEvents", {{"logGroupName", "/aws/lambda/counter"}});
    ASSERT_TRUE(found && *found);
    EXPECT_THAT(messages(**found), testing::UnorderedElementsAre("START RequestId: r Version: 3\n", "hello ???\n",
                                                                 "END RequestId: r\n", "other\n"));
    const auto& streams = (*groups.group("/aws/lambda/counter"))->streams;
    ASSERT_EQ(streams.size(), 2U) << "one of each instance";
    EXPECT_THAT(streams.begin()->first, testing::MatchesRegex("2017/07/14/\\[3\\][0-9a-f]+"));
    lambda.line({.arn = arn, .instance = "counter-3#2", .requestId = "p", .text = "again"});
    lambda.gather();
    EXPECT_EQ(streams.size(), 2U);
}

// --- kept ----------------------------------------------------------------------------------------------------------

class Nowhere final : public Executor
{
    void post(std::function<void()>) override {}
};

TEST(LogGroupsKept, theyComeBackAsTheyWere)
{
    const auto file = std::filesystem::temp_directory_path() / ("greensward-logs-" + std::to_string(::getpid()));
    std::filesystem::remove(file);
    ManualClock clock;
    trace::Recorder recorder(clock);
    Nowhere engine;
    const Account account;
    const auto open = [&] {
        return std::make_unique<store::Writer>(*store::Database::open(file), engine, recorder, store::WriterEvents{});
    };
    {
        const auto writer = open();
        ItemStore items(writer.get());
        ASSERT_TRUE(items.open());
        LogGroups groups({account, clock, items, recorder});
        LogGroup& group = **groups.createGroup("/aws/lambda/x", {{"k", "v"}});
        group.retentionDays = 7;
        groups.changed(group);
        LogStream& stream = **groups.createStream(group, "2017/07/14/[1]ab");
        groups.put(group, stream, {{5, "five"}, {6, "six \u00e4"}});
        groups.grow(group, stream, {{7, "seven"}});
        groups.grow(group, stream, {{8, "eight"}});
        groups.put(group, **groups.createStream(group, "gone"), {{1, "gone"}});
        groups.removeStream(group, "gone");
        groups.keepGrowing();
        groups.grow(group, stream, {{9, "printed since, and never kept"}});
        ASSERT_TRUE(writer->flush());
    }
    const auto writer = open();
    ItemStore items(writer.get());
    ASSERT_TRUE(items.open());
    LogGroups groups({account, clock, items, recorder});
    ASSERT_TRUE(groups.load());
    LogGroup& group = **groups.group("/aws/lambda/x");
    EXPECT_EQ(group.retentionDays, 7);
    EXPECT_EQ(group.tags.at("k"), "v");
    ASSERT_EQ(group.streams.size(), 1U);
    std::vector<std::string> texts;
    for (const LogEvent& event : group.streams.begin()->second.events)
        texts.push_back(event.message);
    EXPECT_THAT(texts, ElementsAre("five", "six \u00e4", "seven", "eight"));
    clock.advance(24h * 365 * 60);
    groups.advance();
    ASSERT_TRUE(writer->flush());
    const auto left = items.load("log-events");
    ASSERT_TRUE(left);
    EXPECT_TRUE(left->empty()) << "what has expired is gone from the disk, too";
    std::filesystem::remove(file);
}

} // namespace greensward::cloud
