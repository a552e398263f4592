// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/doctor_watch.h"

#include "base/files.h"
#include "base/log.h"

#include <boost/json.hpp>
#include <unistd.h>

namespace greensward::app {

using namespace std::chrono_literals;

namespace {

/// Between two looks at the mailbox: a card is there well within two seconds.
constexpr auto kPause = 200ms;

} // namespace

std::filesystem::path DoctorWatch::file(const std::filesystem::path& workspace)
{
    return workspace / "doctor.json";
}

std::filesystem::path DoctorWatch::fileOfCore(const std::filesystem::path& root)
{
    return root / "ggc/var/state/doctor.json";
}

DoctorWatch::DoctorWatch(Engine& engine)
    : DoctorWatch(Parts{.recorder = engine.recorder(),
                        .clock = engine.clock(),
                        .ask = [&engine](std::function<void()> work) { engine.ask(std::move(work)); },
                        .file = file(engine.whereabouts().directory)})
{}

DoctorWatch::DoctorWatch(Parts parts) : m_parts(std::move(parts)), m_thread([this] { run(); }) {}

DoctorWatch::~DoctorWatch()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void DoctorWatch::run()
{
    m_parts.ask([this] { m_reader = std::make_unique<trace::Reader>(m_parts.recorder, doctor::Doctor::wanted()); });
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        lock.unlock();
        // A window has the recorder flushed once a frame; without one nobody does until a chunk is full.
        m_parts.ask([this] { m_parts.recorder.flush(); });
        for (const trace::ChunkPtr& chunk : m_reader->drain())
            m_doctor.read(*chunk);
        m_doctor.advance(m_parts.clock.wall());
        if (m_doctor.revision() != m_written)
            write();
        lock.lock();
        m_wake.wait_for(lock, kPause, [this] { return m_stopping; });
    }
    lock.unlock();
    m_parts.ask([this] { m_reader.reset(); });
}

void DoctorWatch::write()
{
    m_written = m_doctor.revision();
    boost::json::object text = doctor::toJson(m_doctor);
    text["written"] = toIso8601(m_parts.clock.wall());
    text["pid"] = ::getpid();
    if (const auto kept = writeFileAtomically(m_parts.file, boost::json::serialize(text) + "\n", 0600); !kept)
        spdlog::warn("what the doctor saw could not be kept: {}", kept.error().message);
}

} // namespace greensward::app
