// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session_keeper.h"

#include <fmt/format.h>

namespace greensward::app {

Result<std::unique_ptr<CaptureRecording>> keepSession(Engine& engine, const std::filesystem::path& directory,
                                                      std::uint64_t bytes)
{
    const auto session = directory / "session";
    const auto last = directory / "last-session";
    if (bytes == 0) {
        for (const auto& folder : {session, last}) {
            std::error_code error;
            std::filesystem::remove_all(folder, error);
            if (error)
                return failure(fmt::format("{} cannot be removed: {}", folder.string(), error.message()));
        }
        return nullptr;
    }
    if (const auto kept = capture::keepAsLast(session, last); !kept)
        return tl::unexpected(kept.error());
    return CaptureRecording::startSession(engine, session, {.bytes = bytes});
}

} // namespace greensward::app
