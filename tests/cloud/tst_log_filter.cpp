// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/log_filter.h"

#include <gtest/gtest.h>

namespace greensward::cloud {

struct FilterCase
{
    const char* pattern;
    const char* message;
    bool found;
};

class LogFilters : public testing::TestWithParam<FilterCase>
{};

TEST_P(LogFilters, findWhatAwsFinds)
{
    const auto filter = LogFilter::parse(GetParam().pattern);
    ASSERT_TRUE(filter) << filter.error().message;
    EXPECT_EQ(filter->matches(GetParam().message), GetParam().found)
        << GetParam().pattern << " in " << GetParam().message;
}

INSTANTIATE_TEST_SUITE_P(
    Terms, LogFilters,
    testing::Values(FilterCase{"", "anything", true}, FilterCase{"ERROR", "[ERROR 400] BAD REQUEST", true},
                    FilterCase{"ERROR", "[error 400]", false}, FilterCase{"ERR", "[ERROR 400]", false},
                    FilterCase{"AUTHORIZED", "401 UNAUTHORIZED", false},
                    FilterCase{"AUTHORIZED", "401 UNAUTHORIZED, not AUTHORIZED", true},
                    FilterCase{"ERROR 401", "401 is an ERROR", true}, FilterCase{"ERROR 401", "ERROR 400", false},
                    FilterCase{"\"out of memory\"", "we are out of memory now", true},
                    FilterCase{"\"out of memory\"", "out of all memory", false},
                    FilterCase{"?ERROR ?WARN", "a WARN", true}, FilterCase{"?ERROR ?WARN", "an INFO", false},
                    FilterCase{"?WARN ERROR", "ERROR alone", true}, FilterCase{"ERROR -401", "ERROR 400", true},
                    FilterCase{"ERROR -401", "ERROR 401", false}, FilterCase{"-\"not found\"", "found", true},
                    FilterCase{"-\"not found\"", "it was not found", false}));

INSTANTIATE_TEST_SUITE_P(Json, LogFilters,
                         testing::Values(FilterCase{"{ $.a = 1 }", R"({"a":1})", true},
                                         FilterCase{"{$.a=1}", R"({"a":1.0})", true},
                                         FilterCase{"{ $.a = 1 }", R"({"a":"1"})", false},
                                         FilterCase{"{ $.a = 1 }", "a = 1", false},
                                         FilterCase{"{ $.a.b[1] >= 2 }", R"({"a":{"b":[1,2]}})", true},
                                         FilterCase{"{ $.a.b[2] >= 2 }", R"({"a":{"b":[1,2]}})", false},
                                         FilterCase{"{ $.a < 2 }", R"({"a":2})", false},
                                         FilterCase{"{ $.level = \"WARN\" }", R"({"level":"WARN"})", true},
                                         FilterCase{"{ $.level = WARN }", R"({"level":"WARN"})", true},
                                         FilterCase{"{ $.level != \"WARN\" }", R"({"level":"WARN"})", false},
                                         FilterCase{"{ $.level != \"WARN\" }", R"({"other":"x"})", false},
                                         FilterCase{"{ $.ip = 10.0.* }", R"({"ip":"10.0.7.1"})", true},
                                         FilterCase{"{ $.ip = \"10.0.*.2\" }", R"({"ip":"10.0.7.1"})", false},
                                         FilterCase{"{ $.on = true }", R"({"on":true})", true}));

TEST(LogFilter, whatItCannotReadIsRefusedInWords)
{
    for (const char* pattern : {"{ $.a = 1 && $.b = 2 }", "{ $.a = 1", "{ a = 1 }", "{ $.a }", "{ $.a IS NULL }",
                                "{ $.a > \"x\" }", "{ $ = 1 }", "[a, b]", "%x+%", "\"open", "-"}) {
        const auto filter = LogFilter::parse(pattern);
        ASSERT_FALSE(filter) << pattern;
        EXPECT_EQ(filter.error().code, "InvalidParameterException") << pattern;
        EXPECT_FALSE(filter.error().message.empty());
    }
}

} // namespace greensward::cloud
