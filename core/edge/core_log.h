// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "edge/group_document.h"

#include <cstdint>
#include <filesystem>
#include <functional>
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
/// FILE.1, in place of the one before. Without a folder nothing is written. What loggers of CloudWatch want goes to
/// toCloud, under the name of its log group. One thread.
class CoreLog
{
public:
    /// A line as it stands in a file, without its end.
    using ToCloud = std::function<void(const std::string& logGroup, std::string line)>;

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
    void sendTo(ToCloud toCloud) { m_toCloud = std::move(toCloud); }

private:
    struct Kept ///< by a logger; at most one in files and one in the cloud, for each kind of line
    {
        bool on = false;
        LogLevel least = LogLevel::Info;
        std::uint64_t space = 128 * 1024;
    };
    bool inFile(const Kept& kept, LogLevel level) const { return m_folder && kept.on && level >= kept.least; }
    bool inCloud(const Kept& kept, LogLevel level) const { return m_toCloud && kept.on && level >= kept.least; }
    std::string lineOf(LogLevel level, std::string_view text) const;
    void write(const std::filesystem::path& file, const Kept& kept, LogLevel level, std::string_view text);

    const Clock& m_clock;
    std::optional<std::filesystem::path> m_folder;
    Kept m_system{.on = true};
    Kept m_user{};
    Kept m_cloudSystem{};
    Kept m_cloudUser{};
    ToCloud m_toCloud;
    std::map<std::filesystem::path, std::uint64_t> m_sizes;
};

} // namespace greensward::edge
