// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "edge/group_document.h"
#include "edge/route_end.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::edge {

/// A row of the group's subscription table: from source to target, never back.
struct Route
{
    std::string id{};
    RouteEnd source{};
    std::string subject{}; ///< a topic filter; "#" where the group says nothing
    RouteEnd target{};
};

/// Who may speak to whom, about what (greengrass-and-gateway 8). Ends are single and explicit, subjects may have
/// wildcards; "a/#" does not match "a", and what begins with "$" is matched only by a subject that does. Immutable.
class RouteTable
{
public:
    static constexpr std::size_t kMostCloudSubjects = 50; ///< with source cloud: what one connection may subscribe to

    RouteTable() = default;
    /// The error names the first row that cannot be: an end that is not of the group, a malformed subject, from cloud
    /// to cloud, too much of something.
    static Result<RouteTable> of(const GroupDocument& group);

    /// The routes that lead on, in the order of the table; each target once, by the first that leads there.
    std::vector<const Route*> from(const RouteEnd& source, std::string_view topic) const;
    /// The route that leads from there to there; null when none does.
    const Route* between(const RouteEnd& source, std::string_view topic, const RouteEnd& target) const;

    /// Why from() finds nothing: a sentence about the row that comes nearest.
    std::string whyNone(const RouteEnd& source, std::string_view topic) const;
    /// The row that whyNone() speaks of; null when there is none.
    const Route* nearest(const RouteEnd& source, std::string_view topic) const;
    /// Why between() finds nothing.
    std::string whyNotTo(const RouteEnd& source, std::string_view topic, const RouteEnd& target) const;

    /// What the core has to subscribe to in the cloud, each once.
    std::vector<std::string> cloudSubjects() const;
    /// First levels of the subjects that begin with "$": "$aws".
    std::vector<std::string> systemTrees() const;
    /// What may go round in circles, a sentence each: for a log at deployment.
    std::vector<std::string> circles() const;

    const std::vector<Route>& routes() const { return m_routes; }

private:
    Result<void> add(const GroupDocument& group, const GroupSubscription& row);
    struct Miss
    {
        const Route* route = nullptr;
        std::string why{};
    };
    Miss nearMiss(const RouteEnd& source, std::string_view topic, const std::vector<const Route*>& rows) const;
    std::vector<const Route*> beginningAt(const RouteEnd& source) const;

    std::vector<Route> m_routes;
    std::map<RouteEnd, std::vector<std::size_t>> m_bySource; ///< indices, in the table's order
};

} // namespace greensward::edge
