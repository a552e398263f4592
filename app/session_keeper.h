// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture_recording.h"

namespace greensward::app {

/// Keeps what happens in a workspace for the next start: what was being kept when the process before ended, however it
/// ended, becomes DIRECTORY/last-session, and this session is written into DIRECTORY/session from now on.
///
/// bytes: how much is kept; 0: nothing, neither of this session nor of the one before.
Result<std::unique_ptr<CaptureRecording>> keepSession(Engine& engine, const std::filesystem::path& directory,
                                                      std::uint64_t bytes);

} // namespace greensward::app
