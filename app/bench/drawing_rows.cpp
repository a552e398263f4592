// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Plots and the map.
#include "app/bench/figure.h"
#include "app/bench/model_rows.h"
#include "app/bench/still_engine.h"
#include "app/process_usage.h"
#include "ui/kit/motion.h"
#include "ui/map/map_view.h"
#include "ui/models/engine_mirror.h"
#include "ui/plots/plot_canvas.h"

#include <QApplication>

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace greensward::bench {

namespace {

using ui::EngineMirror;
using ui::MapModel;
using ui::PlotBoard;
using ui::PlotCanvas;

/// One wave with noise, a hundred points a second, that ends now.
std::vector<ui::PointSeries::Point> wave(std::size_t points, double now)
{
    std::vector<ui::PointSeries::Point> past;
    past.reserve(points);
    for (std::size_t at = 0; at < points; ++at) {
        const auto phase = static_cast<double>(at);
        past.push_back({now - (static_cast<double>(points) - phase) * 0.01,
                        std::sin(phase / 5000) + 0.3 * std::sin(phase * 1.7) + 0.1 * std::sin(phase / 11)});
    }
    return past;
}

/// Four plots of one series with that many points each, all in view: one frame of all of them.
bool measurePlots(std::size_t points, double budget)
{
    constexpr double kNow = 1'511'347'200;
    constexpr int kFrames = 60;
    StillEngine engine;
    EngineMirror mirror(engine, engine.clock());
    auto& board = mirror.model<PlotBoard>();
    for (int plot = 0; plot < PlotBoard::kPlots; ++plot) {
        board.add(plot, {QStringLiteral("t"), QStringLiteral("v")});
        board.series(plot).front()->points.prepend(wave(points, kNow));
    }
    engine.message("x", "t", R"({"v":0.5})");
    engine.flush();
    mirror.feed().drainNow();
    std::vector<std::unique_ptr<PlotCanvas>> canvases;
    for (int plot = 0; plot < PlotBoard::kPlots; ++plot) {
        canvases.push_back(std::make_unique<PlotCanvas>(board, plot));
        canvases.back()->resize(560, 320);
        canvases.back()->show();
        board.showEverything(plot);
    }
    QApplication::processEvents();
    std::vector<double> frames;
    for (int frame = 0; frame < kFrames; ++frame) {
        double millis = 0;
        for (const auto& canvas : canvases) {
            canvas->replotNow();
            millis += canvas->lastMillis();
        }
        frames.push_back(millis);
    }
    const Spread spread = spreadOf(frames);
    return tell(
        {"ui", "plot", fmt::format("{} x {} points, median", PlotBoard::kPlots, points), spread.median, "ms", budget});
}

class MapBench
{
public:
    MapBench() : m_mirror(m_engine, m_engine.clock()), m_view(m_mirror, m_mirror.model<MapModel>())
    {
        ui::setMotionAllowed(true);
        m_mirror.model<MapModel>().setWatched(true);
        m_view.resize(1180, 700);
        m_view.show();
        populate();
    }

    bool run(const char* what, int messagesAFrame, bool readings)
    {
        constexpr int kFrames = 400;
        constexpr int kFramesASnapshot = 6;
        constexpr double kFrameMillis = 16;
        std::vector<double> frames;
        std::size_t dots = 0;
        for (int frame = 0; frame < kFrames; ++frame) {
            const bool snapshot = frame % kFramesASnapshot == 0;
            if (snapshot)
                m_engine.advance(std::chrono::milliseconds(100));
            for (int at = 0; at < messagesAFrame; ++at)
                m_engine.message(deviceId((frame * 31 + at * 7) % kDevices), "turbines/x", "{}");
            if (readings && snapshot)
                m_engine.stirDevices();
            m_engine.flush();
            const auto before = app::threadTime();
            m_mirror.feed().drainNow();
            m_view.advanceMotion(kFrameMillis);
            QApplication::processEvents();
            m_view.repaint();
            frames.push_back((app::threadTime() - before).count() * 1e3);
            dots = std::max(dots, m_view.flights().dots().size());
        }
        const Spread spread = spreadOf(frames);
        return tell({"ui", "map", fmt::format("{} nodes, {} dots, {}: frame p99", m_view.nodeCount(), dots, what),
                     spread.p99, "ms", 8});
    }

private:
    static constexpr int kDevices = 199; ///< and the gateway

    static std::string deviceId(int number) { return fmt::format("wt-{:03}", number); }

    void populate()
    {
        std::vector<simulator::DeviceView> devices;
        for (int at = 0; at < kDevices; ++at) {
            simulator::DeviceView device;
            device.id = deviceId(at);
            // Twelve of a sort are not folded into one node.
            device.model = at < 24 ? fmt::format("turbine{}", at % 2 ? "" : " ") : fmt::format("sort {}", at / 12);
            device.state = simulator::DeviceState::Online;
            device.values = {{"rotor-freq", 0.7, "Hz"}, {"output", 61, "kW"}};
            devices.push_back(device);
            m_engine.event(trace::Kind::ClientConnected, device.id);
        }
        m_engine.setDevices(devices);
        m_engine.flush();
        m_mirror.feed().drainNow();
        QApplication::processEvents();
    }

    StillEngine m_engine;
    EngineMirror m_mirror;
    ui::MapView m_view;
};

} // namespace

bool measurePlots()
{
    const bool small = measurePlots(100'000, 8);
    return measurePlots(1'000'000, 20) && small;
}

bool measureMap()
{
    MapBench map;
    bool ok = map.run("nothing arrives", 0, false);
    ok = map.run("messages fly", 12, false) && ok;
    ok = map.run("messages fly and readings change", 12, true) && ok;
    return map.run("50000 messages/s as bands", 800, true) && ok;
}

} // namespace greensward::bench
