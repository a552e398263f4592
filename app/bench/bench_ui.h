// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace greensward::bench {

struct UiBenchSettings
{
    double seconds = 5; ///< of each load that frames are measured under
    double scale = 1;   ///< of the rows and messages of the memory measurements
};

/// Opens the real window (without a display) before a real broker, puts loads on its port and prints one JSON object a
/// line: what was measured, the budget of docs/performance.md and their ratio. 0 when every figure is within twice its
/// budget; 1 otherwise. argc and argv are for Qt.
int benchUi(const UiBenchSettings& settings, int& argc, char** argv);

} // namespace greensward::bench
