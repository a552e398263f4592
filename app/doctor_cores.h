// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace greensward::app {

class Findings;
struct Whereabouts;

/// D12 of the folder of a core, beyond what its files say: whether the core would start, whether its port is free, and
/// what the core has seen while it runs. Nothing when the folder is that of something else.
void checkCore(Findings& findings, const std::filesystem::path& folder);

/// D11: asks the account for the cores of all groups that are deployed, and tries each of their addresses.
void checkAddresses(Findings& findings, const Whereabouts& at);

} // namespace greensward::app
