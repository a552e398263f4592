// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "client/api.h"

#include <boost/json/object.hpp>
#include <string>
#include <string_view>

namespace greensward::labs {

/// The call of an operation that labs know by name, "iot CreateThing", with its parameters as the AWS documentation
/// names them: labels, query, header fields and body are sorted out here. The payload of "iotdata Publish" and
/// "iotdata UpdateThingShadow" is given as "payload", text or JSON.
Result<client::Call> callOf(std::string_view operation, const boost::json::object& parameters);

/// Whether labs know it, and whether it only looks ("iot DescribeThing").
bool isOperation(std::string_view operation);
bool onlyLooks(std::string_view operation);

} // namespace greensward::labs
