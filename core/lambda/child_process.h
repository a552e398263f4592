// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace greensward::lambda {

/// A process of its own group, with the other end of a socket as its descriptor 3 and one pipe for all it prints. It
/// dies with the thread that started it. Ends when this is destroyed, with everybody it started.
class ChildProcess
{
public:
    struct Command
    {
        std::vector<std::string> words; ///< words[0]: a path, or a name looked up in PATH
        std::string folder;             ///< where it starts
        std::map<std::string, std::string> environment;
        /// Of memory that it may ask for, each process of it: a brake for what grows faster than it is measured. 0: none.
        std::uint64_t mostDataKiB = 0;
        bool inJail = false; ///< started by bubblewrap, which ends with 128 and the signal's number
    };
    static Result<ChildProcess> start(const Command& command);

    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&&) = delete;
    ~ChildProcess();

    int channel() const { return m_channel; }
    int output() const { return m_output; }
    /// Readable once the process is gone.
    int death() const { return m_death; }
    /// Resident, its children included.
    std::uint64_t memoryKiB() const;
    /// Whether it, or somebody it started, has the socket of that number (of /proc/net/tcp).
    bool holdsSocket(std::uint64_t inode) const;
    /// Kills it and everybody it started, those that left its group included. How it had ended by itself, or was
    /// killed: "exit status 1", "signal: killed".
    std::string end();
    bool exitedWell() { return end() == "exit status 0"; }

private:
    ChildProcess() = default;

    pid_t m_pid = -1;
    bool m_inJail = false;
    std::uint64_t m_born = 0; ///< as the system counts; whoever it started is younger
    int m_channel = -1;
    int m_output = -1;
    int m_death = -1;
    std::string m_mark; ///< in the environment of everybody it starts
};

} // namespace greensward::lambda
