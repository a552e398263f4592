// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device_floor.h"

#include "app/resource_files.h"

namespace greensward::app {

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
    , m_links(parts.loop, parts.host, parts.port, parts.identities.keys().root().certificate().pem())
    , m_timer(parts.loop,
              [this] {
                  m_fleet.advance(m_clock.now());
                  setTimer();
              })
    , m_fleet(m_world, parts.clock, parts.recorder, [this] { setTimer(); })
{}

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
    return {};
}

void DeviceFloor::start()
{
    for (std::size_t i = 0; i < m_fleet.size(); ++i)
        m_fleet.at(i).start();
}

void DeviceFloor::setTimer()
{
    if (const auto due = m_fleet.nextDeadline())
        m_timer.set(*due);
    else
        m_timer.cancel();
}

} // namespace greensward::app
