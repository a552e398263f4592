// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace greensward::simulator {

/// What can be made to go wrong, on purpose. Each is different on the wire.
enum class FaultKind : std::uint8_t {
    CutCable,          ///< nothing gets through either way, and nobody is told
    HalfOpen,          ///< the device's socket is gone without a FIN; the broker keeps its end until keep alive ends it
    ResetLink,         ///< TCP RST: both ends learn at once, no DISCONNECT
    Crash,             ///< the process dies: FIN without DISCONNECT, what it knew is lost
    Latency,           ///< delays both ways
    Jitter,            ///< varying delays
    Loss,              ///< stalls, as retransmissions of lost segments look from above TCP
    Throttle,          ///< narrow line
    SlowReader,        ///< the device stops reading; the broker's queue fills
    ClockSkew,         ///< the device's clock is wrong: its timestamps, not its protocol
    DuplicateClientId, ///< a second client connects with the device's client id
    OversizePayload,   ///< reports larger than the gateway takes
    BadJson,           ///< reports that are not JSON
    DuplicateQos1,     ///< every QoS 1 PUBLISH is sent twice (DUP), as after a lost PUBACK
    ExpiredCertificate, ///< the device shows a certificate that has expired; ends the connection to show it
    UnknownCertificate, ///< … one that another authority signed
    GatewayRestart,     ///< the device gateway ends all connections and comes back
    kCount
};

enum class FaultScope : std::uint8_t { Device, Gateway };

/// An entry of the catalogue. Texts are English source texts; the console translates them in context "Faults".
struct FaultSpec
{
    FaultKind kind;
    std::string_view id;  ///< "half-open", as in command lines and scenario files
    const char* name;     ///< "Half-open socket"
    const char* sentence; ///< what it does and how it shows, one sentence
    const char* lesson;   ///< what there is to learn from it, one sentence
    FaultScope scope;
    const char* unit; ///< of the intensity, "ms"; empty: it is there or not
    double least = 0;
    double most = 0;
    double usual = 0;
    bool lasts = true; ///< false: over as soon as it happened, no duration
};

std::span<const FaultSpec> faultCatalogue();
const FaultSpec& faultSpec(FaultKind kind);

/// A fault that is on now.
struct ActiveFault
{
    std::uint64_t id = 0;
    FaultKind kind{};
    std::string target;     ///< device id, "*" for all devices, empty for the gateway
    double intensity = 0;   ///< in the unit of its spec
    double secondsLeft = 0; ///< negative: until healed
};

} // namespace greensward::simulator
