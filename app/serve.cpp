// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture_recording.h"
#include "app/commands.h"
#include "app/switch_commands.h"
#include "app/doctor_watch.h"
#include "app/engine.h"
#include "app/identities.h"
#include "app/lab_watch.h"
#include "app/open_addresses.h"
#include "app/replay.h"
#include "app/shell_text.h"
#include "app/stop_signals.h"

#include <cstdio>
#include <fmt/format.h>
#include <unistd.h>

namespace greensward::app {

namespace {

int complain(const Error& error)
{
    fmt::print(stderr, "greensward: {}\n", error.message);
    return 1;
}

void describe(const Whereabouts& at)
{
    fmt::print("Greensward is ready. Workspace: {}\n", at.directory.string());
    fmt::print("  MQTT with a client certificate    mqtts://{}:{}\n", at.host(), at.ports.mqtts);
    fmt::print("  HTTPS, and MQTT beside it         {}\n", at.dataUrl());
    fmt::print("  HTTP, and MQTT over WebSocket     {}, {}\n", at.apiUrl(), at.wsUrl());
    if (at.plainMqtt)
        fmt::print("  plain MQTT                        mqtt://{}:{}\n", at.address(), at.ports.mqtt);
    fmt::print("  certificate for a client of yours {}\n",
               Identities::certificateFile(at.directory, kOwnDevice).string());
    fmt::print("For your shell: eval \"$(greensward env --data-dir {})\"\n", shellWord(at.directory.string()));
}

} // namespace

int runServe(const ServeCommand& command)
{
    const StopSignals stopSignals;
    std::error_code ignored; // a ready file that is not there is what we want
    if (command.readyFile)
        std::filesystem::remove(*command.readyFile, ignored);
    const auto engine = Engine::start(command.engine);
    if (!engine)
        return complain(engine.error());

    // Before anybody is told that it is ready: nothing is missed.
    std::unique_ptr<CaptureRecording> recording;
    if (command.record) {
        auto started = CaptureRecording::start(**engine, *command.record);
        if (!started)
            return complain(started.error());
        recording = std::move(*started);
    }
    std::optional<DoctorWatch> doctor(std::in_place, **engine);
    std::unique_ptr<LabWatch> lab;
    std::optional<SwitchCommands> switches(std::in_place, **engine);
    if (!command.lab.empty()) {
        auto started = LabWatch::start(**engine, command.lab);
        if (!started)
            return complain(started.error());
        lab = std::move(*started);
    }
    const Whereabouts& at = (*engine)->whereabouts();
    if (command.readyFile) {
        if (const auto written = writeReadyFile(*command.readyFile, at, ::getpid()); !written)
            return complain(written.error());
    }
    std::unique_ptr<Replay> replay;
    if (command.replay) {
        auto started = Replay::start(**engine, *command.replay, command.replaySpeed);
        if (!started)
            return complain(started.error());
        replay = std::move(*started);
    }
    describe(at);
    tellWhoGetsIn(at.listen);
    stopSignals.wait();
    if (replay) {
        replay->stop();
        replay->wait();
        fmt::print("Replay: {}\n", summary(replay->progress()));
    }
    std::string problem;
    if (recording) {
        recording->stop();
        recording->wait();
        problem = recording->progress().problem;
        recording.reset();
    }
    if (command.readyFile)
        std::filesystem::remove(*command.readyFile, ignored);
    doctor.reset();
    switches.reset();
    lab.reset();
    const auto stopped = (*engine)->stop();
    if (!problem.empty())
        return complain({problem});
    return stopped ? 0 : complain(stopped.error());
}

} // namespace greensward::app
