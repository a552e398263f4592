// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "labs/course.h"

namespace greensward::labs {

/// A step of the lab that goes on, and who judges it.
struct Course::Watched
{
    const Step* step = nullptr;
    std::unique_ptr<Judge> judge;
    std::uint64_t revision = 0; ///< of the judge, as last looked at
    bool wasMet = false;        ///< by this judge
    bool isNotNow = false;
    std::string nearMiss; ///< of the step's own list; empty: none seen
};

} // namespace greensward::labs
