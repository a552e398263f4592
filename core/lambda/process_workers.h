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
/// at least 48 MiB are always allowed, as an interpreter alone needs twenty, and 128 MiB for Node.js), is killed with all
/// its children. Output and payloads are bounded. Idle instances end after a minute; at destruction all end, and nobody is
/// called any more.
///
/// Python and Node.js run under a bootstrap of ours. A package with an executable `bootstrap` speaks the Lambda Runtime
/// API to a port of loopback, opened when the first such function starts; who asks there is told from the process that
/// owns the socket, so none can speak for another.
class Processes final : public Workers
{
public:
    struct Settings
    {
        std::filesystem::path runtime; ///< the folder with bootstrap.py and greengrasssdk: resources/python. Beside it is
                                       ///< that for Node.js, resources/node
        std::string python = "/usr/bin/python3"; ///< or a name that is looked up in PATH
        std::string node = "node";               ///< likewise
        std::chrono::seconds idleFor{60};
        std::chrono::seconds startsWithin{10}; ///< until the module is loaded
        std::size_t mostWaiting = 1000;        ///< calls in line for one function
        bool bubblewrap = true;                ///< where it is installed and works
        std::filesystem::path hidden{};        ///< a folder that no function may see: the workspace
    };
    /// clock: the machine's, as processes do not live in virtual time; asked on the watching thread. post: runs work on the
    /// engine thread; callable from any thread. Both must outlive this.
    Processes(const Clock& clock, Settings settings, std::function<void(std::function<void()>)> post);
    ~Processes() override;

    void add(FunctionSpec spec, FunctionRequests& requests) override;
    void remove(std::string_view arn) override;
    void invoke(std::string_view arn, Invocation invocation, Done done) override;
    /// Waits until it is known, once, some milliseconds.
    std::string isolation() const override;
    Result<void> canRun(std::string_view runtime) const override;

private:
    class Watch;
    std::shared_ptr<Watch> m_watch;
};

} // namespace greensward::lambda
