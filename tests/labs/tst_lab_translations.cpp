// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The program's own labs, told in German: the same steps, the same commands, the same places in the console.
#include "labs/lab_shelf.h"
#include "labs/lab_text.h"

#include <algorithm>
#include <gmock/gmock.h>

namespace greensward::labs {

namespace {

LabShelf shelfIn(const std::string& language)
{
    return LabShelf({GREENSWARD_LABS}, Values{.endpoint = "localhost", .mqttsPort = 8883}, language);
}

std::vector<std::string> sorted(std::vector<std::string> all)
{
    std::sort(all.begin(), all.end());
    return all;
}

void expectSameStep(const Step& english, const Step& german)
{
    SCOPED_TRACE(english.id);
    EXPECT_NE(german.text, english.text);
    EXPECT_EQ(sorted(linksOf(german.text, "console:")), sorted(linksOf(english.text, "console:")));
    for (std::size_t way = 0; way < kWays; ++way) {
        SCOPED_TRACE(way);
        EXPECT_EQ(german.ways[way].commands, english.ways[way].commands);
        EXPECT_EQ(sorted(linksOf(german.ways[way].markdown, "console:")),
                  sorted(linksOf(english.ways[way].markdown, "console:")));
    }
    for (std::size_t hint = 0; hint < english.hints.size(); ++hint)
        EXPECT_NE(german.hints[hint], english.hints[hint]);
}

} // namespace

TEST(Translations, tellEveryLabInGermanWithTheSameStepsAndCommands)
{
    const LabShelf english = shelfIn("en");
    const LabShelf german = shelfIn("de");
    ASSERT_THAT(english.labs(), testing::Not(testing::IsEmpty()));
    ASSERT_EQ(german.labs().size(), english.labs().size());
    for (const LintFinding& finding : german.findings())
        ADD_FAILURE() << finding.text();
    for (std::size_t at = 0; at < english.labs().size(); ++at) {
        const Lab& told = *english.labs()[at];
        const Lab& translated = *german.labs()[at];
        SCOPED_TRACE(told.id);
        ASSERT_TRUE(std::filesystem::exists(std::filesystem::path(told.folder) / "lab.de.md"));
        EXPECT_NE(translated.introduction, told.introduction);
        ASSERT_EQ(translated.steps.size(), told.steps.size());
        for (std::size_t step = 0; step < told.steps.size(); ++step)
            expectSameStep(told.steps[step], translated.steps[step]);
    }
}

} // namespace greensward::labs
