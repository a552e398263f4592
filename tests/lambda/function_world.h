// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lambda/process_workers.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <mutex>
#include <optional>

#include <unistd.h>

namespace greensward::lambda {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

/// An engine thread, and a host that writes down what it was asked.
class FunctionWorld : public testing::Test, protected FunctionRequests
{
protected:
    FunctionWorld() : m_folder(fs::temp_directory_path() / ("greensward-lambda-" + std::to_string(::getpid())))
    {
        fs::remove_all(m_folder);
        fs::create_directories(m_folder);
        restart(Processes::Settings{.runtime = GREENSWARD_PYTHON_RUNTIME});
    }
    /// Anew.
    void restart(Processes::Settings settings)
    {
        m_processes.reset();
        m_processes.emplace(m_clock, std::move(settings), [this](std::function<void()> work) { post(std::move(work)); });
    }
    ~FunctionWorld() override
    {
        m_processes.reset();
        fs::remove_all(m_folder);
    }

    void post(std::function<void()> work)
    {
        const std::lock_guard lock(m_mutex);
        m_work.push_back(std::move(work));
        m_came.notify_one();
    }
    /// Runs the engine until it is so; false when it takes too long.
    bool until(const std::function<bool()>& reached, std::chrono::seconds atMost = 15s)
    {
        const auto end = std::chrono::steady_clock::now() + atMost;
        while (!reached()) {
            std::unique_lock lock(m_mutex);
            if (!m_came.wait_until(lock, end, [this] { return !m_work.empty(); }))
                return false;
            const auto work = std::move(m_work.front());
            m_work.pop_front();
            lock.unlock();
            work();
        }
        return true;
    }

    void write(const std::string& name, const std::string& content, bool runs = false)
    {
        const fs::path file = m_folder / name;
        fs::create_directories(file.parent_path());
        std::ofstream(file) << content;
        if (runs)
            fs::permissions(file, fs::perms::owner_exec, fs::perm_options::add);
    }
    FunctionSpec function(const std::string& code)
    {
        write("index.py", code);
        return {.arn = "arn:aws:lambda:us-east-1:123456789012:function:counter:3",
                .handler = "index.handler",
                .runtime = "python3.7",
                .folder = m_folder};
    }
    void add(const FunctionSpec& spec)
    {
        m_arn = spec.arn;
        m_processes->add(spec, *this);
    }
    std::shared_ptr<std::optional<Outcome>> begin(std::string payload = "{}", std::string clientContext = {})
    {
        auto outcome = std::make_shared<std::optional<Outcome>>();
        m_processes->invoke(m_arn,
                            {.requestId = "request-" + std::to_string(++m_requests),
                             .payload = std::move(payload),
                             .clientContext = std::move(clientContext),
                             .logTail = true},
                            [outcome](Outcome got) { *outcome = std::move(got); });
        return outcome;
    }
    Outcome call(std::string payload = "{}", std::string clientContext = {})
    {
        const auto outcome = begin(std::move(payload), std::move(clientContext));
        if (!until([&] { return outcome->has_value(); })) {
            ADD_FAILURE() << "never came back";
            return {};
        }
        return **outcome;
    }

    void publish(const FunctionSpec&, std::string topic, std::string payload, std::string, Done done) override
    {
        m_published.push_back(topic + " " + payload);
        done({});
    }
    void shadow(const FunctionSpec&, ShadowVerb, std::string thing, std::string, Done done) override
    {
        if (thing == "nobody")
            return done({.error = R"({"code":404,"message":"No shadow exists with name: 'nobody'"})"});
        done({.payload = R"({"state":{"reported":{"on":true}}})"});
    }
    void invoke(const FunctionSpec&, std::string name, std::string, bool, std::string payload, std::string,
                Done done) override
    {
        done({.payload = name + " got " + payload});
    }
    void log(const LogLine& line) override { m_log.push_back(line.text); }

    fs::path m_folder;
    /// Whether a line of the log has that.
    bool logged(const std::string& text) const
    {
        return std::ranges::any_of(m_log, [&](const std::string& line) { return line.find(text) != std::string::npos; });
    }

    std::string m_arn;
    std::vector<std::string> m_published;
    std::vector<std::string> m_log;
    SystemClock m_clock;
    std::optional<Processes> m_processes;

private:
    int m_requests = 0;
    std::mutex m_mutex;
    std::condition_variable m_came;
    std::deque<std::function<void()>> m_work;
};

} // namespace greensward::lambda
