// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "case_matcher.h"
#include "sync_world.h"

#include <algorithm>
#include <fstream>
#include <sstream>

// The cases of tests/cases/shadow-cases.json about a core and its cloud (profile gg1).
using namespace greensward;
using namespace greensward::edge::test;
namespace json = boost::json;

namespace {

json::array loadCases()
{
    std::ifstream file(GREENSWARD_SHADOW_CASES);
    std::stringstream text;
    text << file.rdbuf();
    json::array cases;
    const json::value all = json::parse(text.str());
    for (const auto& each : all.as_array())
        if (each.at("profile").as_string() == "gg1" && each.as_object().contains("requires"))
            cases.push_back(each);
    return cases;
}

std::string wordOf(const json::object& step, const char* name)
{
    const json::value* const value = step.if_contains(name);
    return value && value->is_string() ? std::string(std::string_view(value->get_string())) : std::string();
}

bool has(json::value value, const std::string& path)
{
    std::istringstream names(path);
    for (std::string name; std::getline(names, name, '.');) {
        if (!value.is_object() || !value.as_object().contains(name))
            return false;
        value = json::value(value.as_object().at(name));
    }
    return true;
}

class SyncCase : public testing::TestWithParam<json::value>
{
protected:
    void step(const json::object& step)
    {
        const std::string op = wordOf(step, "op");
        if (op == "sync-flag")
            return m_world.flag(step.at("value").as_bool());
        if (op == "link")
            return m_world.link(wordOf(step, "state") == "up");
        if (const auto* settle = step.if_contains("settle-ms"))
            m_world.settle(std::chrono::milliseconds(settle->as_int64()));
        const json::value* const payload = step.if_contains("payload");
        check(step.at("expect").as_object(), m_world.ask(wordOf(step, "endpoint") == "cloud", op,
                                                         payload ? json::serialize(*payload) : std::string()));
    }

private:
    void check(const json::object& expected, const std::vector<shadow::Outgoing>& messages)
    {
        const std::string suffix = wordOf(expected, "topic-suffix");
        const auto found = std::find_if(messages.begin(), messages.end(),
                                        [&](const auto& message) { return message.topic.ends_with(suffix); });
        ASSERT_NE(found, messages.end()) << "nothing on " << suffix;
        const json::value actual = json::parse(found->payload);
        EXPECT_EQ(m_matcher.mismatch(m_matcher.filledIn(expected.at("payload-subset")), actual, false, 0), "")
            << found->payload;
        const auto* absent = expected.if_contains("absent");
        if (!absent)
            return;
        for (const auto& path : absent->as_array())
            EXPECT_FALSE(has(actual, std::string(path.as_string()))) << path << " in " << found->payload;
    }

    SyncWorld m_world{"thing-1"};
    shadow::test::CaseMatcher m_matcher{"thing-1"};
};
INSTANTIATE_TEST_SUITE_P(File, SyncCase, testing::ValuesIn(loadCases()), [](const auto& row) {
    std::string name(row.param.at("id").as_string());
    std::replace_if(
        name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
    return name;
});

TEST_P(SyncCase, endsAsRecorded)
{
    SCOPED_TRACE(std::string(GetParam().at("note").as_string()));
    int number = 0;
    for (const auto& each : GetParam().at("steps").as_array()) {
        SCOPED_TRACE("step " + std::to_string(++number));
        step(each.as_object());
    }
}

TEST(SyncCases, areAllThere)
{
    EXPECT_GE(loadCases().size(), 7U);
}

} // namespace
