// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "lambda/child_process.h"
#include "lambda/function.h"
#include "lambda/jail.h"
#include "lambda/process_workers.h"

#include <cstdint>
#include <string_view>

namespace greensward::lambda {

/// Whether functions of that runtime can run on this machine; if not, a sentence for who chose it. Any thread.
Result<void> canRun(std::string_view runtime, const Processes::Settings& settings);

/// The command that starts an instance. instance: "counter-3#1". runtimeApi: "127.0.0.1:40001", for those that speak it.
Result<ChildProcess::Command> launchOf(const FunctionSpec& spec, const Processes::Settings& settings, const Jail& jail,
                                       std::string_view instance, std::string_view runtimeApi);

} // namespace greensward::lambda
