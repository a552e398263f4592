// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine.h"
#include "doctor/doctor.h"

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>

namespace greensward::app {

/// The doctor of a running engine or core, on a thread of its own: reads what is recorded and keeps the cards in a file of the
/// workspace (doctor.json), for `greensward doctor` and whoever else wants to know. Goes before the engine stops.
class DoctorWatch
{
public:
    struct Parts
    {
        trace::Recorder& recorder;
        const Clock& clock;
        std::function<void(std::function<void()>)> ask; ///< runs work on the recorder's thread, and waits for it
        std::filesystem::path file;
    };
    explicit DoctorWatch(Engine& engine);
    explicit DoctorWatch(Parts parts);
    ~DoctorWatch();
    DoctorWatch(const DoctorWatch&) = delete;
    DoctorWatch& operator=(const DoctorWatch&) = delete;

    static std::filesystem::path file(const std::filesystem::path& workspace);
    /// Of a core that is a process of its own. root: the folder that has its config/.
    static std::filesystem::path fileOfCore(const std::filesystem::path& root);

private:
    void run();
    void write();

    Parts m_parts;
    doctor::Doctor m_doctor;
    std::unique_ptr<trace::Reader> m_reader;
    std::uint64_t m_written = ~std::uint64_t{0};
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace greensward::app
