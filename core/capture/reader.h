// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/event_line.h"
#include "capture/manifest.h"
#include "capture/source.h"

#include <memory>
#include <string>

namespace greensward::capture {

/// What a reader puts up with.
struct ReadLimits
{
    std::size_t line = 4u << 20;         ///< octets of one line
    std::size_t manifest = 1u << 20;     ///< octets
    std::uint64_t bytes = 8ull << 30;    ///< of all lines, unpacked
    std::uint64_t events = 100'000'000;  ///< beyond them the rest is not read
    std::size_t chunkBytes = 256u << 10; ///< of events and texts that next() gives at once
};

/// Reads a capture from its beginning to its end: the zip that a recording became, or the lines of one that is still
/// under way or was killed. Holds one chunk and one line in memory, whatever the size of the file. One thread.
class Reader
{
public:
    static Result<std::unique_ptr<Reader>> open(Place place, ReadLimits limits = {});
    ~Reader();

    const Manifest& manifest() const { return m_manifest; }
    /// The recording ended in the usual way: it became a zip, or a session that was closed.
    bool isComplete() const { return m_archive || m_closed; }
    /// The next events, oldest first; null at the end.
    Result<trace::ChunkPtr> next();
    /// From the beginning again.
    Result<void> rewind();

    /// Lines of a newer version that were passed over so far.
    std::uint64_t unknown() const { return m_unknown; }
    /// Lines that could not be read so far; the last one of a killed recording may be one.
    std::uint64_t damaged() const { return m_damaged; }
    std::uint64_t events() const { return m_events; }

private:
    Reader(Place place, ReadLimits limits) : m_place(std::move(place)), m_limits(limits) {}
    Result<void> readManifest();
    Result<void> readHeadLine();
    WallTime lastTime() const;
    /// Lets m_buffer hold more; false at the end.
    Result<bool> fill();
    void take(std::string_view line);

    Place m_place;
    ReadLimits m_limits;
    Manifest m_manifest;
    bool m_archive = false;
    bool m_closed = false;
    std::unique_ptr<Source> m_source;
    std::unique_ptr<LineReader> m_lines;
    trace::ChunkBuilder m_builder;
    std::string m_buffer;
    std::size_t m_at = 0; ///< of m_buffer, the beginning of the next line
    std::uint64_t m_read = 0;
    bool m_end = false;
    bool m_first = true;
    std::uint64_t m_events = 0;
    std::uint64_t m_unknown = 0;
    std::uint64_t m_damaged = 0;
};

} // namespace greensward::capture
