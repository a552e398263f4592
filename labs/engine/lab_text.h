// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "labs/lab.h"

#include <array>

#include <string>
#include <string_view>
#include <vector>

namespace greensward::labs {

/// lab.md taken apart by its headings: `#` the lab, `##` a step each, and below it in this order `###` the console, the
/// terminal, the device, the hints.
struct LabText
{
    struct Section
    {
        std::string anchor{}; ///< "make-a-thing"
        std::string title{};
        int line = 0;
        std::string text{};
        std::array<Passage, kWays> ways{};
        std::vector<std::string> hints{};
        std::vector<std::string> headings{}; ///< of third level, as written
    };
    std::string title;
    std::string introduction;
    std::vector<Section> sections;
};
LabText readLabText(std::string_view markdown);

/// As a heading's anchor: "Make a thing!" becomes "make-a-thing".
std::string anchorOf(std::string_view heading);

/// Targets of links of that scheme: "console:shadows/wt-1" gives "shadows/wt-1".
std::vector<std::string> linksOf(std::string_view markdown, std::string_view scheme);
/// What they say.
std::vector<std::string> linkTextsOf(std::string_view markdown, std::string_view scheme);

} // namespace greensward::labs
