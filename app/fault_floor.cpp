// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fault_floor.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace greensward::app {

using simulator::Device;
using simulator::FaultKind;
using simulator::FaultScope;

namespace {

constexpr std::string_view kEverybody = "*";
/// What a device that hardly reads takes in a second: enough for its CONNACK, not for a flood.
constexpr std::uint64_t kSlowReading = 16;
constexpr std::string_view kGateway = "gateway";

Duration fromUnits(double value, double unitSeconds)
{
    return std::chrono::duration_cast<Duration>(std::chrono::duration<double>(value * unitSeconds));
}

bool wantsCertificate(FaultKind kind)
{
    return kind == FaultKind::ExpiredCertificate || kind == FaultKind::UnknownCertificate;
}

} // namespace

/// A second client under the id of a device.
class FaultFloor::Impostor final : private mqtt::ClientHandler
{
public:
    Impostor(const MemoryClient::Parts& parts, const std::string& id) : m_client(parts, settings(id), *this, false)
    {
        if (const auto started = m_client.start(); !started)
            m_client.stop();
    }
    void stop() { m_client.stop(); }

private:
    static mqtt::ClientSettings settings(const std::string& id)
    {
        mqtt::ClientSettings settings;
        settings.clientId = id;
        settings.backOff.most = std::chrono::seconds{4};
        return settings;
    }
    MemoryClient m_client;
};

FaultFloor::FaultFloor(Parts parts) : m_parts(std::move(parts)), m_timer(m_parts.client.loop, [this] { expire(); })
{
    // What all devices suffer, those suffer too that come later.
    m_parts.devices.setNewcomer([this](Device& device) {
        if (!m_faults.empty())
            applyTo(device);
    });
}

FaultFloor::~FaultFloor()
{
    m_parts.devices.setNewcomer({});
}

Result<void> FaultFloor::check(const ui::FaultRequest& request) const
{
    const simulator::FaultSpec& spec = simulator::faultSpec(request.kind);
    if (*spec.unit != '\0' &&
        (!std::isfinite(request.intensity) || request.intensity < spec.least || request.intensity > spec.most))
        return failure(fmt::format("{} takes {} to {} {}", spec.name, spec.least, spec.most, spec.unit));
    if (m_faults.size() == kMostFaults)
        return failure(fmt::format("there are {} faults already; heal some first", kMostFaults));
    if (spec.scope == FaultScope::Gateway || request.target == kEverybody) {
        if (wantsCertificate(request.kind))
            return failure("certificates are of one device each: choose one");
        if (request.kind == FaultKind::DuplicateClientId)
            return failure("a client id is of one device: choose one");
        return {};
    }
    const Device* device = m_parts.devices.fleet().find(request.target);
    if (!device)
        return failure(fmt::format("there is no device {}", request.target));
    if (wantsCertificate(request.kind) && !device->view().realTls)
        return failure(fmt::format("{} is connected in memory and shows no certificate", request.target));
    return {};
}

Result<std::uint64_t> FaultFloor::inject(const ui::FaultRequest& request)
{
    if (const auto checked = check(request); !checked)
        return tl::unexpected(checked.error());
    const simulator::FaultSpec& spec = simulator::faultSpec(request.kind);
    if (!spec.lasts) {
        happen(request);
        return 0;
    }
    Fault fault{.id = m_nextId++, .request = request, .until = std::nullopt};
    if (request.seconds >= 0)
        fault.until = m_parts.client.clock.now() + fromUnits(request.seconds, 1);
    m_faults.push_back(std::move(fault));
    record(trace::Kind::FaultInjected, request);
    apply(request.target);
    setTimer();
    return m_faults.back().id;
}

/// What is over as soon as it happened.
void FaultFloor::happen(const ui::FaultRequest& request)
{
    if (request.kind == FaultKind::GatewayRestart) {
        record(trace::Kind::FaultInjected, request);
        m_parts.restartGateway();
        return;
    }
    m_parts.devices.forEach(request.target == kEverybody ? std::string() : request.target, [&request](Device& device) {
        if (request.kind == FaultKind::Crash)
            device.crash();
        else if (request.kind == FaultKind::HalfOpen)
            device.losePower();
        else if (request.kind == FaultKind::ResetLink)
            device.resetLink();
    });
}

void FaultFloor::apply(const std::string& target)
{
    m_parts.devices.forEach(target == kEverybody ? std::string() : target, [this](Device& device) { applyTo(device); });
}

/// All faults of a device together: what it suffers follows from the list alone.
void FaultFloor::applyTo(Device& device)
{
    simulator::LinkFaults line;
    simulator::ReportFaults reports;
    DeviceFloor::Shows shows = DeviceFloor::Shows::Own;
    bool doubled = false;
    for (const Fault& fault : m_faults) {
        if (fault.request.target != kEverybody && fault.request.target != device.id())
            continue;
        const double intensity = fault.request.intensity;
        switch (fault.request.kind) {
        case FaultKind::CutCable:
            line.cutUp = line.cutDown = true;
            break;
        case FaultKind::Latency:
            line.latency += fromUnits(intensity, 1e-3);
            break;
        case FaultKind::Jitter:
            line.jitter += fromUnits(intensity, 1e-3);
            break;
        case FaultKind::Loss:
            line.loss = 1 - (1 - line.loss) * (1 - intensity / 100);
            break;
        case FaultKind::Throttle: {
            const auto narrow = static_cast<std::uint64_t>(intensity);
            line.bandwidth = line.bandwidth == 0 ? narrow : std::min(line.bandwidth, narrow);
            break;
        }
        case FaultKind::SlowReader:
            line.reading = kSlowReading;
            break;
        case FaultKind::ClockSkew:
            reports.clock += fromUnits(intensity, 1);
            break;
        case FaultKind::OversizePayload:
            reports.padding += static_cast<std::uint64_t>(intensity * 1024);
            break;
        case FaultKind::BadJson:
            reports.brokenJson = true;
            break;
        case FaultKind::DuplicateQos1:
            reports.twice = true;
            break;
        case FaultKind::DuplicateClientId:
            doubled = true;
            break;
        case FaultKind::ExpiredCertificate:
            shows = DeviceFloor::Shows::Expired;
            break;
        case FaultKind::UnknownCertificate:
            shows = DeviceFloor::Shows::Unknown;
            break;
        default:
            break;
        }
    }
    device.setFaults(line, false); // record() told of it: once, not once a device
    device.setReportFaults(reports);
    if (m_parts.devices.setCertificate(device.id(), shows))
        device.resetLink();
    if (doubled && !m_impostors.contains(device.id()))
        m_impostors[device.id()] = std::make_unique<Impostor>(m_parts.client, device.id());
    else if (!doubled)
        m_impostors.erase(device.id());
}

void FaultFloor::end(std::size_t at)
{
    const ui::FaultRequest request = m_faults[at].request;
    m_faults.erase(m_faults.begin() + static_cast<std::ptrdiff_t>(at));
    apply(request.target);
    record(trace::Kind::FaultHealed, request);
    setTimer();
}

void FaultFloor::heal(std::uint64_t faultId)
{
    for (std::size_t at = 0; at < m_faults.size(); ++at)
        if (m_faults[at].id == faultId)
            return end(at);
}

void FaultFloor::healAll()
{
    while (!m_faults.empty())
        end(m_faults.size() - 1);
}

void FaultFloor::healKind(FaultKind kind, const std::string& target)
{
    for (std::size_t at = m_faults.size(); at-- > 0;)
        if (m_faults[at].request.kind == kind && m_faults[at].request.target == target)
            end(at);
}

std::vector<simulator::ActiveFault> FaultFloor::active() const
{
    const Instant now = m_parts.client.clock.now();
    std::vector<simulator::ActiveFault> faults;
    for (const Fault& fault : m_faults)
        faults.push_back({.id = fault.id,
                          .kind = fault.request.kind,
                          .target = fault.request.target,
                          .intensity = fault.request.intensity,
                          .secondsLeft = fault.until
                                             ? std::max(0.0, std::chrono::duration<double>(*fault.until - now).count())
                                             : -1});
    return faults;
}

void FaultFloor::setTimer()
{
    std::optional<Instant> next;
    for (const Fault& fault : m_faults)
        if (fault.until && (!next || *fault.until < *next))
            next = fault.until;
    if (next)
        m_timer.set(*next);
    else
        m_timer.cancel();
}

void FaultFloor::expire()
{
    const Instant now = m_parts.client.clock.now();
    for (std::size_t at = m_faults.size(); at-- > 0;)
        if (m_faults[at].until && *m_faults[at].until <= now)
            end(at);
    setTimer();
}

void FaultFloor::record(trace::Kind kind, const ui::FaultRequest& request)
{
    const simulator::FaultSpec& spec = simulator::faultSpec(request.kind);
    const std::string detail =
        *spec.unit == '\0' ? std::string(spec.id) : fmt::format("{} {} {}", spec.id, request.intensity, spec.unit);
    m_parts.recorder.record({.kind = kind,
                             .flags = trace::kSimulated,
                             .subject = spec.scope == FaultScope::Gateway ? kGateway : std::string_view(request.target),
                             .detail = detail});
}

} // namespace greensward::app
