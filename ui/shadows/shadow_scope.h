// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/filter.h"
#include "ui/models/shadow_record.h"

/// What the window's scope keeps of shadows. A change is a message on the shadow's topic by whoever asked for it.
namespace greensward::ui {

bool keeps(const Filter& filter, const ShadowName& name, const ShadowChange& change);
/// A shadow is kept for its name, or for one of its changes: what "from:app" wrote is found where it was written.
bool keeps(const Filter& filter, const ShadowRecord& record);

} // namespace greensward::ui
