// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Prints how long a plot takes to draw: plot_frames
#include "fake_engine.h"
#include "ui/kit/theme.h"
#include "ui/models/engine_mirror.h"
#include "ui/plots/plot_canvas.h"

#include <QApplication>

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/core.h>

using namespace greensward;
using namespace greensward::ui;

namespace {

/// Four plots of one series with that many points each, all in view: the time of one frame of all of them.
void measure(std::size_t points, double budget)
{
    FakeEngine engine(false);
    EngineMirror mirror(engine, engine.clock());
    auto& board = mirror.model<PlotBoard>();
    std::vector<std::unique_ptr<PlotCanvas>> canvases;
    const double now = 1'511'347'200;
    for (int plot = 0; plot < PlotBoard::kPlots; ++plot) {
        board.add(plot, {QStringLiteral("t"), QStringLiteral("v")});
        std::vector<PointSeries::Point> past;
        past.reserve(points);
        for (std::size_t at = 0; at < points; ++at) {
            const double phase = static_cast<double>(at);
            past.push_back({now - (static_cast<double>(points) - phase) * 0.01,
                            std::sin(phase / 5000) + 0.3 * std::sin(phase * 1.7) + 0.1 * std::sin(phase / 11)});
        }
        board.series(plot).front()->points.prepend(std::move(past));
    }
    engine.message("x", "t", R"({"v":0.5})");
    engine.flush();
    mirror.feed().drainNow();
    for (int plot = 0; plot < PlotBoard::kPlots; ++plot) {
        canvases.push_back(std::make_unique<PlotCanvas>(board, plot));
        canvases.back()->resize(560, 320);
        canvases.back()->show();
        board.showEverything(plot);
    }
    QApplication::processEvents();
    std::vector<double> frames;
    for (int frame = 0; frame < 60; ++frame) {
        double millis = 0;
        for (const auto& canvas : canvases) {
            canvas->replotNow();
            millis += canvas->lastMillis();
        }
        frames.push_back(millis);
    }
    std::sort(frames.begin(), frames.end());
    fmt::print("4 x {:>9} points  median {:5.2f} ms  worst {:5.2f} ms  budget {:.0f} ms\n", points,
               frames[frames.size() / 2], frames.back(), budget);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    applyTheme(application, Theme::Light);
    measure(1'000, 8);
    measure(100'000, 8);
    measure(1'000'000, 20);
    return 0;
}
