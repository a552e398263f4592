// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine_thread.h"
#include "front_desk.h"

#include <gtest/gtest.h>

namespace greensward::net {

/// A loop on its own thread, a front desk, and the listener that a test opens.
class ListeningTest : public testing::Test
{
protected:
    ~ListeningTest() override { stop(); }

    std::uint16_t listen(ListenerSettings settings)
    {
        return engine.call([&] {
            auto opened = Listener::open(engine.loop(), std::move(settings), desk);
            EXPECT_TRUE(opened) << opened.error().message;
            listener = std::move(*opened);
            return listener->port();
        });
    }
    void stop()
    {
        engine.call([this] { listener.reset(); });
        engine.stop();
    }

    FrontDesk desk;
    EngineThread engine;
    std::unique_ptr<Listener> listener;
};

} // namespace greensward::net
