// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/condition.h"

#include <gtest/gtest.h>

using namespace greensward::policy;

namespace {

TEST(Condition, operatorsFollowTheirTable)
{
    Context context;
    context.set("text", "Abc");
    context.set("number", "12.5");
    context.set("date", "2026-11-24T12:00:00Z");
    context.set("epoch", "1500000000");
    context.set("ip", "192.168.1.20");
    context.set("ip6", "2001:db8::7");
    context.set("flag", "true");
    context.set("arn", "arn:aws:iot:us-east-1:1:rule/a");
    const std::tuple<const char*, const char*, std::vector<std::string>, bool> rows[] = {
        {"StringEquals", "text", {"Abc"}, true},
        {"StringEquals", "text", {"abc"}, false},
        {"StringEquals", "TEXT", {"x", "Abc"}, true},
        {"StringNotEquals", "text", {"abc"}, true},
        {"StringNotEquals", "text", {"x", "Abc"}, false},
        {"StringNotEquals", "none", {"x"}, true},
        {"StringEquals", "none", {"x"}, false},
        {"StringEqualsIfExists", "none", {"x"}, true},
        {"StringEqualsIfExists", "text", {"x"}, false},
        {"StringEqualsIgnoreCase", "text", {"aBC"}, true},
        {"StringNotEqualsIgnoreCase", "text", {"aBC"}, false},
        {"StringLike", "text", {"A*"}, true},
        {"StringLike", "text", {"A?"}, false},
        {"StringEquals", "text", {"A*"}, false},
        {"StringNotLike", "text", {"A*"}, false},
        {"NumericEquals", "number", {"12.50"}, true},
        {"NumericLessThan", "number", {"12.5"}, false},
        {"NumericLessThanEquals", "number", {"12.5"}, true},
        {"NumericGreaterThan", "number", {"9"}, true},
        {"NumericGreaterThanEquals", "number", {"13"}, false},
        {"NumericNotEquals", "number", {"1"}, true},
        {"NumericEquals", "text", {"1"}, false},
        {"DateGreaterThan", "date", {"2026-11-24T11:59:59Z"}, true},
        {"DateLessThan", "date", {"2026-11-24T11:59:59Z"}, false},
        {"DateLessThan", "date", {"2026-11-25"}, true},
        {"DateEquals", "epoch", {"2017-07-14T02:40:00Z"}, true},
        {"Bool", "flag", {"True"}, true},
        {"Bool", "flag", {"false"}, false},
        {"Bool", "none", {"false"}, false},
        {"IpAddress", "ip", {"192.168.0.0/16"}, true},
        {"IpAddress", "ip", {"192.168.1.21"}, false},
        {"IpAddress", "ip", {"192.168.1.16/29"}, true},
        {"IpAddress", "ip", {"0.0.0.0/0"}, true},
        {"IpAddress", "ip6", {"2001:db8::/32"}, true},
        {"IpAddress", "ip6", {"0.0.0.0/0"}, false},
        {"NotIpAddress", "ip", {"10.0.0.0/8"}, true},
        {"ArnEquals", "arn", {"arn:aws:iot:*:1:rule/*"}, true},
        {"ArnLike", "arn", {"arn:aws:iot:*:2:rule/*"}, false},
        {"ArnNotLike", "arn", {"arn:aws:iot:*:2:rule/*"}, true},
        {"Null", "none", {"true"}, true},
        {"Null", "text", {"true"}, false},
        {"Null", "text", {"false"}, true},
        {"ForAllValues:StringEquals", "none", {"x"}, true},
        {"ForAnyValue:StringEquals", "none", {"x"}, false},
    };
    for (const auto& [op, key, values, wanted] : rows) {
        const auto condition = Condition::make(op, key, values, Pattern::Variables::Yes);
        ASSERT_TRUE(condition) << op;
        EXPECT_EQ(condition->holds(context), wanted) << op << ' ' << key << ' ' << values.front();
    }
}

TEST(Condition, nonsenseIsRefused)
{
    for (const auto& [op, value] : {std::pair{"StringEqual", "x"},
                                    {"NumericEquals", "x"},
                                    {"DateLessThan", "soon"},
                                    {"IpAddress", "10.0.0.0/33"},
                                    {"IpAddress", "home"},
                                    {"Bool", "yes"},
                                    {"ForSomeValues:StringEquals", "x"},
                                    {"IfExists", "x"},
                                    {"", "x"}})
        EXPECT_FALSE(Condition::make(op, "key", {value}, Pattern::Variables::Yes)) << op;
}

} // namespace
