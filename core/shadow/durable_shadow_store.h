// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shadow/shadow_store.h"
#include "store/error.h"
#include "store/writer.h"

#include <memory>
#include <string>
#include <vector>

namespace greensward::shadow {

/// The shadows of one cloud or core in the workspace's database, through its writer (group commit).
///
/// The tickets are the writer's: whoever owns the writer hands what it reports committed to ShadowService::committed().
/// Engine thread. Must not outlive the writer.
class DurableShadowStore final : public ShadowStore
{
public:
    /// owner: keeps apart services that share a database, "cloud" or a core's name; must stay the same from run to run.
    DurableShadowStore(store::Writer& writer, std::string owner);

    /// Lays out the tables and gives what is kept, for ShadowService::restore(). Call once, before anything else; waits
    /// for the disk.
    store::StoreResult<std::vector<StoredShadow>> load();

    Ticket save(std::string_view thing, std::string_view shadow, std::int64_t version,
                std::string_view snapshot) override;
    Ticket bury(std::string_view thing, std::string_view shadow, std::int64_t version, std::int64_t deletedAt) override;
    Ticket drop(std::string_view thing, std::string_view shadow) override;
    bool congested() const override;

private:
    store::Writer& m_writer;
    std::shared_ptr<const std::string> m_owner; ///< shared with what waits on the writer's thread
};

} // namespace greensward::shadow
