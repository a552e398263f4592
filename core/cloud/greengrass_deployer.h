// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/greengrass_document.h"

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::cloud {

/// Brings group versions to their cores and takes them back (greengrass-and-gateway.md 3.6): Building, then InProgress
/// until the core has told how it ended. The core learns of it by the classic shadow of the pseudo thing "<core>-gda".
/// Engine thread.
class GreengrassDeployer
{
public:
    struct Parts
    {
        GroupDocument::Parts sources;
        GreengrassDeployments& deployments;
        GreengrassAuthorities& authorities;
        Random random; ///< for ids
        /// Runs later on the engine thread, never from inside the call.
        std::function<void(std::function<void()>)> post;
        /// Writes desired values into the classic shadow of a thing.
        std::function<void(const std::string& thing, const boost::json::object& desired)> desire;
        /// Whether the shadow desires that already.
        std::function<bool(const std::string& thing, const boost::json::object& desired)> desires;
    };
    explicit GreengrassDeployer(Parts parts) : m_parts(std::move(parts)) {}

    /// A group version.
    aws::ApiResult<const GroupDeployment*> deploy(const std::string& group, const std::string& version);
    /// Functions stay those versions that the earlier deployment had, wherever their aliases point now.
    aws::ApiResult<const GroupDeployment*> redeploy(const std::string& group, const std::string& deployment,
                                                    const std::string& version);
    aws::ApiResult<const GroupDeployment*> reset(const std::string& group, bool force);
    /// What the core says of it. Of a deployment that has ended nothing changes any more.
    void report(GroupDeployment& deployment, DeploymentStatus status, std::string message);
    /// After a start, and now and then: goes on with what was begun, and tells the cores that may not have heard.
    void resume();

    /// SHA-256 sums of the code that cores may still fetch.
    std::set<std::string, std::less<>> codeInUse() const;

private:
    const GroupDeployment* begin(GroupDeployment deployment, boost::json::object former);
    void build(const std::string& group, const std::string& id, const boost::json::object& former);
    void buildReset(GroupDeployment& deployment);
    void fail(GroupDeployment& deployment, std::vector<DeploymentFault> faults);
    void notify(const GroupDeployment& deployment) const;
    /// Whose shadow tells the core of it.
    std::string pseudoThing(const GroupDeployment& deployment) const;
    /// Another deployment of the group that was begun before and has not ended; null when there is none.
    GroupDeployment* runningBefore(std::string_view group, std::string_view id);
    /// ARN of another group that has this core already; empty when there is none.
    std::string otherGroupOf(const GroupDeployment& deployment, std::string_view core) const;

    Parts m_parts;
};

/// "turbine" of "arn:aws:iot:…:thing/turbine"; empty when it is no such ARN of the account.
std::string thingOf(const Account& account, std::string_view arn);

} // namespace greensward::cloud
