// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine.h"

#include <atomic>
#include <string>
#include <thread>

namespace greensward::app {

/// Watches one lab while a person does it against a running `serve`: on a thread of its own, progress in the workspace,
/// where `greensward lab check` finds it. Goes before the engine is stopped.
class LabWatch
{
public:
    /// Fails when there is no such lab. Returns once it is set up.
    static Result<std::unique_ptr<LabWatch>> start(Engine& engine, const std::string& lab);
    ~LabWatch();

private:
    explicit LabWatch(Engine& engine) : m_engine(engine) {}
    void run(const std::string& lab, std::promise<Result<void>> ready);

    Engine& m_engine;
    std::atomic<bool> m_stopping{false};
    std::thread m_thread;
};

} // namespace greensward::app
