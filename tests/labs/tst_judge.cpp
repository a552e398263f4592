// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab_world.h"
#include "labs/judge.h"

#include <gmock/gmock.h>

namespace greensward::labs {

using namespace std::chrono_literals;
using testing::HasSubstr;
using trace::Kind;

class JudgeOfEvents : public LabWorld
{
protected:
    void judge(std::string_view json)
    {
        condition = conditionOf(json);
        subject = std::make_unique<Judge>(
            condition, &api, [this](const std::string& id) { return doneAt(id); }, clock.wall());
    }
    void happen(const trace::Entry& entry)
    {
        if (const auto chunk = record(entry))
            for (const trace::Event& event : chunk->events())
                subject->read(*chunk, event);
    }
    void wait(Duration time)
    {
        pass(time);
        subject->advance(clock.wall());
        cloud.deliver();
    }
    bool met() const { return subject->verdict().met; }
    std::optional<WallTime> doneAt(const std::string& id) const
    {
        const auto found = done.find(id);
        return found == done.end() ? std::nullopt : std::optional(found->second);
    }

    Condition condition;
    std::unique_ptr<Judge> subject;
    std::map<std::string, WallTime> done;
};

struct Case
{
    const char* name;
    const char* condition;
    trace::Entry event;
    bool met;
};

class OneEvent : public JudgeOfEvents, public testing::WithParamInterface<Case>
{};

TEST_P(OneEvent, meetsItOrNot)
{
    judge(GetParam().condition);
    happen(GetParam().event);
    EXPECT_EQ(met(), GetParam().met);
}

INSTANTIATE_TEST_SUITE_P(
    Table, OneEvent,
    testing::Values(
        Case{"topic",
             R"({"event":"message published","topic":"a/b"})",
             {.kind = Kind::MessagePublished, .object = "a/b"},
             true},
        Case{"filterMatches",
             R"({"event":"message published","topic":"a/+"})",
             {.kind = Kind::MessagePublished, .object = "a/b"},
             true},
        Case{"filterKeepsItsLevels",
             R"({"event":"message published","topic":"a/+"})",
             {.kind = Kind::MessagePublished, .object = "a/b/c"},
             false},
        Case{"starSpansLevels",
             R"({"event":"message published","topic":"a*"})",
             {.kind = Kind::MessagePublished, .object = "a/b/c"},
             true},
        Case{"lettersCount",
             R"({"event":"message published","topic":"A/b"})",
             {.kind = Kind::MessagePublished, .object = "a/b"},
             false},
        Case{"otherKind",
             R"({"event":"message delivered","topic":"a/b"})",
             {.kind = Kind::MessagePublished, .object = "a/b"},
             false},
        Case{"client",
             R"({"event":"client connected","client":"pump-*"})",
             {.kind = Kind::ClientConnected, .subject = "pump-7"},
             true},
        Case{"anotherClient",
             R"({"event":"client connected","client":"pump-*"})",
             {.kind = Kind::ClientConnected, .subject = "fan-7"},
             false},
        Case{"reason",
             R"({"event":"client disconnected","reason":"keep-alive"})",
             {.kind = Kind::ClientDisconnected, .extra = 3},
             true},
        Case{"otherReason",
             R"({"event":"client disconnected","reason":"goodbye"})",
             {.kind = Kind::ClientDisconnected, .extra = 3},
             false},
        Case{"number",
             R"({"event":"shadow rejected","thing":"t","number":409})",
             {.kind = Kind::ShadowRejected, .extra = 409, .object = "$aws/things/t/shadow"},
             true},
        Case{"thing",
             R"({"event":"shadow accepted","thing":"t"})",
             {.kind = Kind::ShadowAccepted, .object = "$aws/things/u/shadow"},
             false},
        Case{"classicShadow",
             R"({"event":"shadow accepted","thing":"t","shadow":"classic"})",
             {.kind = Kind::ShadowAccepted, .object = "$aws/things/t/shadow/name/plan"},
             false},
        Case{"namedShadow",
             R"({"event":"shadow accepted","thing":"t","shadow":"plan"})",
             {.kind = Kind::ShadowAccepted, .object = "$aws/things/t/shadow/name/plan"},
             true},
        Case{"qos", R"({"event":"message published","qos":1})", {.kind = Kind::MessagePublished, .flags = 1}, true},
        Case{"retain",
             R"({"event":"message published","retain":true})",
             {.kind = Kind::MessagePublished, .flags = 1},
             false},
        Case{"payload",
             R"({"event":"message published","path":"state.water","equals":"on"})",
             {.kind = Kind::MessagePublished, .payload = asBytes(R"({"state":{"water":"on"}})")},
             true},
        Case{"payloadDiffers",
             R"({"event":"message published","path":"state.water","equals":"on"})",
             {.kind = Kind::MessagePublished, .payload = asBytes(R"({"state":{"water":"off"}})")},
             false},
        Case{"payloadIsNoJson",
             R"({"event":"message published","path":"","equals":"help me"})",
             {.kind = Kind::MessagePublished, .payload = asBytes("help me")},
             true},
        Case{"seventeenIsSeventeenPointZero",
             R"({"event":"message published","path":"t","equals":17.0})",
             {.kind = Kind::MessagePublished, .payload = asBytes(R"({"t":17})")},
             true}),
    [](const auto& one) { return one.param.name; });

TEST_F(JudgeOfEvents, whatHappenedBeforeItBeganDoesNotCount)
{
    const auto chunk = record(message("a"));
    pass(1s);
    judge(R"({"event":"message published","topic":"a"})");
    subject->read(*chunk, chunk->events().front());
    EXPECT_FALSE(met());
    happen(message("a"));
    EXPECT_TRUE(met());
}

TEST_F(JudgeOfEvents, whatWasMetStaysMet)
{
    judge(R"({"event":"message published","topic":"a"})");
    happen(message("a"));
    const auto at = subject->verdict().at;
    wait(1h);
    happen(message("b"));
    EXPECT_TRUE(met());
    EXPECT_EQ(subject->verdict().at, at);
    EXPECT_THAT(subject->verdict().because, HasSubstr("`a`"));
}

TEST_F(JudgeOfEvents, theOrderCountsAfterPrevious)
{
    judge(
        R"({"all":[{"event":"message published","topic":"a"},{"event":"message published","topic":"b","after":"previous"}]})");
    happen(message("b"));
    EXPECT_THAT(subject->verdict().nearest, HasSubstr("too early"));
    happen(message("a"));
    EXPECT_FALSE(met());
    happen(message("b"));
    EXPECT_TRUE(met());
}

TEST_F(JudgeOfEvents, oneEventIsNotTwoThatFollowEachOther)
{
    judge(R"({"all":[{"event":"message published"},{"event":"message published","after":"previous"}]})");
    happen(message("a"));
    EXPECT_FALSE(met());
    happen(message("a"));
    EXPECT_TRUE(met());
}

TEST_F(JudgeOfEvents, lateIsToldAsTheNearestMiss)
{
    judge(R"({"all":[{"event":"message published","topic":"a"},
                     {"event":"message published","topic":"b","after":"previous","within":"5s"}]})");
    happen(message("a"));
    wait(6s);
    happen(message("b"));
    EXPECT_FALSE(met());
    EXPECT_THAT(subject->verdict().nearest, HasSubstr("within 5 s"));
    happen(message("a"));
    wait(4s);
    happen(message("b"));
    EXPECT_TRUE(met()) << "the latest of the first counts";
}

TEST_F(JudgeOfEvents, severalWithinATime)
{
    judge(R"({"event":"message published","topic":"a","count":3,"within":"10s"})");
    for (int i = 0; i < 4; ++i) {
        happen(message("a"));
        wait(6s);
    }
    EXPECT_FALSE(met());
    happen(message("a"));
    happen(message("a"));
    EXPECT_TRUE(met());
}

TEST_F(JudgeOfEvents, steadyMeansWithoutException)
{
    judge(R"({"event":"message published","topic":"a","path":"t","above":20,"steady":"4s"})");
    const auto report = [this](const char* payload) {
        happen(message("a", payload));
        wait(1s);
    };
    for (int i = 0; i < 4; ++i)
        report(R"({"t":21})");
    report(R"({"t":19})");
    for (int i = 0; i < 4; ++i)
        report(R"({"t":22})");
    EXPECT_FALSE(met());
    report(R"({"t":22})");
    EXPECT_TRUE(met());
}

TEST_F(JudgeOfEvents, absenceIsMetByWaitingAlone)
{
    judge(R"({"absent":"message published","topic":"a","for":"10s"})");
    wait(8s);
    happen(message("a"));
    EXPECT_EQ(subject->deadline(), clock.wall() + 10s);
    wait(9s);
    EXPECT_FALSE(met());
    wait(1s);
    EXPECT_TRUE(met());
}

TEST_F(JudgeOfEvents, absenceAfterSomethingHasToBeginAnewWithIt)
{
    judge(R"({"all":[{"event":"client disconnected","client":"c"},
                     {"absent":"will published","client":"c","for":"2s","after":"previous"}]})");
    wait(10s);
    EXPECT_FALSE(met()) << "nothing to come after yet";
    happen({.kind = Kind::ClientDisconnected, .subject = "c"});
    happen({.kind = Kind::WillPublished, .subject = "c", .object = "w"});
    wait(10s);
    EXPECT_FALSE(met()) << "the will came";
    happen({.kind = Kind::ClientDisconnected, .subject = "c"});
    wait(2s);
    EXPECT_TRUE(met());
}

TEST_F(JudgeOfEvents, anyTakesTheFirst)
{
    judge(R"({"any":[{"event":"message published","topic":"a"},{"event":"client connected"}]})");
    EXPECT_FALSE(met());
    happen({.kind = Kind::ClientConnected, .subject = "x"});
    EXPECT_TRUE(met());
}

TEST_F(JudgeOfEvents, notHoldsUntilItHappens)
{
    judge(R"({"all":[{"not":{"event":"client refused"}},{"event":"client connected"}]})");
    happen({.kind = Kind::ClientConnected, .subject = "x"});
    EXPECT_TRUE(met());
    judge(R"({"all":[{"not":{"event":"client refused"}},{"event":"client connected"}]})");
    happen({.kind = Kind::ClientRefused, .subject = "x"});
    happen({.kind = Kind::ClientConnected, .subject = "x"});
    EXPECT_FALSE(met());
}

TEST_F(JudgeOfEvents, anEarlierStepOpensTheWay)
{
    judge(R"({"event":"message published","topic":"a","after":"first"})");
    happen(message("a"));
    EXPECT_FALSE(met());
    done["first"] = clock.wall();
    pass(1ms);
    happen(message("a"));
    EXPECT_TRUE(met());
}

TEST_F(JudgeOfEvents, theNearestMissNamesTheLetters)
{
    judge(R"({"event":"message published","topic":"turbines/ev-gen/123"})");
    happen(message("macdonald/sprinkler-456/status"));
    EXPECT_EQ(subject->verdict().nearest, "") << "that was something else";
    happen(message("turbine/ev-gen/123"));
    EXPECT_THAT(subject->verdict().nearest, HasSubstr("`turbine/ev-gen/123`"));
    EXPECT_THAT(subject->verdict().nearest, HasSubstr("wants `turbines/ev-gen/123`"));
}

TEST_F(JudgeOfEvents, fewerDifferencesAreNearer)
{
    judge(R"({"event":"message published","topic":"a/pump","path":"on","equals":true})");
    happen(message("a/pump", R"({"on":false})"));
    happen(message("a/bump", R"({"on":false})"));
    EXPECT_THAT(subject->verdict().nearest, HasSubstr("`on` false"));
}

TEST_F(JudgeOfEvents, whatIsMissingOfAnAnyIsItsOwnSentenceWhileItIsNotMet)
{
    judge(R"({"all":[{"any":[{"event":"client connected","client":"a","number":5},
                             {"event":"client connected","client":"a","number":30}],
                      "missing":"a has to connect with a short keep alive"},
                     {"event":"client disconnected","client":"a","missing":"a has to go"}]})");
    EXPECT_EQ(subject->verdict().missing, "a has to connect with a short keep alive");
    happen({.kind = Kind::ClientConnected, .extra = 30, .subject = "a"});
    EXPECT_EQ(subject->verdict().missing, "a has to go");
}

TEST_F(JudgeOfEvents, whatIsMissingIsInOrder)
{
    judge(R"({"all":[{"event":"client connected","client":"a","missing":"a has to connect"},
                     {"event":"message published","topic":"t","count":3}]})");
    EXPECT_EQ(subject->verdict().missing, "a has to connect");
    happen({.kind = Kind::ClientConnected, .subject = "a"});
    happen(message("t"));
    EXPECT_THAT(subject->verdict().missing, HasSubstr("(1 so far)"));
}

// --- APIs ------------------------------------------------------------------------------------------------------------

constexpr const char* kThing =
    R"({"api":"iot DescribeThing","with":{"thingName":"pump"},"path":"version","atLeast":2})";

TEST_F(JudgeOfEvents, asksWhenItBeginsAndWhenSomethingChanged)
{
    judge(kThing);
    wait(0s);
    EXPECT_FALSE(met());
    EXPECT_THAT(subject->verdict().nearest, HasSubstr("not found"));
    wait(10s);
    const int before = cloud.questions["GET /things/pump"];
    wait(10s);
    EXPECT_EQ(cloud.questions["GET /things/pump"], before) << "nobody polls";
    cloud.answers["GET /things/pump"] = {.status = 200, .body = R"({"version":2})"};
    happen({.kind = Kind::ApiCalled, .object = "iot CreateThing"});
    wait(0s);
    EXPECT_TRUE(met());
}

TEST_F(JudgeOfEvents, questionsDoNotMakeItAsk)
{
    judge(kThing);
    wait(0s);
    const int before = cloud.questions["GET /things/pump"];
    for (int i = 0; i < 10; ++i) {
        happen({.kind = Kind::ApiCalled, .object = "iot DescribeThing"});
        wait(1s);
    }
    EXPECT_EQ(cloud.questions["GET /things/pump"], before);
}

TEST_F(JudgeOfEvents, asksAtMostFiveTimesASecond)
{
    judge(kThing);
    wait(0s);
    const int before = cloud.questions["GET /things/pump"];
    for (int i = 0; i < 100; ++i) {
        happen({.kind = Kind::ApiCalled, .object = "iot CreateThing"});
        wait(10ms);
    }
    EXPECT_LE(cloud.questions["GET /things/pump"] - before, 6);
}

TEST_F(JudgeOfEvents, asksAgainForWhatTakesLonger)
{
    judge(kThing);
    wait(0s);
    happen({.kind = Kind::ApiCalled, .object = "iot CreateKeysAndCertificate"});
    wait(200ms);
    cloud.answers["GET /things/pump"] = {.status = 200, .body = R"({"version":3})"};
    wait(300ms);
    EXPECT_TRUE(met()) << "without another event";
}

TEST_F(JudgeOfEvents, anAnswerThatChangesIsNoLongerMet)
{
    cloud.answers["GET /things/pump"] = {.status = 200, .body = R"({"version":2})"};
    judge(kThing);
    wait(0s);
    EXPECT_TRUE(met());
    cloud.answers.clear();
    happen({.kind = Kind::ApiCalled, .object = "iot DeleteThing"});
    wait(200ms);
    EXPECT_FALSE(met());
}

TEST_F(JudgeOfEvents, anErrorCanBeWhatIsWanted)
{
    judge(R"({"api":"iot DescribeThing","with":{"thingName":"pump"},"error":"ResourceNotFoundException"})");
    wait(0s);
    EXPECT_TRUE(met());
}

TEST_F(JudgeOfEvents, aLateAnswerFindsTheJudgeGone)
{
    judge(kThing);
    subject->advance(clock.wall());
    subject.reset();
    cloud.deliver(); // must not touch it
    SUCCEED();
}

} // namespace greensward::labs
