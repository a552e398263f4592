// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Users, roles, what they are given, and users' access keys.
#include "aws/arn.h"
#include "aws/http.h"
#include "cloud/iam.h"
#include "cloud/iam_documents.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::cloud {

namespace {

constexpr std::size_t kLongestTrust = 2048;
/// All inline policies of one together.
constexpr std::size_t kLongestInlineOfUser = 2048;
constexpr std::size_t kLongestInlineOfRole = 10'240;

std::string_view word(IamKind kind)
{
    return kind == IamKind::User ? "user" : "role";
}

/// Names differ in more than the case of their letters.
template<typename T>
bool isTaken(const Iam::ByName<T>& all, std::string_view name)
{
    return std::any_of(all.begin(), all.end(),
                       [&](const auto& pair) { return aws::equalIgnoringCase(pair.first, name); });
}

} // namespace

std::string Iam::arn(IamKind kind, const IamIdentity& identity) const
{
    return fmt::format("arn:aws:iam::{}:{}{}{}", m_parts.account.id, word(kind), identity.path, identity.name);
}

// --- roles ---------------------------------------------------------------------------------------------------------

/// A trust policy speaks of STS alone, and of principals that exist.
aws::ApiResult<IamDocument> Iam::trustFrom(const std::string& role, std::string document) const
{
    auto trust = iamDocument("trust policy of " + role, {}, std::move(document), policy::Dialect::Trust, kLongestTrust,
                             fmt::format("Cannot exceed quota for ACLSizePerRole: {}", kLongestTrust));
    if (!trust)
        return trust;
    for (const policy::Statement& statement : trust->parsed->statements) {
        for (const policy::Pattern& action : statement.actions)
            if (!aws::equalIgnoringCase(std::string_view(action.text()).substr(0, 4), "sts:"))
                return malformedDocument("AssumeRole policy may only specify STS AssumeRole actions.");
        for (const auto& principal : statement.principals) {
            const std::string& who = principal.name.text();
            if (principal.type == "Service" && !who.ends_with(".amazonaws.com"))
                return malformedDocument(fmt::format("Invalid principal in policy: \"SERVICE\":\"{}\"", who));
            const auto arn = aws::Arn::parse(who);
            if (principal.type != "AWS" || !arn || arn->service != "iam" || arn->account != m_parts.account.id)
                continue;
            const auto exists = [&](IamKind kind, const auto& all) {
                return std::any_of(all.begin(), all.end(),
                                   [&](const auto& pair) { return this->arn(kind, pair.second) == who; });
            };
            if (arn->resource != "root" && !exists(IamKind::User, m_users) && !exists(IamKind::Role, m_roles))
                return malformedDocument(fmt::format("Invalid principal in policy: \"AWS\":\"{}\"", who));
        }
    }
    return trust;
}

aws::ApiResult<const IamRole*> Iam::createRole(IamRole made, std::string trust)
{
    if (isTaken(m_roles, made.name))
        return entityExists(fmt::format("Role with name {} already exists.", made.name));
    if (m_roles.size() >= kMostIdentities)
        return iamLimit(fmt::format("Cannot exceed quota for RolesPerAccount: {}", kMostIdentities));
    auto document = trustFrom(made.name, std::move(trust));
    if (!document)
        return tl::unexpected(document.error());
    made.trust = std::move(*document);
    made.id = aws::makeId("AROA", m_parts.octets);
    made.created = m_parts.clock.wall();
    IamRole& role = m_roles[made.name] = std::move(made);
    changed(IamKind::Role, role);
    return &role;
}

aws::ApiResult<const IamRole*> Iam::role(std::string_view name) const
{
    const auto found = m_roles.find(name);
    if (found == m_roles.end())
        return noSuchEntity(fmt::format("The role with name {} cannot be found.", name));
    return &found->second;
}

const IamRole* Iam::roleOf(std::string_view arn) const
{
    const auto found = m_roles.find(arn.substr(arn.rfind('/') + 1));
    return found != m_roles.end() && this->arn(IamKind::Role, found->second) == arn ? &found->second : nullptr;
}

aws::ApiResult<void> Iam::setTrust(std::string_view name, std::string document)
{
    const auto found = m_roles.find(name);
    if (found == m_roles.end())
        return noSuchEntity(fmt::format("The role with name {} cannot be found.", name));
    auto trust = trustFrom(found->first, std::move(document));
    if (!trust)
        return tl::unexpected(trust.error());
    found->second.trust = std::move(*trust);
    changed(IamKind::Role, found->second);
    return {};
}

aws::ApiResult<void> Iam::update(std::string_view name, const std::string* description,
                                 const std::chrono::seconds* longestSession)
{
    const auto found = m_roles.find(name);
    if (found == m_roles.end())
        return noSuchEntity(fmt::format("The role with name {} cannot be found.", name));
    if (description)
        found->second.description = *description;
    if (longestSession)
        found->second.longestSession = *longestSession;
    changed(IamKind::Role, found->second);
    return {};
}

// --- users ---------------------------------------------------------------------------------------------------------

aws::ApiResult<const IamUser*> Iam::createUser(IamUser made)
{
    if (isTaken(m_users, made.name))
        return entityExists(fmt::format("User with name {} already exists.", made.name));
    if (m_users.size() >= kMostIdentities)
        return iamLimit(fmt::format("Cannot exceed quota for UsersPerAccount: {}", kMostIdentities));
    made.id = aws::makeId("AIDA", m_parts.octets);
    made.created = m_parts.clock.wall();
    IamUser& user = m_users[made.name] = std::move(made);
    changed(IamKind::User, user);
    return &user;
}

aws::ApiResult<const IamUser*> Iam::user(std::string_view name) const
{
    const auto found = m_users.find(name);
    if (found == m_users.end())
        return noSuchEntity(fmt::format("The user with name {} cannot be found.", name));
    return &found->second;
}

aws::ApiResult<AccessKey> Iam::createKey(std::string_view name)
{
    const auto found = m_users.find(name);
    if (found == m_users.end())
        return noSuchEntity(fmt::format("The user with name {} cannot be found.", name));
    if (found->second.keys.size() >= kMostKeys)
        return iamLimit(fmt::format("Cannot exceed quota for AccessKeysPerUser: {}", kMostKeys));
    AccessKey key{.id = aws::makeId("AKIA", m_parts.octets),
                  .secret = aws::makeSecretAccessKey(m_parts.octets),
                  .created = m_parts.clock.wall()};
    found->second.keys.push_back(key);
    changed(IamKind::User, found->second);
    return key;
}

aws::ApiResult<void> Iam::setKeyActive(std::string_view name, std::string_view id, bool active)
{
    const auto found = m_users.find(name);
    if (found == m_users.end())
        return noSuchEntity(fmt::format("The user with name {} cannot be found.", name));
    for (AccessKey& key : found->second.keys)
        if (key.id == id) {
            key.active = active;
            changed(IamKind::User, found->second);
            return {};
        }
    return noSuchEntity(fmt::format("The Access Key with id {} cannot be found.", id));
}

aws::ApiResult<void> Iam::removeKey(std::string_view name, std::string_view id)
{
    const auto found = m_users.find(name);
    if (found == m_users.end())
        return noSuchEntity(fmt::format("The user with name {} cannot be found.", name));
    if (std::erase_if(found->second.keys, [&](const AccessKey& key) { return key.id == id; }) == 0)
        return noSuchEntity(fmt::format("The Access Key with id {} cannot be found.", id));
    changed(IamKind::User, found->second);
    return {};
}

const aws::Credential* Iam::credential(std::string_view accessKeyId) const
{
    const auto found = m_credentials.find(accessKeyId);
    return found == m_credentials.end() ? nullptr : &found->second;
}

void Iam::rebuildCredentials()
{
    m_credentials.clear();
    for (const auto& [name, user] : m_users)
        for (const AccessKey& key : user.keys)
            if (key.active)
                m_credentials[key.id] = {.accessKeyId = key.id,
                                         .secretAccessKey = key.secret,
                                         .caller = {.kind = aws::Caller::Kind::User,
                                                    .account = m_parts.account.id,
                                                    .arn = arn(IamKind::User, user),
                                                    .userId = user.id}};
}

// --- both ----------------------------------------------------------------------------------------------------------

aws::ApiResult<const IamIdentity*> Iam::identity(IamKind kind, std::string_view name) const
{
    if (kind == IamKind::User)
        return user(name);
    return role(name);
}

IamIdentity* Iam::find(IamKind kind, std::string_view name)
{
    const auto found = identity(kind, name);
    return found ? const_cast<IamIdentity*>(*found) : nullptr; // it is ours
}

aws::ApiResult<void> Iam::remove(IamKind kind, std::string_view name)
{
    const auto found = identity(kind, name);
    if (!found)
        return tl::unexpected(found.error());
    if (!(*found)->attached.empty())
        return iamConflict("Cannot delete entity, must detach all policies first.");
    if (!(*found)->inlined.empty())
        return iamConflict("Cannot delete entity, must delete policies first.");
    if (kind == IamKind::User && !static_cast<const IamUser*>(*found)->keys.empty())
        return iamConflict("Cannot delete entity, must delete access keys first.");
    ++m_generation;
    if (kind == IamKind::User) {
        m_parts.store.drop("iam-users", name);
        m_users.erase(m_users.find(name));
    } else {
        m_parts.store.drop("iam-roles", name);
        m_roles.erase(m_roles.find(name));
    }
    return {};
}

aws::ApiResult<void> Iam::putInline(IamKind kind, std::string_view name, const std::string& policy,
                                    std::string document)
{
    const auto found = identity(kind, name);
    if (!found)
        return tl::unexpected(found.error());
    const std::size_t longest = kind == IamKind::User ? kLongestInlineOfUser : kLongestInlineOfRole;
    const std::string limit =
        fmt::format("Maximum policy size of {} bytes exceeded for {} {}", longest, word(kind), name);
    std::size_t others = 0;
    for (const auto& [other, kept] : (*found)->inlined)
        others += other == policy ? 0 : sizeWithoutBlanks(kept.text);
    auto made = iamDocument(policy, {}, std::move(document), policy::Dialect::Identity,
                            longest - std::min(longest, others), limit);
    if (!made)
        return tl::unexpected(made.error());
    IamIdentity& identity = *find(kind, name);
    identity.inlined.insert_or_assign(policy, std::move(*made));
    changed(kind, identity);
    return {};
}

aws::ApiResult<void> Iam::dropInline(IamKind kind, std::string_view name, std::string_view policy)
{
    if (const auto found = identity(kind, name); !found)
        return tl::unexpected(found.error());
    IamIdentity& identity = *find(kind, name);
    const auto at = identity.inlined.find(policy);
    if (at == identity.inlined.end())
        return noSuchEntity(fmt::format("The {} policy with name {} cannot be found.", word(kind), policy));
    identity.inlined.erase(at);
    changed(kind, identity);
    return {};
}

aws::ApiResult<void> Iam::attach(IamKind kind, std::string_view name, const std::string& policyArn)
{
    if (const auto found = identity(kind, name); !found)
        return tl::unexpected(found.error());
    if (const auto known = policy(policyArn); !known)
        return tl::unexpected(known.error());
    IamIdentity& identity = *find(kind, name);
    if (identity.attached.contains(policyArn))
        return {};
    if (identity.attached.size() >= kMostAttached)
        return iamLimit(fmt::format("Cannot exceed quota for PoliciesPer{}: {}",
                                    kind == IamKind::User ? "User" : "Role", kMostAttached));
    identity.attached.insert(policyArn);
    changed(kind, identity);
    return {};
}

aws::ApiResult<void> Iam::detach(IamKind kind, std::string_view name, std::string_view policyArn)
{
    if (const auto found = identity(kind, name); !found)
        return tl::unexpected(found.error());
    IamIdentity& identity = *find(kind, name);
    const auto at = identity.attached.find(policyArn);
    if (at == identity.attached.end())
        return noSuchEntity(fmt::format("Policy {} was not found.", policyArn));
    identity.attached.erase(at);
    changed(kind, identity);
    return {};
}

std::vector<std::shared_ptr<const policy::Policy>> Iam::policiesOf(const IamIdentity& identity) const
{
    std::vector<std::shared_ptr<const policy::Policy>> all;
    for (const auto& [name, document] : identity.inlined)
        all.push_back(document.parsed);
    for (const std::string& arn : identity.attached)
        if (const auto found = m_policies.find(arn); found != m_policies.end())
            all.push_back(found->second.current().document.parsed);
    return all;
}

} // namespace greensward::cloud
