// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/certificates.h"
#include "cloud/functions.h"
#include "cloud/greengrass_authorities.h"
#include "cloud/greengrass_definitions.h"
#include "cloud/greengrass_deployments.h"
#include "cloud/greengrass_roles.h"
#include "cloud/things.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::cloud {

/// Puts a group version together into the document that its core fetches, and looks whether all of it fits
/// (greengrass-and-gateway.md 3.6, 8.1, 10.11, 14). Made for one deployment, while nothing changes. Engine thread.
class GroupDocument
{
public:
    struct Parts
    {
        const Account& account;
        const GreengrassDefinitions& definitions;
        const GreengrassAuthorities& authorities;
        const GreengrassRoles& roles;
        const Things& things;
        const Certificates& certificates;
        Functions& functions;
    };
    explicit GroupDocument(const Parts& parts) : m_parts(parts) {}

    /// The document, complete when faults() is empty. former: which function versions an earlier deployment had.
    boost::json::object build(const GroupDeployment& deployment, const boost::json::object& former);
    const std::vector<DeploymentFault>& faults() const { return m_faults; }
    /// ARN of the core's thing; empty when there is none.
    const std::string& core() const { return m_core; }
    /// The numbered function for each as it is defined.
    const boost::json::object& resolved() const { return m_resolved; }

private:
    void fault(std::string_view code, std::string message)
    {
        m_faults.push_back({std::string(code), std::move(message)});
    }
    /// The entries of a kind; empty when the group version has none. Complains about ids that are there twice.
    boost::json::array entries(GreengrassKind kind, const boost::json::object& version, std::size_t most);
    const boost::json::object* definitionVersion(GreengrassKind kind, const boost::json::object& version) const;

    void checkServiceRole();
    boost::json::object coreFrom(const boost::json::array& cores);
    boost::json::array devicesFrom(boost::json::array devices);
    void checkIdentity(const boost::json::object& entry, std::string_view what);
    // greengrass_document_functions.cpp
    boost::json::array resourcesFrom(boost::json::array resources);
    boost::json::array functionsFrom(const boost::json::array& functions, const boost::json::object& former);
    void resolve(boost::json::object& function, const boost::json::object& former);
    void configure(boost::json::object& function);
    void checkAccess(const boost::json::object& function, bool contained);
    // greengrass_document_routes.cpp
    boost::json::array subscriptionsFrom(const boost::json::array& subscriptions);
    void checkSubject(const boost::json::object& subscription);
    void checkEnd(const boost::json::object& subscription, std::string_view end);
    void checkConnectors(const boost::json::array& connectors);

    Parts m_parts;
    std::vector<DeploymentFault> m_faults;
    std::string m_core;
    boost::json::object m_resolved;
    const IamRole* m_serviceRole = nullptr;
    std::string m_defaultIsolation;
    std::set<std::string, std::less<>> m_members;         ///< what subscriptions may name
    std::map<std::string, bool, std::less<>> m_resources; ///< by id: whether it needs a container
};

} // namespace greensward::cloud
