// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/greengrass.h"

namespace greensward::cloud {

Greengrass::Greengrass(const Parts& parts)
    : definitions({parts.account, parts.clock, parts.store, parts.random()})
    , authorities({parts.clock, parts.store})
    , roles({parts.clock, parts.store, parts.iam})
    , connectivity({parts.store, parts.random()})
    , deployments({parts.clock, parts.store})
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

} // namespace greensward::cloud
