// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device_floor.h"

#include "app/resource_files.h"

#include "pki/certificate_authority.h"

#include <algorithm>
#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <utility>

namespace greensward::app {

namespace {

/// Devices that are started or stopped in one turn of the loop.
constexpr std::size_t kSlice = 50;
/// Number of the first turbine beyond the workshop's own, less its place.
constexpr std::size_t kFirstOfFleet = 1000;

} // namespace

Result<std::unique_ptr<DeviceFloor>> DeviceFloor::create(const Parts& parts)
{
    std::unique_ptr<DeviceFloor> floor(new DeviceFloor(parts));
    auto added = floor->add("models/turbine.device.json", "123", parts.identities);
    if (added)
        added = floor->add("models/sprinkler.device.json", "456", parts.identities);
    if (!added)
        return tl::unexpected(added.error());
    return floor;
}

DeviceFloor::DeviceFloor(const Parts& parts)
    : m_clock(parts.clock)
    , m_world(parts.seed, parts.clock.wall(), parts.clock.now())
    , m_loop(parts.loop)
    , m_identities(parts.identities)
    , m_links(parts.loop, parts.host, parts.port, parts.identities.keys().root().certificate().pem())
    , m_memoryLinks(parts.loop, parts.gateway)
    , m_timer(parts.loop,
              [this] {
                  m_fleet.advance(m_clock.now());
                  setTimer();
              })
    , m_fleet(m_world, parts.clock, parts.recorder, [this] { setTimer(); })
{
    if (parts.realOne)
        m_links.setRealOne(parts.realOne, [this](const std::string& id, const std::string& why) { giveWay(id, why); });
}

void DeviceFloor::giveWay(const std::string& id, const std::string& why)
{
    // Later: the device itself is the caller.
    m_loop.post([this, id, why, alive = std::weak_ptr<bool>(m_alive)] {
        if (simulator::Device* twin = alive.expired() ? nullptr : m_fleet.find(id))
            twin->stop(why);
    });
}

Result<void> DeviceFloor::add(const char* modelFile, const char* number, const Identities& identities)
{
    const auto file = resourceFile(modelFile);
    if (!file)
        return tl::unexpected(file.error());
    const auto model = simulator::loadDeviceModel(file->string());
    if (!model)
        return tl::unexpected(model.error());
    const auto device = m_fleet.add(*model, number, m_links);
    if (!device)
        return tl::unexpected(device.error());
    auto identity = identities.device((*device)->id(), m_clock.wall());
    if (!identity)
        return tl::unexpected(identity.error());
    m_certificates.insert(identity->certificate.fingerprint());
    m_links.setIdentity((*device)->id(), std::move(*identity));
    m_shows[(*device)->id()] = Shows::Own;
    if ((*model)->name == "turbine")
        m_turbine = *model;
    return {};
}

void DeviceFloor::start()
{
    for (std::size_t i = 0; i < kWorkshopDevices; ++i)
        m_fleet.at(i).start();
}

void DeviceFloor::setSize(std::size_t devices)
{
    m_size = std::clamp(devices, std::size_t{1}, kMostDevices);
    if (!std::exchange(m_growing, true))
        grow();
}

/// A slice a turn, so that whoever else uses the loop is served in between.
void DeviceFloor::grow()
{
    for (std::size_t done = 0; done < kSlice && m_settled != m_size; ++done) {
        if (m_settled > m_size) {
            m_fleet.at(--m_settled).stop();
            continue;
        }
        if (m_settled == m_fleet.size()) {
            const auto added = m_fleet.add(m_turbine, fmt::format("{}", kFirstOfFleet + m_settled), m_memoryLinks);
            if (!added) {
                m_size = m_settled; // the fleet is full
                break;
            }
        }
        simulator::Device& device = m_fleet.at(m_settled++);
        if (m_newcomer)
            m_newcomer(device);
        device.start();
    }
    m_growing = m_settled != m_size;
    if (m_growing)
        m_loop.post([this, alive = std::weak_ptr(m_alive)] {
            if (!alive.expired())
                grow();
        });
}

std::size_t DeviceFloor::online() const
{
    std::size_t online = 0;
    for (std::size_t i = 0; i < m_size && i < m_fleet.size(); ++i)
        online += m_fleet.at(i).state() == simulator::DeviceState::Online;
    return online;
}

void DeviceFloor::forEach(const std::string& id, const std::function<void(simulator::Device&)>& work)
{
    if (!id.empty()) {
        if (simulator::Device* device = m_fleet.find(id))
            work(*device);
        return;
    }
    for (std::size_t i = 0; i < m_size && i < m_fleet.size(); ++i)
        work(m_fleet.at(i));
}

bool DeviceFloor::setCertificate(const std::string& id, Shows shows)
{
    const auto shown = m_shows.find(id);
    if (shown == m_shows.end() || shown->second == shows)
        return false;
    auto identity = identityFor(id, shows);
    if (!identity) {
        spdlog::error("{} goes on with its certificate: {}", id, identity.error().message);
        return false;
    }
    shown->second = shows;
    m_links.setIdentity(id, std::move(*identity));
    return true;
}

Result<pki::Identity> DeviceFloor::identityFor(const std::string& id, Shows shows) const
{
    using std::chrono::hours;
    const WallTime now = m_clock.wall();
    switch (shows) {
    case Shows::Own:
        break;
    case Shows::Expired:
        return m_identities.keys().root().issueDevice(
            id, pki::KeyType::P256, pki::Validity{.notBefore = now - hours(48), .notAfter = now - hours(24)});
    case Shows::Unknown: {
        const auto stranger = pki::CertificateAuthority::create("Somebody else's root", pki::KeyType::P256, now);
        if (!stranger)
            return tl::unexpected(stranger.error());
        return stranger->issueDevice(id, pki::KeyType::P256, now);
    }
    }
    return m_identities.device(id, now);
}

void DeviceFloor::setTimer()
{
    if (const auto due = m_fleet.nextDeadline())
        m_timer.set(*due);
    else
        m_timer.cancel();
}

} // namespace greensward::app
