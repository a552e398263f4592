// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/greengrass.h"

#include "cloud/greengrass_evidence.h"
#include "trace/finding.h"

namespace greensward::cloud {

Greengrass::Greengrass(const Parts& parts)
    : definitions({parts.account, parts.clock, parts.store, parts.random()})
    , authorities({parts.clock, parts.store})
    , roles({parts.clock, parts.store, parts.iam})
    , connectivity({parts.store, parts.random()})
    , deployments({parts.clock, parts.store, [this](const GroupDeployment& one, bool gone) { note(one, gone); }})
    , deployer({.sources = {.account = parts.account,
                            .definitions = definitions,
                            .authorities = authorities,
                            .roles = roles,
                            .things = parts.things,
                            .certificates = parts.certificates,
                            .functions = parts.functions},
                .deployments = deployments,
                .authorities = authorities,
                .random = parts.random(),
                .post = parts.post,
                .desire = parts.desire,
                .desires = parts.desires})
    , m_account(parts.account)
    , m_recorder(parts.recorder)
{
    parts.functions.keepAlso([this] { return deployer.codeInUse(); });
}

store::StoreResult<void> Greengrass::load()
{
    if (auto loaded = definitions.load(); !loaded)
        return loaded;
    if (auto loaded = authorities.load(); !loaded)
        return loaded;
    if (auto loaded = roles.load(); !loaded)
        return loaded;
    if (auto loaded = connectivity.load(); !loaded)
        return loaded;
    return deployments.load();
}

void Greengrass::removeGroup(const std::string& id)
{
    deployments.forget(id);
    roles.dissociate(id);
    authorities.forget(id);
}

/// Deployments are few: each change is told, so that somebody can notice that no more come.
void Greengrass::note(const GroupDeployment& deployment, bool gone) const
{
    if (!m_recorder)
        return;
    const auto group = definitions.find(GreengrassKind::Groups, deployment.group);
    const std::string evidence =
        deploymentEvidence(deployment, group ? std::string_view((*group)->name) : std::string_view(), m_account, gone);
    m_recorder->record({.kind = trace::Kind::Evidence,
                        .extra = static_cast<std::int64_t>(trace::Finding::Deployment),
                        .subject = thingOf(m_account, deployment.core),
                        .object = deployment.group,
                        .detail = name(deployment.status),
                        .payload = asBytes(evidence)});
}

} // namespace greensward::cloud
