// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/device.h"

#include "mqtt/topic.h"

#include <algorithm>
#include <cassert>
#include <fmt/format.h>
#include <iterator>

// How a device lives and reports: the part of Device that runs in the world's time.
namespace greensward::simulator {

namespace {

/// A device that fell behind its reports by more than this (the laptop slept) skips them.
constexpr Duration kMostLate = std::chrono::seconds{1};

std::string_view word(DeviceState state)
{
    switch (state) {
    case DeviceState::Stopped:
        return "stopped";
    case DeviceState::Connecting:
        return "connecting";
    case DeviceState::Online:
        return "online";
    case DeviceState::CutOff:
        return "cut off";
    case DeviceState::Crashed:
        return "crashed";
    }
    return {};
}

} // namespace

void Device::live(Moment until)
{
    if (until <= m_livedUntil)
        return;
    m_physics->advance(m_around.world.weather().at(until), until - m_livedUntil);
    m_livedUntil = until;
}

/// The next moment of this device's own grid: phase + k intervals.
void Device::scheduleReport()
{
    const auto offset = static_cast<Duration::rep>(m_phase * static_cast<double>(m_interval.count()));
    const Duration::rep now = m_around.world.now().time_since_epoch().count() - offset;
    const Duration::rep interval = m_interval.count();
    const Duration::rep turns = now < 0 ? 0 : now / interval + 1;
    m_grid = Moment{Duration{offset + turns * interval}};
    m_nextReport = *m_grid + lateness();
}

/// The grid is kept whatever the lateness, so that as many reports come in an hour as without.
Duration Device::lateness()
{
    if (m_rhythm.jitter <= 0)
        return {};
    // Less than the interval: reports never overtake each other.
    const double most = 0.99 * m_rhythm.jitter * static_cast<double>(m_interval.count());
    return Duration{static_cast<Duration::rep>(m_lateness.between(0.0, most))};
}

std::optional<Moment> Device::nextReport() const
{
    if (m_followUp && m_nextReport)
        return std::min(*m_followUp, *m_nextReport);
    return m_nextReport;
}

void Device::report()
{
    const auto moment = nextReport();
    assert(moment);
    const World& world = m_around.world;
    const bool asked = m_followUp == moment;
    if (asked) {
        m_followUp.reset();
    } else {
        m_grid = *m_grid + m_interval;
        m_nextReport = *m_grid + lateness();
    }
    const auto due = world.engineTime(*moment);
    if (due && m_around.clock.now() - *due > kMostLate && m_nextReport <= world.now())
        scheduleReport();
    live(*moment);
    takeReading(*moment, asked);
    pump();
}

/// anyway: a command asked for it, so it does not wait for others and is sent though it may show nothing new.
void Device::takeReading(Moment moment, bool anyway)
{
    recordState();
    const bool online = m_client->state() == mqtt::ClientState::Online;
    if (!online && m_rhythm.burst == 1)
        return;
    fmt::memory_buffer json;
    char separator = '{';
    std::size_t values = 0; // where they begin, behind the timestamp
    for (const auto& field : m_model->report.fields) {
        fmt::format_to(std::back_inserter(json), "{}\"{}\":", separator, field.name);
        separator = ',';
        if (field.quantity == DeviceModel::Field::kTimestamp) {
            const auto wall = (m_around.world.wall(m_physics->calendar(moment)) + m_reportFaults.clock).time_since_epoch();
            fmt::format_to(std::back_inserter(json), "{}",
                           std::chrono::duration_cast<std::chrono::milliseconds>(wall).count());
            values = json.size();
        } else {
            fmt::format_to(std::back_inserter(json), "{:.{}f}", m_physics->quantity(field.quantity), field.decimals);
        }
    }
    if (m_rhythm.onChange) {
        const std::string_view shown(json.data() + values, json.size() - values);
        if (!anyway && shown == m_lastValues)
            return;
        m_lastValues = shown;
    }
    if (m_reportFaults.padding > 0)
        fmt::format_to(std::back_inserter(json), ",\"padding\":\"{:x<{}}\"", "", m_reportFaults.padding);
    if (!m_reportFaults.brokenJson)
        json.push_back('}');
    const std::string_view text(json.data(), json.size());
    if (m_rhythm.burst == 1 && m_collected.empty()) {
        publishReport(text);
        return;
    }
    m_collected.emplace_back(text);
    const auto whole = static_cast<std::size_t>(m_rhythm.burst);
    if (m_collected.size() > whole) // nobody took them: the oldest go
        m_collected.erase(m_collected.begin());
    if (online && (anyway || m_collected.size() >= whole))
        sendCollected();
}

void Device::sendCollected()
{
    for (const std::string& json : m_collected)
        if (!publishReport(json))
            break;
    m_collected.clear();
}

bool Device::publishReport(std::string_view json)
{
    const Instant now = m_around.clock.now();
    const mqtt::QoS qos = m_reportFaults.twice ? mqtt::QoS::AtLeastOnce : m_model->report.qos;
    const auto sent = m_client->publish(m_reportTopic, asBytes(json), qos, m_model->report.retain, now);
    if (!sent) {
        m_note = fmt::format("a report was not sent: {}", sent.error().message);
        return false;
    }
    ++m_published;
    if (m_reportFaults.twice)
        m_client->repeat(*sent, now);
    return true;
}

Result<void> Device::publish(std::string_view topic, ByteView payload, mqtt::QoS qos, bool retain)
{
    if (!m_on || !m_client)
        return failure(m_crashed ? "the device has crashed" : "the device is switched off");
    if (const auto checked = mqtt::checkTopicName(topic); !checked)
        return failure(std::string(checked.error().text));
    const auto sent = m_client->publish(topic, payload, qos, retain, m_around.clock.now());
    if (!sent)
        return tl::unexpected(sent.error());
    pump();
    return {};
}

void Device::recordState()
{
    if (!m_around.recorder.wants(trace::Kind::DeviceState))
        return;
    fmt::memory_buffer json;
    char separator = '{';
    const auto add = [&](const DeviceModel::Field& field) {
        if (field.quantity == DeviceModel::Field::kTimestamp)
            return;
        fmt::format_to(std::back_inserter(json), "{}\"{}\":{:.{}f}", separator, field.name,
                       m_physics->quantity(field.quantity), field.decimals);
        separator = ',';
    };
    std::for_each(m_model->card.begin(), m_model->card.end(), add);
    std::for_each(m_model->report.fields.begin(), m_model->report.fields.end(), add);
    json.push_back('}');
    m_around.recorder.record({.kind = trace::Kind::DeviceState,
                              .flags = trace::kSimulated,
                              .cause = m_started,
                              .journey = m_started,
                              .subject = m_id,
                              .detail = word(state()),
                              .payload = asBytes({json.data(), json.size()})});
}

void Device::record(trace::Kind kind, std::string_view detail)
{
    m_around.recorder.record({.kind = kind,
                              .flags = trace::kSimulated,
                              .cause = m_started,
                              .journey = m_started,
                              .subject = m_id,
                              .detail = detail});
}

} // namespace greensward::simulator
