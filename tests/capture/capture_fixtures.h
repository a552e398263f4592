// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/reader.h"
#include "capture/writer.h"

#include <cstdlib>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <stdexcept>
#include <string>
#include <vector>

namespace greensward::capture {

/// A folder that goes with the test.
class Folder
{
public:
    Folder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "capture-XXXXXX").string();
        m_path = ::mkdtemp(name.data());
    }
    ~Folder() { std::filesystem::remove_all(m_path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path operator/(const std::string& name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

/// An event with everything it says, for comparing.
struct Told
{
    trace::Event event;
    std::string subject;
    std::string object;
    std::string detail;
    std::string payload;
    bool operator==(const Told& other) const
    {
        return event.id == other.event.id && event.cause == other.event.cause && event.journey == other.event.journey &&
               event.time == other.event.time && event.number == other.event.number &&
               event.extra == other.event.extra && event.payloadSize == other.event.payloadSize &&
               event.kind == other.event.kind && event.flags == other.event.flags && subject == other.subject &&
               object == other.object && detail == other.detail && payload == other.payload;
    }
    friend std::ostream& operator<<(std::ostream& out, const Told& told)
    {
        return out << told.event.id << ' ' << trace::name(told.event.kind) << ' ' << told.subject << ' ' << told.object
                   << ' ' << told.detail << ' ' << told.payload;
    }
};

inline void append(std::vector<Told>& into, const trace::Chunk& chunk)
{
    for (const trace::Event& event : chunk.events())
        into.push_back({event, std::string(chunk.text(event.subject)), std::string(chunk.text(event.object)),
                        std::string(chunk.text(event.detail)), std::string(chunk.text(event.payload))});
}

inline std::vector<Told> told(const trace::ChunkPtr& chunk)
{
    std::vector<Told> all;
    append(all, *chunk);
    return all;
}

inline std::vector<Told> readAll(Reader& reader)
{
    std::vector<Told> all;
    for (;;) {
        const auto chunk = reader.next();
        if (!chunk)
            throw std::runtime_error(chunk.error().message);
        if (!*chunk)
            return all;
        append(all, **chunk);
    }
}

inline std::unique_ptr<Reader> opened(const std::filesystem::path& file)
{
    auto reader = Reader::open(Place::at(file));
    if (!reader)
        throw std::runtime_error(reader.error().message);
    return std::move(*reader);
}

/// One event of every kind, with every member filled and texts that are hard to write down.
inline trace::ChunkPtr everyKind()
{
    trace::ChunkBuilder builder;
    for (std::uint8_t kind = 0; kind < static_cast<std::uint8_t>(trace::Kind::kCount); ++kind) {
        trace::Event event;
        event.id = 10u + kind;
        event.cause = kind % 3 == 0 ? 0u : 5u + kind;
        event.journey = kind % 2 == 0 ? event.id : 4u;
        event.time = WallTime(Duration(1'511'347'200'123'456'789 + kind));
        event.number = kind == 1 ? ~std::uint64_t{0} : kind;
        event.extra = kind == 2 ? std::numeric_limits<std::int64_t>::min() : -std::int64_t{kind};
        event.kind = static_cast<trace::Kind>(kind);
        event.flags = static_cast<std::uint8_t>(255 - kind);
        const std::string binary("\x00\xff\xfe\x80\n\"\\", 7);
        const std::string payload = kind % 4 == 0   ? std::string()
                                    : kind % 4 == 1 ? binary + std::string(kind, '\xc3')
                                    : kind % 4 == 2 ? std::string("{\"a\":\"\\u0001\",\n\t\"ü\":\"€😀\"}\x01\x7f")
                                                    : std::string("plain");
        event.payloadSize = static_cast<std::uint32_t>(payload.size() + (kind % 5 == 0 ? 100 : 0));
        builder.add(event, kind % 7 == 0 ? binary : "client \"one\"", "a/b/ü", "why\nnot\r", asBytes(payload));
    }
    return builder.take();
}

inline Manifest aManifest()
{
    Manifest manifest;
    manifest.program = "greensward test";
    manifest.endpoint = "localhost:8883";
    manifest.started = WallTime(std::chrono::seconds(1'511'347'200));
    return manifest;
}

/// Many small messages.
inline trace::ChunkPtr messages(std::uint64_t count, std::uint64_t firstId = 1)
{
    trace::ChunkBuilder builder;
    for (std::uint64_t i = 0; i < count; ++i) {
        trace::Event event;
        event.id = event.journey = firstId + i;
        event.time = WallTime(std::chrono::seconds(1'511'347'200)) + std::chrono::milliseconds(firstId + i);
        event.kind = trace::Kind::MessagePublished;
        const std::string payload = fmt::format(R"({{"rotor-freq":0.7,"output":{}}})", firstId + i);
        event.payloadSize = static_cast<std::uint32_t>(payload.size());
        builder.add(event, "ev-gen-123", "turbines/ev-gen/123", {}, asBytes(payload));
    }
    return builder.take();
}

} // namespace greensward::capture
