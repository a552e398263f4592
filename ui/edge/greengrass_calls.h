// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api.h"

#include <boost/json/object.hpp>

#include <string>
#include <string_view>
#include <vector>

/// The operations behind a Greengrass group as calls of an account (greengrass-and-gateway.md 3.4).
namespace greensward::ui::greengrass {

/// A kind of definition: "devices" in paths, "DeviceDefinitionVersionArn" in a group version, "Devices" in its own.
struct Kind
{
    const char* path;
    const char* versionArn;
    const char* list;
};
inline constexpr Kind kCores{"cores", "CoreDefinitionVersionArn", "Cores"};
inline constexpr Kind kDevices{"devices", "DeviceDefinitionVersionArn", "Devices"};
inline constexpr Kind kFunctions{"functions", "FunctionDefinitionVersionArn", "Functions"};
inline constexpr Kind kSubscriptions{"subscriptions", "SubscriptionDefinitionVersionArn", "Subscriptions"};

client::Call listGroups();
client::Call createGroup(const std::string& name, const boost::json::object& firstVersion);
client::Call getGroup(const std::string& id);
client::Call deleteGroup(const std::string& id);
client::Call getGroupVersion(const std::string& id, const std::string& version);
client::Call createGroupVersion(const std::string& id, const boost::json::object& version);
/// What an ARN of Greengrass names: a definition version, say.
client::Call get(const std::string& arn);
client::Call createDefinition(const Kind& kind, const std::string& name, const boost::json::object& firstVersion);
/// versionArn: any version of the definition that gets another one.
client::Call createDefinitionVersion(const std::string& versionArn, const boost::json::object& version);
client::Call deleteDefinition(const std::string& versionArn);

client::Call listDeployments(const std::string& group);
client::Call createDeployment(const std::string& group, const std::string& version);
client::Call deploymentStatus(const std::string& group, const std::string& deployment);
client::Call resetDeployments(const std::string& group, bool force);

client::Call getRole(const std::string& group);
client::Call associateRole(const std::string& group, const std::string& role);
client::Call getServiceRole();
client::Call associateServiceRole(const std::string& role);

client::Call listAuthorities(const std::string& group);
client::Call getAuthority(const std::string& group, const std::string& authority);
/// A new authority takes the place of the one before: devices must discover again.
client::Call createAuthority(const std::string& group);
client::Call certificateLife(const std::string& group);
client::Call setCertificateLife(const std::string& group, int days);

client::Call getAddresses(const std::string& thing);
client::Call setAddresses(const std::string& thing, const boost::json::array& addresses);

// Of other services: what a group needs of them.
client::Call listThings();
client::Call describeThing(const std::string& thing);
client::Call listPrincipals(const std::string& thing);
client::Call getShadow(const std::string& thing);
client::Call listFunctions();
client::Call listVersions(const std::string& function);
client::Call listAliases(const std::string& function);

/// Roles that Greengrass may assume.
inline constexpr const char* kServiceRole = "Greengrass_ServiceRole";
inline constexpr const char* kServicePolicy =
    "arn:aws:iam::aws:policy/service-role/AWSGreengrassResourceAccessRolePolicy";
inline constexpr const char* kGroupRole = "Greengrass_GroupRole";
client::Call getIamRole(const std::string& name);
client::Call createIamRole(const std::string& name);
client::Call attachPolicy(const std::string& role, const std::string& policyArn);
/// Of the answer to either of the first two; empty when there is none in it.
std::string roleArn(const client::Answer& answer);

// What stands in answers.
std::string text(const boost::json::object& object, std::string_view member);
bool flag(const boost::json::object& object, std::string_view member);
/// The objects of a list; other members are passed over.
std::vector<boost::json::object> objects(const boost::json::object& object, std::string_view member);
/// "…:thing/pump" → "pump"; of any ARN, what stands behind the last slash.
std::string nameOf(const std::string& arn);

} // namespace greensward::ui::greengrass
