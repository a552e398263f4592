// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine.h"
#include "app/memory_transport.h"
#include "ui/models/edge_port.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace greensward::app {

/// The window's way to the cores in the engine. Goes before the engine is stopped.
class EdgeDoor final : public ui::EdgePort
{
public:
    explicit EdgeDoor(Engine& engine);

    /// Also asks for the next ones.
    std::vector<ui::CoreView> cores() const override;
    void add(const std::string& thing, Done done) override;
    void addPlant(Done done) override;
    void remove(const std::string& thing, Done done) override;
    void setRunning(const std::string& thing, bool running, Done done) override;
    void setWan(const std::string& thing, bool in) override;
    void shadows(const std::string& thing, std::function<void(std::vector<ui::CoreShadow>)> done) override;

private:
    struct Board
    {
        std::vector<ui::CoreView> cores;
        std::optional<Instant> askedAt;
    };
    /// Runs the work on the engine's thread and then, with what it answers, on this one.
    template<typename Work, typename Then>
    void ask(Work work, Then then) const;
    void tell(Done done, std::function<Result<void>(Engine&)> work);

    Engine& m_engine;
    Home m_home;
    std::shared_ptr<Board> m_board = std::make_shared<Board>(); ///< gone: nobody waits for anything any more
};

} // namespace greensward::app
