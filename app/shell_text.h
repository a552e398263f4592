// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ready_file.h"

#include <string>
#include <string_view>

namespace greensward::app {

/// The text as one word of a POSIX shell, whatever it holds.
std::string shellWord(std::string_view text);

/// What `greensward env` prints: lines for eval that point AWS's and MQTT programs of that shell at the workspace.
std::string shellLines(const Whereabouts& whereabouts);

} // namespace greensward::app
