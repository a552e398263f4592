// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/greengrass_deployer.h"

#include "cloud/item_json.h"
#include "cloud/uuid.h"

#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::string_view kPseudoThing = "-gda";

json::object notification(const GroupDeployment& deployment)
{
    // A core does the same for both kinds of reset.
    const DeploymentType type = deployment.isReset() ? DeploymentType::Reset : deployment.type;
    return {{"groupId", deployment.group}, {"deploymentId", deployment.id}, {"deploymentType", name(type)}};
}

} // namespace

std::string thingOf(const Account& account, std::string_view arn)
{
    const std::string prefix = account.iotArn("thing", "");
    return arn.starts_with(prefix) ? std::string(arn.substr(prefix.size())) : std::string();
}

// --- asked for -----------------------------------------------------------------------------------------------------

aws::ApiResult<const GroupDeployment*> GreengrassDeployer::deploy(const std::string& group, const std::string& version)
{
    const auto known = m_parts.sources.definitions.version(GreengrassKind::Groups, group, version);
    if (!known)
        return tl::unexpected(known.error());
    return begin({.group = group, .type = DeploymentType::New, .version = version}, {});
}

aws::ApiResult<const GroupDeployment*>
GreengrassDeployer::redeploy(const std::string& group, const std::string& deployment, const std::string& version)
{
    const GroupDeployment* former = nullptr;
    for (const GroupDeployment& one : m_parts.deployments.of(group))
        if (!one.isReset() && (deployment.empty() ? one.version == version : one.id == deployment))
            former = &one;
    if (!former)
        return badRequest(
            fmt::format("A Redeployment names an earlier deployment of the group, or the group version of one: "
                        "there is none for {}",
                        deployment.empty() ? version : deployment));
    return begin({.group = group, .type = DeploymentType::Redeployment, .version = former->version}, former->resolved);
}

aws::ApiResult<const GroupDeployment*> GreengrassDeployer::reset(const std::string& group, bool force)
{
    if (GroupDeployment* running = runningBefore(group, {})) {
        if (!force)
            return badRequest(
                fmt::format("The deployment {} of the group is {}: a group is reset when it has ended, or with "
                            "Force",
                            running->id, name(running->status)));
        fail(*running, {{"GG-RESET", "A forced reset of the group came before its end"}});
    }
    return begin({.group = group, .type = force ? DeploymentType::ForceReset : DeploymentType::Reset}, {});
}

const GroupDeployment* GreengrassDeployer::begin(GroupDeployment deployment, json::object former)
{
    deployment.id = uuid(m_parts.random);
    deployment.resolved = former; // so that it is not lost before it is built
    const GroupDeployment& made = m_parts.deployments.add(std::move(deployment));
    m_parts.post([this, group = made.group, id = made.id, former = std::move(former)] { build(group, id, former); });
    return &made;
}

void GreengrassDeployer::resume()
{
    for (const auto& [group, deployments] : m_parts.deployments.all()) {
        const GroupDeployment* shipped = nullptr;
        for (const GroupDeployment& one : deployments) {
            if (one.status == DeploymentStatus::Building)
                m_parts.post([this, of = one.group, id = one.id, former = one.resolved] { build(of, id, former); });
            if (one.shipped)
                shipped = &one;
        }
        const bool unheard = shipped && (shipped->status == DeploymentStatus::InProgress ||
                                         (shipped->type == DeploymentType::ForceReset && !shipped->coreDone));
        if (unheard && !m_parts.desires(pseudoThing(*shipped), notification(*shipped)))
            notify(*shipped);
    }
}

// --- built ---------------------------------------------------------------------------------------------------------

void GreengrassDeployer::build(const std::string& group, const std::string& id, const json::object& former)
{
    GroupDeployment* deployment = m_parts.deployments.find(group, id);
    if (!deployment || deployment->status != DeploymentStatus::Building)
        return; // the group was deleted, or reset with force
    if (deployment->isReset())
        return buildReset(*deployment);
    if (const GroupDeployment* running = runningBefore(group, id))
        return fail(*deployment,
                    {{"GG-CONCURRENT", fmt::format("Another deployment of the group has not ended: {} is {}",
                                                   running->id, name(running->status))}});
    GroupDocument document(m_parts.sources);
    json::object built = document.build(*deployment, former);
    std::vector<DeploymentFault> faults = document.faults();
    if (const std::string other = otherGroupOf(*deployment, document.core()); !other.empty())
        faults.push_back(
            {"GG-CORE", fmt::format("The core {} is the core of another group already: {}", document.core(), other)});
    deployment->resolved = document.resolved();
    if (!faults.empty())
        return fail(*deployment, std::move(faults));
    deployment->core = document.core();
    deployment->document = std::move(built);
    deployment->status = DeploymentStatus::InProgress;
    deployment->shipped = true;
    m_parts.deployments.changed(*deployment);
    notify(*deployment);
}

void GreengrassDeployer::buildReset(GroupDeployment& deployment)
{
    const GroupDeployment* last = m_parts.deployments.lastShipped(deployment.group);
    deployment.core = last ? last->core : std::string();
    deployment.shipped = last != nullptr;
    // Nothing at any core: nothing to wait for.
    const bool waits = last && deployment.type == DeploymentType::Reset;
    deployment.status = waits ? DeploymentStatus::InProgress : DeploymentStatus::Success;
    m_parts.deployments.changed(deployment);
    if (!waits)
        m_parts.deployments.outdate(deployment);
    if (last)
        notify(deployment);
}

void GreengrassDeployer::fail(GroupDeployment& deployment, std::vector<DeploymentFault> faults)
{
    deployment.faults = std::move(faults);
    deployment.status = DeploymentStatus::Failure;
    deployment.document.clear();
    m_parts.deployments.changed(deployment);
}

std::string GreengrassDeployer::pseudoThing(const GroupDeployment& deployment) const
{
    return thingOf(m_parts.sources.account, deployment.core) + std::string(kPseudoThing);
}

void GreengrassDeployer::notify(const GroupDeployment& deployment) const
{
    m_parts.desire(pseudoThing(deployment), notification(deployment));
}

// --- told ----------------------------------------------------------------------------------------------------------

void GreengrassDeployer::report(GroupDeployment& deployment, DeploymentStatus status, std::string message)
{
    const bool ended = status == DeploymentStatus::Success || status == DeploymentStatus::Failure;
    if (deployment.type == DeploymentType::ForceReset && status == DeploymentStatus::Success && !deployment.coreDone) {
        deployment.coreDone = true;
        m_parts.deployments.changed(deployment);
        return;
    }
    if (deployment.status != DeploymentStatus::InProgress)
        return;
    deployment.coreDone = ended;
    if (status == DeploymentStatus::Failure)
        return fail(deployment,
                    {{"GG-CORE-FAILED", message.empty() ? "The core could not apply the deployment" : message}});
    deployment.status = status;
    m_parts.deployments.changed(deployment);
    if (status != DeploymentStatus::Success)
        return;
    m_parts.deployments.outdate(deployment);
    if (const json::value* authorities = deployment.document.if_contains("CertificateAuthorities");
        authorities && authorities->is_array() && !authorities->get_array().empty())
        m_parts.authorities.settled(deployment.group, ItemReader(authorities->get_array().front()).text("Id"));
}

// --- found ---------------------------------------------------------------------------------------------------------

GroupDeployment* GreengrassDeployer::runningBefore(std::string_view group, std::string_view id)
{
    for (const GroupDeployment& one : m_parts.deployments.of(group)) {
        if (one.id == id)
            break;
        if (one.runs())
            return m_parts.deployments.find(group, one.id);
    }
    return nullptr;
}

std::string GreengrassDeployer::otherGroupOf(const GroupDeployment& deployment, std::string_view core) const
{
    for (const auto& [group, all] : m_parts.deployments.all())
        if (const GroupDeployment* current = m_parts.deployments.current(group);
            current && group != deployment.group && !core.empty() && current->core == core)
            return m_parts.sources.definitions.arnOf("/greengrass/groups/" + group);
    return {};
}

std::set<std::string, std::less<>> GreengrassDeployer::codeInUse() const
{
    std::set<std::string, std::less<>> used;
    for (const auto& [group, all] : m_parts.deployments.all())
        for (const GroupDeployment& one : all) {
            const json::value* functions = one.document.if_contains("Functions");
            if (!functions)
                continue;
            for (const json::value& function : functions->get_array())
                if (const json::object* code = ItemReader(function).object("Code"))
                    used.emplace(code->at("CodeSha256").get_string());
        }
    return used;
}

} // namespace greensward::cloud
