// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine.h"
#include "app/engine_port_link.h"
#include "ui/shell/main_window.h"

#include <QTest>

#include <memory>
#include <stdexcept>
#include <string>

namespace greensward::ui {

/// A real engine with its window, for tests that want the account to answer and clients to come over the wire.
struct LiveEngine
{
    explicit LiveEngine(bool devices, app::Profile profile = app::Profile::Complete,
                        const std::string& listen = "127.0.0.1", app::RemoteLabs* cloud = nullptr)
    {
        app::EngineSettings settings;
        settings.listen = listen;
        settings.durable = false;
        settings.ports = app::PortPlan::anyFree();
        settings.devices = devices;
        settings.profile = profile;
        settings.history = app::kHistoryOfWindow;
        auto started = app::Engine::start(settings);
        if (!started)
            throw std::runtime_error(started.error().message);
        engine = std::move(*started);
        port = std::make_unique<app::EnginePortLink>(*engine);
        if (cloud)
            port->join(*cloud);
        window = std::make_unique<MainWindow>(*port, clock);
        window->setMotion(false);
        window->show();
    }
    ~LiveEngine()
    {
        window.reset();
        port.reset();
    }

    EngineMirror& mirror() { return window->mirror(); }
    /// One call of the account's APIs, answered.
    client::Answer ask(client::Call call)
    {
        std::optional<client::Answer> answer;
        port->api()->call(std::move(call), [&answer](const client::Answer& got) { answer = got; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 10'000))
            return {.problem = "no answer"};
        return *answer;
    }

    SystemClock clock;
    std::unique_ptr<app::Engine> engine;
    std::unique_ptr<app::EnginePortLink> port;
    std::unique_ptr<MainWindow> window;
};

} // namespace greensward::ui
