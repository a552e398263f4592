// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/chunk_builder.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace greensward::capture {

/// Appends one event as one line of JSON, its line feed included:
///
///     {"id":7,"kind":"message published","time":1511347200000000000,"subject":"ev-gen-123","object":"turbines/1",…}
///
/// time is nanoseconds since 1970; members that are 0 or empty are left out, as is journey where it is the event's own
/// id and size where the payload is whole. A private key in PEM form is never written: "removed" stands for it, and size
/// tells that the payload is not whole. Texts and payloads that are not UTF-8 stand as base64 in a member of the
/// same name with "64" behind it.
void appendLine(std::string& into, const trace::Event& event, const trace::Chunk& chunk);

/// What a line turned out to be.
enum class LineFate : std::uint8_t {
    Event,   ///< added to the builder
    Unknown, ///< of a newer version: a kind, or something other than an event
    Damaged, ///< not what appendLine() writes
};

/// Reads lines back. Total: any text has a fate; depth and size of what is parsed are bounded. Ids must rise from line
/// to line, because readers of the stream rely on it.
class LineReader
{
public:
    LineReader();
    ~LineReader();

    /// line: without its line feed.
    LineFate read(std::string_view line, trace::ChunkBuilder& into);
    trace::EventId lastId() const { return m_lastId; }
    WallTime lastTime() const { return m_lastTime; }

private:
    struct Parser;
    std::unique_ptr<Parser> m_parser;
    trace::EventId m_lastId = 0;
    WallTime m_lastTime{};
};

/// The kind of that name; kCount when this version knows none.
trace::Kind kindOf(std::string_view name);

} // namespace greensward::capture
