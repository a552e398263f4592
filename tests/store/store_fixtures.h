// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/executor.h"
#include "store/database.h"

#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>

namespace greensward::store::test {

/// A folder that is gone after the test.
class Folder
{
public:
    Folder()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "greensward-store-XXXXXX").string();
        m_path = ::mkdtemp(pattern.data());
    }
    ~Folder()
    {
        std::error_code left;
        std::filesystem::remove_all(m_path, left);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::filesystem::path operator/(const char* name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

/// An engine thread that runs when the test says so.
class StepExecutor final : public Executor
{
public:
    void post(std::function<void()> work) override
    {
        const std::lock_guard lock(m_mutex);
        m_posted.push_back(std::move(work));
        m_arrived.notify_all();
    }
    /// Waits for one piece of work and runs it.
    void runOne()
    {
        std::unique_lock lock(m_mutex);
        m_arrived.wait(lock, [&] { return !m_posted.empty(); });
        const auto work = std::move(m_posted.front());
        m_posted.pop_front();
        lock.unlock();
        work();
    }
    /// Runs what has been posted so far.
    void runReady()
    {
        std::unique_lock lock(m_mutex);
        auto ready = std::exchange(m_posted, {});
        lock.unlock();
        for (const auto& work : ready)
            work();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<std::function<void()>> m_posted;
};

/// The first column of the first row; -1 when there is none or the query fails.
inline std::int64_t number(Database& database, std::string_view sql)
{
    auto rows = database.query(sql);
    return rows && rows->next().value_or(false) ? rows->integer(0) : -1;
}

} // namespace greensward::store::test
