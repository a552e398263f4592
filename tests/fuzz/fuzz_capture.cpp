// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes are a capture or a reason why not, and what was read can be written and redacted.
#include "capture/json_fields.h"
#include "capture/reader.h"
#include "capture/redaction.h"

#include <cstdlib>
#include <string>

using namespace greensward;
using namespace greensward::capture;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// What was read, written as a line, reads as the same again.
void roundTrip(const trace::Chunk& chunk)
{
    LineReader lines;
    for (const trace::Event& event : chunk.events()) {
        std::string line;
        appendLine(line, event, chunk);
        require(!line.empty() && line.find('\n') == line.size() - 1);
        line.pop_back();
        trace::ChunkBuilder builder;
        require(lines.read(line, builder) == LineFate::Event);
        const trace::ChunkPtr again = builder.take();
        const trace::Event& other = again->events().front();
        require(other.id == event.id && other.time == event.time && other.kind == event.kind &&
                other.payloadSize == event.payloadSize && again->text(other.subject) == chunk.text(event.subject) &&
                again->text(other.payload) == chunk.text(event.payload));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const ByteView bytes(data, size);
    auto reader =
        Reader::open(Place::in(bytes),
                     {.line = 64u << 10, .manifest = 64u << 10, .bytes = 1u << 20, .events = 1000, .chunkBytes = 4096});
    if (!reader)
        return 0;
    Redactor redactor(
        {.topics = {"a/#"}, .fields = {"pin"}, .clients = {"ann", "a"}, .addresses = true, .certificates = true});
    trace::ChunkBuilder left;
    for (;;) {
        const auto chunk = (*reader)->next();
        if (!chunk || !*chunk)
            break;
        roundTrip(**chunk);
        for (const trace::Event& event : (*chunk)->events())
            redactor.apply(event, **chunk, left);
    }
    std::string text(reinterpret_cast<const char*>(data), size);
    if (replaceFields(text, {"pin"}, "\"removed\""))
        require(replaceFields(text, {"pin"}, "\"removed\"").has_value());
    return 0;
}
