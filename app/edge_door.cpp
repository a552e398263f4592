// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edge_door.h"

#include <chrono>

namespace greensward::app {

namespace {

constexpr Duration kInterval = std::chrono::milliseconds{200};

} // namespace

EdgeDoor::EdgeDoor(Engine& engine) : m_engine(engine), m_home(qtHome()) {}

template<typename Work, typename Then>
void EdgeDoor::ask(Work work, Then then) const
{
    m_engine.post([&engine = m_engine, home = m_home, board = std::weak_ptr(m_board), work = std::move(work),
                   then = std::move(then)] {
        auto answer = work(engine.edge());
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
        ask([](EdgeFloor& edge) { return edge.views(); },
            [](Board& board, std::vector<ui::CoreView> cores) { board.cores = std::move(cores); });
    }
    return m_board->cores;
}

void EdgeDoor::tell(Done done, std::function<Result<void>(EdgeFloor&)> work)
{
    struct Told
    {
        std::string problem;
        std::vector<ui::CoreView> cores;
    };
    ask(
        [work = std::move(work)](EdgeFloor& edge) {
            const auto worked = work(edge);
            return Told{worked ? std::string() : worked.error().message, edge.views()};
        },
        [done = std::move(done)](Board& board, Told told) {
            board.cores = std::move(told.cores);
            if (done)
                done(std::move(told.problem));
        });
}

void EdgeDoor::add(const std::string& thing, Done done)
{
    tell(std::move(done), [thing](EdgeFloor& edge) { return edge.add(thing); });
}

void EdgeDoor::remove(const std::string& thing, Done done)
{
    tell(std::move(done), [thing](EdgeFloor& edge) { return edge.remove(thing); });
}

void EdgeDoor::setRunning(const std::string& thing, bool running, Done done)
{
    tell(std::move(done), [thing, running](EdgeFloor& edge) { return edge.setRunning(thing, running); });
}

void EdgeDoor::setWan(const std::string& thing, bool in)
{
    tell({}, [thing, in](EdgeFloor& edge) {
        edge.setWan(thing, in);
        return Result<void>();
    });
}

void EdgeDoor::shadows(const std::string& thing, std::function<void(std::vector<ui::CoreShadow>)> done)
{
    ask([thing](EdgeFloor& edge) { return edge.shadows(thing); },
        [done = std::move(done)](Board&, std::vector<ui::CoreShadow> shadows) { done(std::move(shadows)); });
}

} // namespace greensward::app
