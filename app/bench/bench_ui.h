// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::bench {

struct UiBenchSettings
{
    double seconds = 5;            ///< of each load that frames are measured under
    double scale = 1;              ///< of the messages of the memory measurements
    std::vector<std::string> only; ///< names of uiRows(); empty: all
};

/// One thing that has a budget.
struct UiRow
{
    std::string_view name;
    std::string_view meaning;
};
std::span<const UiRow> uiRows();
std::vector<std::string> uiRowNames();

/// Measures the window and its models (without a display) and prints one JSON object a figure, beside its budget. 0
/// when every figure is within twice its budget; 1 otherwise. argc and argv are for Qt.
int benchUi(const UiBenchSettings& settings, int& argc, char** argv);

} // namespace greensward::bench
