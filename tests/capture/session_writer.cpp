// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a session into the folder it is given until it is killed; prints the id of the last event after each flush.
#include "capture/rolling_writer.h"
#include "trace/chunk_builder.h"

#include <cstdio>
#include <string>

int main(int, char** argv)
{
    using namespace greensward;
    auto writer = capture::RollingWriter::create(argv[1], {}, {.bytes = capture::RollLimits::kLeast, .keepFree = 0});
    if (!writer)
        return 1;
    for (trace::EventId id = 1;; ++id) {
        trace::ChunkBuilder builder;
        trace::Event event;
        event.id = event.journey = id;
        event.time = WallTime(std::chrono::seconds(id));
        event.kind = trace::Kind::MessagePublished;
        event.payloadSize = 200;
        builder.add(event, "writer", "a/b", {}, asBytes(std::string(200, 'x')));
        const trace::ChunkPtr chunk = builder.take();
        if (!(*writer)->write(chunk->events().front(), *chunk))
            return 1;
        if (id % 50 != 0)
            continue;
        if (!(*writer)->flush())
            return 1;
        std::printf("%llu\n", static_cast<unsigned long long>(id));
        std::fflush(stdout);
    }
}
