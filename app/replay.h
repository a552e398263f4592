// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine.h"
#include "capture/reader.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace greensward::app {

/// Publishes the messages of a capture again, through a client of its own ("replay-" and four digits): topic, payload,
/// QoS and retain as they were, at a multiple of the recorded pace. Nothing is lost on the way: the file is read no
/// faster than the broker takes the messages.
///
/// Goes before the engine is stopped. Any thread, but one at a time.
class Replay
{
public:
    static constexpr double kSlowest = 0.1;
    static constexpr double kFastest = 100;

    /// speed: kSlowest … kFastest, or 0: as fast as the broker takes them.
    static Result<std::unique_ptr<Replay>> start(Engine& engine, const std::filesystem::path& file, double speed);
    /// Stops and waits.
    ~Replay();
    Replay(const Replay&) = delete;
    Replay& operator=(const Replay&) = delete;

    void stop();
    /// Until all is sent or stop() was called.
    void wait();

    struct Progress
    {
        bool running = true;
        double progress = 0; ///< 0 … 1, in the capture's time
        std::uint64_t sent = 0;
        std::map<std::string, std::uint64_t> skipped; ///< by the reason why, in a few words
        std::string problem;                          ///< why it ended early; empty otherwise
    };
    Progress progress() const;
    double speed() const { return m_speed; }
    const std::filesystem::path& file() const { return m_file; }

private:
    class Sender;
    struct Message
    {
        std::string topic;
        Bytes payload;
        std::uint8_t flags = 0;
    };

    Replay(Engine& engine, std::filesystem::path file, std::unique_ptr<capture::Reader> reader, double speed);
    void run();
    bool play(const trace::Event& event, const trace::Chunk& chunk);
    bool waitUntilDue(WallTime time);
    bool hand(Message message);
    void skip(const std::string& why);
    void fail(const std::string& why);

    Engine& m_engine;
    std::filesystem::path m_file;
    std::unique_ptr<capture::Reader> m_reader; ///< of the thread
    double m_speed;
    std::chrono::steady_clock::time_point m_begun{};
    WallTime m_first{};
    std::unique_ptr<Sender> m_sender; ///< of the engine's thread
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    bool m_idle = true; ///< the sender has nothing left, and knows of everything that is waiting
    std::deque<Message> m_waiting;
    Progress m_progress;
    std::thread m_thread;
};

/// "1,204 messages sent; not sent: 3 with a payload that the capture does not have whole".
std::string summary(const Replay::Progress& progress);

} // namespace greensward::app
