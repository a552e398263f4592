// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/fault.h"

#include <array>

namespace greensward::simulator {

namespace {

// In the order of FaultKind.
constexpr std::array<FaultSpec, static_cast<std::size_t>(FaultKind::kCount)> kCatalogue{{
    {FaultKind::CutCable, "cut-cable", "Cut cable",
     "Nothing gets through either way and nobody is told; the gateway notices at 1.5 × keep alive.", FaultScope::Device,
     ""},
    {FaultKind::HalfOpen, "half-open", "Half-open socket",
     "The device's end is gone without a word; the gateway keeps its own until keep alive ends it.", FaultScope::Device,
     "", 0, 0, 0, false},
    {FaultKind::ResetLink, "reset", "Reset the connection",
     "TCP RST: both ends learn at once, there was no DISCONNECT, the will is published.", FaultScope::Device, "", 0, 0,
     0, false},
    {FaultKind::Crash, "crash", "Crash the process",
     "The operating system closes the socket: FIN without DISCONNECT, the will is published.", FaultScope::Device, "",
     0, 0, 0, false},
    {FaultKind::Latency, "latency", "Latency", "Every byte takes longer, both ways.", FaultScope::Device, "ms", 10,
     5000, 200},
    {FaultKind::Jitter, "jitter", "Jitter", "The time a byte takes varies up to this much.", FaultScope::Device, "ms",
     10, 5000, 300},
    {FaultKind::Loss, "loss", "Packet loss",
     "Lost segments are sent again: above TCP that looks like stalls, never like missing bytes.", FaultScope::Device,
     "%", 1, 60, 10},
    {FaultKind::Throttle, "throttle", "Narrow line", "So many bytes a second each way.", FaultScope::Device, "B/s", 50,
     100'000, 200},
    {FaultKind::SlowReader, "slow-reader", "Slow reader",
     "The device stops reading; what is sent to it piles up in the gateway.", FaultScope::Device, ""},
    {FaultKind::ClockSkew, "clock", "Wrong clock", "The timestamps in its messages are off by this much.",
     FaultScope::Device, "s", -86'400, 86'400, 3600},
    {FaultKind::DuplicateClientId, "duplicate-id", "Duplicate client id",
     "A second client connects under the device's name: each throws the other out.", FaultScope::Device, ""},
    {FaultKind::OversizePayload, "oversize", "Oversize payload",
     "Its reports are larger than the gateway takes; AWS IoT ends the connection at 128 KB.", FaultScope::Device, "KiB",
     1, 512, 140},
    {FaultKind::BadJson, "bad-json", "Broken JSON", "Its reports end in the middle.", FaultScope::Device, ""},
    {FaultKind::DuplicateQos1, "duplicate-qos1", "Duplicate QoS 1",
     "Every report is sent a second time with DUP, as after a lost PUBACK.", FaultScope::Device, ""},
    {FaultKind::ExpiredCertificate, "expired-certificate", "Expired certificate",
     "It shows a certificate of yesterday: the TLS handshake fails.", FaultScope::Device, ""},
    {FaultKind::UnknownCertificate, "unknown-certificate", "Unknown certificate",
     "It shows a certificate that another authority signed: the TLS handshake fails.", FaultScope::Device, ""},
    {FaultKind::GatewayRestart, "gateway-restart", "Restart the gateway",
     "All connections end and the gateway comes back; persistent sessions survive.", FaultScope::Gateway, "", 0, 0, 0,
     false},
}};

} // namespace

std::span<const FaultSpec> faultCatalogue()
{
    return kCatalogue;
}

const FaultSpec& faultSpec(FaultKind kind)
{
    return kCatalogue[static_cast<std::size_t>(kind)];
}

} // namespace greensward::simulator
