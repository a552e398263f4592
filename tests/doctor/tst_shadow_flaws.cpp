// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/shadow_flaws.h"

#include <gtest/gtest.h>

namespace greensward::doctor {
namespace {

struct Case
{
    const char* request;
    const char* node;
};

TEST(ShadowFlaws, theBadNodeIsFound)
{
    const Case cases[]{
        {R"({"reported":{"rpm":1}})", "reported"},
        {R"({"x":1})", "state"},
        {R"({"state":{"version":3,"reported":{}}})", "state.version"},
        {R"({"state":{"rpm":3}})", "state"},
        {R"({"state":{"reported":5}})", "state.reported"},
        {R"({"state":[]})", "state"},
        {R"({"state":{"reported":{"list":[1,null]}}})", "state.reported.list[1]"},
        {R"({"state":{"reported":{"a":1}},"version":"3"})", "version"},
        {R"({"state":{"reported":{"a":1}},"clientToken":3})", "clientToken"},
    };
    for (const Case& one : cases) {
        const ShadowFlaw flaw = flawOf(one.request);
        EXPECT_EQ(flaw.node, one.node) << one.request;
        EXPECT_FALSE(flaw.what.isEmpty()) << one.request;
    }
}

TEST(ShadowFlaws, brokenJsonSaysWhere)
{
    EXPECT_EQ(flawOf(R"({"state":{"reported":{"a":1,}}})").what.english(), "the text stops being JSON at character 29");
}

TEST(ShadowFlaws, aGoodDocumentHasNone)
{
    EXPECT_TRUE(flawOf(R"({"state":{"reported":{"a":[1,2],"b":null}},"version":3,"clientToken":"t"})").what.isEmpty());
}

TEST(ShadowFlaws, typesClashByKindNotByNumber)
{
    EXPECT_EQ(typeClash(R"({"a":{"b":"1"}})", R"({"state":{"reported":{"a":{"b":1}}}})").path, "a.b");
    EXPECT_TRUE(typeClash(R"({"a":1.5})", R"({"state":{"reported":{"a":1}}})").path.empty());
}

} // namespace
} // namespace greensward::doctor
