// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture_recording.h"

#include <chrono>
#include <fmt/format.h>

namespace greensward::app {

using namespace std::chrono_literals;

namespace {

/// Between two looks at the mailbox; it holds 64 MiB, which is more than the broker fills in this time.
constexpr auto kPause = 100ms;
/// What a kill may cost.
constexpr Duration kFlushInterval = 500ms;

capture::Manifest manifestOf(const Engine& engine)
{
    const Whereabouts& at = engine.whereabouts();
    capture::Manifest manifest;
    manifest.program = programName();
    manifest.endpoint = fmt::format("{}:{}", at.host(), at.ports.mqtts);
    manifest.started = engine.clock().wall();
    return manifest;
}

} // namespace

std::string programName()
{
    return "greensward " GREENSWARD_VERSION;
}

Result<std::unique_ptr<CaptureRecording>> CaptureRecording::start(Engine& engine, const std::filesystem::path& file,
                                                                  capture::WriteLimits limits)
{
    auto writer = capture::Writer::create(file, manifestOf(engine), limits);
    if (!writer)
        return tl::unexpected(writer.error());
    return std::unique_ptr<CaptureRecording>(new CaptureRecording(engine, std::move(*writer)));
}

Result<std::unique_ptr<CaptureRecording>>
CaptureRecording::startSession(Engine& engine, const std::filesystem::path& folder, capture::RollLimits limits)
{
    auto writer = capture::RollingWriter::create(folder, manifestOf(engine), limits);
    if (!writer)
        return tl::unexpected(writer.error());
    return std::unique_ptr<CaptureRecording>(new CaptureRecording(engine, std::move(*writer)));
}

CaptureRecording::CaptureRecording(Engine& engine, std::unique_ptr<capture::Sink> sink)
    : m_engine(engine)
    , m_file(sink->file())
    , m_sink(std::move(sink))
    // Before start() returns: whatever happens after it is in the recording.
    , m_reader(engine.ask([&engine] {
        return std::make_unique<trace::Reader>(engine.recorder(), trace::KindSet::all(), true);
    }))
    , m_started(m_sink->manifest().started)
    , m_begun(engine.clock().now())
    , m_thread([this] { run(); })
{}

CaptureRecording::~CaptureRecording()
{
    stop();
    m_thread.join();
}

void CaptureRecording::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
}

void CaptureRecording::wait()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_progress.phase == Phase::Done; });
}

CaptureRecording::Progress CaptureRecording::progress() const
{
    const std::lock_guard lock(m_mutex);
    Progress progress = m_progress;
    if (progress.phase == Phase::Recording)
        progress.seconds = std::chrono::duration<double>(m_engine.clock().now() - m_begun).count();
    return progress;
}

void CaptureRecording::run()
{
    Instant flushed = m_begun;
    std::unique_lock lock(m_mutex);
    while (!m_stopping && m_sink->full().empty()) {
        m_wake.wait_for(lock, kPause);
        lock.unlock();
        // A window has the recorder flushed once a frame; without one nobody does until a chunk is full.
        m_engine.ask([this] { m_engine.recorder().flush(); });
        drain();
        if (const Instant now = m_engine.clock().now(); now - flushed >= kFlushInterval) {
            flushed = now;
            static_cast<void>(m_sink->flush()); // full() tells
            tellNotice();
        }
        lock.lock();
    }
    lock.unlock();
    notePhase(Phase::Packing);
    m_engine.ask([this] {
        m_engine.recorder().flush();
        m_reader->stop();
        if (!m_sink->full().empty())
            m_engine.recorder().record({.kind = trace::Kind::LimitReached,
                                        .subject = "recording",
                                        .object = m_file.filename().string(),
                                        .detail = m_sink->full()});
    });
    drain();
    std::string problem = m_sink->full();
    if (const auto whole = m_sink->finish(m_engine.clock().wall(), m_reader->lost()); !whole)
        problem = whole.error().message;
    {
        const std::lock_guard relock(m_mutex);
        m_progress.problem = std::move(problem);
    }
    notePhase(Phase::Done);
}

void CaptureRecording::tellNotice()
{
    if (std::string notice = m_sink->takeNotice(); !notice.empty())
        m_engine.ask([&] {
            m_engine.recorder().record({.kind = trace::Kind::LimitReached,
                                        .subject = "recording",
                                        .object = m_file.filename().string(),
                                        .detail = notice});
        });
}

void CaptureRecording::notePhase(Phase phase)
{
    const std::lock_guard lock(m_mutex);
    if (m_progress.phase == Phase::Recording)
        m_progress.seconds = std::chrono::duration<double>(m_engine.clock().now() - m_begun).count();
    m_progress.phase = phase;
    m_wake.notify_all();
}

void CaptureRecording::drain()
{
    static constexpr trace::KindSet kTellingHowThingsStand = trace::KindSet::rare();
    for (const trace::ChunkPtr& chunk : m_reader->drain())
        for (const trace::Event& event : chunk->events())
            if (event.time >= m_started || kTellingHowThingsStand.contains(event.kind))
                m_sink->write(event, *chunk);
    const std::lock_guard lock(m_mutex);
    m_progress.events = m_sink->manifest().events;
    m_progress.bytes = m_sink->bytes();
}

} // namespace greensward::app
