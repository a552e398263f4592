// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lambda/invocation_log.h"

#include <gmock/gmock.h>

namespace greensward::lambda {
namespace {

using testing::ElementsAre;

const std::string kArn = "arn:aws:lambda:us-east-1:123456789012:function:counter:3";

class InvocationLogTest : public testing::Test
{
protected:
    void says(const std::string& request, const std::string& text)
    {
        log.line({.arn = kArn, .instance = "counter-3#1", .requestId = request, .text = text});
    }
    void ends(const std::string& request, Outcome outcome = {})
    {
        log.ended(kArn, request, outcome, WallTime{std::chrono::seconds(7)});
    }
    InvocationLog log;
};

TEST_F(InvocationLogTest, ACallIsShownWithItsLinesAndItsReport)
{
    says("a", "START");
    says("b", "of another at the same time");
    says("a", "hello");
    ends("a", {.report = {.instance = "counter-3#1", .memoryUsedKiB = 9000, .cold = true}});
    const FunctionHistory history = log.of("counter");
    ASSERT_EQ(history.invocations.size(), 1U);
    const RecentInvocation& call = *history.invocations[0];
    EXPECT_THAT(call.lines, ElementsAre("START", "hello"));
    EXPECT_EQ(call.report.requestId, "a");
    EXPECT_EQ(call.report.memoryUsedKiB, 9000U);
    EXPECT_EQ(call.arn, kArn);
    EXPECT_EQ(history.coldStarts, 1U);
    EXPECT_EQ(history.failures, 0U);
    EXPECT_THAT(log.functions(), ElementsAre("counter"));
}

TEST_F(InvocationLogTest, TheNewestComesFirstAndOldOnesGo)
{
    for (int call = 0; call < 150; ++call)
        ends("r" + std::to_string(call), {.error = call == 0 ? Outcome::Error::Handled : Outcome::Error::None});
    const FunctionHistory history = log.of("counter");
    ASSERT_EQ(history.invocations.size(), InvocationLog::kMostInvocations);
    EXPECT_EQ(history.invocations.front()->report.requestId, "r149");
    EXPECT_EQ(history.invocations.back()->report.requestId, "r50");
    EXPECT_EQ(history.calls, 150U) << "those that went are counted";
    EXPECT_EQ(history.failures, 1U);
}

TEST_F(InvocationLogTest, OfMuchOutputTheFirstAndTheLastStay)
{
    for (int line = 0; line < 10'000; ++line)
        says("a", "line " + std::to_string(line));
    ends("a");
    const RecentInvocation call = *log.of("counter").invocations[0];
    EXPECT_LE(call.bytes, InvocationLog::kMostBytes);
    EXPECT_EQ(call.lines.front(), "line 0");
    EXPECT_EQ(call.lines.back(), "line 9999");
    EXPECT_EQ(call.lines.size() + call.linesLeftOut, 10'000U);
}

TEST_F(InvocationLogTest, WhatIsSaidBetweenCallsIsKeptApartAndBounded)
{
    for (int line = 0; line < 5000; ++line)
        says("", "tick " + std::to_string(line));
    const FunctionHistory history = log.of("counter");
    EXPECT_TRUE(history.invocations.empty());
    EXPECT_EQ(history.between.back(), "tick 4999");
    std::size_t bytes = 0;
    for (const std::string& line : history.between)
        bytes += line.size() + 1;
    EXPECT_LE(bytes, InvocationLog::kMostBetween);
    EXPECT_GT(bytes, InvocationLog::kMostBetween / 2);
}

TEST_F(InvocationLogTest, AProblemIsCutBetweenCharacters)
{
    std::string text = "x";
    for (int at = 0; at < 5000; ++at)
        text += "ü";
    ends("a", {.error = Outcome::Error::Unhandled, .payload = text});
    const std::string problem = log.of("counter").invocations[0]->problem;
    EXPECT_EQ(problem.size(), InvocationLog::kMostProblem - 1);
    EXPECT_EQ(problem.substr(problem.size() - 2), "ü");
}

TEST_F(InvocationLogTest, CallsThatNeverEndTakeNoMoreThanTheirShare)
{
    for (int call = 0; call < 3000; ++call)
        says("r" + std::to_string(call), "begun");
    ends("r2999");
    EXPECT_TRUE(log.of("counter").invocations[0]->lines.empty());
    ends("r0");
    EXPECT_THAT(log.of("counter").invocations[0]->lines, ElementsAre("begun"));
}

TEST_F(InvocationLogTest, ARemovedFunctionIsForgotten)
{
    ends("a");
    const auto before = log.changes();
    log.forget("counter");
    EXPECT_GT(log.changes(), before);
    EXPECT_TRUE(log.functions().empty());
    EXPECT_EQ(log.of("counter").calls, 0U);
}

} // namespace
} // namespace greensward::lambda
