// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace greensward::ui {

/// Whether views may move things. Off: they show the end of a movement at once. Of the one application, as its palette
/// is; the window's thread.
bool motionAllowed();
void setMotionAllowed(bool allowed);

} // namespace greensward::ui
