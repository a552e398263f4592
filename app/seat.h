// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ready_file.h"
#include "base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace greensward::app {

/// A seat in a class: the folder by which somebody on another machine has an instructor's workspace as their cloud. It
/// is laid out like a workspace's own folder (running.json, access-key.json, certificates/), so `greensward env`,
/// `greensward lab …` and the window take it for one; only the engine runs elsewhere.
struct SeatOrder
{
    std::string person;             ///< "anna": letters, digits, '-' and '_', 1 to 32; ends the names of what they make
    std::filesystem::path out;      ///< the zip file
    std::vector<std::string> hosts; ///< where the workspace is found; the first one is written down
    PortPlan ports;
};

/// Why it is no name for a seat, in a sentence; empty when it is one.
std::string whyNoPerson(std::string_view person);

/// Makes an identity for the person over the API of the engine that runs at `at`, and writes the zip (mode 0600: it
/// holds keys). Waits for answers: any thread but the engine's.
Result<void> makeSeat(const Whereabouts& at, const SeatOrder& order);

/// Where the folder of a seat leads to. Fails with a sentence when it is none.
Result<Whereabouts> readSeat(const std::filesystem::path& folder);

} // namespace greensward::app
