// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pools and their roles, and what is known of identities.
#include "cloud/services/cognito_identity.h"

#include "aws/page_token.h"
#include "cloud/services/iot_checks.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <cctype>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::size_t kLongestId = 55;
constexpr std::size_t kLongestName = 128;

json::object describe(const IdentityPool& pool)
{
    json::object shown{{"IdentityPoolId", pool.id},
                       {"IdentityPoolName", pool.name},
                       {"AllowUnauthenticatedIdentities", pool.allowsUnauthenticated},
                       {"AllowClassicFlow", pool.allowsClassicFlow},
                       {"IdentityPoolTags", json::object()}};
    if (!pool.loginProviders.empty()) {
        json::object& providers = (shown["SupportedLoginProviders"] = json::object()).get_object();
        for (const auto& [provider, application] : pool.loginProviders)
            providers[provider] = application;
    }
    if (!pool.developerProvider.empty())
        shown["DeveloperProviderName"] = pool.developerProvider;
    return shown;
}

json::object describe(const PoolIdentity& identity)
{
    json::array logins;
    for (const auto& [provider, user] : identity.logins)
        logins.emplace_back(provider);
    return {{"IdentityId", identity.id},
            {"Logins", std::move(logins)},
            {"CreationDate", epoch(identity.created)},
            {"LastModifiedDate", epoch(identity.modified)}};
}

/// [\w\s+=,.@-]+
bool isPoolName(std::string_view name)
{
    return std::all_of(name.begin(), name.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) ||
               std::string_view("_ \t+=,.@-").find(c) != std::string_view::npos;
    });
}

IdentityPool::Texts textsOf(const json::object* object)
{
    IdentityPool::Texts texts;
    if (object)
        for (const auto& pair : *object)
            if (pair.value().is_string())
                texts.emplace(pair.key(), pair.value().get_string());
    return texts;
}

/// A page of at most MaxResults, which must be given: 1 to 60.
template<typename Items, typename Describe>
aws::ApiResult<json::object> page(const ServiceInput& input, std::string_view list, std::string_view member,
                                  const Items& items, Describe describe)
{
    const auto most = input.number("MaxResults", 1, 60);
    if (!most)
        return tl::unexpected(most.error());
    if (!*most)
        return input.invalid("1 validation error detected: Value null at 'maxResults' failed to satisfy constraint: "
                             "Member must not be null");
    std::size_t at = 0;
    if (const auto token = input.text("NextToken")) {
        const auto offset = aws::pageOffset(list, *token);
        if (!offset)
            return input.invalid("Invalid pagination token.");
        at = *offset;
    }
    const std::size_t end = std::min(items.size(), at + static_cast<std::size_t>(**most));
    json::array shown;
    for (; at < end; ++at)
        shown.push_back(describe(*items[at]));
    json::object answer{{member, std::move(shown)}};
    if (end < items.size())
        answer["NextToken"] = aws::pageToken(list, end);
    return answer;
}

} // namespace

std::span<const CognitoIdentityService::Operation> CognitoIdentityService::operations()
{
    using S = CognitoIdentityService;
    static constexpr std::array kOperations{
        Operation{"CreateIdentityPool", &S::createIdentityPool},
        Operation{"DescribeIdentityPool", &S::describeIdentityPool},
        Operation{"ListIdentityPools", &S::listIdentityPools},
        Operation{"UpdateIdentityPool", &S::updateIdentityPool},
        Operation{"DeleteIdentityPool", &S::deleteIdentityPool},
        Operation{"SetIdentityPoolRoles", &S::setIdentityPoolRoles},
        Operation{"GetIdentityPoolRoles", &S::getIdentityPoolRoles},
        Operation{"DescribeIdentity", &S::describeIdentity},
        Operation{"ListIdentities", &S::listIdentities},
        Operation{"GetId", &S::getId, true},
        Operation{"GetCredentialsForIdentity", &S::getCredentialsForIdentity, true},
        Operation{"GetOpenIdToken", &S::getOpenIdToken, true},
        Operation{"GetOpenIdTokenForDeveloperIdentity", &S::getOpenIdTokenForDeveloperIdentity},
    };
    return kOperations;
}

bool CognitoIdentityService::isOpen(std::string_view operation)
{
    const auto all = operations();
    return std::any_of(all.begin(), all.end(), [&](const Operation& one) { return one.open && one.name == operation; });
}

std::optional<aws::ApiResult<json::object>>
CognitoIdentityService::handle(std::string_view operation, const json::object& input, const aws::Caller&)
{
    const auto all = operations();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Operation& one) { return one.name == operation; });
    if (found == all.end())
        return std::nullopt;
    return (this->*found->handler)(ServiceInput(input, "InvalidParameterException"));
}

std::vector<AccessNeed> CognitoIdentityService::needs(std::string_view operation, const json::object& input) const
{
    if (isOpen(operation))
        return {};
    const ServiceInput members(input, "InvalidParameterException");
    const std::string action = "cognito-identity:" + std::string(operation);
    const auto pool = members.text("IdentityPoolId");
    std::vector<AccessNeed> needs{{action, pool ? m_parts.pools.arn(*pool) : "*"}};
    if (operation == "SetIdentityPoolRoles") // who hands a role on must be allowed to
        for (const auto& [kind, role] : textsOf(members.object("Roles")))
            needs.push_back({"iam:PassRole", role});
    return needs;
}

aws::ApiResult<IdentityPool> CognitoIdentityService::poolFrom(const ServiceInput& input) const
{
    auto name = input.required("IdentityPoolName", kLongestName);
    if (!name)
        return tl::unexpected(name.error());
    if (!isPoolName(*name))
        return input.invalid(fmt::format("1 validation error detected: Value '{}' at 'identityPoolName' failed to "
                                         "satisfy constraint: Member must satisfy regular expression pattern: "
                                         "[\\w\\s+=,.@-]+",
                                         *name));
    return IdentityPool{.id = input.text("IdentityPoolId").value_or(""),
                        .name = std::move(*name),
                        .allowsUnauthenticated = input.flag("AllowUnauthenticatedIdentities"),
                        .allowsClassicFlow = input.flag("AllowClassicFlow"),
                        .loginProviders = textsOf(input.object("SupportedLoginProviders")),
                        .developerProvider = input.text("DeveloperProviderName").value_or("")};
}

CognitoIdentityService::Answer CognitoIdentityService::createIdentityPool(const ServiceInput& input)
{
    auto pool = poolFrom(input);
    if (!pool)
        return tl::unexpected(pool.error());
    const auto made = m_parts.pools.create(std::move(*pool));
    if (!made)
        return tl::unexpected(made.error());
    return describe(**made);
}

aws::ApiResult<const IdentityPool*> CognitoIdentityService::poolOf(const ServiceInput& input) const
{
    return input.required("IdentityPoolId", kLongestId).and_then([this](const std::string& id) {
        return m_parts.pools.pool(id);
    });
}

aws::ApiResult<const PoolIdentity*> CognitoIdentityService::identityOf(const ServiceInput& input) const
{
    return input.required("IdentityId", kLongestId).and_then([this](const std::string& id) {
        return m_parts.pools.identity(id);
    });
}

CognitoIdentityService::Answer CognitoIdentityService::describeIdentityPool(const ServiceInput& input)
{
    const auto pool = poolOf(input);
    if (!pool)
        return tl::unexpected(pool.error());
    return describe(**pool);
}

CognitoIdentityService::Answer CognitoIdentityService::listIdentityPools(const ServiceInput& input)
{
    std::vector<const IdentityPool*> pools;
    for (const auto& [id, pool] : m_parts.pools.pools())
        pools.push_back(&pool);
    return page(input, "ListIdentityPools", "IdentityPools", pools, [](const IdentityPool& pool) {
        return json::object{{"IdentityPoolId", pool.id}, {"IdentityPoolName", pool.name}};
    });
}

CognitoIdentityService::Answer CognitoIdentityService::updateIdentityPool(const ServiceInput& input)
{
    if (const auto id = input.required("IdentityPoolId", kLongestId); !id)
        return tl::unexpected(id.error());
    auto pool = poolFrom(input);
    if (!pool)
        return tl::unexpected(pool.error());
    const auto before = m_parts.pools.pool(pool->id);
    if (!before)
        return tl::unexpected(before.error());
    if (!(*before)->developerProvider.empty() && pool->developerProvider != (*before)->developerProvider)
        return input.invalid("The developer provider name cannot be changed once it has been set.");
    const auto done = m_parts.pools.update(std::move(*pool));
    if (!done)
        return tl::unexpected(done.error());
    return describe(**done);
}

CognitoIdentityService::Answer CognitoIdentityService::deleteIdentityPool(const ServiceInput& input)
{
    const auto id = input.required("IdentityPoolId", kLongestId);
    if (!id)
        return tl::unexpected(id.error());
    if (const auto done = m_parts.pools.remove(*id); !done)
        return tl::unexpected(done.error());
    return json::object{};
}

CognitoIdentityService::Answer CognitoIdentityService::setIdentityPoolRoles(const ServiceInput& input)
{
    const auto id = input.required("IdentityPoolId", kLongestId);
    if (!id)
        return tl::unexpected(id.error());
    if (!input.object("Roles"))
        return input.invalid("1 validation error detected: Value null at 'roles' failed to satisfy constraint: Member "
                             "must not be null");
    if (const auto* mappings = input.object("RoleMappings"); mappings && !mappings->empty())
        return input.invalid("Role mappings are not available here: an identity has one of the pool's two roles.");
    const IdentityPool::Texts roles = textsOf(input.object("Roles"));
    for (const auto& [kind, role] : roles)
        if ((kind != "authenticated" && kind != "unauthenticated") || !role.starts_with("arn:"))
            return input.invalid(fmt::format("1 validation error detected: Value '{{{}={}}}' at 'roles' failed to "
                                             "satisfy constraint: Map keys must satisfy constraint: "
                                             "[Member must satisfy regular expression pattern: (un)?authenticated]",
                                             kind, role));
    if (const auto done = m_parts.pools.setRoles(*id, roles); !done)
        return tl::unexpected(done.error());
    return json::object{};
}

CognitoIdentityService::Answer CognitoIdentityService::getIdentityPoolRoles(const ServiceInput& input)
{
    const auto pool = poolOf(input);
    if (!pool)
        return tl::unexpected(pool.error());
    json::object roles;
    for (const auto& [kind, role] : (*pool)->roles)
        roles[kind] = role;
    return json::object{{"IdentityPoolId", (*pool)->id}, {"Roles", std::move(roles)}};
}

CognitoIdentityService::Answer CognitoIdentityService::describeIdentity(const ServiceInput& input)
{
    const auto identity = identityOf(input);
    if (!identity)
        return tl::unexpected(identity.error());
    return describe(**identity);
}

CognitoIdentityService::Answer CognitoIdentityService::listIdentities(const ServiceInput& input)
{
    const auto id = input.required("IdentityPoolId", kLongestId);
    if (!id)
        return tl::unexpected(id.error());
    if (const auto pool = m_parts.pools.pool(*id); !pool)
        return tl::unexpected(pool.error());
    auto answer = page(input, "ListIdentities " + *id, "Identities", m_parts.pools.identitiesOf(*id),
                       [](const PoolIdentity& identity) { return describe(identity); });
    if (answer)
        (*answer)["IdentityPoolId"] = *id;
    return answer;
}

} // namespace greensward::cloud
