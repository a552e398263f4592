// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture_devices.h"
#include "capture/reader.h"
#include "ui/models/capture_player.h"
#include "ui/models/engine_port.h"

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>

namespace greensward::app {

/// A capture in the place of an engine: the window is fed from the file up to the moment of now, and what it asks for
/// goes nowhere. A thread reads ahead within a bound, so the file may be larger than the memory. The window's thread.
class CapturePort final : public ui::EnginePort, public ui::CapturePlayer
{
public:
    /// Stands at the end, so that everything is shown at once.
    static Result<std::unique_ptr<CapturePort>> open(const std::filesystem::path& file, const Clock& clock);
    ~CapturePort() override;

    /// Its wall time is the capture's moment of now.
    const Clock& clock() const { return m_clockOfCapture; }

    std::vector<trace::ChunkPtr> drain() override;
    ui::EngineStatus status() const override;
    std::vector<simulator::DeviceView> devices() const override { return m_devices.views(); }
    std::shared_ptr<const simulator::Roster> roster() const override { return m_devices.roster(); }
    void command(const std::string&, ui::DeviceCommand, double) override {}
    void publish(const ui::PublishRequest&) override {}
    void subscribe(const std::string&, int) override {}
    void unsubscribe(const std::string&) override {}
    std::vector<ui::ConsoleSubscription> subscriptions() const override { return {}; }
    void setFleetSize(std::uint64_t) override {}
    void inject(const ui::FaultRequest&) override
    {
        m_refusal = "this is a capture: no fault can be switched on in it";
    }
    void heal(std::uint64_t) override {}
    void healAll() override {}
    std::vector<simulator::ActiveFault> faults() const override { return {}; }
    void startRecording(const std::string&) override {}
    void stopRecording() override {}
    void startReplay(const std::string&, double) override {}
    void stopReplay() override {}
    ui::CapturePlayer* player() override { return this; }

    std::string name() const override { return m_file.filename().string(); }
    WallTime start() const override { return m_manifest.started; }
    WallTime end() const override { return m_manifest.ended; }
    WallTime position() const override;
    bool isPlaying() const override;
    double speed() const override { return m_speed; }
    void setSpeed(double speed) override;
    void play() override;
    void pause() override;
    bool seek(WallTime position) override;
    bool isBehind() const override;
    std::vector<std::string> notes() const override;

private:
    class CaptureClock final : public Clock
    {
    public:
        CaptureClock(const CapturePort& port, const Clock& real) : m_port(port), m_real(real) {}
        Instant now() const override { return m_real.now(); }
        WallTime wall() const override { return m_port.position(); }

    private:
        const CapturePort& m_port;
        const Clock& m_real;
    };

    CapturePort(std::filesystem::path file, std::unique_ptr<capture::Reader> reader, const Clock& clock);
    void startReading();
    void stopReading();
    void read();
    trace::ChunkPtr next();
    void take(const trace::ChunkPtr& chunk, std::size_t from, std::size_t count);

    std::filesystem::path m_file;
    capture::Manifest m_manifest;
    bool m_complete;
    const Clock& m_real;
    CaptureClock m_clockOfCapture;

    // Where it stands.
    WallTime m_position;
    bool m_playing = false;
    double m_speed = 1;
    Instant m_playingSince{};

    // What was handed out.
    CaptureDevices m_devices;
    std::set<std::string, std::less<>> m_clients;
    std::uint64_t m_received = 0;
    std::uint64_t m_delivered = 0;
    std::uint64_t m_dropped = 0;
    std::string m_refusal;     ///< of the last fault that was asked for
    trace::ChunkPtr m_begun;   ///< a chunk of which a part was handed out …
    std::size_t m_begunAt = 0; ///< … up to here

    // Between the thread that reads and the window.
    std::unique_ptr<capture::Reader> m_reader; ///< of the thread
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<trace::ChunkPtr> m_ahead;
    std::size_t m_aheadBytes = 0;
    bool m_stopping = false;
    bool m_readAll = false;
    std::uint64_t m_events = 0;
    std::uint64_t m_unknown = 0;
    std::uint64_t m_damaged = 0;
    std::string m_problem;
    std::thread m_thread;
};

} // namespace greensward::app
