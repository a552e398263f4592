// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What labs at the edge need: events of cores, things that are made once, packages of functions.
#include "lab_world.h"
#include "labs/errand.h"
#include "labs/judge.h"
#include "labs/packed_file.h"

#include <gmock/gmock.h>

namespace greensward::labs {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

constexpr const char* kAtCore = R"({"event":"message published","core":"gg-1","topic":"hello"})";
constexpr const char* kAtGateway = R"({"event":"message published","topic":"hello"})";

/// Notes what it is to do.
struct NotingHands final : Hands
{
    void perform(const Action& action, const std::string&, Done done) override
    {
        did.push_back(action.text());
        waiting.push_back(std::move(done));
    }
    void letGo() override {}
    std::string whyNot(const Action&) const override { return {}; }
    std::vector<std::string> did;
    std::vector<Done> waiting;
};

class EdgeLabs : public LabWorld
{
protected:
    Verdict verdictOn(const char* condition, const std::vector<trace::Entry>& entries)
    {
        const Condition wanted = conditionOf(condition);
        Judge judge(wanted, nullptr, {}, clock.wall());
        for (const trace::Entry& entry : entries) {
            pass(std::chrono::milliseconds(1));
            const auto chunk = record(entry);
            judge.read(*chunk, chunk->events().front());
        }
        return judge.verdict();
    }
    static trace::Entry at(std::string_view origin)
    {
        trace::Entry entry = message("hello");
        entry.origin = origin;
        return entry;
    }
    Result<void> run(const char* actions, bool lenient)
    {
        std::vector<Action> list;
        const boost::json::value read = boost::json::parse(actions);
        for (const auto& one : read.get_array())
            list.push_back(readAction(one, "x").value());
        std::optional<Result<void>> outcome;
        const auto errand = std::make_shared<Errand>(
            Errand::Parts{
                .api = &api, .hands = &hands, .folder = scratch.path().string(), .saved = saved, .lenient = lenient},
            list, [&](Result<void> done) { outcome = std::move(done); });
        errand->begin(clock.wall());
        for (int turn = 0; turn < 20 && !outcome; ++turn) {
            cloud.deliver();
            for (const auto& done : std::exchange(hands.waiting, {}))
                done({});
        }
        leftOut = errand->leftOut();
        return outcome.value_or(failure("it did not end"));
    }

    Scratch scratch;
    NotingHands hands;
    std::shared_ptr<Errand::Saved> saved = std::make_shared<Errand::Saved>();
    std::vector<std::string> leftOut;
};

} // namespace

TEST_F(EdgeLabs, aMessageAtACoreIsNoneAtTheGateway)
{
    EXPECT_TRUE(verdictOn(kAtCore, {at("core gg-1")}).met);
    EXPECT_FALSE(verdictOn(kAtCore, {at("core gg-2")}).met);
    EXPECT_FALSE(verdictOn(kAtCore, {at("")}).met);
    EXPECT_FALSE(verdictOn(kAtGateway, {at("core gg-1")}).met);
    EXPECT_TRUE(verdictOn(kAtGateway, {at("")}).met);
}

TEST_F(EdgeLabs, whereItWasSaidInsteadIsTheNearestMiss)
{
    EXPECT_THAT(verdictOn(kAtCore, {at("")}).nearest,
                HasSubstr("it was at the gateway, the step wants at the core `gg-1`"));
    EXPECT_THAT(verdictOn(kAtGateway, {at("core gg-1")}).nearest, HasSubstr("it was at the core `gg-1`"));
}

TEST_F(EdgeLabs, elementsOfAnAnswerAreFoundByTheirName)
{
    const auto answer = boost::json::parse(R"({"Groups":[{"Name":"a","Id":"1"},{"Name":"b","Id":"2"},{"Id":"3"}]})");
    const auto found = valuesAt(answer, "Groups.[Name=b].Id");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front()->as_string(), "2");
    EXPECT_THAT(valuesAt(answer, "Groups.[Name=c].Id"), IsEmpty());
}

TEST_F(EdgeLabs, whatIsThereIsNotMadeASecondTime)
{
    const std::string file = (scratch.path() / "x.key").string();
    const std::string actions = R"([{"core":"gg-1","do":"add","unlessFile":")" + file +
                                R"("},{"core":"gg-1","do":"cut"},{"remove":")" + file + R"("}])";
    EXPECT_TRUE(run(actions.c_str(), true));
    EXPECT_THAT(hands.did, ElementsAre("core gg-1: add", "core gg-1: cut"));
    hands.did.clear();
    scratch.write("x.key", "key");
    EXPECT_TRUE(run(actions.c_str(), true));
    EXPECT_THAT(hands.did, ElementsAre("core gg-1: cut"));
    EXPECT_FALSE(std::filesystem::exists(file)) << "removed at the end";
}

TEST_F(EdgeLabs, whatIsNotThereNeedsNoCleaningUp)
{
    cloud.answers["GET /greengrass/groups"] = {.status = 200, .body = R"({"Groups":[]})"};
    constexpr const char* kForget = R"([
        {"api":"greengrass ListGroups","with":{},"save":{"group":"Groups.[Name=g].Id"}},
        {"api":"greengrass DeleteGroup","with":{"GroupId":"${group}"}}])";
    EXPECT_TRUE(run(kForget, true));
    EXPECT_THAT(leftOut, IsEmpty());
    EXPECT_EQ(cloud.questions.size(), 1U) << "nothing is deleted that was not found";
    EXPECT_THAT(run(kForget, false).error().message, HasSubstr("has no 'Groups.[Name=g].Id'"));
}

TEST_F(EdgeLabs, aMessageIsSaidAsOftenAndAsLargeAsItIsToBe)
{
    EXPECT_TRUE(
        run(R"([{"publish":"x","topic":"t","payload":{"a":1},"times":3,"size":100},{"disconnect":"x"}])", false));
    EXPECT_EQ(hands.did.size(), 4U);
    const auto action =
        readAction(boost::json::parse(R"({"publish":"x","topic":"t","payload":{"a":1},"size":100})"), "x");
    EXPECT_EQ(action->payload.size(), 100U);
    EXPECT_EQ(boost::json::parse(action->payload).at("a").as_int64(), 1) << "still JSON";
}

TEST_F(EdgeLabs, packagesHoldTheFilesUnderTheNamesThatAreWanted)
{
    scratch.write("second.py", "print(1)\n");
    scratch.write("code/third.py", "print(3)\n");
    auto files = filesNamed("first.py=second.py", scratch.path());
    files.push_back(filesNamed("code/", scratch.path()).at(0));
    const auto archive = packed(files);
    ASSERT_TRUE(archive);
    scratch.write("it.zip", *archive);
    const std::string read =
        "python3 -m zipfile -t '" + (scratch.path() / "it.zip").string() + "' > /dev/null && python3 -c " +
        "'import zipfile, sys; f = zipfile.ZipFile(sys.argv[1]); "
        "sys.exit(f.namelist() != [\"first.py\", \"third.py\"] or f.read(\"first.py\") != b\"print(1)\\n\")' '" +
        (scratch.path() / "it.zip").string() + "'";
    EXPECT_EQ(std::system(read.c_str()), 0) << "another program can read it";
    EXPECT_FALSE(packed(filesNamed("nothing.py", scratch.path())));
}

} // namespace greensward::labs
