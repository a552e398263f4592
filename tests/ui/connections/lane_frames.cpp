// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what 10,000 clients cost: lane_frames. All ping once a second or so, spread over the frames.
#include "fake_engine.h"
#include "ui/connections/lanes_view.h"
#include "ui/kit/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>

#include <algorithm>
#include <vector>

#include <fmt/core.h>

using namespace greensward;
using namespace greensward::ui;

namespace {

constexpr int kClients = 10'000;
constexpr int kPingsPerFrame = kClients / 60;

double p99(std::vector<double>& times)
{
    std::sort(times.begin(), times.end());
    return times[times.size() * 99 / 100];
}

std::string clientId(int number)
{
    return fmt::format("turbine-{:05}", number);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    applyTheme(application, Theme::Light);
    FakeEngine engine(false);
    EngineMirror mirror(engine, engine.clock());
    auto& model = mirror.model<ConnectionsModel>();
    LanesView view(mirror, model);
    view.resize(1000, 700);
    view.show();
    for (int at = 0; at < kClients; ++at)
        engine.record({.kind = trace::Kind::ClientConnected,
                       .extra = 30,
                       .subject = clientId(at),
                       .object = "127.0.0.1:1",
                       .detail = "MQTT 5, new session, keep alive 30 s"});
    engine.flush();
    QElapsedTimer watch;
    watch.start();
    mirror.feed().drainNow();
    const double first = static_cast<double>(watch.nsecsElapsed()) / 1e6;
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 2);

    std::vector<double> frames;
    std::vector<double> paints;
    for (int frame = 0; frame < 600; ++frame) {
        for (int at = 0; at < kPingsPerFrame; ++at)
            engine.event(trace::Kind::KeepAlive, clientId((frame * kPingsPerFrame + at) % kClients));
        engine.advance(std::chrono::milliseconds(100));
        engine.flush();
        watch.start();
        mirror.feed().drainNow();
        frames.push_back(static_cast<double>(watch.nsecsElapsed()) / 1e6);
        watch.start();
        view.viewport()->grab();
        paints.push_back(static_cast<double>(watch.nsecsElapsed()) / 1e6);
    }
    fmt::print(
        "{{\"lanes\":{},\"connect_all_ms\":{:.1f},\"frame_ms_p99\":{:.3f},\"paint_ms_p99\":{:.3f},\"mib\":{}}}\n",
        model.rowCount(), first, p99(frames), p99(paints), model.bytes() >> 20);
}
