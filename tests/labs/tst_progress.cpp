// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab_world.h"
#include "labs/progress.h"

#include <fstream>
#include <gmock/gmock.h>
#include <sys/stat.h>

namespace greensward::labs {

namespace {

Progress some()
{
    Progress progress;
    progress.current = "05-shadows";
    LabProgress& lab = progress.labs["05-shadows"];
    lab.begun = WallTime{std::chrono::milliseconds(1'500'000'000'123)};
    lab.steps["ask"] = {.state = StepState::Done,
                        .because = "saw \"it\" | at last",
                        .at = WallTime{std::chrono::milliseconds(1'500'000'001'456)},
                        .hints = 2,
                        .solvedForMe = true,
                        .seconds = 12.5};
    lab.steps["tell"].state = StepState::Skipped;
    return progress;
}

std::string textOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST(ProgressFile, comesBackAsItWas)
{
    Scratch scratch;
    const auto file = scratch.path() / "progress.json";
    ASSERT_TRUE(saveProgress(file, some()));
    const auto back = loadProgress(file);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->current, "05-shadows");
    const LabProgress& lab = back->labs.at("05-shadows");
    EXPECT_EQ(lab.begun, some().labs.at("05-shadows").begun);
    EXPECT_FALSE(lab.finished);
    const StepProgress& step = lab.steps.at("ask");
    EXPECT_EQ(step.state, StepState::Done);
    EXPECT_EQ(step.because, "saw \"it\" | at last");
    EXPECT_EQ(step.at, some().labs.at("05-shadows").steps.at("ask").at);
    EXPECT_EQ(step.hints, 2);
    EXPECT_TRUE(step.solvedForMe);
    EXPECT_EQ(step.seconds, 12.5);
    EXPECT_EQ(lab.steps.at("tell").state, StepState::Skipped);
    struct stat about
    {};
    ASSERT_EQ(::stat(file.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777, 0600u);
}

TEST(ProgressFile, thatIsMissingIsABeginning)
{
    Scratch scratch;
    const auto progress = loadProgress(scratch.path() / "none.json");
    ASSERT_TRUE(progress);
    EXPECT_TRUE(progress->labs.empty());
}

TEST(ProgressFile, cutOffAnywhereIsToldAndKeptAside)
{
    Scratch scratch;
    const auto file = scratch.path() / "progress.json";
    ASSERT_TRUE(saveProgress(file, some()));
    const std::string whole = textOf(file);
    for (std::size_t length = 0; length + 2 < whole.size(); length += 7) {
        std::ofstream(file, std::ios::binary | std::ios::trunc) << whole.substr(0, length);
        const auto progress = loadProgress(file);
        ASSERT_FALSE(progress) << "cut to " << length;
        EXPECT_THAT(progress.error().message, testing::HasSubstr("damaged"));
        EXPECT_EQ(textOf(scratch.path() / "progress.json.damaged"), whole.substr(0, length));
        EXPECT_FALSE(std::filesystem::exists(file)) << "so that the next save harms nothing";
    }
}

TEST(ProgressFile, ofAnotherShapeIsDamaged)
{
    Scratch scratch;
    for (const char* text :
         {"[]", "{}", R"({"version":2,"current":"","labs":{}})", R"({"version":1,"current":"","labs":[]})",
          R"({"version":1,"current":"","labs":{"a":{"begun":"x","steps":{}}}})",
          R"({"version":1,"current":"","labs":{"a":{"begun":1,"steps":{"s":{"state":"bored"}}}}})"}) {
        scratch.write("p.json", text);
        EXPECT_FALSE(loadProgress(scratch.path() / "p.json")) << text;
    }
}

} // namespace greensward::labs
