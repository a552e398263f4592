// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a device shows of itself: in full, and as a line of the fleet's roster.
#include "simulator/device.h"

#include <algorithm>

namespace greensward::simulator {

DeviceView Device::view() const
{
    DeviceView view;
    view.id = m_id;
    view.model = m_model->name;
    view.title = m_model->fill(m_model->title, m_number);
    view.topic = m_model->listen ? m_model->fill(m_model->listen->topic, m_number) : m_reportTopic;
    view.state = state();
    view.realTls = m_cable.realTls();
    view.willArmed = m_on && m_client->state() == mqtt::ClientState::Online;
    view.rate = m_rhythm.rate;
    view.jitter = m_rhythm.jitter;
    view.burst = m_rhythm.burst;
    view.onChange = m_rhythm.onChange;
    view.hasShadow = !m_model->settings.empty();
    view.way = way();
    view.published = m_published;
    view.received = m_received;
    const auto add = [&](const DeviceModel::Field& field) {
        if (field.quantity != DeviceModel::Field::kTimestamp)
            view.values.push_back({field.name, m_physics->quantity(field.quantity), field.unit});
    };
    std::for_each(m_model->card.begin(), m_model->card.end(), add);
    std::for_each(m_model->report.fields.begin(), m_model->report.fields.end(), add);
    view.note = m_note;
    return view;
}

RosterName Device::rosterName() const
{
    const DeviceModel::Field& leading = m_model->leading();
    return {.id = m_id,
            .title = m_model->fill(m_model->title, m_number),
            .model = m_model->name,
            .valueName = leading.name,
            .unit = leading.unit};
}

RosterRow Device::rosterRow() const
{
    return {.state = state(),
            .value = static_cast<float>(m_physics->quantity(m_model->leading().quantity)),
            .rate = static_cast<float>(m_rhythm.rate),
            .published = m_published};
}

} // namespace greensward::simulator
