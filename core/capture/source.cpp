// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/source.h"

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
    const auto size = std::filesystem::file_size(m_file, error);
    if (error)
        return failure(fmt::format("cannot open {}: {}", m_file.string(), error.message()));
    return size;
}

Result<std::unique_ptr<Source>> Place::open(std::uint64_t offset) const
{
    if (m_file.empty())
        return std::make_unique<MemorySource>(m_bytes.subspan(std::min<std::size_t>(offset, m_bytes.size())));
    std::ifstream file(m_file, std::ios::binary);
    file.seekg(static_cast<std::streamoff>(offset));
    if (!file)
        return failure(fmt::format("cannot open {}", m_file.string()));
    return std::make_unique<FileSource>(std::move(file));
}

} // namespace greensward::capture
