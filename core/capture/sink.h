// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/manifest.h"
#include "trace/recorder.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace greensward::capture {

/// Where a recording puts its events. One thread.
class Sink
{
public:
    virtual ~Sink() = default;
    /// Takes one event in; false once a limit is reached (then and from then on nothing is taken).
    virtual bool write(const trace::Event& event, const trace::Chunk& chunk) = 0;
    /// Hands the lines to the system, so that they survive the process; looks at the limits.
    virtual Result<void> flush() = 0;
    /// Nothing more comes. May take a while.
    virtual Result<void> finish(WallTime ended, std::uint64_t lost = 0) = 0;

    virtual const Manifest& manifest() const = 0;
    /// What can be opened once it is finished.
    virtual const std::filesystem::path& file() const = 0;
    virtual std::uint64_t bytes() const = 0;
    /// Why nothing more is taken, in one sentence; empty while all is well.
    const std::string& full() const { return manifest().ending; }
    /// What was done since the last call to stay within the limit, in one sentence; empty when nothing was.
    virtual std::string takeNotice() { return {}; }
};

} // namespace greensward::capture
