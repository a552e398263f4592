// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"

#include "capture/reader.h"

#include <boost/json.hpp>
#include <cstdio>
#include <fmt/format.h>

namespace greensward::app {

namespace {

int complain(const Error& error)
{
    fmt::print(stderr, "greensward: {}\n", error.message);
    return 1;
}

} // namespace

/// Reads it to its end, so that what is said is what is there.
int runCapture(const CaptureCommand& command)
{
    const auto reader = capture::Reader::open(capture::Place::at(command.file));
    if (!reader)
        return complain(reader.error());
    boost::json::object kinds;
    for (;;) {
        const auto chunk = (*reader)->next();
        if (!chunk)
            return complain(chunk.error());
        if (!*chunk)
            break;
        for (const trace::Event& event : (*chunk)->events()) {
            auto& count = kinds.emplace(trace::name(event.kind), 0).first->value();
            count = count.as_int64() + 1;
        }
    }
    const capture::Manifest& manifest = (*reader)->manifest();
    boost::json::object about{{"file", command.file.string()},
                              {"version", manifest.version},
                              {"program", manifest.program},
                              {"endpoint", manifest.endpoint},
                              {"started", toIso8601(manifest.started)},
                              {"ended", toIso8601(manifest.ended)},
                              {"complete", (*reader)->isComplete()},
                              {"events", (*reader)->events()},
                              {"lost", manifest.lost},
                              {"dropped", manifest.dropped},
                              {"ending", manifest.ending},
                              {"removed", boost::json::value_from(manifest.removed)},
                              {"unknown_lines", (*reader)->unknown()},
                              {"damaged_lines", (*reader)->damaged()},
                              {"kinds", std::move(kinds)}};
    fmt::print("{}\n", boost::json::serialize(about));
    return 0;
}

} // namespace greensward::app
