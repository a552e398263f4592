// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/still_engine.h"

namespace greensward::bench {

ui::EngineStatus StillEngine::status() const
{
    ui::EngineStatus status;
    status.running = true;
    status.endpoint = "localhost:8883";
    return status;
}

void StillEngine::message(std::string_view from, std::string_view topic, std::string_view payload)
{
    m_recorder.record(
        {.kind = trace::Kind::MessagePublished, .subject = from, .object = topic, .payload = asBytes(payload)});
}

void StillEngine::event(trace::Kind kind, std::string_view subject)
{
    m_recorder.record({.kind = kind, .subject = subject});
}

void StillEngine::stirDevices()
{
    for (simulator::DeviceView& view : m_devices)
        for (auto& value : view.values)
            value.value += 1;
}

} // namespace greensward::bench
