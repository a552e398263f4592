// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/caller_authorization.h"
#include "cloud/services/iot_call.h"

#include <string_view>
#include <vector>

namespace greensward::cloud {

/// What a signed caller needs for a call of the IoT control plane: the action of the operation's name, on what its path
/// names.
std::vector<AccessNeed> iotNeeds(const Account& account, std::string_view operation, const ApiCall& call);

} // namespace greensward::cloud
