// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api.h"

#include <gmock/gmock.h>
#include <optional>

namespace greensward::client {

using testing::HasSubstr;

class CallingSide : public testing::Test
{
protected:
    /// Keeps what was sent and answers when told to.
    struct Wire final : Transport
    {
        void send(aws::Request request, Received then) override
        {
            sent = std::move(request);
            received = std::move(then);
        }
        aws::Request sent;
        Received received;
    };

    Answer answerOf(Result<aws::Response> response, const Call& call = {"iot", "GET", "/things"})
    {
        std::optional<Answer> answer;
        api.call(call, [&](const Answer& got) { answer = got; });
        EXPECT_FALSE(answer) << "answered from inside the call";
        wire.received(std::move(response));
        return answer.value_or(Answer{});
    }

    Wire wire;
    ManualClock clock;
    Api api{wire,
            clock,
            {.key = {.accessKeyId = "AKIAEXAMPLE", .secretAccessKey = "secret"},
             .region = "eu-central-1",
             .host = "127.0.0.1:4566"}};
};

TEST_F(CallingSide, signsForTheServiceAndRegion)
{
    answerOf(aws::Response{}, {"iotdata", "POST", "/things/" + label("a/b") + "/shadow", {{"name", "x y"}}, "{}"});
    EXPECT_EQ(wire.sent.target, "/things/a%2Fb/shadow?name=x%20y");
    EXPECT_EQ(wire.sent.field("Host"), "127.0.0.1:4566");
    EXPECT_THAT(std::string(wire.sent.field("Authorization")),
                HasSubstr("Credential=AKIAEXAMPLE/20170714/eu-central-1/iotdata/aws4_request"));
}

TEST_F(CallingSide, readsAnErrorAsTheServiceWroteIt)
{
    aws::Response refused{.status = 404, .body = R"({"message":"Thing pump-1 not found"})"};
    refused.fields.emplace_back("x-amzn-ErrorType", "ResourceNotFoundException:http://internal/");
    const Answer answer = answerOf(refused);
    EXPECT_FALSE(answer.ok());
    EXPECT_EQ(answer.code, "ResourceNotFoundException");
    EXPECT_EQ(answer.problem, "Thing pump-1 not found");
}

TEST_F(CallingSide, readsAnErrorInXml)
{
    const Answer answer = answerOf(aws::Response{
        .status = 404,
        .body = "<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>No role</Message></Error></ErrorResponse>"});
    EXPECT_EQ(answer.code, "NoSuchEntity");
    EXPECT_EQ(answer.problem, "No role");
}

TEST_F(CallingSide, saysJsonUnlessTheCallSaysOtherwise)
{
    answerOf(aws::Response{}, {"iot", "POST", "/things/a", {}, "{}"});
    EXPECT_EQ(wire.sent.field("Content-Type"), "application/json");
    answerOf(aws::Response{}, {"iam", "POST", "/", {}, "Action=GetRole", {{"Content-Type", "application/x-www-form-urlencoded"}}});
    EXPECT_EQ(wire.sent.field("Content-Type"), "application/x-www-form-urlencoded");
}

TEST_F(CallingSide, anErrorWithoutATextStillSaysSomething)
{
    EXPECT_EQ(answerOf(aws::Response{.status = 503, .body = "<html>"}).problem, "HTTP status 503");
    EXPECT_EQ(answerOf(failure("nobody answers")).problem, "nobody answers");
}

TEST_F(CallingSide, givesTheFieldsThatCameWithIt)
{
    aws::Response response{.body = "null"};
    response.fields.emplace_back("X-Amz-Function-Error", "Unhandled");
    const Answer answer = answerOf(response, {"lambda", "POST", "/2015-03-31/functions/a/invocations"});
    EXPECT_EQ(answer.field("x-amz-function-error"), "Unhandled");
    EXPECT_EQ(answer.field("x-amz-log-result"), "");
}

TEST_F(CallingSide, givesTheBodyAsAnObject)
{
    EXPECT_EQ(answerOf(aws::Response{.body = R"({"version":7})"}).object().at("version"), 7);
    EXPECT_TRUE(answerOf(aws::Response{.body = "[1"}).object().empty());
}

} // namespace greensward::client
