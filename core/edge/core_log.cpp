// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/core_log.h"

#include "aws/arn.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fstream>
#include <system_error>

namespace greensward::edge {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 5> kLevels{"DEBUG", "INFO", "WARN", "ERROR", "FATAL"};
constexpr std::size_t kLongestLine = 8 * 1024;
constexpr std::uint64_t kLeastSpace = 4 * 1024;

LogLevel levelOf(std::string_view word)
{
    const auto found = std::find(kLevels.begin(), kLevels.end(), word);
    return found == kLevels.end() ? LogLevel::Info : static_cast<LogLevel>(found - kLevels.begin());
}

} // namespace

std::string_view text(LogLevel level)
{
    return kLevels[static_cast<std::size_t>(level)];
}

void CoreLog::setGroup(const GroupDocument* group)
{
    m_system = {.on = true};
    m_user = {.on = group != nullptr};
    m_cloudSystem = m_cloudUser = {};
    if (!group || !group->loggers)
        return;
    m_system.on = m_user.on = false;
    for (const GroupLogger& logger : *group->loggers) {
        Kept& kept = logger.inCloudWatch ? (logger.ofSystem ? m_cloudSystem : m_cloudUser)
                                         : (logger.ofSystem ? m_system : m_user);
        kept.on = true;
        kept.least = levelOf(logger.level);
        kept.space = std::max(logger.spaceKiB * 1024, kLeastSpace);
    }
}

bool CoreLog::keeps(bool system, LogLevel level) const
{
    return inFile(system ? m_system : m_user, level) || inCloud(system ? m_cloudSystem : m_cloudUser, level);
}

void CoreLog::system(std::string_view component, LogLevel level, std::string_view text)
{
    if (inFile(m_system, level))
        write(*m_folder / "system" / fmt::format("{}.log", component), m_system, level, text);
    if (inCloud(m_cloudSystem, level))
        m_toCloud(fmt::format("/aws/greengrass/GreengrassSystem/{}", component), lineOf(level, text));
}

void CoreLog::user(std::string_view function, LogLevel level, std::string_view text)
{
    if (!keeps(false, level))
        return;
    const auto arn = aws::Arn::parse(function);
    if (!arn)
        return;
    // "function:NAME:VERSION"
    std::string name = arn->resource.substr(arn->resource.find(':') + 1);
    name = name.substr(0, name.find(':'));
    if (name.empty() || (name + arn->region + arn->account).find('/') != std::string::npos)
        return;
    if (inFile(m_user, level))
        write(*m_folder / "user" / arn->region / arn->account / (name + ".log"), m_user, level, text);
    if (inCloud(m_cloudUser, level))
        m_toCloud(fmt::format("/aws/greengrass/Lambda/{}/{}/{}", arn->region, arn->account, name),
                  lineOf(level, text));
}

std::string CoreLog::lineOf(LogLevel level, std::string_view text) const
{
    return fmt::format("[{}][{}]-{}", toIso8601(m_clock.wall()), edge::text(level), text.substr(0, kLongestLine));
}

void CoreLog::write(const fs::path& file, const Kept& kept, LogLevel level, std::string_view text)
{
    std::error_code failed;
    auto [known, isNew] = m_sizes.try_emplace(file, 0);
    if (isNew) {
        fs::create_directories(file.parent_path(), failed);
        const auto there = fs::file_size(file, failed);
        known->second = failed ? 0 : there;
    }
    const std::string line = lineOf(level, text) + '\n';
    if (known->second > 0 && known->second + line.size() > kept.space / 2) {
        fs::rename(file, file.string() + ".1", failed);
        known->second = 0;
    }
    std::ofstream out(file, std::ios::app | std::ios::binary);
    out << line;
    known->second += line.size();
}

void CoreLog::dropUser()
{
    if (!m_folder)
        return;
    std::error_code failed;
    fs::remove_all(*m_folder / "user", failed);
    m_sizes.clear();
}

} // namespace greensward::edge
