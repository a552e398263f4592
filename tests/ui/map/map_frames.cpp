// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Measures a frame of the map with as many nodes as it ever shows and as many dots as it ever moves:
// map_frames [picture.png]
// One JSON object a line: taking in what arrived, moving and painting together, in milliseconds of the window's thread.
#include "fake_engine.h"
#include "ui/kit/motion.h"
#include "ui/map/map_view.h"

#include <QApplication>
#include <QPixmap>

#include <algorithm>
#include <cstdio>
#include <ctime>

#include <fmt/format.h>

using namespace greensward;
using namespace greensward::ui;

namespace {

constexpr int kFrames = 400;
constexpr double kFrameMillis = 16;

/// Of this thread's own work: what else the machine does is not the map's.
double busyMillis()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

class Bench
{
public:
    Bench() : m_mirror(m_engine, m_engine.clock()), m_view(m_mirror, m_mirror.model<MapModel>())
    {
        setMotionAllowed(true);
        m_mirror.model<MapModel>().setWatched(true);
        m_view.resize(1180, 700);
        m_view.show();
    }

    /// Clients and devices together; each of them is a node of its own.
    void populate(int nodes)
    {
        std::vector<simulator::DeviceView> devices;
        for (int at = 0; at < nodes; ++at) {
            simulator::DeviceView device;
            device.id = fmt::format("wt-{:03}", at);
            // Twelve of a sort are not folded.
            device.model = at < 24 ? fmt::format("turbine{}", at % 2 ? "" : " ") : fmt::format("sort {}", at / 12);
            device.state = simulator::DeviceState::Online;
            device.values = {{"rotor-freq", 0.7, "Hz"}, {"output", 61, "kW"}};
            devices.push_back(device);
            m_engine.event(trace::Kind::ClientConnected, device.id);
        }
        m_engine.setDevices(devices);
        m_devices = nodes;
        turn();
    }

    void run(const char* what, int messagesAFrame, bool readings)
    {
        std::vector<double> frames;
        std::size_t dots = 0;
        for (int frame = 0; frame < kFrames; ++frame) {
            m_engine.advance(std::chrono::milliseconds(frame % 6 == 0 ? 100 : 0));
            for (int at = 0; at < messagesAFrame; ++at)
                m_engine.message(fmt::format("wt-{:03}", (frame * 31 + at * 7) % m_devices), "turbines/x", "{}");
            if (readings && frame % 6 == 0)
                m_engine.stirDevices();
            m_engine.flush();
            const double before = busyMillis();
            m_mirror.feed().drainNow();
            m_view.advanceMotion(kFrameMillis);
            QApplication::processEvents();
            m_view.repaint();
            frames.push_back(busyMillis() - before);
            dots = std::max(dots, m_view.flights().dots().size());
        }
        std::sort(frames.begin(), frames.end());
        fmt::print(R"({{"bench":"map frame","what":"{}","nodes":{},"dots":{},"p50_ms":{:.2f},"p99_ms":{:.2f},)"
                   R"("worst_ms":{:.2f}}})"
                   "\n",
                   what, m_view.nodeCount(), dots, frames[frames.size() / 2], frames[frames.size() * 99 / 100],
                   frames.back());
    }

    QPixmap picture() { return m_view.grab(); }

private:
    void turn()
    {
        m_engine.flush();
        m_mirror.feed().drainNow();
        QApplication::processEvents();
    }

    FakeEngine m_engine{false};
    EngineMirror m_mirror;
    MapView m_view;
    int m_devices = 1;
};

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    applyTheme(application, Theme::Light);
    Bench bench;
    bench.populate(199);
    bench.run("nothing arrives", 0, false);
    bench.run("500 dots", 12, false);
    bench.run("500 dots, readings change", 12, true);
    bench.run("50,000 messages a second, bands", 800, true);
    if (argc > 1)
        bench.picture().save(QString::fromLocal8Bit(argv[1]));
    return 0;
}
