// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/source.h"

#include "capture/rolling_writer.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>

namespace greensward::capture {

namespace {

class FileSource final : public Source
{
public:
    explicit FileSource(std::ifstream file) : m_file(std::move(file)) {}
    Result<std::size_t> read(std::span<char> buffer) override
    {
        m_file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        if (m_file.bad())
            return failure("the file cannot be read on");
        return static_cast<std::size_t>(m_file.gcount());
    }

private:
    std::ifstream m_file;
};

/// Files one after the other, as if they were one.
class PiecesSource final : public Source
{
public:
    explicit PiecesSource(std::vector<std::filesystem::path> pieces) : m_pieces(std::move(pieces)) {}
    Result<std::size_t> read(std::span<char> buffer) override
    {
        for (; m_next <= m_pieces.size(); ++m_next) {
            m_file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
            if (m_file.bad())
                return failure("the file cannot be read on");
            if (m_file.gcount() > 0)
                return static_cast<std::size_t>(m_file.gcount());
            if (m_next < m_pieces.size()) {
                m_file = std::ifstream(m_pieces[m_next], std::ios::binary);
                if (!m_file)
                    return failure("a piece of it cannot be read");
            }
        }
        return std::size_t{0};
    }
    Result<void> skip(std::uint64_t octets)
    {
        std::error_code error;
        for (; m_next < m_pieces.size(); ++m_next) {
            const std::uint64_t size = std::filesystem::file_size(m_pieces[m_next], error);
            if (error)
                return failure("a piece of it cannot be read");
            if (octets < size)
                break;
            octets -= size;
        }
        if (m_next < m_pieces.size()) {
            m_file = std::ifstream(m_pieces[m_next++], std::ios::binary);
            m_file.seekg(static_cast<std::streamoff>(octets));
        }
        return {};
    }

private:
    std::vector<std::filesystem::path> m_pieces;
    std::size_t m_next = 0;
    std::ifstream m_file;
};

class MemorySource final : public Source
{
public:
    explicit MemorySource(ByteView bytes) : m_left(bytes) {}
    Result<std::size_t> read(std::span<char> buffer) override
    {
        const std::size_t count = std::min(buffer.size(), m_left.size());
        std::copy_n(m_left.begin(), count, buffer.begin());
        m_left = m_left.subspan(count);
        return count;
    }

private:
    ByteView m_left;
};

} // namespace

Result<std::uint64_t> Place::size() const
{
    if (m_file.empty())
        return m_bytes.size();
    std::error_code error;
    std::uint64_t size = 0;
    if (std::filesystem::is_directory(m_file, error)) {
        for (const auto& piece : piecesOf(m_file))
            size += error ? 0 : std::filesystem::file_size(piece, error);
    } else {
        size = std::filesystem::file_size(m_file, error);
    }
    if (error)
        return failure(fmt::format("cannot open {}: {}", m_file.string(), error.message()));
    return size;
}

Result<std::unique_ptr<Source>> Place::open(std::uint64_t offset) const
{
    if (m_file.empty())
        return std::make_unique<MemorySource>(m_bytes.subspan(std::min<std::size_t>(offset, m_bytes.size())));
    std::error_code ignored;
    if (std::filesystem::is_directory(m_file, ignored)) {
        auto pieces = piecesOf(m_file);
        if (pieces.empty())
            return failure(fmt::format("{} is a folder, not a capture", m_file.string()));
        auto source = std::make_unique<PiecesSource>(std::move(pieces));
        if (const auto skipped = source->skip(offset); !skipped)
            return tl::unexpected(skipped.error());
        return source;
    }
    std::ifstream file(m_file, std::ios::binary);
    file.seekg(static_cast<std::streamoff>(offset));
    if (!file)
        return failure(fmt::format("cannot open {}", m_file.string()));
    return std::make_unique<FileSource>(std::move(file));
}

} // namespace greensward::capture
