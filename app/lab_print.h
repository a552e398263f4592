// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "labs/course.h"

namespace greensward::app {

// Labs on a terminal.

/// "5  Thing shadows   25 min   3/7"
void printLine(const labs::Lab& lab, const labs::LabView& view);
/// Its text, its steps and the ways they are done.
void printLab(const labs::Lab& lab, const labs::LabView& view);
/// How a step stands. wasDone: before anything was done for it.
void printStep(const labs::Step& step, const labs::StepView& view, bool wasDone);

} // namespace greensward::app
