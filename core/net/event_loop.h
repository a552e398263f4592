// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/executor.h"

#include <functional>
#include <memory>

namespace greensward::net {

/// The engine thread's loop over Boost.Asio. Everything in core/net belongs to one; all callbacks run in run().
/// Instants are those of SystemClock. When the loop is destroyed, links that are still open are closed without a word
/// to their handlers; timers and listeners have to be gone by then.
class EventLoop final : public Executor
{
public:
    EventLoop();
    ~EventLoop() override;

    /// Runs until stop() (returns at once when stop() came before). The calling thread is the engine thread.
    void run();
    /// Any thread.
    void stop();
    /// Any thread.
    void post(std::function<void()> work) override;
    /// Engine thread, cheap, no lock: runs work after the handlers that are ready now, once, in this turn of the loop.
    /// This is where a broker's outputs are written. Asking again before it ran does nothing.
    void atEndOfTurn(std::function<void()>* work);
    /// Takes back what atEndOfTurn() was given, before *work dies. Engine thread.
    void cancelEndOfTurn(std::function<void()>* work);

    /// A one-shot timer; setting it again replaces the earlier time, destroying it cancels. Engine thread.
    class Timer
    {
    public:
        Timer(EventLoop& loop, std::function<void()> fired);
        ~Timer();
        void set(Instant when);
        void cancel();

    private:
        struct State;
        std::shared_ptr<State> m_state;
    };

    struct Implementation; ///< the asio::io_context, for the other files of core/net
    Implementation& implementation() { return *m_implementation; }

private:
    std::unique_ptr<Implementation> m_implementation;
};

} // namespace greensward::net
