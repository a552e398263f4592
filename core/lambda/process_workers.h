// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "lambda/workers.h"

#include <functional>
#include <memory>

namespace greensward::lambda {

/// Functions in processes of their own, one process an instance: they talk framed messages over a private socket, what
/// they print goes through a pipe and becomes log lines. One thread watches all of them, so that nobody waits here.
///
/// What holds: a call that lasts too long, or an instance that takes more memory than it may (looked at every 100 ms;
/// at least 48 MiB are always allowed, as an interpreter alone needs twenty), is killed with all its children. Output
/// and payloads are bounded. Idle instances end after a minute; at destruction all end, and nobody is called any more.
class Processes final : public Workers
{
public:
    struct Settings
    {
        std::filesystem::path runtime;           ///< the folder with bootstrap.py and greengrasssdk; resources/python
        std::string python = "/usr/bin/python3"; ///< or a name that is looked up in PATH
        std::chrono::seconds idleFor{60};
        std::chrono::seconds startsWithin{10}; ///< until the module is loaded
        std::size_t mostWaiting = 1000;        ///< calls in line for one function
        bool bubblewrap = true;                ///< where it is installed and works
    };
    /// clock: the machine's, as processes do not live in virtual time; asked on the watching thread. post: runs work on the
    /// engine thread; callable from any thread. Both must outlive this.
    Processes(const Clock& clock, Settings settings, std::function<void(std::function<void()>)> post);
    ~Processes() override;

    void add(FunctionSpec spec, FunctionRequests& requests) override;
    void remove(std::string_view arn) override;
    void invoke(std::string_view arn, Invocation invocation, Done done) override;
    std::string isolation() const override;

private:
    class Watch;
    std::shared_ptr<Watch> m_watch;
};

} // namespace greensward::lambda
