// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/sink.h"

#include <deque>
#include <filesystem>
#include <memory>

namespace greensward::capture {

/// How much of a session is kept.
struct RollLimits
{
    static constexpr std::uint64_t kLeast = 1u << 20;
    std::uint64_t bytes = 64u << 20;       ///< of all pieces, at least kLeast
    std::uint64_t keepFree = 256ull << 20; ///< bytes that stay free on the disk
};

/// Writes a capture that never ends by its size: a folder of pieces, of which the oldest goes when a new one would
/// exceed the limit. What happens rarely (who connected, what was subscribed) is kept of pieces that went, so that the
/// capture still explains how things stood. Whatever happens meanwhile, the folder can be opened as it is:
///
///     head.json        the manifest, replaced in one step
///     standing.jsonl   what is left of pieces that went
///     000001.jsonl …   the pieces
class RollingWriter final : public Sink
{
public:
    /// Fails when the folder is there already.
    static Result<std::unique_ptr<RollingWriter>> create(const std::filesystem::path& folder, Manifest manifest,
                                                         RollLimits limits = {});
    /// Flushes; the folder tells that it did not end in the usual way.
    ~RollingWriter() override;
    RollingWriter(const RollingWriter&) = delete;
    RollingWriter& operator=(const RollingWriter&) = delete;

    bool write(const trace::Event& event, const trace::Chunk& chunk) override;
    Result<void> flush() override;
    Result<void> finish(WallTime ended, std::uint64_t lost = 0) override;
    const Manifest& manifest() const override { return m_manifest; }
    const std::filesystem::path& file() const override { return m_folder; }
    std::uint64_t bytes() const override { return m_bytes + m_waiting.size(); }
    std::string takeNotice() override { return std::exchange(m_notice, {}); }

private:
    struct Piece
    {
        std::uint64_t number = 0;
        std::uint64_t bytes = 0;
        std::uint64_t events = 0;
        WallTime first{};
    };
    RollingWriter(std::filesystem::path folder, Manifest manifest, RollLimits limits);
    std::filesystem::path pathOf(const Piece& piece) const;
    Result<void> begin();
    Result<void> dropOldest();
    /// Puts the rare events of a piece behind those of earlier ones; returns how many of its events those are.
    Result<std::uint64_t> keepStanding(const Piece& piece);
    Result<void> writeHead(bool whole);
    Result<void> fail(std::string why);
    void lookForRoom();

    std::filesystem::path m_folder;
    Manifest m_manifest;
    RollLimits m_limits;
    int m_descriptor = -1; ///< of the newest piece
    std::deque<Piece> m_pieces;
    std::uint64_t m_standing = 0; ///< bytes
    std::uint64_t m_bytes = 0;    ///< of all that was handed to the system and is still there
    std::string m_waiting;
    std::string m_notice;
};

/// The files of such a folder in their order; empty when it is none.
std::vector<std::filesystem::path> piecesOf(const std::filesystem::path& folder);

/// Makes a session's folder the last one: cuts off a line that was being written when the process was killed, and puts
/// the folder in the place of the last one before. A session without an event just goes; none at all is no mistake.
Result<void> keepAsLast(const std::filesystem::path& session, const std::filesystem::path& last);

} // namespace greensward::capture
