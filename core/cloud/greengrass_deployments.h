// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "cloud/item_store.h"

#include <boost/json/object.hpp>

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::cloud {

enum class DeploymentType : std::uint8_t { New, Redeployment, Reset, ForceReset };
enum class DeploymentStatus : std::uint8_t { Building, InProgress, Success, Failure };
/// "NewDeployment", "InProgress".
std::string_view name(DeploymentType type);
std::string_view name(DeploymentStatus status);

/// Why a deployment failed: a sentence, and a code for programs.
struct DeploymentFault
{
    std::string code;
    std::string message;
};

struct GroupDeployment
{
    std::string id{}; ///< a UUID
    std::string group{};
    DeploymentType type = DeploymentType::New;
    DeploymentStatus status = DeploymentStatus::Building;
    WallTime created{};
    WallTime updated{};
    std::string version{};          ///< of the group; empty for a reset
    std::string core{};             ///< ARN of the thing; empty until it is built
    bool shipped = false;           ///< the core was told of it
    bool coreDone = false;          ///< the core has told how it ended
    boost::json::object resolved{}; ///< which numbered function stood for each as it is defined
    boost::json::object document{}; ///< what the core fetches; empty for resets and as soon as nobody needs it any more
    std::vector<DeploymentFault> faults{};

    bool isReset() const { return type == DeploymentType::Reset || type == DeploymentType::ForceReset; }
    bool runs() const { return status == DeploymentStatus::Building || status == DeploymentStatus::InProgress; }
};

/// The deployments of all groups, as records (greengrass-and-gateway.md 3.6). Kept in the workspace. Engine thread.
class GreengrassDeployments
{
public:
    /// Of a group; beyond it the oldest are forgotten.
    static constexpr std::size_t kMost = 200;
    using OfGroup = std::deque<GroupDeployment>;

    struct Parts
    {
        const Clock& clock;
        ItemStore& store;
        /// Its state is another one now; gone: it is forgotten.
        std::function<void(const GroupDeployment&, bool gone)> told{};
    };
    explicit GreengrassDeployments(Parts parts) : m_parts(std::move(parts)) {}
    store::StoreResult<void> load();

    GroupDeployment& add(GroupDeployment deployment);
    /// Stamps and keeps.
    void changed(GroupDeployment& deployment);
    /// Null when there is none.
    GroupDeployment* find(std::string_view group, std::string_view id);
    const GroupDeployment* find(std::string_view group, std::string_view id) const;
    /// Oldest first.
    const OfGroup& of(std::string_view group) const;
    const std::map<std::string, OfGroup, std::less<>>& all() const { return m_groups; }

    /// What the group's core runs, or is to run as soon as it has heard of it; null: nothing.
    const GroupDeployment* current(std::string_view group) const;
    /// The last that reached its core since the last reset, whatever became of it; null: none, so that there is nothing
    /// to reset.
    const GroupDeployment* lastShipped(std::string_view group) const;
    /// Says again of every group what counts now: after a start, to those who have heard nothing yet.
    void tell() const;
    /// Older ones of its group will not be fetched again.
    void outdate(const GroupDeployment& by);
    /// The group is gone. A reset that the core has not heard of stays.
    void forget(std::string_view group);
    void forgetIfDone(std::string_view group, std::string_view id);

private:
    void keep(const GroupDeployment& deployment);
    void drop(const GroupDeployment& deployment);

    Parts m_parts;
    std::int64_t m_lastNumber = 0;
    std::map<std::string, OfGroup, std::less<>> m_groups;
    std::map<std::string, std::int64_t, std::less<>> m_numbers; ///< by id: their order
};

} // namespace greensward::cloud
