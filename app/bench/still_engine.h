// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/recorder.h"
#include "ui/models/engine_port.h"

#include <string_view>
#include <utility>
#include <vector>

namespace greensward::bench {

/// An engine in virtual time that does nothing by itself: the benchmark records what is to have happened, and models
/// and views read it as they read a real one.
class StillEngine final : public ui::EnginePort
{
public:
    std::vector<trace::ChunkPtr> drain() override { return m_reader.drain(); }
    ui::EngineStatus status() const override;
    std::vector<simulator::DeviceView> devices() const override { return m_devices; }
    void command(const std::string& /*deviceId*/, ui::DeviceCommand /*command*/, double /*value*/) override {}
    void publish(const ui::PublishRequest& /*request*/) override {}
    void subscribe(const std::string& /*filter*/, int /*qos*/) override {}
    void unsubscribe(const std::string& /*filter*/) override {}
    std::vector<ui::ConsoleSubscription> subscriptions() const override { return {}; }
    void setFleetSize(std::uint64_t /*devices*/) override {}
    void inject(const ui::FaultRequest& /*request*/) override {}
    void heal(std::uint64_t /*faultId*/) override {}
    void healAll() override {}
    std::vector<simulator::ActiveFault> faults() const override { return {}; }
    void startRecording(const std::string& /*file*/) override {}
    void stopRecording() override {}
    void startReplay(const std::string& /*file*/, double /*speed*/) override {}
    void stopReplay() override {}

    const Clock& clock() const { return m_clock; }
    void advance(Duration by) { m_clock.advance(by); }
    /// One message, now.
    void message(std::string_view from, std::string_view topic, std::string_view payload);
    void event(trace::Kind kind, std::string_view subject);
    /// Hands over what was recorded.
    void flush() { m_recorder.flush(); }
    void setDevices(std::vector<simulator::DeviceView> devices) { m_devices = std::move(devices); }
    /// Each device measures something else than before.
    void stirDevices();

private:
    ManualClock m_clock{WallTime(std::chrono::seconds(1'511'347'200))};
    // What nobody reads again is not kept, or it would be counted as the models' memory.
    trace::Recorder m_recorder{m_clock, {.history = 0}};
    trace::Reader m_reader{m_recorder, trace::KindSet::all()};
    std::vector<simulator::DeviceView> m_devices;
};

} // namespace greensward::bench
