// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/event_loop.h"

#include "net/loop_core.h"
#include "net/memory_link_core.h"

#include <algorithm>
#include <ctime>
#include <fmt/format.h>

namespace greensward::net {

EventLoop::Implementation::Implementation() = default;

EventLoop::Implementation::~Implementation()
{
    // Residents that no pending operation refers to die here, the others with the io_context.
    auto last = std::move(residents);
    residents.clear();
    memoryReady.clear();
}

void EventLoop::Implementation::runEndOfTurn()
{
    running.swap(endOfTurn);
    // By index: work may cancel other work of the same turn, which leaves a null.
    for (std::size_t i = 0; i < running.size(); ++i) {
        if (running[i])
            (*running[i])();
    }
    running.clear();
}

const std::string& EventLoop::Implementation::httpDate()
{
    const std::time_t now = std::time(nullptr);
    if (now != m_dateSecond) {
        static constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
        static constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
        std::tm utc{};
        gmtime_r(&now, &utc);
        m_date = fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", kDays.at(static_cast<std::size_t>(utc.tm_wday)),
                             utc.tm_mday, kMonths.at(static_cast<std::size_t>(utc.tm_mon)), utc.tm_year + 1900,
                             utc.tm_hour, utc.tm_min, utc.tm_sec);
        m_dateSecond = now;
    }
    return m_date;
}

EventLoop::EventLoop() : m_implementation(std::make_unique<Implementation>()) {}

EventLoop::~EventLoop() = default;

void EventLoop::run()
{
    m_implementation->io.run();
    m_implementation->io.restart();
}

void EventLoop::stop()
{
    m_implementation->io.stop();
}

void EventLoop::post(std::function<void()> work)
{
    asio::post(m_implementation->io, std::move(work));
}

void EventLoop::atEndOfTurn(std::function<void()>* work)
{
    auto& list = m_implementation->endOfTurn;
    if (std::find(list.begin(), list.end(), work) != list.end())
        return;
    // Asio appends what a handler posts behind everything that is ready by now: that is the end of the turn.
    if (list.empty())
        asio::post(m_implementation->io, [core = m_implementation.get()] { core->runEndOfTurn(); });
    list.push_back(work);
}

void EventLoop::cancelEndOfTurn(std::function<void()>* work)
{
    std::replace(m_implementation->running.begin(), m_implementation->running.end(), work,
                 static_cast<std::function<void()>*>(nullptr));
    // Null, not erased: the list must stay non-empty while its turn's end is posted.
    std::replace(m_implementation->endOfTurn.begin(), m_implementation->endOfTurn.end(), work,
                 static_cast<std::function<void()>*>(nullptr));
}

struct EventLoop::Timer::State : std::enable_shared_from_this<State>
{
    State(LoopCore& core, std::function<void()> work) : timer(core.io), fired(std::move(work)) {}

    void set(Instant when)
    {
        const auto round = ++generation;
        timer.expires_at(std::chrono::steady_clock::time_point(
            std::chrono::duration_cast<std::chrono::steady_clock::duration>(when.time_since_epoch())));
        timer.async_wait([weak = weak_from_this(), round](ErrorCode) {
            const auto self = weak.lock();
            // A later set() or cancel() may have come after this one was already queued.
            if (self && self->generation == round)
                self->fired();
        });
    }
    void cancel()
    {
        ++generation;
        timer.cancel();
    }

    LoopTimer timer;
    std::function<void()> fired;
    std::uint64_t generation = 0;
};

EventLoop::Timer::Timer(EventLoop& loop, std::function<void()> fired)
    : m_state(std::make_shared<State>(loop.implementation(), std::move(fired)))
{}

EventLoop::Timer::~Timer()
{
    m_state->cancel();
}

void EventLoop::Timer::set(Instant when)
{
    m_state->set(when);
}

void EventLoop::Timer::cancel()
{
    m_state->cancel();
}

} // namespace greensward::net
