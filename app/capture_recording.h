// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine.h"
#include "capture/rolling_writer.h"
#include "capture/writer.h"

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace greensward::app {

/// Writes what an engine records into a capture, on a thread of its own, so that neither engine nor window waits for
/// the disk. Begins with how things stand (the rare events the recorder still knows), then everything.
///
/// Goes before the engine is stopped. Any thread but the engine's, one at a time.
class CaptureRecording
{
public:
    static Result<std::unique_ptr<CaptureRecording>> start(Engine& engine, const std::filesystem::path& file,
                                                           capture::WriteLimits limits = {});
    /// Keeps the session itself, as much of it as the limits allow, in a folder that is not there yet.
    static Result<std::unique_ptr<CaptureRecording>> startSession(Engine& engine, const std::filesystem::path& folder,
                                                                  capture::RollLimits limits = {});
    /// Stops, and waits until the file is whole.
    ~CaptureRecording();
    CaptureRecording(const CaptureRecording&) = delete;
    CaptureRecording& operator=(const CaptureRecording&) = delete;

    /// Asks it to end; what was recorded until now goes in. Returns at once.
    void stop();
    /// Until the file is whole, or cannot be.
    void wait();

    enum class Phase : std::uint8_t { Recording, Packing, Done };
    struct Progress
    {
        Phase phase = Phase::Recording;
        std::uint64_t events = 0;
        std::uint64_t bytes = 0;
        double seconds = 0;
        std::string problem; ///< why it ended by itself, or the file is not whole
    };
    Progress progress() const;
    const std::filesystem::path& file() const { return m_file; }

private:
    CaptureRecording(Engine& engine, std::unique_ptr<capture::Sink> sink);
    void run();
    void drain();
    void tellNotice();
    void notePhase(Phase phase);

    Engine& m_engine;
    std::filesystem::path m_file;
    std::unique_ptr<capture::Sink> m_sink;   ///< of the thread
    std::unique_ptr<trace::Reader> m_reader; ///< made and stopped by the engine's thread, drained by ours
    WallTime m_started;
    Instant m_begun;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    Progress m_progress;
    std::thread m_thread;
};

/// The name of this program and its version, as captures tell it.
std::string programName();

} // namespace greensward::app
