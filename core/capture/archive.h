// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/source.h"

#include <string_view>

namespace greensward::capture {

inline constexpr std::string_view kManifestName = "manifest.json";
inline constexpr std::string_view kEventsName = "events.jsonl";

/// True when the place begins as a zip does.
Result<bool> isArchive(const Place& place);

/// One file inside the zip, unpacked while it is read. Fails for a zip with more than a handful of entries, for one
/// that has no such file, and for a file that says it is larger than atMost.
Result<std::unique_ptr<Source>> openInside(const Place& place, std::string_view name, std::uint64_t atMost);

/// Writes a zip of a manifest and the events that lie in a file: beside the target first, then renamed over it.
Result<void> pack(const std::filesystem::path& events, const std::string& manifest,
                  const std::filesystem::path& target);

} // namespace greensward::capture
