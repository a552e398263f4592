// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine.h"
#include "app/memory_transport.h"
#include "ui/models/functions_port.h"

#include <memory>

namespace greensward::app {

/// The window's way to what the engine remembers of calls. Goes before the engine is stopped.
class FunctionsDoor final : public ui::FunctionsPort
{
public:
    explicit FunctionsDoor(Engine& engine);
    void callsAfter(std::uint64_t number, std::function<void(std::vector<ui::EndedCall>)> done) override;

private:
    Engine& m_engine;
    Home m_home;
    std::shared_ptr<bool> m_open = std::make_shared<bool>(true);
};

} // namespace greensward::app
