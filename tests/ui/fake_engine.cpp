// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"

#include "mqtt/topic.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace greensward::ui {

using simulator::DeviceState;
using simulator::DeviceView;
using trace::Kind;

namespace {

constexpr std::int64_t kKeepAlive = 30; ///< seconds
constexpr Duration kStep = std::chrono::milliseconds(100);
const std::string kTurbine = "ev-gen-123";
const std::string kSprinkler = "sprinkler-456";

double& valueOf(DeviceView& view, const std::string& name)
{
    return std::find_if(view.values.begin(), view.values.end(), [&](const auto& one) { return one.name == name; })
        ->value;
}

} // namespace

FakeEngine::FakeEngine(bool withDevices) : m_clock(WallTime(std::chrono::seconds(1'511'347'200)))
{
    if (!withDevices)
        return;
    DeviceView turbine{.id = kTurbine,
                       .model = "turbine",
                       .title = "Wind turbine 123",
                       .topic = "turbines/ev-gen/123",
                       .realTls = true,
                       .hasShadow = true,
                       .values = {{"wind", 9, "m/s"},
                                  {"temperature", 41, "°C"},
                                  {"humidity", 38, "%"},
                                  {"rotor-freq", 0.7, "Hz"},
                                  {"output", 60, "kW"},
                                  {"output-freq", 50, "Hz"}},
                       .note = {}};
    DeviceView sprinkler{.id = kSprinkler,
                         .model = "sprinkler",
                         .title = "Sprinkler 456",
                         .topic = "macdonald/sprinkler-456",
                         .realTls = true,
                         .rate = 0.2,
                         .hasShadow = true,
                         .values = {{"water", 0, ""}, {"flow", 0, "l/min"}, {"moisture", 24, "%"}},
                         .note = {}};
    m_devices = {turbine, sprinkler};
    event(Kind::ServiceStarted, "broker", "localhost:8883", "TLS device gateway");
    for (auto& view : m_devices)
        connect(view);
    flush();
}

std::shared_ptr<const simulator::Roster> FakeEngine::roster() const
{
    auto names = std::make_shared<std::vector<simulator::RosterName>>();
    auto roster = std::make_shared<simulator::Roster>();
    for (const DeviceView& view : m_devices) {
        const auto& first = view.values.front();
        names->push_back(
            {.id = view.id, .title = view.title, .model = view.model, .valueName = first.name, .unit = first.unit});
        roster->rows.push_back({.state = view.state,
                                .value = static_cast<float>(first.value),
                                .rate = static_cast<float>(view.rate),
                                .published = view.published});
    }
    roster->names = std::move(names);
    return roster;
}

void FakeEngine::startScenario(const std::string& id)
{
    scenario = id;
    m_scenarioBegan = m_clock.now();
}

void FakeEngine::stirDevices()
{
    for (DeviceView& view : m_devices)
        for (auto& value : view.values)
            value.value += m_random.between(0, 1);
}

EngineStatus FakeEngine::status() const
{
    EngineStatus status;
    status.running = true;
    status.endpoint = "localhost:8883";
    status.clients = static_cast<std::uint64_t>(std::count_if(
        m_devices.begin(), m_devices.end(), [](const auto& view) { return view.state == DeviceState::Online; }));
    status.received = m_received;
    status.residentBytes = 112u << 20;
    status.fleetSize = fleetSize;
    status.fleetOnline = status.clients;
    status.faultProblem = faultProblem;
    status.scenario = scenario;
    status.scenarioAt = scenario.empty() ? 0 : std::chrono::duration<double>(m_clock.now() - m_scenarioBegan).count();
    status.capture = capture;
    status.consoleClient = "console";
    status.dataDirectory = dataDirectory;
    return status;
}

DeviceView& FakeEngine::device(const std::string& id)
{
    return *std::find_if(m_devices.begin(), m_devices.end(), [&](const auto& view) { return view.id == id; });
}

void FakeEngine::connect(DeviceView& view)
{
    view.state = DeviceState::Online;
    view.willArmed = true;
    view.note = "connected";
    m_due[view.id] = m_clock.now() + kStep;
    m_recorder.record({.kind = Kind::ClientConnected,
                       .extra = kKeepAlive,
                       .subject = view.id,
                       .object = "127.0.0.1:50612",
                       .detail = "MQTT 5, new session, keep alive 30 s"});
    event(Kind::WillArmed, view.id, "lastwill/" + view.id);
}

void FakeEngine::end(DeviceView& view, mqtt::DisconnectReason reason, const std::string& how)
{
    m_recorder.record({.kind = Kind::ClientDisconnected,
                       .extra = static_cast<std::int64_t>(reason),
                       .subject = view.id,
                       .object = "127.0.0.1:50612",
                       .detail = how});
}

void FakeEngine::lose(DeviceView& view, mqtt::DisconnectReason reason, const std::string& how)
{
    end(view, reason, how);
    const std::string topic = "lastwill/" + view.id;
    const std::string payload = fmt::format(R"({{"device":"{}","state":"lost"}})", view.id);
    const auto will = m_recorder.record({.kind = Kind::WillPublished, .subject = view.id, .object = topic});
    ++m_received;
    m_recorder.record({.kind = Kind::MessagePublished,
                       .flags = 1,
                       .cause = will,
                       .journey = will,
                       .subject = view.id,
                       .object = topic,
                       .payload = asBytes(payload)});
    view.willArmed = false;
}

void FakeEngine::command(const std::string& deviceId, DeviceCommand command, double value)
{
    commands.push_back({deviceId, command, value});
    DeviceView& view = device(deviceId);
    switch (command) {
    case DeviceCommand::Start:
        event(Kind::DeviceStarted, deviceId);
        connect(view);
        break;
    case DeviceCommand::Stop:
        end(view, mqtt::DisconnectReason::ClientDisconnect, "the client disconnected");
        event(Kind::WillWithheld, deviceId, "lastwill/" + deviceId, "the client disconnected");
        event(Kind::DeviceStopped, deviceId);
        view.state = DeviceState::Stopped;
        view.willArmed = false;
        view.note = "switched off";
        break;
    case DeviceCommand::Crash:
        view.state = DeviceState::Crashed;
        view.note = "crashed without a word";
        m_water = m_water && view.model != "sprinkler"; // a spring closes the valve
        lose(view, mqtt::DisconnectReason::ConnectionLost, "closed by the other side");
        break;
    case DeviceCommand::CutCable:
        event(Kind::FaultInjected, deviceId, {}, "cable cut");
        view.state = DeviceState::CutOff;
        view.note = "sends into nothing";
        lose(view, mqtt::DisconnectReason::KeepAliveTimeout, "no packet for 45 s, 1.5 times its keep alive");
        break;
    case DeviceCommand::HealCable:
        event(Kind::FaultHealed, deviceId, {}, "cable healed");
        connect(view);
        break;
    case DeviceCommand::SetRate:
        view.rate = value;
        break;
    case DeviceCommand::SetWind:
        m_wind = value;
        break;
    case DeviceCommand::SetJitter:
        view.jitter = value;
        break;
    case DeviceCommand::SetBurst:
        view.burst = static_cast<int>(value);
        break;
    case DeviceCommand::SetOnChange:
        view.onChange = value != 0;
        break;
    case DeviceCommand::SetWay:
        view.way = value == 0 ? simulator::Way::Direct : simulator::Way::Shadow;
        break;
    case DeviceCommand::ReportShadow:
        break;
    }
    flush();
}

void FakeEngine::publish(const PublishRequest& request)
{
    published.push_back(request);
    message("console", request.topic, request.payload,
            static_cast<std::uint8_t>(request.qos | (request.retain ? trace::kRetain : 0)));
    for (DeviceView& view : m_devices) {
        if (view.topic != request.topic || view.model != "sprinkler" || view.state != DeviceState::Online)
            continue;
        ++view.received;
        m_water = request.payload.find("\"on\"") != std::string::npos;
        view.note = fmt::format("water {}, by {}", m_water ? "on" : "off", request.topic);
        m_due[view.id] = m_clock.now();
    }
    flush();
}

void FakeEngine::message(const std::string& from, const std::string& topic, const std::string& payload,
                         std::uint8_t flags)
{
    ++m_received;
    const trace::EventId id = m_recorder.record({.kind = Kind::MessagePublished,
                                                 .flags = flags,
                                                 .subject = from,
                                                 .object = topic,
                                                 .payload = asBytes(payload)});
    if ((flags & trace::kRetain) != 0)
        retain(id, from, topic, payload);
    for (ConsoleSubscription& one : subscribed)
        if (one.granted && mqtt::topicMatches(one.filter, topic))
            deliver(one, id, topic, payload, false);
}

/// As the broker does: an empty payload clears.
void FakeEngine::retain(trace::EventId id, const std::string& from, const std::string& topic,
                        const std::string& payload)
{
    if (payload.empty() ? retained.erase(topic) == 0 : false)
        return;
    if (!payload.empty())
        retained.insert_or_assign(topic, std::pair(id, payload));
    m_recorder.record({.kind = payload.empty() ? Kind::RetainedCleared : Kind::RetainedStored,
                       .cause = id,
                       .subject = from,
                       .object = topic,
                       .payload = asBytes(payload)});
}

void FakeEngine::deliver(ConsoleSubscription& to, trace::EventId id, const std::string& topic,
                         const std::string& payload, bool asRetained)
{
    ++to.received;
    m_recorder.record({.kind = Kind::MessageDelivered,
                       .flags = static_cast<std::uint8_t>(to.qos | (asRetained ? static_cast<int>(trace::kRetain) : 0)),
                       .cause = id,
                       .subject = "console",
                       .object = topic,
                       .payload = asBytes(payload)});
}

void FakeEngine::event(Kind kind, const std::string& subject, const std::string& object, const std::string& detail)
{
    m_recorder.record({.kind = kind, .subject = subject, .object = object, .detail = detail});
}

void FakeEngine::advance(Duration by)
{
    for (; by >= kStep; by -= kStep) {
        m_clock.advance(kStep);
        step();
    }
    flush();
}

void FakeEngine::step()
{
    for (DeviceView& view : m_devices) {
        if (view.state != DeviceState::Online && view.state != DeviceState::CutOff)
            continue;
        if (view.id == kTurbine)
            stepTurbine(view);
        else if (view.id == kSprinkler)
            stepSprinkler(view);
    }
}

void FakeEngine::stepTurbine(DeviceView& view)
{
    const double seconds = std::chrono::duration<double>(m_clock.now().time_since_epoch()).count();
    const double gust = 1.6 * std::sin(seconds / 9) + 0.9 * std::sin(seconds / 3.7) + 0.3 * m_random.gaussian();
    const double wind = std::max(0.0, m_wind + gust);
    m_rotor += (std::clamp(wind / 11, 0.0, 1.02) * 0.98 - m_rotor) * 0.02;
    const double output = 100 * std::pow(m_rotor / 0.98, 3);
    m_heat += (20 + 0.42 * output - m_heat) * 0.002;
    valueOf(view, "wind") = wind;
    valueOf(view, "temperature") = m_heat;
    valueOf(view, "humidity") = 38 + 2 * std::sin(seconds / 60);
    valueOf(view, "rotor-freq") = m_rotor;
    valueOf(view, "output") = output;
    valueOf(view, "output-freq") = 50 + 0.01 * m_random.gaussian();
    if (m_clock.now() < m_due[view.id])
        return;
    m_due[view.id] = m_clock.now() + std::chrono::duration_cast<Duration>(std::chrono::duration<double>(1 / view.rate));
    ++view.published;
    if (view.state != DeviceState::Online)
        return;
    message(
        view.id, view.topic,
        fmt::format(R"({{"timestamp":{},"temperature":{:.2f},"humidity":{:.1f},"rotor-freq":{:.3f},"output":{:.2f},)"
                    R"("output-freq":{:.3f}}})",
                    std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.wall().time_since_epoch()).count(),
                    m_heat, valueOf(view, "humidity"), m_rotor, output, valueOf(view, "output-freq")),
        trace::kSimulated);
}

void FakeEngine::stepSprinkler(DeviceView& view)
{
    m_flow += ((m_water ? 12.0 : 0.0) - m_flow) * 0.08;
    m_moisture += m_flow * 0.0008 - 0.0006;
    valueOf(view, "water") = m_water ? 1 : 0;
    valueOf(view, "flow") = m_flow < 0.01 ? 0 : m_flow;
    valueOf(view, "moisture") = m_moisture;
    if (m_clock.now() < m_due[view.id])
        return;
    m_due[view.id] = m_clock.now() + std::chrono::duration_cast<Duration>(std::chrono::duration<double>(1 / view.rate));
    ++view.published;
    if (view.state != DeviceState::Online)
        return;
    message(
        view.id, view.topic + "/status",
        fmt::format(R"({{"timestamp":{},"water":{},"flow":{:.2f},"moisture":{:.2f}}})",
                    std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.wall().time_since_epoch()).count(),
                    m_water ? 1 : 0, valueOf(view, "flow"), m_moisture),
        trace::kSimulated);
}

void FakeEngine::subscribe(const std::string& filter, int qos)
{
    if (!subscribeProblem.empty()) {
        subscribed.push_back({.filter = filter, .qos = qos, .granted = false, .problem = subscribeProblem});
        return;
    }
    subscribed.push_back({.filter = filter, .qos = qos, .granted = true, .problem = {}, .received = 0});
    event(trace::Kind::Subscribed, "console", filter);
    for (const auto& [topic, kept] : retained)
        if (mqtt::topicMatches(filter, topic))
            deliver(subscribed.back(), kept.first, topic, kept.second, true);
}

void FakeEngine::unsubscribe(const std::string& filter)
{
    std::erase_if(subscribed, [&filter](const ConsoleSubscription& one) { return one.filter == filter; });
    event(trace::Kind::Unsubscribed, "console", filter);
}

void FakeEngine::inject(const FaultRequest& request)
{
    const auto id = activeFaults.empty() ? 1 : activeFaults.back().id + 1;
    activeFaults.push_back({.id = id,
                            .kind = request.kind,
                            .target = request.target,
                            .intensity = request.intensity,
                            .secondsLeft = request.seconds});
    event(trace::Kind::FaultInjected, request.target, {}, std::string(simulator::faultSpec(request.kind).id));
}

void FakeEngine::heal(std::uint64_t faultId)
{
    std::erase_if(activeFaults, [faultId](const simulator::ActiveFault& one) { return one.id == faultId; });
}

void FakeEngine::healAll()
{
    activeFaults.clear();
}

void FakeEngine::startRecording(const std::string& file)
{
    capture.recording = true;
    capture.file = file;
}

void FakeEngine::startReplay(const std::string& file, double speed)
{
    capture.replaying = true;
    capture.replayFile = file;
    capture.speed = speed;
}

} // namespace greensward::ui
