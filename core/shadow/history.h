// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "shadow/topics.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace greensward::shadow {

/// One update or deletion that a shadow was asked for.
struct Change
{
    std::int64_t version = 0; ///< of the document afterwards; when refused, the version it stayed at
    WallTime time{};
    std::string who; ///< client id or principal
    Operation operation{};
    int code = 200;      ///< 200: accepted, otherwise the service's error
    std::string reason;  ///< why it was refused; empty when accepted
    std::string request; ///< the payload, at most History::kRequestBytes of it
    bool requestCut = false;

    bool accepted() const { return code == 200; }
};

/// The last changes of one shadow, in memory alone. The oldest go first.
class History
{
public:
    static constexpr std::size_t kMost = 100;
    static constexpr std::size_t kRequestBytes = 8192;

    /// The texts are copied into the place of the oldest change when all places are taken.
    void add(const Change& change, ByteView request);
    void dropOldest();
    std::size_t size() const { return m_ring.size(); }
    /// Memory held for texts and places, in bytes.
    std::size_t bytes() const { return m_bytes; }
    /// Oldest first.
    std::vector<Change> list() const;

private:
    static std::size_t weigh(const Change& change);

    std::vector<Change> m_ring;
    std::size_t m_oldest = 0;
    std::size_t m_bytes = 0;
};

} // namespace greensward::shadow
