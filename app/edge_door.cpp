// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edge_door.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>

namespace greensward::app {

namespace {

constexpr Duration kInterval = std::chrono::milliseconds{200};

/// With what is known of the gas turbines behind them.
std::vector<ui::CoreView> viewsOf(Engine& engine)
{
    auto cores = engine.edge().views();
    for (ui::CoreView& core : cores)
        if (core.problem.empty())
            core.problem = engine.plants().problem(core.thing);
    return cores;
}

} // namespace

EdgeDoor::EdgeDoor(Engine& engine) : m_engine(engine), m_home(qtHome()) {}

template<typename Work, typename Then>
void EdgeDoor::ask(Work work, Then then) const
{
    m_engine.post([&engine = m_engine, home = m_home, board = std::weak_ptr(m_board), work = std::move(work),
                   then = std::move(then)] {
        auto answer = work(engine);
        home([board, then, answer = std::move(answer)]() mutable {
            if (const auto open = board.lock())
                then(*open, std::move(answer));
        });
    });
}

std::vector<ui::CoreView> EdgeDoor::cores() const
{
    const Instant now = m_engine.clock().now();
    if (!m_board->askedAt || now - *m_board->askedAt >= kInterval) {
        m_board->askedAt = now;
        ask(viewsOf,
            [](Board& board, std::vector<ui::CoreView> cores) { board.cores = std::move(cores); });
    }
    return m_board->cores;
}

void EdgeDoor::tell(Done done, std::function<Result<void>(Engine&)> work)
{
    struct Told
    {
        std::string problem;
        std::vector<ui::CoreView> cores;
    };
    ask(
        [work = std::move(work)](Engine& engine) {
            const auto worked = work(engine);
            return Told{worked ? std::string() : worked.error().message, viewsOf(engine)};
        },
        [done = std::move(done)](Board& board, Told told) {
            board.cores = std::move(told.cores);
            if (done)
                done(std::move(told.problem));
        });
}

void EdgeDoor::add(const std::string& thing, Done done)
{
    tell(std::move(done), [thing](Engine& engine) { return engine.edge().add(thing); });
}

void EdgeDoor::addPlant(Done done)
{
    tell(std::move(done), [](Engine& engine) {
        const auto cores = engine.edge().views();
        int number = 1;
        while (std::ranges::find(cores, fmt::format("gt-{}", number), &ui::CoreView::thing) != cores.end())
            ++number;
        return engine.plants().add(fmt::format("gt-{}", number));
    });
}

void EdgeDoor::remove(const std::string& thing, Done done)
{
    tell(std::move(done), [thing](Engine& engine) {
        engine.plants().remove(thing);
        return engine.edge().remove(thing);
    });
}

void EdgeDoor::setRunning(const std::string& thing, bool running, Done done)
{
    tell(std::move(done), [thing, running](Engine& engine) { return engine.edge().setRunning(thing, running); });
}

void EdgeDoor::setWan(const std::string& thing, bool in)
{
    tell({}, [thing, in](Engine& engine) {
        engine.edge().setWan(thing, in);
        return Result<void>();
    });
}

void EdgeDoor::shadows(const std::string& thing, std::function<void(std::vector<ui::CoreShadow>)> done)
{
    ask([thing](Engine& engine) { return engine.edge().shadows(thing); },
        [done = std::move(done)](Board&, std::vector<ui::CoreShadow> shadows) { done(std::move(shadows)); });
}

} // namespace greensward::app
