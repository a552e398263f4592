// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/journeys/journey_text.h"

#include <optional>

namespace greensward::ui {

/// The workshop's way of finding out why something did not happen: from hop to hop in order, a question each. Did it
/// reach the gateway (what a test client on # would show), was it let in (the policy), whose turn was it then, and what
/// did they say? The first hop that has no good answer is where to look. Nothing for what is no message.
std::optional<JourneyStep> followStep(const Journey& journey);

} // namespace greensward::ui
