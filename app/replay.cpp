// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/replay.h"

#include "app/memory_client.h"
#include "base/random.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>

namespace greensward::app {

using namespace std::chrono_literals;

namespace {

/// Read ahead of the sender.
constexpr std::size_t kMostWaiting = 500;
/// In the client at once; with the largest payload that a capture holds whole, 12 MiB.
constexpr std::size_t kMostQueued = 100;
constexpr Duration kRetry = 1ms;
/// A message that makes the broker hang up would make it hang up for ever.
constexpr int kMostHangUps = 3;

} // namespace

/// The client, on the engine's thread: takes what waits as fast as the broker takes it from the client.
class Replay::Sender final : private mqtt::ClientHandler
{
public:
    Sender(Replay& replay, const MemoryClient::Parts& parts)
        : m_replay(replay), m_client(parts, settings(), *this, false), m_timer(parts.loop, [this] { pump(); })
    {
        if (const auto started = m_client.start(); !started)
            m_replay.fail(started.error().message);
    }

    void pump()
    {
        std::uint64_t sent = 0;
        bool more = true;
        while (more && m_client.client().state() == mqtt::ClientState::Online &&
               m_client.client().queued() < kMostQueued)
            more = sendOne(sent);
        m_client.pump();
        const bool quiet = m_client.client().queued() == 0 && m_client.client().inflight() == 0;
        bool idle = false;
        {
            const std::lock_guard lock(m_replay.m_mutex);
            m_replay.m_progress.sent += sent;
            idle = m_replay.m_waiting.empty() && quiet;
            m_replay.m_idle = idle;
        }
        m_replay.m_wake.notify_all();
        if (!idle)
            m_timer.set(m_client.now() + kRetry);
    }

    void stop() { m_client.stop(); }
    bool isDown() const { return m_client.client().state() == mqtt::ClientState::Stopped; }

private:
    static mqtt::ClientSettings settings()
    {
        mqtt::ClientSettings settings;
        settings.version = mqtt::Version::v5; // in which an acknowledgement can say no
        settings.clientId = "replay-" + Random(entropySeed()).hex(4);
        settings.keepAlive = 0;
        settings.backOff = {.first = 100ms, .most = 2s};
        settings.queue = {
            .messages = 2 * kMostQueued, .bytes = 256u << 20, .whenFull = mqtt::WhenFull::Refuse, .atMostOnce = true};
        return settings;
    }

    bool sendOne(std::uint64_t& sent)
    {
        Message message;
        {
            const std::lock_guard lock(m_replay.m_mutex);
            if (m_replay.m_waiting.empty())
                return false;
            message = std::move(m_replay.m_waiting.front());
            m_replay.m_waiting.pop_front();
        }
        const auto token = m_client.client().publish(message.topic, message.payload,
                                                     static_cast<mqtt::QoS>(message.flags & trace::kQosMask),
                                                     (message.flags & trace::kRetain) != 0, m_client.now());
        if (token)
            ++sent;
        else
            m_replay.skip(token.error().message);
        return true;
    }

    void takeBack(const std::string& why)
    {
        m_replay.skip(why);
        const std::lock_guard lock(m_replay.m_mutex);
        m_replay.m_progress.sent -= m_replay.m_progress.sent > 0;
    }

    void connected(const mqtt::Connack&) override { m_timer.set(m_client.now()); }
    void acknowledged(mqtt::Token, mqtt::ReasonCode code) override
    {
        m_hangUps = 0;
        if (static_cast<std::uint8_t>(code) >= 0x80)
            takeBack(fmt::format("the broker refused it: {}", mqtt::text(code)));
    }
    void dropped(mqtt::Token, std::string_view why) override { takeBack(std::string(why)); }
    void refused(mqtt::ReasonCode, std::string_view reason) override
    {
        m_replay.fail(fmt::format("the broker refused the connection: {}", reason));
    }
    void disconnected(mqtt::ClientEnd end, mqtt::ReasonCode, std::string_view why) override
    {
        if (end != mqtt::ClientEnd::Stopped && ++m_hangUps >= kMostHangUps)
            m_replay.fail(fmt::format("the broker keeps closing the connection: {}", why));
    }

    Replay& m_replay;
    MemoryClient m_client;
    net::EventLoop::Timer m_timer;
    int m_hangUps = 0;
};

Result<std::unique_ptr<Replay>> Replay::start(Engine& engine, const std::filesystem::path& file, double speed)
{
    if (speed != 0 && !(speed >= kSlowest && speed <= kFastest))
        return failure(fmt::format("the speed of a replay is {} to {}, or 0", kSlowest, kFastest));
    auto reader = capture::Reader::open(capture::Place::at(file));
    if (!reader)
        return tl::unexpected(reader.error());
    return std::unique_ptr<Replay>(new Replay(engine, file, std::move(*reader), speed));
}

Replay::Replay(Engine& engine, std::filesystem::path file, std::unique_ptr<capture::Reader> reader, double speed)
    : m_engine(engine), m_file(std::move(file)), m_reader(std::move(reader)), m_speed(speed), m_thread([this] {
        run();
    })
{}

Replay::~Replay()
{
    stop();
    m_thread.join();
}

void Replay::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
}

void Replay::wait()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return !m_progress.running; });
}

Replay::Progress Replay::progress() const
{
    const std::lock_guard lock(m_mutex);
    return m_progress;
}

void Replay::skip(const std::string& why)
{
    const std::lock_guard lock(m_mutex);
    ++m_progress.skipped[why];
}

void Replay::fail(const std::string& why)
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_progress.problem = why;
    }
    m_wake.notify_all();
}

void Replay::run()
{
    m_engine.ask([this] {
        m_sender =
            std::make_unique<Sender>(*this, MemoryClient::Parts{m_engine.loop(), m_engine.clock(), m_engine.port()});
    });
    bool going = true;
    while (going) {
        const auto chunk = m_reader->next();
        if (!chunk)
            fail(chunk.error().message);
        if (!chunk || !*chunk)
            break;
        for (const trace::Event& event : (*chunk)->events())
            if (!(going = play(event, **chunk)))
                break;
    }
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_stopping || m_idle; });
    }
    // A goodbye follows what was written before it, so that is waited for.
    m_engine.ask([this] { m_sender->stop(); });
    while (!m_engine.ask([this] { return m_sender->isDown(); }))
        std::this_thread::sleep_for(5ms);
    m_engine.ask([this] { m_sender.reset(); });
    {
        const std::lock_guard lock(m_mutex);
        if (!m_stopping)
            m_progress.progress = 1;
        m_progress.running = false;
        m_waiting.clear();
    }
    m_wake.notify_all();
}

/// False when it is over.
bool Replay::play(const trace::Event& event, const trace::Chunk& chunk)
{
    if (event.kind != trace::Kind::MessagePublished || event.origin != 0) {
        const std::lock_guard lock(m_mutex);
        return !m_stopping;
    }
    if (!waitUntilDue(event.time))
        return false;
    if (event.payloadSize != event.payload.length) {
        skip("with a payload that the capture does not have whole");
        return true;
    }
    if (chunk.text(event.subject).starts_with('$')) {
        skip("of the broker itself");
        return true;
    }
    const ByteView payload = chunk.bytes(event.payload);
    return hand({.topic = std::string(chunk.text(event.object)),
                 .payload = Bytes(payload.begin(), payload.end()),
                 .flags = event.flags});
}

bool Replay::waitUntilDue(WallTime time)
{
    const auto now = std::chrono::steady_clock::now();
    if (m_begun == decltype(m_begun){}) {
        m_begun = now;
        m_first = time;
    }
    const double length = std::chrono::duration<double>(m_reader->manifest().ended - m_first).count();
    const double into = std::chrono::duration<double>(time - m_first).count();
    std::unique_lock lock(m_mutex);
    m_progress.progress = length > 0 ? std::clamp(into / length, m_progress.progress, 1.0) : 0;
    if (m_speed == 0)
        return !m_stopping;
    const auto due = m_begun + std::chrono::duration_cast<std::chrono::steady_clock::duration>(
                                   std::chrono::duration<double>(std::max(0.0, into) / m_speed));
    m_wake.wait_until(lock, due, [this, due] { return m_stopping || std::chrono::steady_clock::now() >= due; });
    return !m_stopping;
}

bool Replay::hand(Message message)
{
    bool wasIdle = false;
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_stopping || m_waiting.size() < kMostWaiting; });
        if (m_stopping)
            return false;
        m_waiting.push_back(std::move(message));
        wasIdle = std::exchange(m_idle, false);
    }
    if (wasIdle)
        m_engine.ask([this] { m_sender->pump(); });
    return true;
}

std::string summary(const Replay::Progress& progress)
{
    std::string text = fmt::format("{} message{} sent", progress.sent, progress.sent == 1 ? "" : "s");
    const char* separator = "; not sent: ";
    for (const auto& [why, count] : progress.skipped) {
        text += fmt::format("{}{} ({})", separator, count, why);
        separator = ", ";
    }
    return text;
}

} // namespace greensward::app
