// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core_world.h"

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace greensward::edge::test {

/// What one seed brought.
struct CoreOutcome
{
    std::vector<std::string> violations;
    std::uint64_t digest = 0; ///< of everything that was heard and when: same seed, same digest
    std::uint64_t published = 0;
    std::uint64_t acknowledged = 0;
    std::uint64_t arrived = 0;   ///< in the cloud
    std::uint64_t delivered = 0; ///< to devices
    int kills = 0;
    int deployments = 0;
};

/// A core, its cloud and its devices, with everything that can go wrong going wrong by the seed, then a time of peace
/// in which all that was promised has to come true:
///
/// - what a device was told is on its way to the cloud (PUBACK) arrives there, in order, the core's crashes included;
/// - nobody hears what no route of the present or the last group brings;
/// - no stranger gets in;
/// - shadows in step are the same on both sides in the end.
class CoreSimulation
{
public:
    CoreSimulation(std::uint64_t seed, bool verbose);
    CoreOutcome run();

private:
    struct Sent
    {
        std::string device;
        std::uint64_t number = 0;
    };
    GroupText anyGroup();
    void deployAny();
    void happen();
    void publishAny();
    void changeShadow();
    void killAndRestart();
    void watch(WorldClient& device);
    void hear(const std::string& device, std::string_view topic, std::string_view payload);
    void arrive(std::string_view topic, std::string_view payload);
    void makePeace();
    void judge();
    void violation(std::string what);
    void note(std::string_view what);
    std::string anyDevice();

    CoreWorld m_world;
    Random m_random;
    bool m_verbose;
    CoreOutcome m_outcome;
    std::map<std::string, WorldClient*> m_devices;
    std::vector<WorldClient*> m_strangers;
    std::map<std::string, std::vector<std::string>> m_sent;    ///< device: payloads on the way up, in order
    std::map<std::string, std::vector<std::string>> m_arrived; ///< the same, as the cloud got them
    std::vector<std::set<std::string>> m_groups;               ///< "source topic target" of each that was deployed
    std::uint64_t m_number = 0;
};

} // namespace greensward::edge::test
