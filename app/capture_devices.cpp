// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture_devices.h"

#include "app/resource_files.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::app {

namespace json = boost::json;

using simulator::DeviceState;
using simulator::DeviceView;
using trace::Kind;

namespace {

constexpr std::size_t kMostValues = 32;

DeviceState stateOf(std::string_view word)
{
    if (word == "online")
        return DeviceState::Online;
    if (word == "cut off")
        return DeviceState::CutOff;
    if (word == "crashed")
        return DeviceState::Crashed;
    return word == "stopped" ? DeviceState::Stopped : DeviceState::Connecting;
}

/// What in the id stands where the model has its number: "123" of "ev-gen-123". Empty when the id is not of the model.
std::string numberIn(std::string_view id, const simulator::DeviceModel& model)
{
    constexpr char kMark = '\x01';
    const std::string pattern = model.fill(model.id, std::string_view(&kMark, 1));
    const auto at = pattern.find(kMark);
    if (at == std::string::npos || id.size() < pattern.size())
        return {};
    const std::string_view before = std::string_view(pattern).substr(0, at);
    const std::string_view after = std::string_view(pattern).substr(at + 1);
    if (!id.starts_with(before) || !id.ends_with(after))
        return {};
    return std::string(id.substr(at, id.size() - before.size() - after.size()));
}

} // namespace

DeviceView* CaptureDevices::device(std::string_view id, bool make)
{
    if (const auto known = m_places.find(id); known != m_places.end()) {
        m_roster = nullptr; // whoever asks is about to change it
        return &m_devices[known->second];
    }
    if (!make || m_devices.size() >= kMostDevices)
        return nullptr;
    m_roster = nullptr;
    m_places.emplace(id, m_devices.size());
    DeviceView& view = m_devices.emplace_back();
    view.id = id;
    view.title = id;
    view.realTls = true;
    return &view;
}

const simulator::DeviceModel* CaptureDevices::model(const std::string& name)
{
    const auto known = m_models.find(name);
    if (known != m_models.end())
        return known->second.get();
    simulator::DeviceModelPtr loaded;
    const bool plain =
        std::all_of(name.begin(), name.end(), [](char character) { return character >= 'a' && character <= 'z'; });
    if (plain && !name.empty()) // it comes from a file, and becomes a part of a path
        if (const auto file = resourceFile(fmt::format("models/{}.device.json", name)))
            loaded = simulator::loadDeviceModel(file->string()).value_or(nullptr);
    return m_models.emplace(name, std::move(loaded)).first->second.get();
}

void CaptureDevices::describe(DeviceView& view, std::string_view modelName, std::string_view topic)
{
    view.model = modelName;
    view.topic = topic;
    const simulator::DeviceModel* known = model(view.model);
    if (!known)
        return;
    const std::string number = numberIn(view.id, *known);
    view.title = known->fill(known->title, number);
    if (known->listen)
        view.topic = known->fill(known->listen->topic, number);
    view.values.clear();
    for (const auto* fields : {&known->card, &known->report.fields})
        for (const auto& field : *fields)
            if (field.quantity != simulator::DeviceModel::Field::kTimestamp)
                view.values.push_back({field.name, 0, field.unit});
}

void CaptureDevices::readState(DeviceView& view, std::string_view state, std::string_view text, WallTime time)
{
    view.state = stateOf(state);
    view.willArmed = view.state == DeviceState::Online;
    boost::system::error_code error;
    const json::value value = json::parse(text, error);
    if (!error && value.is_object()) {
        for (const auto& pair : value.get_object()) {
            if (!pair.value().is_number())
                continue;
            const std::string_view name(pair.key().data(), pair.key().size());
            const auto known = std::find_if(view.values.begin(), view.values.end(),
                                            [name](const auto& one) { return one.name == name; });
            const double number = pair.value().to_number<double>();
            if (known != view.values.end())
                known->value = number;
            else if (view.values.size() < kMostValues)
                view.values.push_back({std::string(name), number, {}});
        }
    }
    WallTime& last = m_lastReport[view.id];
    if (last != WallTime{} && time > last)
        view.rate = 1 / std::chrono::duration<double>(time - last).count();
    last = time;
}

void CaptureDevices::ingest(const trace::Event& event, const trace::Chunk& chunk)
{
    const std::string_view subject = chunk.text(event.subject);
    switch (event.kind) {
    case Kind::DeviceStarted:
        if (DeviceView* view = device(subject, true)) {
            describe(*view, chunk.text(event.detail), chunk.text(event.object));
            view->state = DeviceState::Connecting;
            view->note = "switched on";
        }
        return;
    case Kind::DeviceState:
        if (DeviceView* view = device(subject, true))
            readState(*view, chunk.text(event.detail), chunk.text(event.payload), event.time);
        return;
    case Kind::DeviceStopped:
        if (DeviceView* view = device(subject, true)) {
            view->state = chunk.text(event.detail) == "crashed" ? DeviceState::Crashed : DeviceState::Stopped;
            view->willArmed = false;
            view->note = chunk.text(event.detail);
        }
        return;
    case Kind::ClientConnected:
        if (DeviceView* view = device(subject, false)) {
            view->state = DeviceState::Online;
            view->willArmed = true;
            view->note = "connected";
        }
        return;
    case Kind::ClientDisconnected:
        if (DeviceView* view = device(subject, false)) {
            if (view->state == DeviceState::Online)
                view->state = DeviceState::Connecting;
            view->willArmed = false;
            view->note = chunk.text(event.detail);
        }
        return;
    case Kind::MessagePublished:
        if (DeviceView* view = device(subject, false))
            ++view->published;
        return;
    case Kind::MessageDelivered:
        if (DeviceView* view = device(subject, false))
            ++view->received;
        return;
    default:
        return;
    }
}

std::vector<DeviceView> CaptureDevices::views() const
{
    return m_devices;
}

std::shared_ptr<const simulator::Roster> CaptureDevices::roster() const
{
    if (m_roster || m_devices.empty())
        return m_roster;
    auto names = std::make_shared<std::vector<simulator::RosterName>>();
    auto roster = std::make_shared<simulator::Roster>();
    for (const DeviceView& view : m_devices) {
        // The power of a turbine; of others what their card shows last.
        const auto output = std::find_if(view.values.begin(), view.values.end(),
                                         [](const auto& value) { return value.name == "output"; });
        const DeviceView::Value value = output != view.values.end() ? *output
                                        : view.values.empty()       ? DeviceView::Value{}
                                                                    : view.values.back();
        names->push_back(
            {.id = view.id, .title = view.title, .model = view.model, .valueName = value.name, .unit = value.unit});
        roster->rows.push_back({.state = view.state,
                                .value = static_cast<float>(value.value),
                                .rate = static_cast<float>(view.rate),
                                .published = view.published});
    }
    roster->names = std::move(names);
    m_roster = std::move(roster);
    return m_roster;
}

std::size_t CaptureDevices::online() const
{
    return static_cast<std::size_t>(std::count_if(
        m_devices.begin(), m_devices.end(), [](const DeviceView& view) { return view.state == DeviceState::Online; }));
}

} // namespace greensward::app
