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

} // namespace

std::string programName()
{
    return "greensward " GREENSWARD_VERSION;
}

Result<std::unique_ptr<CaptureRecording>> CaptureRecording::start(Engine& engine, const std::filesystem::path& file,
                                                                  capture::WriteLimits limits)
{
    const Whereabouts& at = engine.whereabouts();
    capture::Manifest manifest;
    manifest.program = programName();
    manifest.endpoint = fmt::format("{}:{}", at.host(), at.ports.mqtts);
    manifest.started = engine.clock().wall();
    auto writer = capture::Writer::create(file, std::move(manifest), limits);
    if (!writer)
        return tl::unexpected(writer.error());
    return std::unique_ptr<CaptureRecording>(new CaptureRecording(engine, std::move(*writer)));
}

CaptureRecording::CaptureRecording(Engine& engine, std::unique_ptr<capture::Writer> writer)
    : m_engine(engine)
    , m_file(writer->file())
    , m_writer(std::move(writer))
    , m_started(m_writer->manifest().started)
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
    m_engine.ask(
        [this] { m_reader = std::make_unique<trace::Reader>(m_engine.recorder(), trace::KindSet::all(), true); });
    Instant flushed = m_begun;
    std::unique_lock lock(m_mutex);
    while (!m_stopping && m_writer->full().empty()) {
        m_wake.wait_for(lock, kPause);
        lock.unlock();
        // A window has the recorder flushed once a frame; without one nobody does until a chunk is full.
        m_engine.ask([this] { m_engine.recorder().flush(); });
        drain();
        if (const Instant now = m_engine.clock().now(); now - flushed >= kFlushInterval) {
            flushed = now;
            static_cast<void>(m_writer->flush()); // full() tells
        }
        lock.lock();
    }
    lock.unlock();
    notePhase(Phase::Packing);
    m_engine.ask([this] {
        m_engine.recorder().flush();
        m_reader->stop();
        if (!m_writer->full().empty())
            m_engine.recorder().record({.kind = trace::Kind::LimitReached,
                                        .subject = "recording",
                                        .object = m_file.filename().string(),
                                        .detail = m_writer->full()});
    });
    drain();
    std::string problem = m_writer->full();
    if (const auto whole = m_writer->finish(m_engine.clock().wall(), m_reader->lost()); !whole)
        problem = whole.error().message;
    {
        const std::lock_guard relock(m_mutex);
        m_progress.problem = std::move(problem);
    }
    notePhase(Phase::Done);
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
                m_writer->write(event, *chunk);
    const std::lock_guard lock(m_mutex);
    m_progress.events = m_writer->manifest().events;
    m_progress.bytes = m_writer->bytes();
}

} // namespace greensward::app
