// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/index_query.h"

#include <boost/json/parse.hpp>
#include <gmock/gmock.h>

namespace greensward::cloud {

using testing::HasSubstr;

namespace {

const boost::json::object& pump()
{
    static const auto document = boost::json::parse(R"({
        "thingName": "pump-1", "thingTypeName": "Pump", "thingGroupNames": ["north", "all pumps"],
        "attributes": {"site": "hill", "a.b": "dotted"},
        "connectivity": {"connected": true, "timestamp": 1511800000000},
        "shadow": {"reported": {"rpm": 1480, "temp": 41.5}, "hasDelta": false}
    })").as_object();
    return document;
}

bool finds(std::string_view query)
{
    const auto parsed = IndexQuery::parse(query);
    EXPECT_TRUE(parsed) << query << ": " << (parsed ? "" : parsed.error().message);
    return parsed && parsed->matches(pump());
}

std::string problem(std::string_view query)
{
    const auto parsed = IndexQuery::parse(query);
    return parsed ? "none" : parsed.error().code + ": " + parsed.error().message;
}

} // namespace

TEST(IndexQuery, findsWhatTheFieldsSay)
{
    for (const char* query :
         {"thingName:pump-1", "thingName:pump-*", "thingName:p?mp-1", "attributes.site:hill", "attributes.a.b:dotted",
          "thingGroupNames:north", R"(thingGroupNames:"all pumps")", "connectivity.connected:true", "hill", "*",
          "shadow.reported.rpm:1480", "shadow.hasDelta:false", "thingTypeName=Pump"})
        EXPECT_TRUE(finds(query)) << query;
    for (const char* query : {"thingName:pump", "thingName:Pump-1", "attributes.site:valley", "attributes.height:*",
                              "connectivity.connected:false", "valley", "attributes:hill"})
        EXPECT_FALSE(finds(query)) << query;
}

TEST(IndexQuery, comparesNumbersAsNumbers)
{
    for (const char* query : {"shadow.reported.rpm > 200", "shadow.reported.rpm>=1480", "shadow.reported.rpm < 9999",
                              "shadow.reported.temp:>41", "shadow.reported.rpm:[1000 TO 1500]",
                              "shadow.reported.rpm != 1", "connectivity.timestamp > 1511700000000"})
        EXPECT_TRUE(finds(query)) << query;
    for (const char* query : {"shadow.reported.rpm > 1480", "shadow.reported.rpm:[1 TO 2]", "attributes.height > 0",
                              "shadow.reported.rpm != 1480"})
        EXPECT_FALSE(finds(query)) << query;
}

TEST(IndexQuery, joinsTerms)
{
    EXPECT_TRUE(finds("thingName:pump-* AND connectivity.connected:true"));
    EXPECT_TRUE(finds("thingName:pump-* connectivity.connected:true"));
    EXPECT_TRUE(finds("thingName:x OR attributes.site:hill"));
    EXPECT_FALSE(finds("thingName:x OR attributes.site:hill AND thingTypeName:Fan"));
    EXPECT_FALSE(finds("(thingName:x OR attributes.site:hill) AND thingTypeName:Fan"));
    EXPECT_TRUE(finds("NOT thingTypeName:Fan"));
    EXPECT_TRUE(finds("hill -valley"));
    EXPECT_FALSE(finds("thingName:pump-1 AND NOT (shadow.reported.rpm > 1000)"));
}

TEST(IndexQuery, saysWhatItExpected)
{
    EXPECT_THAT(problem(""), HasSubstr("InvalidQueryException: Invalid query: a term expected at position 1"));
    EXPECT_THAT(problem("a:"), HasSubstr("a value expected at position 3"));
    EXPECT_THAT(problem("(a:b"), HasSubstr("')' expected"));
    EXPECT_THAT(problem("a:b)"), HasSubstr("the end expected"));
    EXPECT_THAT(problem("a:\"b"), HasSubstr("expected"));
    EXPECT_THAT(problem("a:[1]"), HasSubstr("[a TO b]"));
    EXPECT_THAT(problem("a OR"), HasSubstr("a term expected"));
    EXPECT_THAT(problem(std::string(100, '(')), HasSubstr("fewer parentheses"));
    EXPECT_THAT(problem("1 2 3 4 5 6 7 8 9 a b c d"), HasSubstr("more than 12 terms"));
    EXPECT_THAT(problem(std::string(2'000, 'a')), HasSubstr("longer than 1000"));
}

} // namespace greensward::cloud
