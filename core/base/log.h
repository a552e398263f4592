// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <spdlog/spdlog.h>
#include <string>

namespace greensward::log {

/// Where the program's own diagnostics go: standard error, one line each, with time and level. Called once by app.
/// Secrets (keys, tokens, passwords, payloads) are never passed to a log call.
void start(spdlog::level::level_enum level);

} // namespace greensward::log
