// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine.h"
#include "client/transport.h"

#include <functional>
#include <memory>

namespace greensward::app {

/// Runs work on a certain thread, later. Any thread may ask.
using Home = std::function<void(std::function<void()>)>;
/// The thread that asks for it, which runs a Qt event loop.
Home qtHome();

/// Carries requests to the built-in cloud without a socket. Answers come back at home, where it belongs, too. Goes
/// before the engine is stopped.
class MemoryTransport final : public client::Transport
{
public:
    explicit MemoryTransport(Engine& engine, Home home = qtHome());

    void send(aws::Request request, Received received) override;

private:
    Engine& m_engine;
    Home m_home;
    std::shared_ptr<bool> m_open;    ///< gone: nobody waits for them any more
};

} // namespace greensward::app
