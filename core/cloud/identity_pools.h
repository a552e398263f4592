// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/api_error.h"
#include "aws/credentials.h"
#include "base/clock.h"
#include "cloud/account.h"
#include "cloud/item_store.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::cloud {

struct IdentityPool
{
    using Texts = std::map<std::string, std::string, std::less<>>;

    std::string id; ///< "us-east-1:UUID"
    std::string name;
    bool allowsUnauthenticated = false;
    bool allowsClassicFlow = false;
    Texts loginProviders{};          ///< outside ones, by name: their application id
    std::string developerProvider{}; ///< of one's own backend; empty: none
    Texts roles{};                   ///< "unauthenticated", "authenticated": ARNs
};

struct PoolIdentity
{
    std::string id; ///< "us-east-1:UUID"
    std::string pool;
    IdentityPool::Texts logins{}; ///< provider: user; empty: a guest
    WallTime created{};
    WallTime modified{};
};

/// Cognito's identity pools and the identities that were given out (wire-protocols.md 5.16). Kept in the workspace.
/// Engine thread.
class IdentityPools
{
public:
    static constexpr std::size_t kMostPools = 1000;
    /// Anybody may ask for an identity: beyond these the oldest guests are forgotten.
    static constexpr std::size_t kMostIdentities = 10'000;

    template<typename T>
    using ById = std::map<std::string, T, std::less<>>;

    struct Parts
    {
        const Account& account;
        const Clock& clock;
        ItemStore& store;
        aws::OctetSource octets;
    };
    explicit IdentityPools(Parts parts) : m_parts(std::move(parts)) {}
    store::StoreResult<void> load();

    aws::ApiResult<const IdentityPool*> create(IdentityPool pool);
    aws::ApiResult<const IdentityPool*> pool(std::string_view id) const;
    const ById<IdentityPool>& pools() const { return m_pools; }
    /// All but the roles.
    aws::ApiResult<const IdentityPool*> update(IdentityPool pool);
    aws::ApiResult<void> setRoles(std::string_view id, IdentityPool::Texts roles);
    /// Its identities go, too.
    aws::ApiResult<void> remove(std::string_view id);

    const PoolIdentity& makeIdentity(const IdentityPool& pool, IdentityPool::Texts logins);
    aws::ApiResult<const PoolIdentity*> identity(std::string_view id) const;
    /// Null when nobody signed in as that user yet.
    const PoolIdentity* identityOf(std::string_view pool, std::string_view provider, std::string_view user) const;
    void addLogin(std::string_view identity, const std::string& provider, const std::string& user);
    std::vector<const PoolIdentity*> identitiesOf(std::string_view pool) const;
    std::string arn(std::string_view poolId) const;

private:
    std::string newId() const;
    void keep(const IdentityPool& pool);
    void keep(const PoolIdentity& identity);
    void forgetOldestGuest();

    Parts m_parts;
    ById<IdentityPool> m_pools;
    ById<PoolIdentity> m_identities;
};

} // namespace greensward::cloud
