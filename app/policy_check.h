// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ready_file.h"
#include "doctor/card.h"

#include <vector>

namespace greensward::app {

/// The account's policies, asked for over its API as any program would: those that allow nothing at all. Fails with the
/// reason why they could not be read.
Result<std::vector<doctor::Card>> checkPolicies(const Whereabouts& at);

} // namespace greensward::app
