// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine.h"
#include "doctor/doctor.h"

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>

namespace greensward::app {

/// The doctor of a running engine, on a thread of its own: reads what is recorded and keeps the cards in a file of the
/// workspace (doctor.json), for `greensward doctor` and whoever else wants to know. Goes before the engine is stopped.
class DoctorWatch
{
public:
    explicit DoctorWatch(Engine& engine);
    ~DoctorWatch();
    DoctorWatch(const DoctorWatch&) = delete;
    DoctorWatch& operator=(const DoctorWatch&) = delete;

    static std::filesystem::path file(const std::filesystem::path& workspace);

private:
    void run();
    void write();

    Engine& m_engine;
    doctor::Doctor m_doctor;
    std::unique_ptr<trace::Reader> m_reader;
    std::uint64_t m_written = ~std::uint64_t{0};
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace greensward::app
