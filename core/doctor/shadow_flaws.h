// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/text.h"

#include <string>
#include <string_view>

namespace greensward::doctor {

/// The first thing a shadow service objects to in a request for an update, and where it stands.
struct ShadowFlaw
{
    Text what;        ///< empty: nothing was found
    std::string node; ///< "state.desired.list[2]", as far as there is one
};
ShadowFlaw flawOf(std::string_view request);

/// A leaf that two sides have with different types: {"1", 1}.
struct TypeClash
{
    std::string path;    ///< "yaw", "motor.rpm"; empty: there is none
    std::string desired; ///< as JSON
    std::string reported;
};
/// The difference of a shadow (its delta's state) beside what was reported just now.
TypeClash typeClash(std::string_view delta, std::string_view reportedRequest);
/// Names of the delta's members that the request did not report as wanted, "rpm, brake".
std::string membersOf(std::string_view delta);
/// True when the request has a state.reported object.
bool reports(std::string_view request);

} // namespace greensward::doctor
