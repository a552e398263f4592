// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/executor.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <vector>

namespace greensward::app {

/// Work that others leave for a thread that has no event loop: it comes by and does it.
class PostBox final : public Executor
{
public:
    void post(std::function<void()> work) override;
    /// Does what was left; waits for the first of it, for so long at most.
    void empty(std::chrono::milliseconds patience);

private:
    std::mutex m_mutex;
    std::condition_variable m_left;
    std::vector<std::function<void()>> m_work;
};

} // namespace greensward::app
