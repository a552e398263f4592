// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/identity_pools.h"

#include "cloud/item_json.h"

#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::string_view kPools = "cognito-pools";
constexpr std::string_view kIdentities = "cognito-identities";

json::object textsToObject(const IdentityPool::Texts& texts)
{
    json::object object;
    for (const auto& [key, text] : texts)
        object[key] = text;
    return object;
}

IdentityPool::Texts textsFrom(const json::object* object)
{
    IdentityPool::Texts texts;
    if (object)
        for (const auto& pair : *object)
            if (pair.value().is_string())
                texts.emplace(pair.key(), pair.value().get_string());
    return texts;
}

aws::ApiError noSuchPool(std::string_view id)
{
    return {
        .code = "ResourceNotFoundException", .status = 400, .message = fmt::format("IdentityPool '{}' not found.", id)};
}

} // namespace

store::StoreResult<void> IdentityPools::load()
{
    auto pools = m_parts.store.load(kPools);
    auto identities = m_parts.store.load(kIdentities);
    for (const auto* read : {&pools, &identities})
        if (!*read)
            return tl::unexpected(read->error());
    for (const StoredItem& item : *pools) {
        const ItemReader read(item.value);
        m_pools[item.key] = {.id = item.key,
                             .name = read.text("name"),
                             .allowsUnauthenticated = read.flag("unauthenticated"),
                             .allowsClassicFlow = read.flag("classic"),
                             .loginProviders = textsFrom(read.object("providers")),
                             .developerProvider = read.text("developer"),
                             .roles = textsFrom(read.object("roles"))};
    }
    for (const StoredItem& item : *identities) {
        const ItemReader read(item.value);
        m_identities[item.key] = {.id = item.key,
                                  .pool = read.text("pool"),
                                  .logins = textsFrom(read.object("logins")),
                                  .created = read.time("created"),
                                  .modified = read.time("modified")};
    }
    return {};
}

void IdentityPools::keep(const IdentityPool& pool)
{
    m_parts.store.put(kPools, pool.id,
                      json::object{{"name", pool.name},
                                   {"unauthenticated", pool.allowsUnauthenticated},
                                   {"classic", pool.allowsClassicFlow},
                                   {"providers", textsToObject(pool.loginProviders)},
                                   {"developer", pool.developerProvider},
                                   {"roles", textsToObject(pool.roles)}});
}

void IdentityPools::keep(const PoolIdentity& identity)
{
    m_parts.store.put(kIdentities, identity.id,
                      json::object{{"pool", identity.pool},
                                   {"logins", textsToObject(identity.logins)},
                                   {"created", timeToItem(identity.created)},
                                   {"modified", timeToItem(identity.modified)}});
}

std::string IdentityPools::newId() const
{
    return m_parts.account.region + ":" + aws::makeUuid(m_parts.octets);
}

std::string IdentityPools::arn(std::string_view poolId) const
{
    return fmt::format("arn:aws:cognito-identity:{}:{}:identitypool/{}", m_parts.account.region, m_parts.account.id,
                       poolId);
}

// --- pools ---------------------------------------------------------------------------------------------------------

aws::ApiResult<const IdentityPool*> IdentityPools::create(IdentityPool pool)
{
    if (m_pools.size() >= kMostPools)
        return aws::apiFailure("LimitExceededException", 400,
                               fmt::format("The limit of {} identity pools was reached", kMostPools));
    pool.id = newId();
    IdentityPool& made = m_pools[pool.id] = std::move(pool);
    keep(made);
    return &made;
}

aws::ApiResult<const IdentityPool*> IdentityPools::pool(std::string_view id) const
{
    const auto found = m_pools.find(id);
    if (found == m_pools.end())
        return tl::unexpected(noSuchPool(id));
    return &found->second;
}

aws::ApiResult<const IdentityPool*> IdentityPools::update(IdentityPool pool)
{
    const auto found = m_pools.find(pool.id);
    if (found == m_pools.end())
        return tl::unexpected(noSuchPool(pool.id));
    pool.roles = std::move(found->second.roles);
    found->second = std::move(pool);
    keep(found->second);
    return &found->second;
}

aws::ApiResult<void> IdentityPools::setRoles(std::string_view id, IdentityPool::Texts roles)
{
    const auto found = m_pools.find(id);
    if (found == m_pools.end())
        return tl::unexpected(noSuchPool(id));
    found->second.roles = std::move(roles);
    keep(found->second);
    return {};
}

aws::ApiResult<void> IdentityPools::remove(std::string_view id)
{
    const auto found = m_pools.find(id);
    if (found == m_pools.end())
        return tl::unexpected(noSuchPool(id));
    for (const PoolIdentity* identity : identitiesOf(id))
        m_parts.store.drop(kIdentities, identity->id);
    std::erase_if(m_identities, [&](const auto& pair) { return pair.second.pool == id; });
    m_parts.store.drop(kPools, id);
    m_pools.erase(found);
    return {};
}

// --- identities ----------------------------------------------------------------------------------------------------

void IdentityPools::forgetOldestGuest()
{
    auto oldest = m_identities.end();
    for (auto at = m_identities.begin(); at != m_identities.end(); ++at)
        if (at->second.logins.empty() &&
            (oldest == m_identities.end() || at->second.modified < oldest->second.modified))
            oldest = at;
    if (oldest == m_identities.end())
        return;
    m_parts.store.drop(kIdentities, oldest->first);
    m_identities.erase(oldest);
}

const PoolIdentity& IdentityPools::makeIdentity(const IdentityPool& pool, IdentityPool::Texts logins)
{
    if (m_identities.size() >= kMostIdentities)
        forgetOldestGuest();
    const WallTime now = m_parts.clock.wall();
    const std::string id = newId();
    PoolIdentity& made = m_identities[id] =
        PoolIdentity{.id = id, .pool = pool.id, .logins = std::move(logins), .created = now, .modified = now};
    keep(made);
    return made;
}

aws::ApiResult<const PoolIdentity*> IdentityPools::identity(std::string_view id) const
{
    const auto found = m_identities.find(id);
    if (found == m_identities.end())
        return aws::apiFailure("ResourceNotFoundException", 400, fmt::format("Identity '{}' not found.", id));
    return &found->second;
}

const PoolIdentity* IdentityPools::identityOf(std::string_view pool, std::string_view provider,
                                              std::string_view user) const
{
    for (const auto& [id, identity] : m_identities) {
        const auto login = identity.logins.find(provider);
        if (identity.pool == pool && login != identity.logins.end() && login->second == user)
            return &identity;
    }
    return nullptr;
}

void IdentityPools::addLogin(std::string_view id, const std::string& provider, const std::string& user)
{
    const auto found = m_identities.find(id);
    if (found == m_identities.end())
        return;
    found->second.logins[provider] = user;
    found->second.modified = m_parts.clock.wall();
    keep(found->second);
}

std::vector<const PoolIdentity*> IdentityPools::identitiesOf(std::string_view pool) const
{
    std::vector<const PoolIdentity*> found;
    for (const auto& [id, identity] : m_identities)
        if (identity.pool == pool)
            found.push_back(&identity);
    return found;
}

} // namespace greensward::cloud
