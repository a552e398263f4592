// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine.h"
#include "client/transport.h"

#include <QObject>

#include <memory>

namespace greensward::app {

/// Carries requests to the built-in cloud without a socket. Belongs to the thread that makes it, which runs a Qt event
/// loop; answers come back there. Goes before the engine is stopped.
class MemoryTransport final : public client::Transport
{
public:
    explicit MemoryTransport(Engine& engine);

    void send(aws::Request request, Received received) override;

private:
    Engine& m_engine;
    std::shared_ptr<QObject> m_desk; ///< stands in this thread for the answers of requests under way
    std::shared_ptr<bool> m_open;    ///< gone: nobody waits for them any more
};

} // namespace greensward::app
