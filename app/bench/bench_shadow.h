// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace greensward::bench {

struct ShadowBenchSettings
{
    double seconds = 3; ///< of each figure
};

/// Updates of shadows: in memory, and through MQTT with a durable store, each accepted answer waited for. Prints one
/// JSON object a line, beside the budgets of docs/performance.md. 0 when every figure reaches half its budget and
/// nothing was refused or lost; 1 otherwise.
int benchShadow(const ShadowBenchSettings& settings);

} // namespace greensward::bench
