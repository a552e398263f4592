// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "edge/cloud_calls.h"
#include "edge/core_store.h"
#include "edge/shadow_state.h"
#include "shadow/service.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::edge {

/// Keeps local shadows in step with the cloud's (greengrass-and-gateway 9.3, shadow.md 19.5): reads a shadow of the
/// cloud when it may have changed, merges it with the local one against what both were last, and writes each side that
/// lags. Versions of the two sides are unrelated. What is deleted on one side is deleted on the other, unless that one
/// has changed meanwhile. Offline it waits. Driven by run(); one thread.
class ShadowSync
{
public:
    struct Parts
    {
        const Clock& clock;
        shadow::ShadowService& local;
        CloudCalls& cloud;
        CoreStore* store = nullptr; ///< null: nothing outlives it
        /// A local shadow was written by the synchronisation: messages wait to be published.
        std::function<void()> wroteLocally;
        /// A sentence for the log.
        std::function<void(std::string)> warn;
    };
    explicit ShadowSync(Parts parts) : m_parts(std::move(parts)) {}

    /// What the store found. Before the first setThings().
    void restore(std::vector<SyncRecord> records);
    /// Whose shadows are kept in step from now on; those that are new begin with a full look at both sides.
    void setThings(const std::set<std::string>& things);
    /// Forgets what was the same: as if nothing had ever been synchronised.
    void clear();
    /// What the core has to listen to in the cloud.
    std::set<std::string> cloudFilters() const;

    /// The cloud can be reached, and what it says is heard, from now on; or not.
    void setOnline(bool online);
    /// The local shadow was written or deleted, by anybody.
    void localChanged(std::string_view thing);
    /// A message on one of cloudFilters().
    void cloudSaid(std::string_view topic, ByteView payload);

    /// Does what can be done now.
    void run();
    std::optional<Instant> nextDeadline() const;
    /// Nothing is under way or waits to be looked at.
    bool settled() const;

private:
    struct Twin
    {
        std::optional<SyncRecord> record{}; ///< nothing: never the same yet, or deleted on both sides
        std::optional<ShadowState> cloud{}; ///< as far as known; nothing: there is none
        std::int64_t cloudVersion = 0;      ///< of it
        std::int64_t heardVersion = 0;      ///< the newest that the cloud spoke of while a request was under way
        bool cloudKnown = false;
        bool dirty = true; ///< one of the sides may differ
        bool busy = false; ///< a request to the cloud is under way
        unsigned failures = 0;
        Instant notBefore{};
    };
    using Named = std::pair<const std::string, Twin>;

    void look(Named& twin);
    void fetch(Named& twin);
    void meet(Named& twin);
    void push(Named& twin, const ShadowState& to);
    void pushed(Named& twin, const ShadowState& to, const CloudAnswer& answer);
    void create(Named& twin, const ShadowState& local);
    void deleteCloud(Named& twin);
    bool writeLocal(Named& twin, const ShadowState& from, const ShadowState& to);
    void deleteLocal(Named& twin);
    void remember(Named& twin);
    void forget(Named& twin);
    std::optional<ShadowState> localState(const std::string& thing) const;
    /// The request came back; what it was for when it is still wanted. Null when the thing is gone.
    Named* finished(const std::string& thing);
    void failed(Named& twin, const CloudAnswer& answer, std::string_view what);

    Parts m_parts;
    bool m_online = false;
    std::map<std::string, Twin, std::less<>> m_twins;
    std::map<std::string, SyncRecord, std::less<>> m_idle; ///< of shadows that are not kept in step at the moment
    std::size_t m_requests = 0;                            ///< under way
    std::uint64_t m_epoch = 0;                             ///< answers of an earlier one are not wanted any more
};

} // namespace greensward::edge
