// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "edge/cloud_calls.h"
#include "edge/group_document.h"

#include <functional>
#include <optional>
#include <set>
#include <string>

namespace greensward::edge {

/// Asks the cloud, whenever it is reached and once a minute, which certificates of the group's devices have been taken
/// out of use since the deployment (greengrass-and-gateway U15). While the cloud is away the last answer holds. Driven
/// by run(); one thread.
class MemberWatch
{
public:
    using Ids = std::set<std::string, std::less<>>;
    struct Parts
    {
        const Clock& clock;
        CloudCalls& cloud;
        /// The certificates that must not be let in any more, by id; told when they are others than before.
        std::function<void(const Ids&)> barred;
        std::function<void(std::string)> warn;
    };
    explicit MemberWatch(Parts parts) : m_parts(std::move(parts)) {}

    /// From now on; null: nobody is asked about. What was known of another group is forgotten.
    void setGroup(const GroupDocument* group);
    void setOnline(bool online);

    void run();
    std::optional<Instant> nextDeadline() const;

private:
    void answered(const CloudAnswer& answer);
    void bar(Ids ids);

    Parts m_parts;
    const GroupDocument* m_group = nullptr;
    Ids m_barred;
    Instant m_askAt{};
    bool m_online = false;
    bool m_asking = false;
    bool m_refused = false; ///< this cloud does not answer such questions: it is not asked again
    std::uint64_t m_epoch = 0; ///< answers about an earlier group are not wanted
};

} // namespace greensward::edge
