// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/bench_broker.h"
#include "base/result.h"

#include <filesystem>
#include <sys/types.h>

namespace greensward::bench {

/// A `serve --mqtt-plain --ports auto` of this very program in a process of its own, so that the broker
/// does not share a thread, a heap or a processor's time slice with the load. Stopped when this goes.
class BrokerProcess
{
public:
    /// Returns once every port answers. With a folder, its workspace lasts there and what it acknowledges is on disk.
    static Result<BrokerProcess> start(const std::filesystem::path& folder = {});
    ~BrokerProcess();
    BrokerProcess(BrokerProcess&& other) noexcept;
    BrokerProcess& operator=(BrokerProcess&&) = delete;

    const Target& target() const { return m_target; }

private:
    BrokerProcess(pid_t pid, std::filesystem::path readyFile);
    Result<void> awaitReady();

    pid_t m_pid = 0;
    std::filesystem::path m_readyFile;
    Target m_target;
};

} // namespace greensward::bench
