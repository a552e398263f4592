// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/device.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

// The two ways a device is told what to do: the part of Device that listens.
namespace greensward::simulator {

/// What it listens to on the way it goes.
void Device::listen()
{
    const Instant now = m_around.clock.now();
    if (m_shadow) {
        std::vector<mqtt::Subscribe::Entry> entries;
        for (const std::string& filter : m_shadow->filters())
            entries.push_back({filter, {.qos = mqtt::QoS::AtLeastOnce}});
        const auto asked = m_client->subscribe(entries, now);
        m_shadowAsked = asked ? *asked : 0;
        if (!asked)
            m_note = asked.error().message;
    } else if (m_model->listen) {
        const auto asked =
            m_client->subscribe(m_model->fill(m_model->listen->topic, m_number), m_model->listen->qos, now);
        if (!asked)
            m_note = asked.error().message;
    }
}

void Device::ignoreOtherWay()
{
    std::vector<std::string_view> filters;
    std::string direct;
    if (m_shadow) {
        filters.assign(m_shadow->filters().begin(), m_shadow->filters().end());
    } else if (m_model->listen) {
        direct = m_model->fill(m_model->listen->topic, m_number);
        filters.emplace_back(direct);
    }
    if (!filters.empty())
        if (const auto left = m_client->unsubscribe(filters, m_around.clock.now()); !left)
            m_note = left.error().message;
}

bool Device::setWay(Way way)
{
    if (m_model->settings.empty())
        return false;
    if (way == this->way())
        return true;
    if (m_client && m_on)
        ignoreOtherWay();
    ShadowedThing& self = *this;
    m_shadow = way == Way::Shadow ? std::make_unique<DeviceShadow>(m_id, self) : nullptr;
    m_shadowHeard = false;
    m_shadowAsked = 0;
    m_note = m_shadow ? "goes by its shadow" : "goes by direct messages";
    if (m_client && m_on) {
        listen();
        pump();
    }
    return true;
}

bool Device::reportToShadow()
{
    if (m_model->settings.empty() || !m_client || !m_on)
        return false;
    live(m_around.world.now());
    const bool sent = DeviceShadow::reportOnce(m_id, *this);
    pump();
    return sent;
}

/// Only now is anybody listening: what is asked for earlier might be answered into nothing.
void Device::subscribed(mqtt::Token token, std::span<const mqtt::ReasonCode> codes)
{
    if (!m_shadow || token != m_shadowAsked)
        return;
    m_shadowAsked = 0;
    if (std::any_of(codes.begin(), codes.end(), [](mqtt::ReasonCode code) { return code >= mqtt::ReasonCode::UnspecifiedError; })) {
        m_note = "the broker does not let it listen to its shadow";
        return;
    }
    m_shadowHeard = true;
    m_shadow->connected();
}

boost::json::object Device::settings() const
{
    boost::json::object settings;
    for (const auto& [name, setting] : m_model->settings) {
        if (setting != DeviceModel::Setting::kRate)
            settings[name] = m_physics->setting(setting);
        else if (m_rhythm.rate == std::floor(m_rhythm.rate))
            settings[name] = static_cast<std::int64_t>(m_rhythm.rate); // 1, as a person writes it
        else
            settings[name] = m_rhythm.rate;
    }
    return settings;
}

Result<std::string> Device::set(std::string_view name, const boost::json::value& wanted)
{
    const auto& known = m_model->settings;
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.name == name; });
    if (found == known.end())
        return failure(fmt::format("this device has no setting \"{}\"", name));
    if (found->setting == DeviceModel::Setting::kRate) {
        boost::system::error_code none;
        const double rate = wanted.is_number() ? wanted.to_number<double>(none) : 0;
        if (!wanted.is_number())
            return failure("the rate must be a number, in reports a second");
        if (rate < kSlowestRate || rate > kFastestRate)
            return failure(fmt::format("the rate must lie between {} and {} a second", kSlowestRate, kFastestRate));
        if (rate == m_rhythm.rate)
            return std::string{};
        Rhythm rhythm = m_rhythm;
        rhythm.rate = rate;
        applyRhythm(rhythm);
        return fmt::format("{} reports a second", rate);
    }
    auto done = m_physics->set(found->setting, wanted);
    if (done && !done->empty())
        changed(m_around.world.now());
    return done;
}

bool Device::sendToShadow(std::string_view topic, std::string_view payload)
{
    if (!m_client || m_client->state() != mqtt::ClientState::Online)
        return false;
    const auto sent =
        m_client->publish(topic, asBytes(payload), mqtt::QoS::AtLeastOnce, false, m_around.clock.now());
    if (!sent)
        m_note = fmt::format("a message to its shadow was not sent: {}", sent.error().message);
    return sent.has_value();
}

} // namespace greensward::simulator
