// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Deployments of groups.
#include "cloud/services/greengrass.h"

#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

std::string GreengrassService::deploymentArn(const GroupDeployment& deployment) const
{
    return m_parts.greengrass.definitions.arnOf(
        fmt::format("/greengrass/groups/{}/deployments/{}", deployment.group, deployment.id));
}

json::object GreengrassService::described(const GroupDeployment& deployment) const
{
    return {{"DeploymentId", deployment.id}, {"DeploymentArn", deploymentArn(deployment)}};
}

GreengrassService::Answer GreengrassService::createDeployment(const ApiCall& call, GreengrassKind)
{
    const auto group = groupOf(call);
    if (!group)
        return tl::unexpected(group.error());
    const std::string type = call.text("DeploymentType").value_or("");
    const std::string version = call.text("GroupVersionId").value_or("");
    const std::string former = call.text("DeploymentId").value_or("");
    if (type != name(DeploymentType::New) && type != name(DeploymentType::Redeployment))
        return badRequest(fmt::format(
            "DeploymentType must be NewDeployment or Redeployment, not '{}'; ResetDeployments resets", type));
    if (version.empty() && (former.empty() || type == name(DeploymentType::New)))
        return badRequest(fmt::format("A {} needs a {}", type,
                                      type == name(DeploymentType::New) ? "GroupVersionId" : "DeploymentId"));
    const auto made = type == name(DeploymentType::New)
                          ? m_parts.greengrass.deployer.deploy((*group)->id, version)
                          : m_parts.greengrass.deployer.redeploy((*group)->id, former, version);
    if (!made)
        return tl::unexpected(made.error());
    return ApiAnswer{described(**made)};
}

GreengrassService::Answer GreengrassService::resetDeployments(const ApiCall& call, GreengrassKind)
{
    const auto group = groupOf(call);
    if (!group)
        return tl::unexpected(group.error());
    const auto made = m_parts.greengrass.deployer.reset((*group)->id, call.flag("Force").value_or(false));
    if (!made)
        return tl::unexpected(made.error());
    return ApiAnswer{described(**made)};
}

GreengrassService::Answer GreengrassService::listDeployments(const ApiCall& call, GreengrassKind)
{
    const auto group = groupOf(call);
    if (!group)
        return tl::unexpected(group.error());
    const auto& all = m_parts.greengrass.deployments.of((*group)->id);
    std::vector<const GroupDeployment*> newestFirst;
    for (auto one = all.rbegin(); one != all.rend(); ++one)
        newestFirst.push_back(&*one);
    return greengrassPage(call, "Deployments", newestFirst, [&](const GroupDeployment* one) {
        json::object object = described(*one);
        object["DeploymentType"] = name(one->type);
        object["GroupArn"] = m_parts.greengrass.definitions.arn(**group);
        object["CreatedAt"] = toIso8601(one->created);
        return object;
    });
}

GreengrassService::Answer GreengrassService::deploymentStatus(const ApiCall& call, GreengrassKind)
{
    const auto group = groupOf(call);
    if (!group)
        return tl::unexpected(group.error());
    const std::string& id = call.label("DeploymentId");
    const GroupDeployment* deployment = m_parts.greengrass.deployments.find((*group)->id, id);
    if (!deployment)
        return greengrassMissing(fmt::format("That deployment does not exist: {}", id));
    json::object body{{"DeploymentStatus", name(deployment->status)},
                      {"DeploymentType", name(deployment->type)},
                      {"UpdatedAt", toIso8601(deployment->updated)}};
    if (!deployment->faults.empty()) {
        const std::size_t more = deployment->faults.size() - 1;
        body["ErrorMessage"] = deployment->faults.front().message + (more ? fmt::format(" (and {} more)", more) : "");
        json::array details;
        for (const DeploymentFault& fault : deployment->faults)
            details.push_back({{"DetailedErrorCode", fault.code}, {"DetailedErrorMessage", fault.message}});
        body["ErrorDetails"] = std::move(details);
    }
    return ApiAnswer{std::move(body)};
}

} // namespace greensward::cloud
