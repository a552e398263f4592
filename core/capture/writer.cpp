// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/writer.h"

#include "capture/archive.h"
#include "capture/event_line.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace greensward::capture {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostWaiting = 1u << 20;
constexpr std::uint64_t kMiB = 1u << 20;

} // namespace

fs::path partOf(const fs::path& file)
{
    return file.string() + ".part";
}

Result<std::unique_ptr<Writer>> Writer::create(const fs::path& file, Manifest manifest, WriteLimits limits)
{
    std::error_code error;
    if (file.has_parent_path())
        fs::create_directories(file.parent_path(), error);
    if (error)
        return failure(fmt::format("cannot make the folder {}: {}", file.parent_path().string(), error.message()));
    if (fs::exists(file, error))
        return failure(fmt::format("{} is there already", file.string()));
    const int descriptor = ::open(partOf(file).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return failure(fmt::format("cannot write {}: {}", partOf(file).string(), std::strerror(errno)));
    std::unique_ptr<Writer> writer(new Writer(file, std::move(manifest), limits, descriptor));
    if (const auto flushed = writer->flush(); !flushed)
        return tl::unexpected(flushed.error());
    return writer;
}

Writer::Writer(fs::path file, Manifest manifest, WriteLimits limits, int descriptor)
    : m_file(std::move(file))
    , m_manifest(std::move(manifest))
    , m_limits(limits)
    , m_descriptor(descriptor)
    , m_waiting(headLine(m_manifest))
{
    m_bytes = m_waiting.size();
}

Writer::~Writer()
{
    if (m_descriptor < 0)
        return;
    static_cast<void>(flush()); // nobody is left to be told
    ::close(m_descriptor);
}

fs::path Writer::part() const
{
    return partOf(m_file);
}

bool Writer::write(const trace::Event& event, const trace::Chunk& chunk)
{
    if (!full().empty())
        return false;
    const std::size_t before = m_waiting.size();
    appendLine(m_waiting, event, chunk);
    const std::size_t length = m_waiting.size() - before;
    if (m_bytes + length > m_limits.bytes) {
        m_waiting.resize(before);
        m_manifest.ending = fmt::format("the capture has reached {} MiB", m_limits.bytes / kMiB);
        return false;
    }
    m_bytes += length;
    ++m_manifest.events;
    ++m_manifest.kinds[static_cast<std::size_t>(event.kind)];
    m_manifest.ended = std::max(m_manifest.ended, event.time);
    return m_waiting.size() < kMostWaiting || flush().has_value();
}

Result<void> Writer::flush()
{
    std::string_view left = m_waiting;
    while (!left.empty()) {
        const auto count = ::write(m_descriptor, left.data(), left.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0) {
            m_manifest.ending = fmt::format("{} cannot be written: {}", part().string(), std::strerror(errno));
            m_waiting.erase(0, m_waiting.size() - left.size());
            return failure(m_manifest.ending);
        }
        left.remove_prefix(static_cast<std::size_t>(count));
    }
    m_waiting.clear();
    lookForRoom();
    return {};
}

void Writer::lookForRoom()
{
    std::error_code error;
    const auto space = fs::space(part(), error);
    if (!error && space.available < m_limits.keepFree && m_manifest.ending.empty())
        m_manifest.ending = fmt::format("less than {} MiB of the disk are free", m_limits.keepFree / kMiB);
}

Result<void> Writer::finish(WallTime ended, std::uint64_t lost)
{
    if (const auto flushed = flush(); !flushed)
        return flushed;
    ::close(std::exchange(m_descriptor, -1));
    m_manifest.ended = std::max(m_manifest.ended, ended);
    m_manifest.lost = lost;
    if (const auto packed = pack(part(), manifestText(m_manifest), m_file); !packed)
        return packed;
    std::error_code ignored; // at worst there are two files that say the same
    fs::remove(part(), ignored);
    return {};
}

} // namespace greensward::capture
