// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace greensward::capture {

/// Octets one after the other, from wherever they lie.
class Source
{
public:
    virtual ~Source() = default;
    /// Fills the front of the buffer; 0 at the end.
    virtual Result<std::size_t> read(std::span<char> buffer) = 0;
};

/// Where a capture lies: a file, the folder of a session (see rolling_writer.h), or octets that outlive this. Looked into as often as wanted.
class Place
{
public:
    static Place at(std::filesystem::path file) { return Place(std::move(file), {}); }
    static Place in(ByteView bytes) { return Place({}, bytes); }

    /// For sentences: the file's name.
    std::string name() const { return m_file.empty() ? "the capture" : m_file.filename().string(); }
    const std::filesystem::path& file() const { return m_file; }
    ByteView bytes() const { return m_bytes; }

    Result<std::uint64_t> size() const;
    /// From that octet on.
    Result<std::unique_ptr<Source>> open(std::uint64_t offset = 0) const;

private:
    Place(std::filesystem::path file, ByteView bytes) : m_file(std::move(file)), m_bytes(bytes) {}
    std::filesystem::path m_file; ///< empty: m_bytes
    ByteView m_bytes;
};

} // namespace greensward::capture
