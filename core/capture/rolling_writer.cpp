// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/rolling_writer.h"

#include "base/files.h"
#include "capture/event_line.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <unistd.h>

namespace greensward::capture {

namespace fs = std::filesystem;

namespace {

constexpr auto kHead = "head.json";
constexpr auto kStanding = "standing.jsonl";
/// Of the limit: the standing events and so many pieces.
constexpr std::uint64_t kParts = 8;
constexpr std::size_t kMostWaiting = 256u << 10;
constexpr std::uint64_t kMiB = 1u << 20;
constexpr unsigned kOwnerOnly = 0600;

/// Of a line that appendLine() wrote.
bool isRare(std::string_view line)
{
    constexpr std::string_view kKind = R"("kind":")";
    const std::size_t at = line.find(kKind);
    if (at == std::string_view::npos)
        return false;
    const std::string_view rest = line.substr(at + kKind.size());
    const trace::Kind kind = kindOf(rest.substr(0, rest.find('"')));
    return kind != trace::Kind::kCount && trace::KindSet::rare().contains(kind);
}

bool isPiece(const fs::path& file)
{
    const std::string stem = file.stem().string();
    return file.extension() == ".jsonl" && !stem.empty() &&
           std::all_of(stem.begin(), stem.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

Result<std::unique_ptr<RollingWriter>> RollingWriter::create(const fs::path& folder, Manifest manifest,
                                                             RollLimits limits)
{
    std::error_code error;
    if (fs::exists(folder, error))
        return failure(fmt::format("{} is there already", folder.string()));
    if (const auto made = makePrivateFolder(folder); !made)
        return tl::unexpected(made.error());
    limits.bytes = std::max(limits.bytes, RollLimits::kLeast);
    std::unique_ptr<RollingWriter> writer(new RollingWriter(folder, std::move(manifest), limits));
    auto begun = writer->writeHead(false);
    if (begun)
        begun = writer->begin();
    if (!begun)
        return tl::unexpected(begun.error());
    return writer;
}

RollingWriter::RollingWriter(fs::path folder, Manifest manifest, RollLimits limits)
    : m_folder(std::move(folder)), m_manifest(std::move(manifest)), m_limits(limits)
{}

RollingWriter::~RollingWriter()
{
    if (m_descriptor < 0)
        return;
    static_cast<void>(flush()); // nobody is left to be told
    ::close(m_descriptor);
}

fs::path RollingWriter::pathOf(const Piece& piece) const
{
    return m_folder / fmt::format("{:06}.jsonl", piece.number);
}

Result<void> RollingWriter::fail(std::string why)
{
    m_manifest.ending = std::move(why);
    return failure(m_manifest.ending);
}

/// A new piece, after as many old ones went as it may need room for.
Result<void> RollingWriter::begin()
{
    while (!m_pieces.empty() && m_bytes + m_limits.bytes / kParts > m_limits.bytes)
        if (const auto dropped = dropOldest(); !dropped)
            return dropped;
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    Piece piece;
    piece.number = m_pieces.empty() ? 1 : m_pieces.back().number + 1;
    m_descriptor = ::open(pathOf(piece).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, kOwnerOnly);
    if (m_descriptor < 0)
        return fail(fmt::format("{} cannot be written: {}", pathOf(piece).string(), std::strerror(errno)));
    m_pieces.push_back(piece);
    return {};
}

Result<std::uint64_t> RollingWriter::keepStanding(const Piece& piece)
{
    const fs::path file = m_folder / kStanding;
    std::string kept;
    if (m_standing > 0) {
        auto before = readFile(file, m_limits.bytes);
        if (!before)
            return tl::unexpected(before.error());
        kept = std::move(*before);
    }
    std::uint64_t events = 0;
    std::ifstream lines(pathOf(piece), std::ios::binary);
    for (std::string line; std::getline(lines, line);) {
        if (!isRare(line))
            continue;
        kept += line;
        kept += '\n';
        ++events;
    }
    if (const std::uint64_t most = m_limits.bytes / kParts; kept.size() > most) // the older half goes
        kept.erase(0, kept.find('\n', kept.size() - most / 2) + 1);
    if (const auto written = writeFileAtomically(file, kept, kOwnerOnly); !written)
        return tl::unexpected(written.error());
    m_bytes += kept.size() - m_standing;
    m_standing = kept.size();
    return events;
}

Result<void> RollingWriter::dropOldest()
{
    const Piece gone = m_pieces.front();
    const auto standing = keepStanding(gone);
    if (!standing)
        return fail(standing.error().message);
    m_manifest.dropped += gone.events - std::min(*standing, gone.events);
    m_pieces.pop_front();
    m_manifest.started = m_pieces.empty() ? m_manifest.ended : std::max(m_manifest.started, m_pieces.front().first);
    if (const auto told = writeHead(false); !told)
        return told;
    std::error_code error;
    fs::remove(pathOf(gone), error);
    if (error)
        return fail(fmt::format("{} cannot be removed: {}", pathOf(gone).string(), error.message()));
    m_bytes -= gone.bytes;
    m_notice = fmt::format("the session has reached {} MiB: its oldest {} events went", m_limits.bytes / kMiB,
                           m_manifest.dropped);
    return {};
}

bool RollingWriter::write(const trace::Event& event, const trace::Chunk& chunk)
{
    if (!full().empty())
        return false;
    const std::size_t before = m_waiting.size();
    appendLine(m_waiting, event, chunk);
    Piece& piece = m_pieces.back();
    if (piece.events++ == 0)
        piece.first = event.time;
    piece.bytes += m_waiting.size() - before;
    ++m_manifest.events;
    ++m_manifest.kinds[static_cast<std::size_t>(event.kind)];
    m_manifest.ended = std::max(m_manifest.ended, event.time);
    if (piece.bytes >= m_limits.bytes / kParts)
        return flush().has_value() && full().empty() && begin().has_value();
    return m_waiting.size() < kMostWaiting || flush().has_value();
}

Result<void> RollingWriter::flush()
{
    std::string_view left = m_waiting;
    while (!left.empty()) {
        const auto count = ::write(m_descriptor, left.data(), left.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0) {
            m_waiting.clear();
            return fail(fmt::format("{} cannot be written: {}", pathOf(m_pieces.back()).string(),
                                    std::strerror(errno)));
        }
        left.remove_prefix(static_cast<std::size_t>(count));
    }
    m_bytes += m_waiting.size();
    m_waiting.clear();
    lookForRoom();
    return {};
}

void RollingWriter::lookForRoom()
{
    std::error_code error;
    const auto space = fs::space(m_folder, error);
    if (!error && space.available < m_limits.keepFree && m_manifest.ending.empty())
        m_manifest.ending = fmt::format("less than {} MiB of the disk are free", m_limits.keepFree / kMiB);
}

Result<void> RollingWriter::writeHead(bool whole)
{
    const std::string text = whole ? manifestText(m_manifest) : headLine(m_manifest);
    if (const auto written = writeFileAtomically(m_folder / kHead, text, kOwnerOnly); !written)
        return fail(written.error().message);
    return {};
}

Result<void> RollingWriter::finish(WallTime ended, std::uint64_t lost)
{
    if (const auto flushed = flush(); !flushed)
        return flushed;
    ::close(std::exchange(m_descriptor, -1));
    m_manifest.ended = std::max(m_manifest.ended, ended);
    m_manifest.lost = lost;
    return writeHead(true);
}

std::vector<fs::path> piecesOf(const fs::path& folder)
{
    std::vector<fs::path> pieces;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error))
        if (isPiece(entry.path()))
            pieces.push_back(entry.path());
    std::sort(pieces.begin(), pieces.end(), [](const fs::path& one, const fs::path& other) {
        const std::string a = one.filename().string();
        const std::string b = other.filename().string();
        return a.size() != b.size() ? a.size() < b.size() : a < b; // past 999999 there is one more digit
    });
    if (fs::exists(folder / kStanding, error))
        pieces.insert(pieces.begin(), folder / kStanding);
    if (!fs::exists(folder / kHead, error))
        return {};
    pieces.insert(pieces.begin(), folder / kHead);
    return pieces;
}

namespace {

/// Cuts off what follows the last line feed.
Result<void> mend(const fs::path& piece)
{
    std::error_code error;
    std::uint64_t size = fs::file_size(piece, error);
    std::ifstream file(piece, std::ios::binary);
    std::string block;
    std::uint64_t end = size;
    while (end > 0 && file) {
        const std::uint64_t from = end > kMostWaiting ? end - kMostWaiting : 0;
        block.resize(end - from);
        file.seekg(static_cast<std::streamoff>(from));
        file.read(block.data(), static_cast<std::streamsize>(block.size()));
        if (const std::size_t at = block.rfind('\n'); at != std::string::npos) {
            end = from + at + 1;
            break;
        }
        end = from;
    }
    if (file && end < size)
        fs::resize_file(piece, end, error);
    if (error || !file)
        return failure(fmt::format("{} cannot be mended", piece.string()));
    return {};
}

} // namespace

Result<void> keepAsLast(const fs::path& session, const fs::path& last)
{
    std::error_code error;
    const auto pieces = piecesOf(session);
    if (!pieces.empty() && isPiece(pieces.back()))
        if (const auto mended = mend(pieces.back()); !mended)
            return mended;
    const bool told = std::any_of(pieces.begin(), pieces.end(), [&](const fs::path& file) {
        return isPiece(file) && fs::file_size(file, error) > 0;
    });
    if (!told) {
        fs::remove_all(session, error);
        return {};
    }
    // Between the two renames a crash leaves the one before under its other name, and the session where it is.
    const fs::path before = last.string() + ".before";
    fs::remove_all(before, error);
    if (fs::exists(last, error))
        fs::rename(last, before, error);
    if (!error)
        fs::rename(session, last, error);
    if (error)
        return failure(fmt::format("{} cannot be kept as the last session: {}", session.string(), error.message()));
    fs::remove_all(before, error);
    return {};
}

} // namespace greensward::capture
