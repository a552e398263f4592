// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace greensward::labs {

enum class StepState : std::uint8_t { Todo, Doing, Done, Skipped };
std::string_view name(StepState state);

/// How far one person is with a step. Done and Skipped are kept; Doing is the first that is neither.
struct StepProgress
{
    StepState state = StepState::Todo;
    std::string because{}; ///< of Done
    WallTime at{};         ///< of Done and Skipped
    int hints = 0;         ///< shown, 0 … 3
    bool solvedForMe = false;
    double seconds = 0; ///< spent on it
    // While it is open, for who looks from another process (`greensward lab check`).
    std::string missing{};
    std::string nearest{};
};

struct LabProgress
{
    std::optional<WallTime> begun;
    std::optional<WallTime> finished;
    std::map<std::string, StepProgress> steps; ///< by id; absent: Todo
};

/// What one person has done, as it is kept in the workspace. It tells nobody: it leaves the machine only with the
/// person's own completion page.
struct Progress
{
    std::string current; ///< id of the lab that goes on; empty: none
    std::map<std::string, LabProgress> labs;
};

/// A missing file is an empty progress. A damaged one is an error; the file is then moved aside (NAME.damaged), so that
/// nothing is overwritten.
Result<Progress> loadProgress(const std::filesystem::path& file);
/// Whole or not at all, mode 0600.
Result<void> saveProgress(const std::filesystem::path& file, const Progress& progress);

} // namespace greensward::labs
