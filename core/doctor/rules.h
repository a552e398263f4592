// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/occurrence.h"

#include <memory>

/// The rules, each with what it remembers.
namespace greensward::doctor {

std::unique_ptr<Rule> linkRule();           ///< D01, D04, D08, D09: what came of a connection before it was one
std::unique_ptr<Rule> accessRule();         ///< D02 … D06, D20: what certificates and policies do not allow
std::unique_ptr<Rule> apiRule();            ///< D02, D08, D19: signatures, regions, temporary keys
std::unique_ptr<Rule> takeOverRule();       ///< D07
std::unique_ptr<Rule> willRule();           ///< D20: wills that do not come, or late
std::unique_ptr<Rule> discoveryRule();      ///< D10, D11: where devices are told to look for their core
std::string addressLine(std::string_view core); ///< that tells the cloud where a core is
std::unique_ptr<Rule> coreRule();           ///< D12, D13: what keeps a core from serving; roles
std::unique_ptr<Rule> deploymentRule();     ///< D14
std::unique_ptr<Rule> routeRule();          ///< D15: said at a core, and nobody gets it
std::unique_ptr<Rule> shadowRejectedRule(); ///< D16
std::unique_ptr<Rule> deltaRule();          ///< D17

} // namespace greensward::doctor
