// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/reader.h"

#include "capture/archive.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::capture {

namespace {

constexpr std::size_t kPiece = 64u << 10;

} // namespace

Reader::~Reader() = default;

Result<std::unique_ptr<Reader>> Reader::open(Place place, ReadLimits limits)
{
    std::unique_ptr<Reader> reader(new Reader(std::move(place), limits));
    const auto archive = isArchive(reader->m_place);
    if (!archive)
        return tl::unexpected(archive.error());
    reader->m_archive = *archive;
    auto known = *archive ? reader->readManifest() : reader->readHeadLine();
    if (known)
        known = reader->rewind();
    if (!known)
        return tl::unexpected(known.error());
    return reader;
}

Result<void> Reader::readManifest()
{
    const auto source = openInside(m_place, kManifestName, m_limits.manifest);
    if (!source)
        return tl::unexpected(source.error());
    std::string text(m_limits.manifest + 1, '\0');
    std::size_t length = 0;
    while (length < text.size()) {
        const auto count = (*source)->read(std::span(text).subspan(length));
        if (!count)
            return tl::unexpected(count.error());
        if (*count == 0)
            break;
        length += *count;
    }
    if (length > m_limits.manifest)
        return failure(fmt::format("the manifest of {} is larger than one may be", m_place.name()));
    auto manifest = parseManifest(std::string_view(text).substr(0, length));
    if (!manifest)
        return failure(fmt::format("{} is not a capture: {}", m_place.name(), manifest.error().message));
    m_manifest = std::move(*manifest);
    return {};
}

/// Of a recording that did not become a zip: its first line, and the time of its last event.
Result<void> Reader::readHeadLine()
{
    const auto source = m_place.open();
    if (!source)
        return tl::unexpected(source.error());
    std::string text(std::min(m_limits.manifest, kPiece), '\0');
    const auto count = (*source)->read(text);
    if (!count)
        return tl::unexpected(count.error());
    const auto line = std::string_view(text).substr(0, *count);
    auto manifest = parseManifest(line.substr(0, line.find('\n')));
    if (!manifest)
        return failure(fmt::format("{} is not a capture: {}", m_place.name(), manifest.error().message));
    m_manifest = std::move(*manifest);
    m_closed = m_manifest.ended > WallTime{};
    if (m_closed)
        return {};
    m_manifest.events = 0;
    m_manifest.ended = std::max(m_manifest.started, lastTime());
    return {};
}

WallTime Reader::lastTime() const
{
    const auto size = m_place.size();
    if (!size)
        return {};
    const std::uint64_t most = m_limits.line + kPiece;
    const auto source = m_place.open(*size > most ? *size - most : 0);
    if (!source)
        return {};
    std::string tail(std::min(*size, most), '\0');
    std::size_t length = 0;
    while (length < tail.size()) {
        const auto count = (*source)->read(std::span(tail).subspan(length));
        if (!count || *count == 0)
            break;
        length += *count;
    }
    std::string_view left = std::string_view(tail).substr(0, length);
    // The last line that is whole, and an event.
    for (int attempts = 0; attempts < 64; ++attempts) {
        const auto end = left.rfind('\n');
        if (end == std::string_view::npos)
            return {};
        left = left.substr(0, end);
        const auto begin = left.rfind('\n');
        LineReader lines;
        trace::ChunkBuilder ignored;
        if (lines.read(left.substr(begin == std::string_view::npos ? 0 : begin + 1), ignored) == LineFate::Event)
            return lines.lastTime();
    }
    return {};
}

Result<void> Reader::rewind()
{
    auto source = m_archive ? openInside(m_place, kEventsName, m_limits.bytes) : m_place.open();
    if (!source)
        return tl::unexpected(source.error());
    m_source = std::move(*source);
    m_lines = std::make_unique<LineReader>();
    m_builder.take();
    m_buffer.clear();
    m_at = 0;
    m_read = m_events = m_unknown = m_damaged = 0;
    m_end = false;
    m_first = true;
    return {};
}

Result<bool> Reader::fill()
{
    m_buffer.erase(0, m_at);
    m_at = 0;
    const std::size_t had = m_buffer.size();
    if (had > m_limits.line)
        return failure(fmt::format("{} is not a capture: a line of it has no end", m_place.name()));
    m_buffer.resize(had + kPiece);
    const auto count = m_source->read(std::span(m_buffer).subspan(had));
    m_buffer.resize(had + count.value_or(0));
    if (!count)
        return failure(fmt::format("{} is damaged: {}", m_place.name(), count.error().message));
    m_read += *count;
    if (m_read > m_limits.bytes)
        return failure(fmt::format("{} is larger than a capture may be", m_place.name()));
    return *count > 0;
}

void Reader::take(std::string_view line)
{
    if (std::exchange(m_first, false) && parseManifest(line))
        return; // the head line, which a zip's events have too
    if (line.empty())
        return;
    switch (m_lines->read(line, m_builder)) {
    case LineFate::Event:
        ++m_events;
        return;
    case LineFate::Unknown:
        ++m_unknown;
        return;
    case LineFate::Damaged:
        ++m_damaged;
        return;
    }
}

Result<trace::ChunkPtr> Reader::next()
{
    while (!m_end && m_builder.bytes() < m_limits.chunkBytes) {
        const auto end = m_buffer.find('\n', m_at);
        if (end != std::string::npos) {
            take(std::string_view(m_buffer).substr(m_at, end - m_at));
            m_at = end + 1;
            m_end = m_events >= m_limits.events;
            continue;
        }
        const auto more = fill();
        if (!more)
            return tl::unexpected(more.error());
        if (*more)
            continue;
        m_end = true;
        m_damaged += m_buffer.empty() ? 0 : 1; // a line that was being written
    }
    return m_builder.take();
}

} // namespace greensward::capture
