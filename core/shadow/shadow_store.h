// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace greensward::shadow {

/// Names a point in the order of writes. 0: nothing was written, nothing to wait for.
using Ticket = std::uint64_t;

/// A shadow as it is kept. A deleted one is a tombstone: its version, no document.
struct StoredShadow
{
    std::string thing;
    std::string shadow; ///< empty: the classic one
    std::int64_t version = 0;
    std::optional<std::int64_t> deletedAt; ///< seconds since 1970; empty: it exists
    std::string snapshot;                  ///< {"state":…,"metadata":…,"version":N}; empty of a tombstone
};

/// Where the service keeps what must outlive it. Calls take effect in order and never wait; each returns a ticket, and
/// the store later tells the service (ShadowService::committed) up to which ticket everything is safe. Each call is a
/// whole shadow, so readers of the store see the old or the new. Engine thread.
class ShadowStore
{
public:
    virtual ~ShadowStore() = default;

    virtual Ticket save(std::string_view thing, std::string_view shadow, std::int64_t version,
                        std::string_view snapshot) = 0;
    /// Replaces the document by a tombstone.
    virtual Ticket bury(std::string_view thing, std::string_view shadow, std::int64_t version,
                        std::int64_t deletedAt) = 0;
    /// Forgets the tombstone.
    virtual Ticket drop(std::string_view thing, std::string_view shadow) = 0;

    /// True while so much waits to be written that no more should be accepted.
    virtual bool congested() const { return false; }
};

} // namespace greensward::shadow
