// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab_world.h"
#include "labs/course.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace greensward::labs {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using trace::Kind;

namespace {

constexpr const char* kLab = R"({"number":3,"minutes":10,"needs":["wt-1"],
  "setup":[{"publish":"me","topic":"prepared"}],
  "steps":[
    {"id":"say","text":"#say","check":{"event":"message published","topic":"a"},
     "nearest":[{"event":"message refused","say":"a policy refused it"}],
     "solve":[{"publish":"me","topic":"a"}]},
    {"id":"make","text":"#make","check":{"api":"iot DescribeThing","with":{"thingName":"pump"}},
     "solve":[{"api":"iot CreateThing","with":{"thingName":"pump"},"save":{"arn":"thingArn"}},{"wait":"2s"},
              {"publish":"me","topic":"made/${arn}"}]},
    {"id":"refused","text":"#refused","check":{"event":"client refused","client":"pump","after":"say"},
     "solve":[{"fault":"x","device":"wt-1"}]}],
  "cleanup":[{"api":"iot DeleteThing","with":{"thingName":"pump"},"unless":["ResourceNotFoundException"]}]})";

/// Notes what it is asked for; publishes into the test's recorder.
struct FakeHands final : Hands
{
    void perform(const Action& action, const std::string&, Done done) override
    {
        did.push_back(action.text());
        pending.push_back([this, action, done] {
            if (action.verb == Action::Verb::Publish && published)
                published(action.topic);
            done(refuse ? Result<void>(failure("no")) : Result<void>());
        });
    }
    void letGo() override { did.push_back("let go"); }
    std::string whyNot(const Action& action) const override
    {
        return action.verb == Action::Verb::Fault ? "faults are not to be had here" : "";
    }
    void deliver()
    {
        for (auto work = std::move(pending); const auto& one : work)
            one();
    }
    std::vector<std::string> did;
    std::vector<std::function<void()>> pending;
    std::function<void(const std::string&)> published;
    bool refuse = false;
};

} // namespace

class ACourse : public LabWorld
{
protected:
    void SetUp() override
    {
        scratch.write("labs/03-lab/lab.json", kLab);
        scratch.write("labs/03-lab/lab.md", labText({"Say", "Make", "Refused"}));
        hands.published = [this](const std::string& topic) { happened.push_back(record(message(topic))); };
        open();
    }
    void open()
    {
        course.reset();
        course = std::make_unique<Course>(Site{.clock = &clock,
                                               .api = &api,
                                               .hands = &hands,
                                               .values = {},
                                               .folders = {scratch.path() / "labs"},
                                               .progress = scratch.path() / "progress.json",
                                               .seen = seen});
    }
    void settle()
    {
        for (int i = 0; i < 20; ++i) {
            hands.deliver();
            cloud.deliver();
            for (const auto& chunk : std::exchange(happened, {}))
                course->read(*chunk);
            course->advance();
        }
    }
    void begin()
    {
        ASSERT_TRUE(course->begin("03-lab"));
        settle();
        pass(1s); // APIs may be asked again
    }
    void happen(const trace::Entry& entry)
    {
        course->read(*record(entry));
        settle();
    }
    StepView step(int at) const { return course->view("03-lab").steps.at(static_cast<std::size_t>(at)); }

    Scratch scratch;
    FakeHands hands;
    trace::KindSet seen = trace::KindSet::all();
    std::vector<trace::ChunkPtr> happened;
    std::unique_ptr<Course> course;
};

TEST_F(ACourse, setsUpAndShowsTheFirstStep)
{
    begin();
    EXPECT_THAT(hands.did, ElementsAre("wt-1: start", "publishing on prepared"));
    EXPECT_EQ(step(0).state, StepState::Doing);
    EXPECT_EQ(step(1).state, StepState::Todo);
    EXPECT_THAT(step(0).missing, HasSubstr("`a`"));
    EXPECT_FALSE(course->begin("04-none"));
}

TEST_F(ACourse, latchesWithTheEventAndGoesOn)
{
    begin();
    happen(message("a"));
    EXPECT_EQ(step(0).state, StepState::Done);
    EXPECT_THAT(step(0).because, HasSubstr("`a` (pump-1)"));
    EXPECT_EQ(step(1).state, StepState::Doing);
    EXPECT_EQ(course->view("03-lab").done, 1);
}

TEST_F(ACourse, countsWhatWasDoneAhead)
{
    begin();
    cloud.answers["GET /things/pump"] = {.status = 200, .body = "{}"};
    happen({.kind = Kind::ApiCalled, .object = "iot CreateThing"});
    EXPECT_EQ(step(1).state, StepState::Done);
    EXPECT_EQ(step(0).state, StepState::Doing);
}

TEST_F(ACourse, tellsThatItIsNotSoAnyMore)
{
    begin();
    cloud.answers["GET /things/pump"] = {.status = 200, .body = "{}"};
    happen({.kind = Kind::ApiCalled, .object = "iot CreateThing"});
    EXPECT_FALSE(step(1).isNotNow);
    cloud.answers.clear();
    pass(1s);
    happen({.kind = Kind::ApiCalled, .object = "iot DeleteThing"});
    EXPECT_EQ(step(1).state, StepState::Done) << "a check latches";
    EXPECT_TRUE(step(1).isNotNow);
}

TEST_F(ACourse, namesTheNearestMiss)
{
    begin();
    happen({.kind = Kind::MessageRefused, .subject = "pump-1", .object = "a"});
    EXPECT_EQ(step(0).nearest, "a policy refused it");
}

TEST_F(ACourse, waitsForTheStepBefore)
{
    begin();
    happen({.kind = Kind::ClientRefused, .subject = "pump"});
    EXPECT_EQ(step(2).state, StepState::Todo);
    happen(message("a"));
    pass(1ms);
    happen({.kind = Kind::ClientRefused, .subject = "pump"});
    EXPECT_EQ(step(2).state, StepState::Done);
}

TEST_F(ACourse, surviveTheEndOfTheProgram)
{
    begin();
    course->hint("say");
    course->hint("say");
    happen(message("a"));
    // Nothing is said to the first one: as after kill -9.
    Course again(Site{.clock = &clock,
                      .api = &api,
                      .hands = &hands,
                      .values = {},
                      .folders = {scratch.path() / "labs"},
                      .progress = scratch.path() / "progress.json"});
    const StepView kept = again.view("03-lab").steps[0];
    EXPECT_EQ(kept.state, StepState::Done);
    EXPECT_EQ(kept.hints, 2);
    EXPECT_EQ(kept.because, step(0).because);
    EXPECT_EQ(again.view("03-lab").current, 1);
}

TEST_F(ACourse, saysWhenTheProgressIsDamagedAndBeginsAnew)
{
    begin();
    happen(message("a"));
    course.reset();
    std::filesystem::resize_file(scratch.path() / "progress.json", 20);
    open();
    EXPECT_THAT(course->problem(), HasSubstr("damaged"));
    EXPECT_FALSE(course->view("03-lab").begun);
    begin();
    happen(message("a"));
    EXPECT_EQ(step(0).state, StepState::Done);
}

TEST_F(ACourse, skipsAndOpensAgain)
{
    begin();
    course->skip("say");
    EXPECT_EQ(step(0).state, StepState::Skipped);
    EXPECT_EQ(step(1).state, StepState::Doing);
    happen(message("a"));
    EXPECT_EQ(step(0).state, StepState::Done) << "done after all";
    pass(1s);
    course->reset("say");
    settle();
    EXPECT_EQ(step(0).state, StepState::Doing) << "what happened before does not count";
    happen(message("a"));
    EXPECT_EQ(step(0).state, StepState::Done);
}

TEST_F(ACourse, solvesWithWhatEarlierActionsSaved)
{
    begin();
    cloud.answers["POST /things/pump"] = {.status = 200, .body = R"({"thingArn":"arn:pump"})"};
    std::optional<Result<void>> outcome;
    course->solve("make", [&](Result<void> done) { outcome = std::move(done); });
    settle();
    EXPECT_FALSE(outcome) << "two seconds are to pass";
    EXPECT_EQ(course->busy(), "waiting");
    pass(2s);
    settle();
    ASSERT_TRUE(outcome);
    EXPECT_TRUE(*outcome);
    EXPECT_EQ(hands.did.back(), "publishing on made/arn:pump");
    EXPECT_TRUE(step(1).solvedForMe);
    EXPECT_EQ(course->busy(), "");
}

TEST_F(ACourse, saysWhyItCouldNotBeDone)
{
    begin();
    std::string why;
    const auto note = [&](const Result<void>& done) { why = done ? "done" : done.error().message; };
    course->solve("make", note); // the account answers 404
    settle();
    EXPECT_THAT(why, HasSubstr("steps[1].solve[0]: iot CreateThing answers: not found"));
    EXPECT_EQ(course->problem(), why);
    course->solve("refused", note);
    settle();
    EXPECT_THAT(why, HasSubstr("faults are not to be had here"));
    course->solve("nobody", note);
    EXPECT_THAT(why, HasSubstr("no such step"));
}

TEST_F(ACourse, aStepCanBeDoneFromTheSolvesOwnCallback)
{
    begin();
    bool second = false;
    cloud.answers["POST /things/pump"] = {.status = 200, .body = R"({"thingArn":"x"})"};
    course->solve("say", [&](const Result<void>&) {
        course->solve("make", [&](const Result<void>& done) { second = done.has_value(); });
    });
    settle();
    pass(2s);
    settle();
    EXPECT_TRUE(second);
}

TEST_F(ACourse, saysWhatCannotBeSeen)
{
    seen = {Kind::MessagePublished};
    open();
    begin();
    EXPECT_EQ(step(0).unseen, "");
    EXPECT_THAT(step(2).unseen, HasSubstr("client refused"));
    EXPECT_EQ(step(1).unseen, "") << "APIs can always be asked";
}

TEST_F(ACourse, countsTheTimeOfTheCurrentStepButNotOfAClosedLaptop)
{
    begin();
    course->advance();
    const double before = step(0).seconds;
    for (int i = 0; i < 10; ++i) {
        pass(1s);
        course->advance();
    }
    pass(8h);
    course->advance();
    EXPECT_NEAR(step(0).seconds - before, 10, 0.1);
    EXPECT_EQ(step(1).seconds, 0);
}

TEST_F(ACourse, goesOnWithAnEditedLab)
{
    begin();
    happen(message("a"));
    std::string edited = kLab;
    edited.replace(edited.find("thingName\":\"pump"), 16, "thingName\":\"fans");
    scratch.write("labs/03-lab/lab.json", edited);
    std::filesystem::last_write_time(scratch.path() / "labs/03-lab/lab.json",
                                     std::filesystem::file_time_type::clock::now() + 5s);
    EXPECT_TRUE(course->reload());
    settle();
    EXPECT_EQ(step(0).state, StepState::Done);
    EXPECT_EQ(cloud.questions["GET /things/fans"], 1);
}

TEST_F(ACourse, cleansUpAndForgets)
{
    begin();
    happen(message("a"));
    course->resetLab();
    settle();
    EXPECT_EQ(cloud.questions["DELETE /things/pump"], 1);
    EXPECT_FALSE(course->view("03-lab").begun);
    EXPECT_EQ(course->current(), nullptr);
}

TEST_F(ACourse, writesAPageToKeep)
{
    begin();
    happen(message("a"));
    course->hint("make");
    course->skip("make");
    course->skip("refused");
    const std::string page = course->completionPage("03-lab");
    EXPECT_THAT(page, HasSubstr("# Lab 3: A lab"));
    EXPECT_THAT(page, HasSubstr("1 of 3 steps done"));
    EXPECT_THAT(page, HasSubstr("| Make | skipped |"));
    EXPECT_TRUE(course->view("03-lab").finished);
}

TEST_F(ACourse, isNotDistractedByBrokersElsewhere)
{
    begin();
    trace::Entry entry = message("a");
    entry.origin = "factory";
    happen(entry);
    EXPECT_EQ(step(0).state, StepState::Doing);
}

} // namespace greensward::labs
