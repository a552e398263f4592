// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a fleet of turbines costs, broker and links in memory included: processor time a second, bytes a device. Usage:
// bench_fleet [turbines] [seconds]; prints one JSON object.
#include "mqtt/broker_port.h"
#include "net/memory_link.h"
#include "simulator/fleet.h"

#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <string>
#include <sys/resource.h>
#include <unistd.h>

namespace {

using namespace greensward;
using namespace std::chrono_literals;

class MemoryLinks final : public simulator::LinkMaker
{
public:
    MemoryLinks(net::EventLoop& loop, mqtt::BrokerPort& port) : m_loop(loop), m_port(port) {}
    void open(const std::string&, net::LinkHandler& handler, std::function<void(Result<net::Link*>)> done) override
    {
        net::LinkDescription description;
        description.transport = "memory";
        description.address = "memory";
        const auto [ours, theirs] = net::makeMemoryPair(m_loop, description, description);
        ours->setHandler(&handler);
        if (m_port.adopt(*theirs, true))
            done(ours);
        else
            done(failure("the broker is full"));
    }
    bool realTls() const override { return false; }

private:
    net::EventLoop& m_loop;
    mqtt::BrokerPort& m_port;
};

double processorSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double residentMiB()
{
    std::ifstream file("/proc/self/statm");
    long size = 0;
    long resident = 0;
    file >> size >> resident;
    return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024.0 * 1024.0);
}

} // namespace

int main(int argc, char** argv)
{
    const int turbines = argc > 1 ? std::atoi(argv[1]) : 10'000;
    const int seconds = argc > 2 ? std::atoi(argv[2]) : 10;
    const auto model = simulator::loadDeviceModel(std::string(GREENSWARD_MODELS) + "/turbine.device.json");
    if (!model || turbines <= 0 || seconds <= 0) {
        fmt::print(stderr, "{}\n", model ? "usage: bench_fleet [turbines] [seconds]" : model.error().message);
        return 2;
    }
    const SystemClock clock;
    net::EventLoop loop;
    trace::Recorder recorder(clock);
    mqtt::Gatekeeper gatekeeper;
    mqtt::Broker broker({.clock = clock, .recorder = recorder, .gatekeeper = gatekeeper}, {});
    mqtt::BrokerPort port(loop, clock, broker);
    MemoryLinks links(loop, port);
    simulator::World world(1, clock.wall(), clock.now());
    const double before = residentMiB();

    std::function<void()> setTimer;
    simulator::Fleet fleet(world, clock, recorder, [&setTimer] { setTimer(); });
    net::EventLoop::Timer timer(loop, [&] {
        fleet.advance(clock.now());
        setTimer();
    });
    setTimer = [&] {
        if (const auto due = fleet.nextDeadline())
            timer.set(*due);
    };
    for (int i = 0; i < turbines; ++i)
        (*fleet.add(*model, std::to_string(i), links))->start();

    double used = 0;
    std::uint64_t received = 0;
    int phase = 0;
    // Two seconds to connect, then the measured time.
    net::EventLoop::Timer stopwatch(loop, [&] {
        if (phase++ == 0) {
            used = processorSeconds();
            received = broker.counters().received;
            stopwatch.set(clock.now() + std::chrono::seconds(seconds));
            return;
        }
        used = processorSeconds() - used;
        received = broker.counters().received - received;
        loop.stop();
    });
    stopwatch.set(clock.now() + 2s);
    loop.run();

    const double resident = residentMiB();
    fmt::print(
        "{{\"turbines\":{},\"clients\":{},\"reports_per_second\":{:.0f},\"cores\":{:.3f},\"resident_mib\":{:.1f},"
        "\"bytes_per_device\":{:.0f}}}\n",
        turbines, broker.counters().clients, static_cast<double>(received) / seconds, used / seconds, resident,
        (resident - before) * 1024 * 1024 / turbines);
    return 0;
}
