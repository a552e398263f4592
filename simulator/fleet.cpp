// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/fleet.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::simulator {

Fleet::Fleet(World& world, const Clock& clock, trace::Recorder& recorder, std::function<void()> sooner)
    : m_world(world), m_clock(clock), m_recorder(recorder), m_sooner(std::move(sooner))
{}

Fleet::~Fleet()
{
    m_sooner = nullptr;
    m_advancing = true; // whatever devices still say on their way out
}

Result<Device*> Fleet::add(DeviceModelPtr model, std::string_view number, LinkMaker& links)
{
    if (m_devices.size() >= kMostDevices)
        return failure(fmt::format("a workspace has at most {} devices", kMostDevices));
    const std::string id = model->fill(model->id, number);
    if (m_byId.contains(id))
        return failure(fmt::format("there is a device {} already", id));
    if (const auto stands = model->findPlant(m_world, number); !stands)
        return tl::unexpected(stands.error());
    const auto index = static_cast<std::uint32_t>(m_devices.size());
    const Surroundings around{m_world, m_clock, m_recorder, links};
    DeviceDriver& self = *this;
    m_devices.push_back(std::make_unique<Device>(around, std::move(model), index, number, self));
    m_entries.emplace_back();
    m_byId.emplace(m_devices.back()->id(), index);
    return m_devices.back().get();
}

Device* Fleet::find(std::string_view id)
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? nullptr : m_devices[found->second].get();
}

void Fleet::deadlinesChanged(Device& device)
{
    const std::uint32_t index = device.index();
    Entry& entry = m_entries[index];
    if (const auto deadline = device.nextDeadline(); deadline != entry.deadline) {
        if (entry.deadline)
            m_deadlines.erase({*entry.deadline, index});
        if (deadline)
            m_deadlines.emplace(*deadline, index);
        entry.deadline = deadline;
    }
    if (const auto report = device.nextReport(); report != entry.report) {
        if (entry.report)
            m_reports.erase({*entry.report, index});
        if (report)
            m_reports.emplace(*report, index);
        entry.report = report;
    }
    lookSooner();
}

void Fleet::lookSooner()
{
    if (m_advancing || !m_sooner)
        return;
    const auto announced = m_announced;
    const auto next = nextDeadline();
    if (next && (!announced || *next < *announced))
        m_sooner();
}

void Fleet::advance(Instant now)
{
    m_advancing = true;
    m_world.follow(now);
    makeReports();
    // A device whose deadline stays due after its turn gets the next one, so that none can hold up the loop.
    std::vector<std::uint32_t> due;
    for (const auto& [deadline, index] : m_deadlines) {
        if (deadline > now)
            break;
        due.push_back(index);
    }
    for (const std::uint32_t index : due)
        m_devices[index]->advance(now);
    m_advancing = false;
    lookSooner();
}

void Fleet::makeReports()
{
    while (!m_reports.empty() && m_reports.begin()->first <= m_world.now())
        m_devices[m_reports.begin()->second]->report();
}

std::optional<Instant> Fleet::nextDeadline() const
{
    std::optional<Instant> next;
    if (!m_deadlines.empty())
        next = m_deadlines.begin()->first;
    if (!m_reports.empty()) {
        const auto report = m_world.engineTime(m_reports.begin()->first);
        if (report && (!next || *report < *next))
            next = report;
    }
    m_announced = next;
    return next;
}

void Fleet::step(Duration by)
{
    m_advancing = true;
    m_world.step(by);
    makeReports();
    m_advancing = false;
    lookSooner();
}

void Fleet::setPace(double pace)
{
    m_world.setPace(pace, m_clock.now());
    lookSooner();
}

std::vector<DeviceView> Fleet::views(std::size_t most) const
{
    std::vector<DeviceView> views;
    views.reserve(std::min(most, m_devices.size()));
    for (std::size_t i = 0; i < m_devices.size() && i < most; ++i)
        views.push_back(m_devices[i]->view());
    return views;
}

std::shared_ptr<const Roster> Fleet::roster(std::size_t most) const
{
    const std::size_t count = std::min(most, m_devices.size());
    if (m_names->size() < count) {
        // Readers hold the old list: a longer one takes its place. A fleet seldom grows.
        auto names = std::make_shared<std::vector<RosterName>>(*m_names);
        names->reserve(m_devices.size());
        while (names->size() < m_devices.size())
            names->push_back(m_devices[names->size()]->rosterName());
        m_names = std::move(names);
    }
    auto roster = std::make_shared<Roster>();
    roster->names = m_names;
    roster->rows.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        roster->rows.push_back(m_devices[i]->rosterRow());
    return roster;
}

} // namespace greensward::simulator
