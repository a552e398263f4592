// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace greensward::simulator {

/// What a device is doing, as its card and the map say it.
enum class DeviceState : std::uint8_t {
    Stopped,    ///< switched off; said goodbye if it was connected
    Connecting, ///< powered, link or CONNECT under way, or waiting to try again
    Online,
    CutOff,  ///< powered, but its cable is cut: it sends into nothing
    Crashed, ///< the process died without a word
};

/// How a device that is a thing is told what to do, and tells how it is.
enum class Way : std::uint8_t {
    Direct, ///< by messages on its own topic: what is said while it is away is lost
    Shadow, ///< by its shadow: it catches up when it returns
};

/// A snapshot of one device for readers outside the engine thread.
struct DeviceView
{
    std::string id;    ///< "ev-gen-123", also its client id
    std::string model; ///< "turbine", "sprinkler"
    std::string title; ///< "Wind turbine 123"
    std::string topic; ///< the one it publishes or listens on
    DeviceState state{};
    bool realTls = false; ///< over a socket with its own certificate; false: in memory
    bool willArmed = false;
    double rate = 1.0;     ///< readings a second
    double jitter = 0;     ///< share of the interval by which a report may be late, 0 … 1
    int burst = 1;         ///< readings that are sent together
    bool onChange = false; ///< only what is new is sent
    bool hasShadow = false; ///< it knows the way of the shadow, too
    Way way = Way::Direct;
    std::uint64_t published = 0;
    std::uint64_t received = 0;
    struct Value
    {
        std::string name; ///< "rotor-freq"
        double value = 0;
        std::string unit; ///< "Hz"
    };
    std::vector<Value> values; ///< in the order of its card; a valve is 0 or 1 with unit ""
    std::string
        note; ///< one short sentence on the last thing that happened, e.g. "water on, by macdonald/sprinkler-456"
};

} // namespace greensward::simulator
