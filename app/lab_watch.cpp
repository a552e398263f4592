// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_watch.h"

#include "app/lab_room.h"

#include <fmt/format.h>

namespace greensward::app {

using namespace std::chrono_literals;

namespace {

/// A verdict is there well within 200 ms of what it rests on.
constexpr auto kTurn = 50ms;
/// … at the lab's files: about a second.
constexpr unsigned kTurnsBetweenLooks = 20;
constexpr auto kSetUp = 10s;

} // namespace

Result<std::unique_ptr<LabWatch>> LabWatch::start(Engine& engine, const std::string& lab)
{
    std::unique_ptr<LabWatch> watch(new LabWatch(engine));
    std::promise<Result<void>> promise;
    auto ready = promise.get_future();
    watch->m_thread = std::thread(
        [self = watch.get(), lab, promise = std::move(promise)]() mutable { self->run(lab, std::move(promise)); });
    if (auto up = ready.get(); !up)
        return tl::unexpected(up.error());
    return watch;
}

LabWatch::~LabWatch()
{
    m_stopping = true;
    m_thread.join();
}

void LabWatch::run(const std::string& lab, std::promise<Result<void>> ready)
{
    LabRoom room(m_engine);
    if (!room.begin(lab))
        return ready.set_value(failure(fmt::format("there is no lab {}", lab)));
    const auto isSetUp = [&] { return room.course().busy().empty(); };
    if (!room.turnUntil(isSetUp, kSetUp))
        return ready.set_value(failure(fmt::format("lab {} could not be set up in time", lab)));
    ready.set_value({});
    for (unsigned turn = 1; !m_stopping; ++turn) {
        room.turn(kTurn);
        if (turn % kTurnsBetweenLooks == 0)
            room.course().reload();
    }
}

} // namespace greensward::app
