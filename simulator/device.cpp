// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/device.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <utility>

namespace greensward::simulator {

namespace {

/// After a command changed something, a second report tells how it took effect.
constexpr Duration kFollowUp = std::chrono::seconds{2};

} // namespace

Device::Device(const Surroundings& surroundings, DeviceModelPtr model, std::uint32_t index, std::string_view number,
               DeviceDriver& driver)
    : m_around(surroundings)
    , m_model(std::move(model))
    , m_driver(driver)
    , m_index(index)
    , m_number(number)
    , m_id(m_model->fill(m_model->id, number))
    , m_reportTopic(m_model->fill(m_model->report.topic, number))
    , m_random(m_around.world.stream(m_id))
    , m_physics(m_model->makePhysics(m_around.world, number, m_random.fork(1)))
    , m_livedUntil(m_around.world.now())
    , m_rhythm{.rate = 1e9 / static_cast<double>(m_model->report.interval.count()), .jitter = m_model->report.jitter}
    , m_interval(m_model->report.interval)
    , m_phase(m_random.between(0.0, 1.0))
    , m_lateness(m_random.fork(3))
    , m_cable(m_id, m_around.links, m_around.clock, m_random.fork(2), *this)
{}

Device::~Device() = default;

DeviceState Device::state() const
{
    if (m_crashed)
        return DeviceState::Crashed;
    if (!m_on)
        return DeviceState::Stopped;
    if (m_cable.faults().cutUp || m_cable.faults().cutDown)
        return DeviceState::CutOff;
    return m_client->state() == mqtt::ClientState::Online ? DeviceState::Online : DeviceState::Connecting;
}

// --- what a person does to it
// ---------------------------------------------------------------------------------------------

void Device::start()
{
    if (m_on)
        return;
    endProcess(); // one that was still saying goodbye
    mqtt::ClientHandler& self = *this;
    m_client = std::make_unique<mqtt::Client>(clientSettings(), m_random.fork(m_random()), self);
    const Instant now = m_around.clock.now();
    if (const auto started = m_client->start(now); !started) {
        m_note = started.error().message;
        m_client = nullptr;
        return;
    }
    m_on = true;
    m_crashed = false;
    m_note = "switched on";
    m_started = m_around.recorder.record({.kind = trace::Kind::DeviceStarted,
                                          .flags = trace::kSimulated,
                                          .subject = m_id,
                                          .object = m_reportTopic,
                                          .detail = m_model->name});
    listen();
    scheduleReport();
    pump();
}

void Device::stop(std::string_view why)
{
    if (!m_on)
        return;
    m_on = false;
    m_nextReport.reset();
    m_followUp.reset();
    m_note = why;
    record(trace::Kind::DeviceStopped, why);
    live(m_around.world.now());
    m_physics->powerLost();
    m_client->stop(m_around.clock.now());
    pump();
}

void Device::crash()
{
    if (!m_on)
        return;
    dieAs("the process died", "crash");
    endProcess();
    m_driver.deadlinesChanged(*this);
}

void Device::losePower()
{
    if (!m_on)
        return;
    dieAs("the power failed", "half-open");
    m_cable.abandon();
    endProcess();
    m_driver.deadlinesChanged(*this);
}

void Device::dieAs(std::string_view note, std::string_view fault)
{
    m_on = false;
    m_crashed = true;
    m_nextReport.reset();
    m_followUp.reset();
    m_note = note;
    record(trace::Kind::FaultInjected, fault);
    record(trace::Kind::DeviceStopped, "crashed");
    live(m_around.world.now());
    m_physics->powerLost();
}

void Device::resetLink()
{
    if (!m_link)
        return;
    record(trace::Kind::FaultInjected, "reset");
    m_note = "the connection was reset";
    m_cable.reset();
    m_driver.deadlinesChanged(*this);
}

void Device::cutCable()
{
    setFaults(LinkFaults::cut());
}

void Device::healCable()
{
    setFaults({});
}

void Device::setFaults(const LinkFaults& faults, bool tell)
{
    const auto told = [&](trace::Kind kind, std::string_view what) {
        if (tell)
            record(kind, what);
    };
    const bool wasCut = m_cable.faults().cutUp || m_cable.faults().cutDown;
    const bool cut = faults.cutUp || faults.cutDown;
    if (cut && !wasCut) {
        m_note = "the cable was cut";
        told(trace::Kind::FaultInjected, "cable cut");
    } else if (!cut && wasCut) {
        m_note = "the cable was healed";
        told(trace::Kind::FaultHealed, "cable cut");
    }
    if (!wasCut && !cut && !faults.none())
        told(trace::Kind::FaultInjected, "slow line");
    else if (faults.none() && !wasCut && !m_cable.faults().none())
        told(trace::Kind::FaultHealed, "slow line");
    m_cable.setFaults(faults);
    pump();
}

void Device::setRhythm(const Rhythm& rhythm)
{
    applyRhythm(rhythm);
    if (m_shadow && m_on) {
        m_shadow->report();
        pump();
    }
    m_driver.deadlinesChanged(*this);
}

void Device::applyRhythm(const Rhythm& rhythm)
{
    m_rhythm = {.rate = std::clamp(rhythm.rate, kSlowestRate, kFastestRate),
                .jitter = std::clamp(rhythm.jitter, 0.0, 1.0),
                .burst = std::clamp(rhythm.burst, 1, Rhythm::kLongestBurst),
                .onChange = rhythm.onChange};
    m_interval = Duration{std::llround(1e9 / m_rhythm.rate)};
    m_lastValues.clear();
    if (m_on)
        scheduleReport();
}

void Device::setRate(double perSecond)
{
    Rhythm rhythm = m_rhythm;
    rhythm.rate = perSecond;
    setRhythm(rhythm);
}

bool Device::setWind(std::optional<double> metresPerSecond)
{
    return m_physics->setWind(metresPerSecond);
}

// --- the process
// ----------------------------------------------------------------------------------------------------------

mqtt::ClientSettings Device::clientSettings() const
{
    mqtt::ClientSettings settings;
    settings.clientId = m_id;
    settings.keepAlive = m_model->keepAlive;
    mqtt::ClientWill will;
    will.message.topic = m_model->fill(m_model->will.topic, m_number);
    will.message.payload = toBytes(m_model->fill(m_model->will.payload, m_number));
    will.message.qos = m_model->will.qos;
    will.message.retain = m_model->will.retain;
    settings.will = std::move(will);
    // A person who heals a cable waits for the device: seconds, not minutes.
    settings.backOff.most = std::chrono::seconds{8};
    return settings;
}

void Device::endProcess()
{
    m_collected.clear();
    m_lastValues.clear();
    m_shadowHeard = false;
    m_shadowAsked = 0;
    if (m_shadow)
        m_shadow->forget();
    m_cable.drop();
    m_client = nullptr;
    m_link = nullptr;
    m_dialling = false;
    m_closingLink = false;
    m_blocked = false;
}

/// Carries out what the client wants by now. Called after anything that fed it.
void Device::pump()
{
    if (m_pumping)
        return; // a maker that answers at once: the outer call goes on
    m_pumping = true;
    while (m_client) {
        if (m_client->wantsLink() && !m_dialling) {
            m_dialling = true;
            m_cable.dial();
            continue;
        }
        if (m_link && !m_blocked && !m_closingLink) {
            const ByteView bytes = m_client->output();
            if (!bytes.empty()) {
                const std::array slices{bytes};
                const std::size_t taken = m_link->write(slices);
                m_blocked = taken < bytes.size();
                m_client->written(taken);
                continue;
            }
            if (m_client->closing()) {
                m_closingLink = true;
                m_link->close(net::CloseMode::Graceful);
            }
        }
        if (m_link && m_blocked && !m_closingLink && m_client->closing()) {
            // Nobody takes the last words; the client has waited long enough for them.
            m_closingLink = m_client->output().empty();
            if (m_closingLink)
                m_link->close(net::CloseMode::Abort);
        }
        if (!m_on && m_client->state() == mqtt::ClientState::Stopped)
            endProcess();
        break;
    }
    m_pumping = false;
    m_driver.deadlinesChanged(*this);
}

void Device::advance(Instant now)
{
    m_cable.advance(now);
    if (m_client)
        m_client->advance(now);
    pump();
}

std::optional<Instant> Device::nextDeadline() const
{
    std::optional<Instant> next = m_cable.nextDeadline();
    const auto client = m_client ? m_client->nextDeadline() : std::nullopt;
    if (client && (!next || *client < *next))
        next = client;
    return next;
}

void Device::dialled(Result<net::Link*> link)
{
    m_dialling = false;
    const Instant now = m_around.clock.now();
    if (link) {
        m_link = *link;
        m_closingLink = false;
        m_blocked = false;
        m_client->linkOpened(now);
    } else {
        m_client->linkFailed(link.error().message, now);
    }
    pump();
}

void Device::received(net::Link&, ByteView bytes)
{
    m_client->receive(bytes, m_around.clock.now());
    pump();
}

void Device::writable(net::Link&)
{
    m_blocked = false;
    pump();
}

void Device::closed(net::Link&, std::string_view why)
{
    m_link = nullptr;
    m_closingLink = false;
    m_blocked = false;
    m_client->linkClosed(why, m_around.clock.now());
    pump();
}

void Device::connected(const mqtt::Connack&)
{
    m_note = "connected";
    if (m_shadow && m_shadowHeard)
        m_shadow->connected();
}

void Device::refused(mqtt::ReasonCode code, std::string_view reason)
{
    m_note = fmt::format("the broker refused: {}", reason.empty() ? mqtt::text(code) : reason);
}

void Device::disconnected(mqtt::ClientEnd end, mqtt::ReasonCode, std::string_view why)
{
    if (end != mqtt::ClientEnd::Stopped)
        m_note = fmt::format("not connected: {}", why);
}

void Device::message(const mqtt::Publish& message)
{
    ++m_received;
    const Moment moment = m_around.world.now();
    live(moment);
    if (m_shadow && m_shadow->message(message.topic, message.payload))
        return;
    const auto done = m_physics->obey(message.payload);
    if (!done) {
        m_note = fmt::format("ignored a message on {}: {}", message.topic, done.error().message);
        return;
    }
    if (done->empty())
        return;
    m_note = fmt::format("{}, by {}", *done, message.topic);
    changed(moment);
}

void Device::changed(Moment moment)
{
    if (m_model->report.onChange && m_on) {
        takeReading(moment, true);
        m_followUp = moment + kFollowUp;
    }
}

} // namespace greensward::simulator
