// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what journeys cost: journey_frames. 50,000 messages a second with one receiver each arrive in frames of
// 16 ms; nobody looks, somebody follows a journey, somebody opens the oldest one that is kept.
#include "fake_engine.h"
#include "ui/journeys/journey_model.h"

#include <QApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <vector>

#include <fmt/core.h>

using namespace greensward;
using namespace greensward::ui;

namespace {

constexpr int kPerFrame = 50'000 * 16 / 1000;
constexpr int kFrames = 600;
const std::string kPayload(128, 'x');

void recordFrame(FakeEngine& engine)
{
    for (int at = 0; at < kPerFrame; ++at) {
        engine.message("turbine", "farm/wind", kPayload);
        engine.event(trace::Kind::MessageDelivered, "sprinkler", "farm/wind");
    }
    engine.flush();
}

double p99(std::vector<double>& times)
{
    std::sort(times.begin(), times.end());
    return times[times.size() * 99 / 100];
}

void measure(const char* name, bool looking)
{
    FakeEngine engine(false);
    EngineMirror mirror(engine, engine.clock());
    JourneyModel model(mirror);
    if (looking)
        model.addViewer();
    std::vector<double> times;
    for (int frame = 0; frame < kFrames; ++frame) {
        recordFrame(engine);
        const auto chunks = engine.drain();
        QElapsedTimer watch;
        watch.start();
        for (const auto& chunk : chunks)
            model.memory().keep(chunk);
        model.publish();
        times.push_back(static_cast<double>(watch.nsecsElapsed()) / 1e6);
        if (frame == 0)
            mirror.selection().setEvent(1);
    }
    fmt::print("{{\"journeys\":\"{}\",\"messages_per_frame\":{},\"frame_ms_p99\":{:.4f},\"kept_mib\":{}}}\n", name,
               kPerFrame, p99(times), model.memory().bytes() >> 20);
    QElapsedTimer watch;
    watch.start();
    const Journey journey(model.memory(), model.memory().oldest());
    fmt::print("{{\"journeys\":\"open the oldest\",\"ms\":{:.3f}}}\n", static_cast<double>(watch.nsecsElapsed()) / 1e6);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    measure("nobody looks", false);
    measure("one is followed", true);
}
