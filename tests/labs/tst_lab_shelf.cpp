// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab_world.h"
#include "labs/lab_shelf.h"

#include <gmock/gmock.h>

namespace greensward::labs {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

const Values kValues{.endpoint = "localhost", .mqttsPort = 8883, .ca = "/tmp/root.pem"};

constexpr const char* kGood = R"({"number":3,"minutes":10,"steps":[
    {"id":"one","text":"#do-this","check":{"event":"message published","topic":"a/{{endpoint}}"},"solve":[{"wait":"1s"}]}]})";

std::vector<std::string> findingsOf(const std::string& json, const std::string& text = labText({"Do this"}))
{
    Scratch scratch;
    scratch.write("03-lab/lab.json", json);
    scratch.write("03-lab/lab.md", text);
    const LabShelf shelf({scratch.path()}, kValues);
    std::vector<std::string> all;
    for (const LintFinding& finding : shelf.findings())
        all.push_back(finding.text());
    return all;
}

std::string withCheck(const std::string& check)
{
    return R"({"number":3,"minutes":10,"steps":[{"id":"one","text":"#do-this","check":)" + check +
           R"(,"solve":[{"wait":"1s"}]}]})";
}

} // namespace

TEST(Shelf, readsALabWithItsValues)
{
    Scratch scratch;
    scratch.write("03-lab/lab.json", kGood);
    scratch.write("03-lab/lab.md",
                  "# Pumps\n\nAbout {{endpoint}}.\n\n## Do this\n\nText\n\n### In the console\n\nClick.\n\n### In a "
                  "terminal\n\nType:\n\n```sh\npub --port {{mqtts-port}} \\n  --cafile "
                  "\"{{ca}}\"\n```\n\nSee:\n\n```\noutput\n```\n"
                  "\n### On a device\n\nThere.\n\n### Hints\n\n1. first\n   goes on\n2. second\n3. third\n");
    const LabShelf shelf({scratch.path()}, kValues);
    EXPECT_THAT(shelf.findings(), IsEmpty());
    const LabPtr lab = shelf.find("3");
    ASSERT_TRUE(lab);
    EXPECT_EQ(shelf.find("03-lab"), lab);
    EXPECT_EQ(lab->title, "Pumps");
    EXPECT_EQ(lab->introduction, "About localhost.");
    ASSERT_EQ(lab->steps.size(), 1u);
    const Step& step = lab->steps[0];
    EXPECT_EQ(step.title, "Do this");
    EXPECT_EQ(step.text, "Text");
    EXPECT_THAT(step.way(Way::Terminal).commands,
                testing::ElementsAre("pub --port 8883 \\n  --cafile \"/tmp/root.pem\"\n"));
    EXPECT_THAT(step.way(Way::Terminal).markdown, HasSubstr("output"));
    EXPECT_EQ(step.hints[0], "first\ngoes on");
    EXPECT_EQ(step.check.event.object, "a/localhost");
}

TEST(Shelf, seesEditsAndKeepsTheLastGoodOne)
{
    Scratch scratch;
    scratch.write("03-lab/lab.json", kGood);
    scratch.write("03-lab/lab.md", labText({"Do this"}));
    LabShelf shelf({scratch.path()}, kValues);
    EXPECT_FALSE(shelf.reload()) << "nothing has changed";
    const auto later = [&](const char* file) {
        static int turn = 0; // times of files are coarse
        std::filesystem::last_write_time(scratch.path() / file,
                                         std::filesystem::file_time_type::clock::now() + std::chrono::seconds(++turn));
    };
    scratch.write("03-lab/lab.json", "{ \"number\": 3,\n oops");
    later("03-lab/lab.json");
    EXPECT_TRUE(shelf.reload());
    ASSERT_EQ(shelf.labs().size(), 1u) << "half a file is no reason to lose the lab";
    ASSERT_EQ(shelf.findings().size(), 1u);
    EXPECT_THAT(shelf.findings()[0].text(), HasSubstr("03-lab/lab.json, line 2: this is no JSON"));
    scratch.write("03-lab/lab.json", kGood);
    later("03-lab/lab.json");
    EXPECT_TRUE(shelf.reload());
    EXPECT_THAT(shelf.findings(), IsEmpty());
}

TEST(Shelf, takesALaterFoldersLabInsteadOfAnEarlierOnes)
{
    Scratch program, own;
    program.write("03-lab/lab.json", kGood);
    program.write("03-lab/lab.md", labText({"Do this"}));
    own.write("03-lab/lab.json", kGood);
    own.write("03-lab/lab.md", "# Mine\n" + labText({"Do this"}).substr(8));
    const LabShelf shelf({program.path(), own.path()}, kValues);
    ASSERT_EQ(shelf.labs().size(), 1u);
    EXPECT_EQ(shelf.labs()[0]->title, "Mine");
}

TEST(Shelf, translatesByTheOrderOfTheHeadings)
{
    Scratch scratch;
    scratch.write("03-lab/lab.json", kGood);
    scratch.write("03-lab/lab.md", labText({"Do this"}));
    scratch.write("03-lab/lab.de.md", "# Ein Lab\n" + labText({"Tu das"}).substr(8));
    const LabShelf shelf({scratch.path()}, kValues, "de");
    ASSERT_EQ(shelf.labs().size(), 1u);
    EXPECT_EQ(shelf.labs()[0]->title, "Ein Lab");
    EXPECT_EQ(shelf.labs()[0]->steps[0].title, "Tu das");
    EXPECT_EQ(shelf.labs()[0]->steps[0].hints[2], "three");
}

/// A step with a button in its console way.
std::string withActs(const std::string& acts)
{
    return R"({"number":3,"minutes":10,"steps":[{"id":"one","text":"#do-this","check":{"event":"client connected"},)"
           R"("solve":[{"wait":"1s"}],"acts":)" +
           acts + "}]}";
}

std::string withButton(const char* heading, const char* id)
{
    std::string text = labText({"Do this"});
    const auto at = text.find(heading) + std::string_view(heading).size();
    return text.insert(at, std::string("\n\n[Wait](do:") + id + ")\n");
}

TEST(Shelf, knowsWhatTheButtonsOfAWayDo)
{
    Scratch scratch;
    scratch.write("03-lab/lab.json", withActs(R"({"wait":[{"wait":"1s"},{"wait":"2s"}]})"));
    scratch.write("03-lab/lab.md", withButton("In the console", "wait"));
    const LabShelf shelf({scratch.path()}, kValues);
    EXPECT_THAT(shelf.findings(), IsEmpty());
    ASSERT_EQ(shelf.labs().size(), 1u);
    const Act* act = shelf.labs()[0]->steps[0].act("wait");
    ASSERT_TRUE(act);
    EXPECT_EQ(act->actions.size(), 2u);
    EXPECT_FALSE(shelf.labs()[0]->steps[0].act("other"));
}

struct Flaw
{
    const char* name;
    std::string json;
    const char* sentence;
    std::string text = labText({"Do this"});
};
class Lint : public testing::TestWithParam<Flaw>
{};

TEST_P(Lint, findsTheFlaw)
{
    EXPECT_THAT(findingsOf(GetParam().json, GetParam().text), Contains(HasSubstr(GetParam().sentence)));
}

std::string without(std::string text, const std::string& piece)
{
    return text.erase(text.find(piece), piece.size());
}

INSTANTIATE_TEST_SUITE_P(
    Table, Lint,
    testing::Values(
        Flaw{
            "unknownAnchor",
            R"({"number":3,"minutes":1,"steps":[{"id":"one","text":"#nowhere","check":{"event":"client connected"},"solve":[]}]})",
            "steps[0]: lab.md has no heading '#nowhere'"},
        Flaw{"unusedHeading", kGood, "no step of lab.json has the text '#do-that'", labText({"Do this", "Do that"})},
        Flaw{"missingHint", kGood, "it has 2 of three hints", without(labText({"Do this"}), "3. three\n")},
        Flaw{"missingWay", kGood, "there is no way 'On a device'", without(labText({"Do this"}), "Run it there.\n")},
        Flaw{"noCommand", kGood, "has no command", without(labText({"Do this"}), "sh")},
        Flaw{"unknownPage", kGood, "there is no page console:topis",
             labText({"Do this"}).replace(labText({"Do this"}).find("console:topics"), 14, "console:topis")},
        Flaw{"unknownValue", kGood, "there is no value {{endpint}}", labText({"Do this"}) + "\n{{endpint}}\n"},
        Flaw{
            "noSolve",
            R"({"number":3,"minutes":1,"steps":[{"id":"one","text":"#do-this","check":{"event":"client connected"}}]})",
            "it has no 'solve'"},
        Flaw{
            "unknownCode",
            R"({"number":3,"minutes":1,"steps":[{"id":"one","text":"#do-this","doctor":["D99"],"check":{"event":"client connected"},"solve":[]}]})",
            "no code 'D99'"},
        Flaw{"unknownOperation", withCheck(R"({"api":"iot DescribeThin"})"), "no operation 'iot DescribeThin'"},
        Flaw{"checkThatChanges", withCheck(R"({"api":"iot DeleteThing","with":{"thingName":"x"}})"),
             "a check only asks"},
        Flaw{"questionWithoutParameter", withCheck(R"({"api":"iot DescribeThing"})"), "wants thingName"},
        Flaw{"afterNothing", withCheck(R"({"event":"client connected","after":"previous"})"), "nothing before it"},
        Flaw{"afterFirst", withCheck(R"({"all":[{"event":"client connected","after":"previous"}]})"),
             "nothing before it"},
        Flaw{"afterItself", withCheck(R"({"event":"client connected","after":"one"})"), "can never come true"},
        Flaw{"afterNobody", withCheck(R"({"event":"client connected","after":"two"})"), "there is no step 'two'"},
        Flaw{"trueAtOnce", withCheck(R"({"not":{"event":"client connected"}})"), "true before anything happened"},
        Flaw{"badFilter", withCheck(R"({"event":"message published","topic":"a/#/b"})"), "is no topic filter"},
        Flaw{"thingOfAMessage", withCheck(R"({"event":"message published","thing":"x"})"), "nothing matches it"},
        Flaw{"withinWhat", withCheck(R"({"event":"client connected","within":"3s"})"), "after what"},
        Flaw{"buttonWithoutAct", kGood, "has no act 'wait'", withButton("In the console", "wait")},
        Flaw{"longButton", withActs(R"({"wait":[{"wait":"1s"}]})"), "is too long for the guide",
             withButton("In the console", "wait").replace(withButton("In the console", "wait").find("[Wait]"), 6,
                                                          "[Wait until nobody is waiting for it any more now]")},
        Flaw{"actWithoutButton", withActs(R"({"wait":[{"wait":"1s"}]})"), "has no button for it: [text](do:wait)"},
        Flaw{"emptyAct", withActs(R"({"wait":[]})"), "it does nothing", withButton("In the console", "wait")},
        Flaw{"brokenAct", withActs(R"({"wait":[{"wait":"soon"}]})"), "steps[0].acts.wait[0]",
             withButton("In the console", "wait")},
        Flaw{"buttonElsewhere", withActs(R"({"wait":[{"wait":"1s"}]})"), "belong to the way 'In the console'",
             withButton("On a device", "wait")},
        Flaw{"noSteps", R"({"number":3,"steps":[]})", "it wants 'steps'"},
        Flaw{"noNumber", R"({"steps":[]})", "it wants a 'number'"},
        Flaw{
            "unknownMember",
            R"({"number":3,"colour":1,"steps":[{"id":"one","text":"#do-this","check":{"event":"client connected"},"solve":[]}]})",
            "'colour' means nothing here"},
        Flaw{
            "noScript",
            R"({"number":3,"minutes":1,"steps":[{"id":"one","text":"#do-this","check":{"event":"client connected"},"solve":[{"run":"x.sh"}]}]})",
            "there is no script 'x.sh'"}),
    [](const auto& one) { return one.param.name; });

TEST(LintOf, hasNothingToSayOfAGoodLab)
{
    EXPECT_THAT(findingsOf(kGood), IsEmpty());
}

} // namespace greensward::labs
