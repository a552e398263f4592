// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "labs/action.h"
#include "labs/condition.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::labs {

/// The three ways a step can be done.
enum class Way : std::uint8_t { Console, Terminal, Device };
inline constexpr std::size_t kWays = 3;

/// A piece of text with commands in it.
struct Passage
{
    std::string markdown;              ///< with its code blocks, and console: links
    std::vector<std::string> commands; ///< the code blocks marked `sh`, ready to paste
};

/// An event that tells of a mistake, and what to say then.
struct NearMiss
{
    EventPattern event;
    std::string sentence; ///< empty: made from the event
};

/// What a button in the text of the console's way does: "[Connect the pump](do:connect)".
struct Act
{
    std::string id; ///< "connect"
    std::vector<Action> actions;
};

struct Step
{
    std::string id;
    std::string title;
    std::string text; ///< Markdown: what is to be done and what it is for
    std::array<Passage, kWays> ways;
    std::array<std::string, 3> hints;
    std::vector<std::string> doctor; ///< codes of the cards that go with it: "D03"
    std::string spotlight;           ///< the control that "Show me" points at: "shadows/desired"
    Condition check;
    std::vector<NearMiss> nearest;
    std::vector<Action> solve;
    std::vector<Act> acts;

    const Act* act(std::string_view actId) const;
    const Passage& way(Way way) const { return ways[static_cast<std::size_t>(way)]; }
};

/// A lab as it lies in its folder, with the workspace's values filled in.
struct Lab
{
    std::string id; ///< the folder's name: "05-thing-shadows"
    int number = 0; ///< 5
    std::string title;
    int minutes = 0;
    std::string introduction;       ///< Markdown
    std::vector<std::string> needs; ///< simulated devices that must run: "sprinkler-456"
    std::vector<Step> steps;
    std::vector<Action> setup;
    std::vector<Action> cleanup;
    std::string folder;

    const Step* step(std::string_view stepId) const;
};

} // namespace greensward::labs
