// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "trace/event.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::capture {

/// Of the format. Readers take every version: what a newer one added is skipped and counted.
inline constexpr int kVersion = 1;

/// What a capture says of itself: in a zip manifest.json, in a recording under way its first line (without the counts).
struct Manifest
{
    int version = kVersion;
    std::string program{};  ///< "greensward 0.1.0"
    std::string endpoint{}; ///< of the broker that was recorded: "localhost:8883"
    /// When recording began. Events before it tell how things stood then (who was connected, what was subscribed).
    WallTime started{};
    WallTime ended{};         ///< of the last event or of the recording's end, whichever is later
    std::uint64_t events = 0; ///< 0: not counted, the recording did not end in the usual way
    std::uint64_t lost = 0;   ///< events that the recorder could not keep up with
    std::uint64_t dropped = 0; ///< events of a session that outgrew its limit: the oldest
    std::string ending{};     ///< why the recording ended by itself; empty when somebody stopped it
    std::array<std::uint64_t, static_cast<std::size_t>(trace::Kind::kCount)> kinds{}; ///< events of each
    std::vector<std::string> removed{}; ///< the redaction note: one sentence for each thing that was taken out
};

/// The first line of a recording, its line feed included.
std::string headLine(const Manifest& manifest);
std::string manifestText(const Manifest& manifest);
/// Reads either; unknown members and kinds are skipped.
Result<Manifest> parseManifest(std::string_view text);

} // namespace greensward::capture
