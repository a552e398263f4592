// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace greensward::bench {

struct LambdaBenchSettings
{
    unsigned calls = 2000; ///< of each runtime, one after the other
};

/// What a warm call of a function costs beside the time that its handler takes by its own clock, and how long a cold
/// start lasts, for each runtime that this machine has. Prints one JSON object a line, beside the budgets of
/// docs/performance.md. 0 when Python's overhead stays below twice its budget and no call failed; 1 otherwise.
int benchLambda(const LambdaBenchSettings& settings);

} // namespace greensward::bench
