// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edge/core_store.h"
#include "store/error.h"
#include "store/writer.h"

#include <memory>
#include <string>

namespace greensward::edge {

/// The spool and the sync records of one core in a database, through its writer (group commit), whose tickets they are.
/// Engine thread. Must not outlive the writer.
class DurableCoreStore final : public CoreStore
{
public:
    /// core: keeps apart cores that share a database; must stay the same from run to run.
    DurableCoreStore(store::Writer& writer, std::string core);

    /// Lays out the tables and gives what is kept. Call once, before anything else; waits for the disk.
    store::StoreResult<KeptCore> load();

    Ticket addToSpool(const SpooledMessage& message) override;
    Ticket dropFromSpool(std::uint64_t number) override;
    Ticket saveRecord(const SyncRecord& record) override;
    Ticket dropRecord(std::string_view thing) override;

private:
    store::Writer& m_writer;
    std::shared_ptr<const std::string> m_core; ///< shared with what waits on the writer's thread
};

} // namespace greensward::edge
