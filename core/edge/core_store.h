// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::edge {

/// Names a point in the order of writes. 0: nothing was written, nothing to wait for.
using Ticket = std::uint64_t;

/// A message on its way to the cloud. Numbers rise.
struct SpooledMessage
{
    std::uint64_t number = 0;
    std::string topic{};
    std::string payload{};
};

/// What was the same on both sides when a shadow was last synchronised (shadow.md 19.4).
struct SyncRecord
{
    std::string thing{};
    std::string base{};            ///< {"desired":…,"reported":…}, sections that are empty left out
    std::int64_t cloudVersion = 0; ///< of the document in the cloud that base is
};

struct KeptCore
{
    std::vector<SpooledMessage> spool{}; ///< by rising number
    std::vector<SyncRecord> records{};
};

/// Where a core keeps what must outlive it, beside its shadows (shadow::ShadowStore). Calls take effect in order, those
/// of both stores together, and never wait; the owner later tells the core (Core::committed) up to which ticket all is
/// safe. Engine thread.
class CoreStore
{
public:
    virtual ~CoreStore() = default;

    virtual Ticket addToSpool(const SpooledMessage& message) = 0;
    virtual Ticket dropFromSpool(std::uint64_t number) = 0;
    virtual Ticket saveRecord(const SyncRecord& record) = 0;
    virtual Ticket dropRecord(std::string_view thing) = 0;
};

} // namespace greensward::edge
