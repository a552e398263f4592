// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "case_matcher.h"
#include "shadow_world.h"

#include <algorithm>
#include <fstream>
#include <sstream>

// Every case of tests/cases/shadow-cases.json that needs one service and no network, against the service itself.
using namespace greensward;
using namespace greensward::shadow;
using namespace greensward::shadow::test;
namespace json = boost::json;

namespace {

json::array loadCases()
{
    std::ifstream file(GREENSWARD_SHADOW_CASES);
    std::stringstream text;
    text << file.rdbuf();
    json::array cases;
    const json::value all = json::parse(text.str());
    for (const auto& each : all.as_array()) {
        const std::string profile(each.at("profile").as_string());
        if (Settings::named(profile) && !each.as_object().contains("requires"))
            cases.push_back(each);
    }
    return cases;
}

std::string textOf(const json::object& object, const char* key, std::string otherwise = {})
{
    const auto* value = object.if_contains(key);
    return value != nullptr ? std::string(value->as_string()) : otherwise;
}

std::string fromHex(std::string_view digits)
{
    std::string bytes;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
        bytes += static_cast<char>(std::stoi(std::string(digits.substr(i, 2)), nullptr, 16));
    return bytes;
}

class CaseRun
{
public:
    explicit CaseRun(const json::object& one)
        : m_world(unthrottled(Settings::named(textOf(one, "profile")).value())), m_matcher("thing-1")
    {}

    void step(const json::object& step)
    {
        if (const auto* delay = step.if_contains("delay-ms"))
            m_world.clock.advance(std::chrono::milliseconds(delay->as_int64()));
        m_prefix = topicPrefix("thing-1", textOf(step, "shadow"));
        const std::string op = textOf(step, "op");
        if (op == "http") {
            http(step);
        } else if (op == "burst") {
            for (const auto& payload : step.at("payloads").as_array())
                m_world.publish(m_prefix + "/update", json::serialize(m_matcher.filledIn(payload)));
            expectSequence(step.at("expect-sequence").as_array());
            return;
        } else if (op == "publish") {
            EXPECT_FALSE(m_world.publish(m_matcher.filledIn(textOf(step, "topic")), payloadOf(step)));
        } else {
            EXPECT_TRUE(m_world.publish(m_prefix + "/" + op, payloadOf(step)) ||
                        step.at("expect").as_object().contains("none"));
        }
        check(step, op == "http");
    }

private:
    std::string payloadOf(const json::object& step) const
    {
        if (const auto* payload = step.if_contains("payload"))
            return json::serialize(m_matcher.filledIn(*payload));
        if (const auto* hex = step.if_contains("payload-hex"))
            return fromHex(hex->as_string());
        return m_matcher.filledIn(textOf(step, "payload-raw"));
    }

    std::int64_t now() const
    {
        return std::chrono::floor<std::chrono::seconds>(m_world.clock.wall().time_since_epoch()).count();
    }

    void http(const json::object& step)
    {
        const auto response =
            m_world.rest(textOf(step, "method"), m_matcher.filledIn(textOf(step, "path")), payloadOf(step));
        ASSERT_TRUE(response) << "no path of the service";
        const auto& expect = step.at("expect").as_object();
        EXPECT_EQ(response->status, expect.at("status").as_int64()) << response->body;
        if (const auto* headers = expect.if_contains("headers")) {
            if (const auto* type = headers->as_object().if_contains("x-amzn-ErrorType")) {
                EXPECT_EQ(m_matcher.mismatch(*type, json::value(response->errorType), true, now()), "");
            }
        }
        expectPayload(expect, response->body);
    }

    void expectPayload(const json::object& expect, const std::string& body)
    {
        if (const auto why = payloadMismatch(expect, body); !why.empty())
            ADD_FAILURE() << why << "in " << body;
    }

    std::string payloadMismatch(const json::object& expect, const std::string& body)
    {
        const bool exact = expect.contains("payload");
        const auto* pattern = expect.if_contains(exact ? "payload" : "payload-subset");
        if (pattern == nullptr)
            return "";
        json::error_code error;
        const auto actual = json::parse(body, error);
        return error ? "not JSON: " + body + "\n"
                     : m_matcher.mismatch(m_matcher.filledIn(*pattern), actual, exact, now());
    }

    std::string mismatch(const json::object& expected, const Outgoing& message)
    {
        const std::string suffix = textOf(expected, "topic-suffix");
        if (message.topic != m_prefix + "/" + suffix)
            return "on another topic";
        std::string why = payloadMismatch(expected, message.payload);
        const auto body = json::parse(message.payload);
        if (const auto* version = expected.if_contains("version"))
            why += m_matcher.mismatch(*version, body.at("version"), true, now());
        if (const auto* absent = expected.if_contains("absent"))
            for (const auto& path : absent->as_array())
                if (has(body, std::string(path.as_string())))
                    why += std::string(path.as_string()) + " should not be there\n";
        return why;
    }

    static bool has(json::value value, const std::string& path)
    {
        std::istringstream names(path);
        for (std::string name; std::getline(names, name, '.');) {
            if (!value.is_object() || !value.as_object().contains(name))
                return false;
            value = json::value(value.as_object().at(name));
        }
        return true;
    }

    void expectOne(const json::object& expected, std::vector<Outgoing>& messages)
    {
        std::string reasons;
        for (auto it = messages.begin(); it != messages.end(); ++it) {
            const std::string why = mismatch(expected, *it);
            if (why.empty()) {
                messages.erase(it);
                return;
            }
            reasons += it->topic + " " + it->payload + "\n" + why;
        }
        ADD_FAILURE() << "no message is " << json::serialize(expected) << "\n" << reasons;
    }

    void expectSequence(const json::array& sequence)
    {
        const auto messages = m_world.service.takeMessages();
        std::map<std::string, std::size_t> next;
        for (const auto& expected : sequence) {
            const std::string topic = m_prefix + "/" + textOf(expected.as_object(), "topic-suffix");
            std::size_t& at = next[topic];
            while (at < messages.size() && messages[at].topic != topic)
                ++at;
            ASSERT_LT(at, messages.size()) << "nothing more on " << topic;
            EXPECT_EQ(mismatch(expected.as_object(), messages[at]), "");
            ++at;
        }
    }

    void check(const json::object& step, bool http)
    {
        auto messages = m_world.service.takeMessages();
        if (const auto* none = step.if_contains("none")) {
            for (const auto& suffix : none->as_array())
                for (const Outgoing& message : messages)
                    EXPECT_NE(message.topic, m_prefix + "/" + std::string(suffix.as_string()));
        }
        const auto* expect = step.if_contains("expect");
        if (!http && expect != nullptr && !expect->as_object().contains("none"))
            expectOne(expect->as_object(), messages);
        const auto* also = step.if_contains("also");
        if (also != nullptr)
            for (const auto& expected : also->as_array())
                expectOne(expected.as_object(), messages);
        const bool open = step.contains("open") || (http && also == nullptr);
        for (const Outgoing& message : messages)
            EXPECT_TRUE(open) << "unexpected: " << message.topic << " " << message.payload;
        if (const auto* asserted = step.if_contains("assert")) {
            for (const auto& comparison : asserted->as_array())
                EXPECT_TRUE(m_matcher.holds(std::string(comparison.as_string()))) << comparison;
        }
    }

    ShadowWorld m_world;
    CaseMatcher m_matcher;
    std::string m_prefix;
};

class ShadowCase : public testing::TestWithParam<json::value>
{};
INSTANTIATE_TEST_SUITE_P(File, ShadowCase, testing::ValuesIn(loadCases()), [](const auto& row) {
    std::string name(row.param.at("id").as_string());
    std::replace_if(
        name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
    return name;
});

TEST_P(ShadowCase, isAnsweredAsRecorded)
{
    SCOPED_TRACE(std::string(GetParam().at("note").as_string()));
    CaseRun run(GetParam().as_object());
    int number = 0;
    for (const auto& step : GetParam().at("steps").as_array()) {
        SCOPED_TRACE("step " + std::to_string(++number));
        run.step(step.as_object());
    }
}

TEST(ShadowCases, areAllThere)
{
    EXPECT_GE(loadCases().size(), 106U);
}

TEST(CaseMatcher, tellsWhatDoesNotMatch)
{
    CaseMatcher matcher("x");
    const auto differ = [&](const char* expected, const char* actual, bool exact) {
        return !matcher.mismatch(parsed(expected), parsed(actual), exact, 100).empty();
    };
    EXPECT_TRUE(differ(R"({"a":1})", R"({"a":2})", true));
    EXPECT_TRUE(differ(R"({"a":1})", R"({"a":1,"b":2})", true));
    EXPECT_FALSE(differ(R"({"a":1})", R"({"a":1,"b":2})", false));
    EXPECT_TRUE(differ(R"({"a":"<ts>"})", R"({"a":50})", true));
    EXPECT_TRUE(differ(R"({"a":["x"]})", R"({"a":[]})", true));
    EXPECT_TRUE(differ(R"({"a":{"$any_of":["x","y"]}})", R"({"a":"z"})", true));
    EXPECT_TRUE(differ(R"({"a":"<regex:^b+$>"})", R"({"a":"bc"})", true));
    EXPECT_FALSE(differ(R"({"a":"<absent-or-null>"})", "{}", true));
}

} // namespace
