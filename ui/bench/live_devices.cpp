// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/live_devices.h"

#include "ui/models/qt_text.h"

#include <algorithm>
#include <utility>

namespace greensward::ui {

using trace::Kind;

namespace {

/// What tells something about a device that is known.
constexpr trace::KindSet kOfDevices{Kind::ClientDisconnected, Kind::ClientTakenOver, Kind::MessagePublished,
                                    Kind::MessageDelivered,   Kind::KeepAlive,       Kind::WillArmed,
                                    Kind::WillPublished,      Kind::WillWithheld};

} // namespace

LiveDevice* LiveDevices::known(std::string_view id)
{
    const auto found =
        std::find_if(m_devices.begin(), m_devices.end(), [id](const LiveDevice& device) { return device.id == id; });
    return found == m_devices.end() ? nullptr : &*found;
}

const LiveDevice* LiveDevices::find(std::string_view id) const
{
    return const_cast<LiveDevices*>(this)->known(id);
}

void LiveDevices::ingest(const trace::Chunk& chunk)
{
    for (const trace::Event& event : chunk.events()) {
        if (event.kind == Kind::LinkOpened) {
            // Without a certificate anybody may be at the other end; the simulator's own are on the bench already.
            if (event.payload.length == 0 || (event.flags & trace::kSimulated) != 0 || m_links.size() >= kMostLinks)
                continue;
            m_links[event.number] = {toQString(chunk.text(event.object)), toQString(chunk.text(event.detail)),
                                     toQString(chunk.text(event.payload)), event.extra};
        } else if (event.kind == Kind::ClientConnected) {
            connect(chunk, event);
        } else if (event.kind == Kind::LinkClosed) {
            m_links.erase(event.number);
        } else if (!m_devices.empty() && kOfDevices.contains(event.kind)) {
            take(chunk, event);
        }
    }
}

void LiveDevices::connect(const trace::Chunk& chunk, const trace::Event& event)
{
    const auto link = m_links.find(event.number);
    if (link == m_links.end())
        return;
    const std::string_view id = chunk.text(event.subject);
    LiveDevice* device = known(id);
    if (!device) {
        if (m_devices.size() == kMost) {
            const auto gone =
                std::find_if(m_devices.begin(), m_devices.end(), [](const LiveDevice& one) { return !one.online; });
            m_devices.erase(gone == m_devices.end() ? m_devices.begin() : gone);
        }
        device = &m_devices.emplace_back();
        device->id = id;
        m_listChanged = true;
    }
    device->connection = event.number;
    device->address = link->second.address;
    device->transport = link->second.transport;
    device->certificate = link->second.certificate;
    device->certificateEnds = link->second.certificateEnds;
    device->keepAlive = static_cast<int>(event.extra);
    device->online = true;
    device->willArmed = false;
    device->ended.clear();
    device->since = device->lastHeard = event.time;
    device->clock = {}; // another board may have come by this name
    m_links.erase(link);
    m_valuesChanged = true;
}

void LiveDevices::take(const trace::Chunk& chunk, const trace::Event& event)
{
    LiveDevice* device = known(chunk.text(event.subject));
    if (!device)
        return;
    m_valuesChanged = true;
    switch (event.kind) {
    case Kind::MessagePublished:
        ++device->sent;
        device->lastHeard = event.time;
        if (event.payload.length == event.payloadSize)
            device->clock.hear(chunk.text(event.payload), event.time);
        break;
    case Kind::KeepAlive:
        device->lastHeard = event.time;
        break;
    case Kind::MessageDelivered:
        ++device->received;
        break;
    case Kind::WillArmed:
        device->willArmed = true;
        break;
    case Kind::WillPublished:
    case Kind::WillWithheld:
        device->willArmed = false;
        break;
    case Kind::ClientDisconnected:
        if (event.number != 0 && event.number != device->connection)
            break; // the end of one that another connection has replaced
        device->online = false;
        device->ended = toQString(chunk.text(event.detail));
        device->since = event.time;
        break;
    default:
        break;
    }
}

void LiveDevices::publish()
{
    if (std::exchange(m_listChanged, false)) {
        m_valuesChanged = false;
        emit listChanged();
    } else if (std::exchange(m_valuesChanged, false)) {
        emit valuesChanged();
    }
}

} // namespace greensward::ui
