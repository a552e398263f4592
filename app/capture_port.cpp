// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture_port.h"

#include "app/process_usage.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::app {

using trace::Kind;

namespace {

/// Read and not yet handed out.
constexpr std::size_t kMostAhead = 16u << 20;
/// Handed out in one go: what the window takes in within a few frames.
constexpr std::size_t kMostAtOnce = 4u << 20;
constexpr std::size_t kMostClients = 100'000;

} // namespace

Result<std::unique_ptr<CapturePort>> CapturePort::open(const std::filesystem::path& file, const Clock& clock)
{
    auto reader = capture::Reader::open(capture::Place::at(file));
    if (!reader)
        return tl::unexpected(reader.error());
    return std::unique_ptr<CapturePort>(new CapturePort(file, std::move(*reader), clock));
}

CapturePort::CapturePort(std::filesystem::path file, std::unique_ptr<capture::Reader> reader, const Clock& clock)
    : m_file(std::move(file))
    , m_manifest(reader->manifest())
    , m_complete(reader->isComplete())
    , m_real(clock)
    , m_clockOfCapture(*this, clock)
    , m_position(std::max(m_manifest.started, m_manifest.ended))
    , m_reader(std::move(reader))
{
    m_manifest.ended = m_position;
    startReading();
}

CapturePort::~CapturePort()
{
    stopReading();
}

void CapturePort::startReading()
{
    m_stopping = m_readAll = false;
    m_thread = std::thread([this] { read(); });
}

void CapturePort::stopReading()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void CapturePort::read()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        lock.unlock();
        const auto chunk = m_reader->next();
        lock.lock();
        m_events = m_reader->events();
        m_unknown = m_reader->unknown();
        m_damaged = m_reader->damaged();
        if (!chunk)
            m_problem = chunk.error().message;
        if (!chunk || !*chunk)
            break;
        m_aheadBytes += (*chunk)->footprint();
        m_ahead.push_back(*chunk);
        m_wake.wait(lock, [this] { return m_stopping || m_aheadBytes < kMostAhead; });
    }
    m_readAll = true;
}

trace::ChunkPtr CapturePort::next()
{
    trace::ChunkPtr chunk;
    {
        const std::lock_guard lock(m_mutex);
        if (m_ahead.empty())
            return nullptr;
        chunk = std::move(m_ahead.front());
        m_ahead.pop_front();
        m_aheadBytes -= chunk->footprint();
    }
    m_wake.notify_all();
    return chunk;
}

std::vector<trace::ChunkPtr> CapturePort::drain()
{
    // At the end all is shown, what a clock that was set back put behind it too.
    const WallTime upTo = position() >= m_manifest.ended ? WallTime::max() : position();
    if (m_playing && upTo == WallTime::max())
        pause();
    std::vector<trace::ChunkPtr> chunks;
    for (std::size_t bytes = 0; bytes < kMostAtOnce;) {
        if (!m_begun) {
            m_begun = next();
            m_begunAt = 0;
        }
        if (!m_begun)
            break;
        const auto& events = m_begun->events();
        const auto from = events.begin() + static_cast<std::ptrdiff_t>(m_begunAt);
        // Times may step back where a clock was set; the order of the file holds.
        const auto end =
            std::find_if(from, events.end(), [upTo](const trace::Event& event) { return event.time > upTo; });
        const auto count = static_cast<std::size_t>(end - from);
        if (count == 0)
            break;
        bytes += m_begun->footprint() * count / events.size();
        take(m_begun, m_begunAt, count);
        if (count == events.size()) {
            chunks.push_back(m_begun);
        } else {
            trace::ChunkBuilder part;
            for (auto event = from; event != end; ++event)
                part.add(*event, m_begun->text(event->subject), m_begun->text(event->object),
                         m_begun->text(event->detail), m_begun->bytes(event->payload), m_begun->origin(*event));
            chunks.push_back(part.take());
        }
        m_begunAt += count;
        if (end == events.end())
            m_begun = nullptr;
    }
    return chunks;
}

void CapturePort::take(const trace::ChunkPtr& chunk, std::size_t from, std::size_t count)
{
    for (std::size_t i = from; i < from + count; ++i) {
        const trace::Event& event = chunk->events()[i];
        if (event.origin != 0)
            continue; // of a broker elsewhere
        m_devices.ingest(event, *chunk);
        switch (event.kind) {
        case Kind::MessagePublished:
            ++m_received;
            break;
        case Kind::MessageDelivered:
            ++m_delivered;
            break;
        case Kind::MessageDropped:
            ++m_dropped;
            break;
        case Kind::ClientConnected:
            if (m_clients.size() < kMostClients)
                m_clients.emplace(chunk->text(event.subject));
            break;
        case Kind::ClientDisconnected:
            if (const auto known = m_clients.find(chunk->text(event.subject)); known != m_clients.end())
                m_clients.erase(known);
            break;
        default:
            break;
        }
    }
}

ui::EngineStatus CapturePort::status() const
{
    ui::EngineStatus status;
    status.origin = ui::Origin::Capture;
    status.endpoint = m_manifest.endpoint;
    status.dataDirectory = m_file.parent_path().string();
    status.clients = m_clients.size();
    status.received = m_received;
    status.delivered = m_delivered;
    status.dropped = m_dropped;
    status.fleetSize = m_devices.size();
    status.fleetOnline = m_devices.online();
    status.faultProblem = m_refusal;
    status.capture.file = m_file.string();
    status.residentBytes = residentBytes(0);
    const std::lock_guard lock(m_mutex);
    status.running = m_problem.empty();
    status.problem = m_problem;
    status.capture.events = m_events;
    return status;
}

WallTime CapturePort::position() const
{
    if (!m_playing)
        return m_position;
    const auto passed = std::chrono::duration<double, std::nano>(m_real.now() - m_playingSince) * m_speed;
    return std::min(m_manifest.ended, m_position + Duration(static_cast<std::int64_t>(passed.count())));
}

bool CapturePort::isPlaying() const
{
    return m_playing && position() < m_manifest.ended;
}

void CapturePort::setSpeed(double speed)
{
    m_position = position();
    m_playingSince = m_real.now();
    m_speed = speed;
}

void CapturePort::play()
{
    m_position = position();
    m_playingSince = m_real.now();
    m_playing = m_position < m_manifest.ended;
}

void CapturePort::pause()
{
    m_position = position();
    m_playing = false;
}

bool CapturePort::seek(WallTime wanted)
{
    const WallTime before = position();
    m_position = std::clamp(wanted, m_manifest.started, m_manifest.ended);
    m_playingSince = m_real.now();
    if (m_position >= before)
        return false;
    stopReading();
    m_ahead.clear();
    m_aheadBytes = 0;
    m_begun = nullptr;
    m_devices = {};
    m_clients.clear();
    m_received = m_delivered = m_dropped = 0;
    if (const auto again = m_reader->rewind(); !again)
        m_problem = again.error().message;
    startReading();
    return true;
}

bool CapturePort::isBehind() const
{
    const WallTime upTo = position() >= m_manifest.ended ? WallTime::max() : position();
    if (m_begun)
        return m_begun->events()[m_begunAt].time <= upTo;
    const std::lock_guard lock(m_mutex);
    return m_ahead.empty() ? !m_readAll : m_ahead.front()->events().front().time <= upTo;
}

std::vector<std::string> CapturePort::notes() const
{
    std::vector<std::string> notes;
    for (const std::string& removed : m_manifest.removed)
        notes.push_back(fmt::format("taken out before it was shared: {}", removed));
    if (!m_complete)
        notes.emplace_back("the recording did not end in the usual way; what was written is shown");
    if (m_manifest.dropped > 0)
        notes.push_back(fmt::format("the session outgrew its limit: its first {} events went", m_manifest.dropped));
    if (!m_manifest.ending.empty())
        notes.push_back(fmt::format("the recording ended by itself: {}", m_manifest.ending));
    if (m_manifest.lost > 0)
        notes.push_back(fmt::format("{} events came faster than they could be recorded", m_manifest.lost));
    const std::lock_guard lock(m_mutex);
    if (m_unknown > 0)
        notes.push_back(fmt::format("{} lines of a newer version were passed over", m_unknown));
    if (m_damaged > 0)
        notes.push_back(fmt::format("{} damaged lines were passed over", m_damaged));
    return notes;
}

} // namespace greensward::app
