// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "app/engine.h"
#include "app/identities.h"
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
    std::fflush(stdout);
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

    const Whereabouts& at = (*engine)->whereabouts();
    if (command.readyFile) {
        if (const auto written = writeReadyFile(*command.readyFile, at, ::getpid()); !written)
            return complain(written.error());
    }
    describe(at);
    stopSignals.wait();
    if (command.readyFile)
        std::filesystem::remove(*command.readyFile, ignored);
    const auto stopped = (*engine)->stop();
    return stopped ? 0 : complain(stopped.error());
}

} // namespace greensward::app
