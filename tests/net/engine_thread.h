// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/event_loop.h"

#include <future>
#include <thread>
#include <utility>

namespace greensward::net {

/// A loop that runs on a thread of its own, so that a test can speak to it with plain blocking sockets.
class EngineThread
{
public:
    EngineThread() : m_thread([this] { m_loop.run(); }) {}
    ~EngineThread() { stop(); }
    EngineThread(const EngineThread&) = delete;
    EngineThread& operator=(const EngineThread&) = delete;

    EventLoop& loop() { return m_loop; }

    /// Runs work on the engine thread and waits for what it returns.
    template<typename Work>
    auto call(Work work)
    {
        using Result = decltype(work());
        std::packaged_task<Result()> task(std::move(work));
        auto answer = task.get_future();
        if (!m_thread.joinable()) { // stopped: this thread owns what is left
            task();
            return answer.get();
        }
        m_loop.post([&task] { task(); });
        return answer.get();
    }

    void stop()
    {
        if (m_thread.joinable()) {
            m_loop.stop();
            m_thread.join();
        }
    }

private:
    EventLoop m_loop;
    std::thread m_thread;
};

} // namespace greensward::net
