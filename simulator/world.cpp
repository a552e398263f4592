// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/world.h"

#include <algorithm>
#include <cmath>

namespace greensward::simulator {

namespace {

Duration scaled(Duration duration, double factor)
{
    return factor == 1.0 ? duration : Duration{std::llround(static_cast<double>(duration.count()) * factor)};
}

/// FNV-1a: the same on every platform, unlike std::hash.
std::uint64_t hashOf(std::string_view text)
{
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : text)
        hash = (hash ^ static_cast<std::uint8_t>(c)) * 0x100000001b3ULL;
    return hash;
}

} // namespace

World::World(std::uint64_t seed, WallTime wallStart, Instant now, double pace)
    : m_seed(seed)
    , m_wallStart(wallStart)
    , m_weather(seed, wallStart)
    , m_pace(std::clamp(pace, 0.0, kMaximumPace))
    , m_engineAnchor(now)
{}

void World::follow(Instant now)
{
    if (m_pace > 0)
        m_now = std::max(m_now, m_anchor + scaled(now - m_engineAnchor, m_pace));
}

void World::step(Duration by)
{
    if (m_pace == 0)
        m_now += std::max(by, Duration::zero());
}

void World::setPace(double pace, Instant now)
{
    follow(now);
    m_anchor = m_now;
    m_engineAnchor = now;
    m_pace = std::clamp(pace, 0.0, kMaximumPace);
}

std::optional<Instant> World::engineTime(Moment moment) const
{
    if (m_pace == 0)
        return std::nullopt;
    // One nanosecond late rather than early, so that whoever waits for it finds the clock there.
    const Instant when = m_engineAnchor + scaled(moment - m_anchor, 1.0 / m_pace);
    return m_pace == 1.0 ? when : when + Duration{1};
}

Random World::stream(std::string_view name) const
{
    return Random(m_seed).fork(hashOf(name));
}

std::shared_ptr<GasTurbine> World::plant(const std::string& name,
                                         const std::shared_ptr<const GasTurbineConstants>& constants)
{
    auto& plant = m_plants[name];
    if (!plant)
        plant = std::make_shared<GasTurbine>(constants, m_weather, stream("plant " + name), m_now);
    return plant->constants() == *constants ? plant : nullptr;
}

} // namespace greensward::simulator
