// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/reader.h"
#include "capture/writer.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::capture {

/// What is to be taken out of a capture before somebody else gets it. Private keys in PEM form go in any case.
struct Redaction
{
    std::vector<std::string> topics{};  ///< filters: events about a topic they match are left out
    std::vector<std::string> fields{};  ///< members of JSON payloads, at any depth: their values become "removed"
    std::vector<std::string> clients{}; ///< ids: become client-1, client-2 … wherever they stand
    bool addresses = false;             ///< of peers: become address-1, address-2 …
    bool certificates = false;          ///< whom a peer's certificate names
    bool payloads = false;              ///< every payload; its size stays
};

/// What a redaction did, or would do.
struct RedactionCount
{
    std::uint64_t kept = 0;
    std::uint64_t events = 0; ///< left out
    std::uint64_t fields = 0;
    std::uint64_t clients = 0; ///< places where an id stood
    std::uint64_t addresses = 0;
    std::uint64_t certificates = 0;
    std::uint64_t payloads = 0;
    std::uint64_t keys = 0; ///< private keys
};

/// Takes things out of events, the same names always becoming the same others.
class Redactor
{
public:
    explicit Redactor(Redaction redaction);
    /// Adds what is left of the event; nothing when all of it goes.
    void apply(const trace::Event& event, const trace::Chunk& chunk, trace::ChunkBuilder& into);
    const RedactionCount& count() const { return m_count; }
    /// One sentence for each thing that is taken out, without naming it.
    std::vector<std::string> notes() const;

private:
    bool leavesOut(const trace::Event& event, std::string_view object, std::string_view payload) const;
    bool isPrivate(std::string_view topic) const;
    std::string cleaned(std::string_view text);
    void replaceClients(std::string& text);
    void replaceAddresses(std::string& text);
    void removeFields(std::string& payload, const std::vector<std::string>& names, std::uint64_t& count);
    std::string addressFor(std::string_view host);

    Redaction m_redaction;
    std::vector<std::pair<std::string, std::string>> m_clients; ///< id and what it becomes, the longest first
    std::map<std::string, std::string, std::less<>> m_addresses;
    RedactionCount m_count;
};

/// Reads a capture to its end through a redactor; writer: null to see only what would happen.
Result<void> redact(Reader& reader, Redactor& redactor, Writer* writer);

} // namespace greensward::capture
