// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/cloud_log.h"
#include "edge/core_log.h"
#include "group_text.h"
#include "played_cloud.h"

#include <gmock/gmock.h>

namespace greensward::edge {

using namespace std::chrono_literals;
using test::GroupText;
using test::PlayedTransport;
using testing::ElementsAre;
namespace json = boost::json;

class CloudLogTest : public testing::Test
{
protected:
    CloudLogTest()
    {
        greengrass.answer = [this](const aws::Request&) -> Result<aws::Response> {
            if (!hasRole)
                return aws::Response{.status = 404, .body = R"({"message":"the group has no role"})"};
            return aws::Response{.status = 200,
                                 .body = R"({"AccessKeyId":"ASIA1","SecretAccessKey":"s","SessionToken":"t",)"
                                         R"("Expiration":"2030-01-01T00:00:00Z"})"};
        };
        logs.answer = [this](const aws::Request& request) { return played(request); };
        log.sendTo([this](const std::string& name, std::string line) { cloudLog.add(name, std::move(line)); });
        live();
    }
    void live(const std::string& loggers = R"([{"Id":"1","Component":"GreengrassSystem","Level":"WARN",
        "Type":"AWSCloudWatch"},{"Id":"2","Component":"Lambda","Level":"INFO","Type":"AWSCloudWatch"}])")
    {
        json::object text = json::parse(GroupText().text()).as_object();
        text["Loggers"] = json::parse(loggers);
        group = *GroupDocument::parse(json::serialize(text));
        log.setGroup(&group);
        tokens.setGroup(&group);
        cloudLog.setGroup(&group);
    }
    aws::Response played(const aws::Request& request)
    {
        const std::string operation(request.field("X-Amz-Target").substr(14));
        operations.push_back(operation);
        const json::object body = json::parse(request.body).as_object();
        EXPECT_NE(request.field("Authorization").find("ASIA1"), std::string_view::npos) << "keys of the group's role";
        EXPECT_EQ(request.field("Host"), "logs.here");
        if (operation == refusedOperation)
            return {.status = 400, .body = R"({"__type":"AccessDeniedException","message":"no"})"};
        if (operation == "PutLogEvents") {
            for (const json::value& event : body.at("logEvents").as_array())
                received[std::string(body.at("logGroupName").as_string())].emplace_back(
                    event.at("message").as_string());
            stream = body.at("logStreamName").as_string();
            token = body.contains("sequenceToken") ? std::string(body.at("sequenceToken").as_string()) : "";
            return {.status = 200, .body = R"({"nextSequenceToken":"second"})"};
        }
        if (operation == "DescribeLogStreams")
            return {.status = 200, .body = R"({"logStreams":[{"uploadSequenceToken":"first"}]})"};
        return {.status = 200, .body = "{}"};
    }
    void pass(Duration time)
    {
        for (const Instant end = clock.now() + time; clock.now() <= end; clock.advance(1s)) {
            cloudLog.run();
            while (greengrass.deliver() || logs.deliver())
                ;
        }
    }
    void user(std::string_view text) { log.user(test::functionArn("counter:3"), LogLevel::Info, text); }

    ManualClock clock;
    CoreLog log{clock, std::nullopt};
    PlayedTransport greengrass, data, logs;
    CloudCalls calls{{.greengrass = greengrass,
                      .data = data,
                      .greengrassHost = "here",
                      .dataHost = "here",
                      .core = test::thingArn("core")}};
    TokenExchange tokens{{.clock = clock, .cloud = calls, .log = log}};
    std::vector<std::string> warnings;
    CloudLog cloudLog{{.clock = clock,
                       .tokens = tokens,
                       .transport = &logs,
                       .host = "logs.here",
                       .core = "core",
                       .warn = [this](const std::string& text) { warnings.push_back(text); },
                       .stirred = [] {}}};
    GroupDocument group;
    bool hasRole = true;
    std::string refusedOperation;
    std::vector<std::string> operations;
    std::map<std::string, std::vector<std::string>> received;
    std::string stream, token;
};

TEST_F(CloudLogTest, linesGoUpTogetherIntoTheStreamOfTheDay)
{
    user("one");
    user("two");
    log.system("GGRouter", LogLevel::Info, "below the logger's level");
    log.system("GGRouter", LogLevel::Error, "worse");
    pass(10s);
    EXPECT_THAT(received["/aws/greengrass/Lambda/us-east-1/123456789012/counter"],
                ElementsAre("[2017-07-14T02:40:00.000Z][INFO]-one", "[2017-07-14T02:40:00.000Z][INFO]-two"));
    EXPECT_THAT(received["/aws/greengrass/GreengrassSystem/GGRouter"],
                ElementsAre("[2017-07-14T02:40:00.000Z][ERROR]-worse"));
    EXPECT_EQ(stream, "2017/07/14/123456789012/group-1/core");
    operations.clear();
    EXPECT_EQ(token, "first");
    user("three");
    pass(5s);
    EXPECT_THAT(operations, ElementsAre("PutLogEvents")) << "the stream is open";
    EXPECT_EQ(token, "second");
    clock.advance(24h);
    user("the next day");
    pass(5s);
    EXPECT_EQ(stream, "2017/07/15/123456789012/group-1/core");
    EXPECT_FALSE(cloudLog.nextDeadline());
}

TEST_F(CloudLogTest, whatDoesNotArriveIsTriedAgain)
{
    logs.reachable = false;
    user("one");
    pass(20s);
    EXPECT_TRUE(received.empty());
    logs.reachable = true;
    pass(1min);
    EXPECT_EQ(received.size(), 1U);
    EXPECT_EQ(warnings.size(), 1U) << "of the first attempt";
}

TEST_F(CloudLogTest, afterLimitedAttemptsABatchIsGivenUp)
{
    logs.reachable = false;
    user("lost");
    pass(10min);
    EXPECT_THAT(warnings.back(), testing::HasSubstr("1 lines for /aws/greengrass/Lambda"));
    EXPECT_FALSE(cloudLog.nextDeadline());
    logs.reachable = true;
    user("after it");
    pass(10s);
    EXPECT_THAT(received["/aws/greengrass/Lambda/us-east-1/123456789012/counter"],
                ElementsAre(testing::EndsWith("after it")));
}

TEST_F(CloudLogTest, whatWaitsIsBoundedAndTheOldestGoes)
{
    logs.reachable = false;
    user("the oldest of all");
    pass(3s); // it is in a batch, and waits no more
    for (int i = 0; i < 1000; ++i) {
        clock.advance(1ms);
        user(std::to_string(i) + std::string(1000, 'x'));
    }
    logs.reachable = true;
    pass(2min);
    const auto& got = received["/aws/greengrass/Lambda/us-east-1/123456789012/counter"];
    EXPECT_THAT(got.front(), testing::EndsWith("the oldest of all"));
    EXPECT_LT(got.size(), 600U);
    EXPECT_GT(got.size(), 400U);
    EXPECT_THAT(got.back(), testing::HasSubstr("999x"));
    EXPECT_THAT(warnings, testing::Contains(testing::HasSubstr("are lost")));
}

TEST_F(CloudLogTest, withoutARoleOrARightTheWarningSaysSo)
{
    hasRole = false;
    user("one");
    pass(5s);
    EXPECT_THAT(warnings.at(0), testing::HasSubstr("the group has no role"));
    hasRole = true;
    refusedOperation = "DescribeLogStreams";
    live(); // another deployment of the group
    warnings.clear();
    pass(10s);
    EXPECT_TRUE(received.empty());
    refusedOperation.clear();
    pass(1min);
    EXPECT_THAT(received["/aws/greengrass/Lambda/us-east-1/123456789012/counter"],
                ElementsAre(testing::EndsWith("one")))
        << "the line outlived the deployment";
    EXPECT_THAT(received["/aws/greengrass/GreengrassSystem/tes"], ElementsAre(testing::HasSubstr("no role")));
}

TEST_F(CloudLogTest, loggersOfFilesSendNothingUp)
{
    live(R"([{"Id":"2","Component":"Lambda","Level":"INFO","Type":"FileSystem"}])");
    user("one");
    pass(10s);
    EXPECT_TRUE(operations.empty());
    EXPECT_TRUE(greengrass.asked.empty());
}

} // namespace greensward::edge
