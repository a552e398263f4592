// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/sink.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace greensward::capture {

/// Where a recording stops by itself.
struct WriteLimits
{
    std::uint64_t bytes = 2ull << 30;      ///< of lines
    std::uint64_t keepFree = 256ull << 20; ///< bytes that stay free on the disk
};

/// Writes a capture: lines into FILE.part while it goes on, the zip FILE when it is done. Whatever happens meanwhile,
/// FILE.part can be opened as it is. One thread.
class Writer final : public Sink
{
public:
    /// Fails when FILE or FILE.part is there: nothing is ever written over. Folders are made.
    static Result<std::unique_ptr<Writer>> create(const std::filesystem::path& file, Manifest manifest,
                                                  WriteLimits limits = {});
    /// Flushes; FILE.part stays.
    ~Writer() override;
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    bool write(const trace::Event& event, const trace::Chunk& chunk) override;
    Result<void> flush() override;
    /// Packs FILE and removes FILE.part, which stays when that fails. Takes a while for a large one.
    Result<void> finish(WallTime ended, std::uint64_t lost = 0) override;

    const Manifest& manifest() const override { return m_manifest; }
    const std::filesystem::path& file() const override { return m_file; }
    std::filesystem::path part() const;
    std::uint64_t bytes() const override { return m_bytes; }

private:
    Writer(std::filesystem::path file, Manifest manifest, WriteLimits limits, int descriptor);
    void lookForRoom();

    std::filesystem::path m_file;
    Manifest m_manifest;
    WriteLimits m_limits;
    int m_descriptor;
    std::string m_waiting;
    std::uint64_t m_bytes = 0;
};

/// The name of a recording's lines: "x.wscap.part".
std::filesystem::path partOf(const std::filesystem::path& file);

} // namespace greensward::capture
