// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace greensward::labs {

/// How alike two texts are: 1 the same, 0 nothing in common; the share of letters that need not be changed.
double likeness(std::string_view a, std::string_view b);

} // namespace greensward::labs
