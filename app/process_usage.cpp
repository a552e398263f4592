// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process_usage.h"

#include <algorithm>
#include <ctime>
#include <fmt/format.h>
#include <fstream>
#include <malloc.h>
#include <sstream>
#include <string>
#include <sys/resource.h>
#include <unistd.h>

namespace greensward::app {

namespace {

std::string processFile(int pid, std::string_view file)
{
    return pid == 0 ? fmt::format("/proc/self/{}", file) : fmt::format("/proc/{}/{}", pid, file);
}

/// /proc/PID/stat from this field on (proc(5), counted from 1). The second field is the name in parentheses, which may
/// hold anything.
std::istringstream statFrom(int pid, int field)
{
    std::ifstream file(processFile(pid, "stat"));
    std::string text;
    std::getline(file, text);
    const auto name = text.rfind(')');
    std::istringstream fields(name == std::string::npos ? std::string() : text.substr(name + 1));
    std::string skipped;
    for (int passed = 3; passed < field; ++passed)
        fields >> skipped;
    return fields;
}

std::chrono::duration<double> ticks(double count)
{
    return std::chrono::duration<double>(count / static_cast<double>(::sysconf(_SC_CLK_TCK)));
}

std::chrono::duration<double> read(clockid_t clock)
{
    timespec time{};
    ::clock_gettime(clock, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

} // namespace

std::chrono::duration<double> processorTime(int pid)
{
    double user = 0;
    double system = 0;
    statFrom(pid, 14) >> user >> system;
    return ticks(user + system);
}

std::chrono::duration<double> threadTime()
{
    return read(CLOCK_THREAD_CPUTIME_ID);
}

std::chrono::duration<double> processAge()
{
    double started = 0; // since the machine was
    statFrom(0, 22) >> started;
    return read(CLOCK_BOOTTIME) - ticks(started);
}

std::uint64_t heapBytes()
{
    const auto heap = ::mallinfo2();
    return heap.uordblks + heap.hblkhd;
}

std::uint64_t residentBytes(int pid)
{
    std::ifstream file(processFile(pid, "statm"));
    std::uint64_t total = 0;
    std::uint64_t resident = 0;
    file >> total >> resident;
    return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

std::uint64_t raiseOpenFiles(std::uint64_t wanted)
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 0;
    if (limit.rlim_cur >= wanted)
        return limit.rlim_cur;
    // Root may raise the hard limit, others go up to it.
    const rlimit both{wanted, std::max<rlim_t>(limit.rlim_max, wanted)};
    if (::setrlimit(RLIMIT_NOFILE, &both) == 0)
        return wanted;
    limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, wanted);
    return ::setrlimit(RLIMIT_NOFILE, &limit) == 0 ? limit.rlim_cur : 0;
}

} // namespace greensward::app
