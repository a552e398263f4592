// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/engine_mirror.h"

#include "trace/chunk_builder.h"

namespace greensward::ui {

namespace {

bool saysTheSame(const EngineStatus& one, const EngineStatus& other)
{
    return one.running == other.running && one.problem == other.problem && one.endpoint == other.endpoint &&
           one.clients == other.clients && one.dropped == other.dropped && one.lostEvents == other.lostEvents &&
           one.residentBytes == other.residentBytes && one.fleetSize == other.fleetSize &&
           one.fleetOnline == other.fleetOnline && (one.origin != Origin::Capture || one.received == other.received);
}

} // namespace

EngineMirror::EngineMirror(EnginePort& engine, const Clock& clock, QObject* parent)
    : QObject(parent), m_engine(engine), m_clock(clock), m_feed(engine)
{
    connect(&m_feed, &EventFeed::arrived, this, [this](const trace::ChunkPtr& chunk) {
        m_topics.ingest(*chunk);
        m_log.ingest(*chunk);
        const trace::ChunkPtr local = trace::localPart(chunk);
        if (local) {
            m_activity.ingest(*local);
            if (m_status.origin == Origin::Capture)
                watchDevicesOf(*local);
            m_newPoints |= m_series.ingest(*local);
        }
        for (const auto& model : m_models)
            if (const auto& part = model->wantsForeign() ? chunk : local)
                model->ingest(*part);
    });
    connect(&m_feed, &EventFeed::frameEnded, this, [this] {
        if (!m_paused) {
            showIngested();
        } else {
            m_log.trim();
            emit unseenChanged(m_log.unseen());
        }
    });
    connect(&m_feed, &EventFeed::snapshotDue, this, &EngineMirror::takeSnapshot);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &EngineMirror::tick);
    m_topics.setNow(m_clock.wall());
    takeSnapshot();
}

void EngineMirror::setVisible(bool visible)
{
    m_feed.setActive(visible);
    if (visible == m_second.isActive())
        return;
    if (!visible) {
        m_second.stop();
        return;
    }
    m_second.start();
    takeSnapshot();
}

void EngineMirror::setPaused(bool paused)
{
    if (paused == m_paused)
        return;
    m_paused = paused;
    if (!paused)
        showIngested();
    emit pausedChanged(paused);
}

void EngineMirror::showIngested()
{
    m_topics.setNow(m_clock.wall());
    m_log.publish(); // first: who follows a topic looks its newest message up there
    m_topics.publish();
    m_activity.publish();
    for (const auto& model : m_models)
        model->publish();
    if (std::exchange(m_newPoints, false))
        emit seriesChanged();
}

void EngineMirror::publish(const PublishRequest& request)
{
    if (m_status.origin == Origin::Capture)
        emit nobodyThere();
    m_engine.publish(request);
    m_feed.hurry();
}

void EngineMirror::command(const std::string& deviceId, DeviceCommand command, double value)
{
    if (m_status.origin == Origin::Capture)
        emit nobodyThere();
    m_engine.command(deviceId, command, value);
    m_feed.hurry();
}

void EngineMirror::tick()
{
    const auto second = std::chrono::floor<std::chrono::seconds>(m_clock.wall());
    if (second == m_secondShown)
        return;
    m_secondShown = second;
    if (!m_paused && m_topics.setNow(m_clock.wall()))
        emit m_topics.valuesChanged();
    emit secondPassed();
}

/// Hours of a capture may come in one chunk: whoever waits for the next snapshot has missed them.
void EngineMirror::watchDevicesOf(const trace::Chunk& chunk)
{
    static constexpr trace::KindSet kOfDevices{trace::Kind::DeviceStarted, trace::Kind::DeviceState};
    for (const trace::Event& event : chunk.events())
        if (kOfDevices.contains(event.kind) && m_series.hasRoom() && !m_series.isWatched(chunk.text(event.subject)))
            m_series.watch(std::string(chunk.text(event.subject)));
}

void EngineMirror::takeSnapshot()
{
    tick();
    auto devices = m_engine.devices();
    // The first ones are there when somebody looks; the others are watched when they are chosen.
    for (const auto& device : devices)
        if (m_series.hasRoom() && !m_series.isWatched(device.id))
            m_series.watch(device.id);
    m_devices.setDevices(std::move(devices));

    EngineStatus status = m_engine.status();
    const bool changed = !saysTheSame(status, m_status);
    const bool captureDiffers = status.capture != m_status.capture;
    m_status = std::move(status);
    const double before = m_rate;
    measureRate();
    if (changed || before != m_rate)
        emit statusChanged();
    if (captureDiffers)
        emit captureChanged();
}

void EngineMirror::measureRate()
{
    const Instant now = m_clock.now();
    if (!m_rateKnown) {
        m_rateKnown = true;
        m_rateSince = now;
        m_rateFrom = m_status.received;
        return;
    }
    const double seconds = std::chrono::duration<double>(now - m_rateSince).count();
    if (seconds < 1)
        return;
    m_rate = static_cast<double>(m_status.received - std::min<quint64>(m_rateFrom, m_status.received)) / seconds;
    m_rateSince = now;
    m_rateFrom = m_status.received;
}

} // namespace greensward::ui
