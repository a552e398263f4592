// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/greengrass_connectivity.h"
#include "cloud/greengrass_deployer.h"
#include "trace/recorder.h"

#include <functional>
#include <string>

namespace greensward::cloud {

/// Everything the account has of Greengrass: one member each, in the order in which they need each other. Engine
/// thread.
class Greengrass
{
public:
    struct Parts
    {
        const Account& account;
        const Clock& clock;
        ItemStore& store;
        const Iam& iam;
        const Things& things;
        const Certificates& certificates;
        Functions& functions;
        std::function<Random()> random; ///< makes one
        std::function<void(std::function<void()>)> post;
        std::function<void(const std::string& thing, const boost::json::object& desired)> desire;
        std::function<bool(const std::string& thing, const boost::json::object& desired)> desires;
        trace::Recorder* recorder = nullptr; ///< null: nobody wants to know of deployments
    };
    explicit Greengrass(const Parts& parts);
    store::StoreResult<void> load();
    /// The group is gone, and what hung on it.
    void removeGroup(const std::string& id);

    GreengrassDefinitions definitions;
    GreengrassAuthorities authorities;
    GreengrassRoles roles;
    GreengrassConnectivity connectivity;
    GreengrassDeployments deployments;
    GreengrassDeployer deployer;

private:
    void note(const GroupDeployment& deployment, bool gone) const;

    const Account& m_account;
    trace::Recorder* m_recorder;
};

} // namespace greensward::cloud
