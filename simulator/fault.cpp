// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/fault.h"

#include <array>

namespace greensward::simulator {

namespace {

// In the order of FaultKind.
constexpr std::array<FaultSpec, static_cast<std::size_t>(FaultKind::kCount)> kCatalogue{{
    {FaultKind::CutCable, "cut-cable", "Cut cable",
     "Nothing gets through either way and nobody is told; the gateway notices at 1.5 × keep alive.",
     "Keep alive is how long nobody knows. Compare with a crash.", FaultScope::Device, ""},
    {FaultKind::HalfOpen, "half-open", "Half-open socket",
     "The device's end is gone without a word; the gateway keeps its own until keep alive ends it.",
     "A connection can outlive its client: only keep alive finds out.", FaultScope::Device, "", 0, 0, 0, false},
    {FaultKind::ResetLink, "reset", "Reset the connection",
     "TCP RST: both ends learn at once, there was no DISCONNECT, the will is published.",
     "A lost connection is told at once when the network says so; back-off keeps the return gentle.",
     FaultScope::Device, "", 0, 0, 0, false},
    {FaultKind::Crash, "crash", "Crash the process",
     "The operating system closes the socket: FIN without DISCONNECT, the will is published.",
     "No DISCONNECT, no goodbye: the last will speaks for the dead.", FaultScope::Device, "", 0, 0, 0, false},
    {FaultKind::Latency, "latency", "Latency", "Every byte takes longer, both ways.",
     "QoS 1 waits for its PUBACK; a slow line needs a longer ack time-out, not more retries.", FaultScope::Device, "ms",
     10, 5000, 200},
    {FaultKind::Jitter, "jitter", "Jitter", "The time a byte takes varies up to this much.",
     "Arrival is not the time of measuring: trust the timestamp in the payload.", FaultScope::Device, "ms", 10, 5000,
     300},
    {FaultKind::Loss, "loss", "Packet loss",
     "Lost segments are sent again: above TCP that looks like stalls, never like missing bytes.",
     "TCP loses nothing and hurries nothing: loss shows as heaps of late messages.", FaultScope::Device, "%", 1, 60,
     10},
    {FaultKind::Throttle, "throttle", "Narrow line", "So many bytes a second each way.",
     "A queue grows wherever data comes faster than it leaves.", FaultScope::Device, "B/s", 50, 100'000, 200},
    {FaultKind::SlowReader, "slow-reader", "Slow reader",
     "The device stops reading; what is sent to it piles up in the gateway.",
     "The slowest subscriber sets what the gateway has to keep for it, up to a limit.", FaultScope::Device, ""},
    {FaultKind::ClockSkew, "clock", "Wrong clock", "The timestamps in its messages are off by this much.",
     "Without a right clock there are no right timestamps, and TLS certificates seem not yet valid.",
     FaultScope::Device, "s", -86'400, 86'400, 3600},
    {FaultKind::DuplicateClientId, "duplicate-id", "Duplicate client id",
     "A second client connects under the device's name: each throws the other out.",
     "One client id, one connection: the newer wins, so two throw each other out for ever.", FaultScope::Device, ""},
    {FaultKind::OversizePayload, "oversize", "Oversize payload",
     "Its reports are larger than the gateway takes; AWS IoT ends the connection at 128 KB.",
     "Limits are part of the protocol: see which one the gateway names.", FaultScope::Device, "KiB", 1, 512, 140},
    {FaultKind::BadJson, "bad-json", "Broken JSON", "Its reports end in the middle.",
     "The broker does not read payloads: what is wrong inside is found by rules, shadows and you.", FaultScope::Device,
     ""},
    {FaultKind::DuplicateQos1, "duplicate-qos1", "Duplicate QoS 1",
     "Reports go out with QoS 1 and at once again with DUP, as after a lost PUBACK: at least once, so perhaps twice.",
     "At least once may be twice: whoever counts has to notice.", FaultScope::Device, ""},
    {FaultKind::ExpiredCertificate, "expired-certificate", "Expired certificate",
     "It shows a certificate of yesterday: the TLS handshake fails.",
     "Certificates end. The alert of the handshake says so, before any MQTT is spoken.", FaultScope::Device, ""},
    {FaultKind::UnknownCertificate, "unknown-certificate", "Unknown certificate",
     "It shows a certificate that another authority signed: the TLS handshake fails.",
     "Who signed it decides who is believed: the chain ends at an authority nobody here knows.", FaultScope::Device,
     ""},
    {FaultKind::GatewayRestart, "gateway-restart", "Restart the gateway",
     "All connections end and the gateway comes back; persistent sessions survive.",
     "Persistent sessions and retained messages survive; clean sessions begin anew.", FaultScope::Gateway, "", 0, 0, 0,
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
