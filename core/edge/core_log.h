// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "edge/group_document.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace greensward::edge {

enum class LogLevel : std::uint8_t { Debug, Info, Warn, Error, Fatal };
/// "DEBUG" …
std::string_view text(LogLevel level);

/// The log files of a core (greengrass-and-gateway 12), below one folder: system/COMPONENT.log and
/// user/REGION/ACCOUNT/FUNCTION.log. What each of them may take is bounded: at half of its space a file is put aside as
/// FILE.1, in place of the one before. Without a folder nothing is written. One thread.
class CoreLog
{
public:
    CoreLog(const Clock& clock, std::optional<std::filesystem::path> folder)
        : m_clock(clock), m_folder(std::move(folder))
    {}

    /// The loggers of the group from now on; null: those of a core without one.
    void setGroup(const GroupDocument* group);
    /// component: "runtime", "GGRouter" …
    void system(std::string_view component, LogLevel level, std::string_view text);
    /// function: its ARN, of any version.
    void user(std::string_view function, LogLevel level, std::string_view text);
    bool keeps(bool system, LogLevel level) const;
    /// Reset: what functions have written goes.
    void dropUser();

private:
    struct Kept
    {
        bool on = false;
        LogLevel least = LogLevel::Info;
        std::uint64_t space = 128 * 1024;
    };
    void write(const std::filesystem::path& file, const Kept& kept, LogLevel level, std::string_view text);

    const Clock& m_clock;
    std::optional<std::filesystem::path> m_folder;
    Kept m_system{.on = true};
    Kept m_user{};
    std::map<std::filesystem::path, std::uint64_t> m_sizes;
};

} // namespace greensward::edge
