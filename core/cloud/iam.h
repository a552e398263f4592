// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/api_error.h"
#include "aws/credentials.h"
#include "base/clock.h"
#include "cloud/account.h"
#include "cloud/item_store.h"
#include "policy/policy.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::cloud {

/// Who can be given policies.
enum class IamKind : std::uint8_t { User, Role };

/// A policy document as it was given, and compiled.
struct IamDocument
{
    std::string text;
    std::shared_ptr<const policy::Policy> parsed;
};

/// What users and roles have in common.
struct IamIdentity
{
    std::string name;
    std::string id;         ///< "AROA…", "AIDA…": another one when the name is used again
    std::string path = "/"; ///< begins and ends with '/'
    WallTime created{};
    std::map<std::string, IamDocument, std::less<>> inlined{}; ///< by policy name
    std::set<std::string, std::less<>> attached{};             ///< ARNs of managed policies
};

struct IamRole : IamIdentity
{
    std::string description{};
    std::chrono::seconds longestSession{3600}; ///< 1 to 12 hours
    IamDocument trust{};                       ///< who may assume it
};

struct AccessKey
{
    std::string id; ///< "AKIA…"
    std::string secret;
    bool active = true;
    WallTime created{};
};

struct IamUser : IamIdentity
{
    std::vector<AccessKey> keys{}; ///< two at most
};

struct ManagedPolicyVersion
{
    IamDocument document;
    WallTime created{};
};

struct ManagedPolicy
{
    std::string name;
    std::string id; ///< "ANPA…"
    std::string path = "/";
    std::string arn{};
    std::string description{};
    bool ofAws = false; ///< comes with the program and is not to be changed
    std::map<int, ManagedPolicyVersion> versions{};
    int defaultVersion = 1;
    int lastVersion = 1; ///< numbers are not used twice
    WallTime created{};
    WallTime updated{};

    const ManagedPolicyVersion& current() const { return versions.at(defaultVersion); }
};

/// The account's IAM (wire-protocols.md 5.2): users with their access keys, roles with their trust policies, and the
/// policies of both. Users and roles are kept in the workspace, AWS's own managed policies come with the program.
/// Engine thread.
class Iam
{
public:
    static constexpr std::size_t kMostIdentities = 1000; ///< users, and as many roles
    static constexpr std::size_t kMostPolicies = 1500;
    static constexpr std::size_t kMostAttached = 10;
    static constexpr std::size_t kMostVersions = 5;
    static constexpr std::size_t kMostKeys = 2;

    template<typename T>
    using ByName = std::map<std::string, T, std::less<>>;

    struct Parts
    {
        const Account& account;
        const Clock& clock;
        ItemStore& store;
        aws::OctetSource octets; ///< unpredictable: secrets are made of them
    };
    explicit Iam(Parts parts);
    store::StoreResult<void> load();

    // --- users and roles: iam_identities.cpp -----------------------------------------------------------------------
    /// made: name, path, description and longestSession, checked by the caller.
    aws::ApiResult<const IamRole*> createRole(IamRole made, std::string trust);
    aws::ApiResult<const IamUser*> createUser(IamUser made);
    aws::ApiResult<const IamRole*> role(std::string_view name) const;
    aws::ApiResult<const IamUser*> user(std::string_view name) const;
    aws::ApiResult<const IamIdentity*> identity(IamKind kind, std::string_view name) const;
    const ByName<IamRole>& roles() const { return m_roles; }
    const ByName<IamUser>& users() const { return m_users; }
    /// Refused while it has policies or access keys.
    aws::ApiResult<void> remove(IamKind kind, std::string_view name);
    aws::ApiResult<void> setTrust(std::string_view role, std::string document);
    aws::ApiResult<void> update(std::string_view role, const std::string* description,
                                const std::chrono::seconds* longestSession);
    std::string arn(IamKind kind, const IamIdentity& identity) const;
    /// The role of an ARN of this account; null when there is none.
    const IamRole* roleOf(std::string_view arn) const;

    aws::ApiResult<void> putInline(IamKind kind, std::string_view name, const std::string& policy,
                                   std::string document);
    aws::ApiResult<void> dropInline(IamKind kind, std::string_view name, std::string_view policy);
    aws::ApiResult<void> attach(IamKind kind, std::string_view name, const std::string& policyArn);
    aws::ApiResult<void> detach(IamKind kind, std::string_view name, std::string_view policyArn);
    /// Everything that counts for it, compiled.
    std::vector<std::shared_ptr<const policy::Policy>> policiesOf(const IamIdentity& identity) const;

    aws::ApiResult<AccessKey> createKey(std::string_view user);
    aws::ApiResult<void> setKeyActive(std::string_view user, std::string_view key, bool active);
    aws::ApiResult<void> removeKey(std::string_view user, std::string_view key);
    /// Of a user's active key; null otherwise. Valid until something changes.
    const aws::Credential* credential(std::string_view accessKeyId) const;

    // --- managed policies: iam_policies.cpp ------------------------------------------------------------------------
    /// made: name, path and description.
    aws::ApiResult<const ManagedPolicy*> createPolicy(ManagedPolicy made, std::string document);
    aws::ApiResult<const ManagedPolicy*> policy(std::string_view arn) const;
    /// By ARN.
    const ByName<ManagedPolicy>& policies() const { return m_policies; }
    aws::ApiResult<void> removePolicy(std::string_view arn);
    aws::ApiResult<int> createVersion(std::string_view arn, std::string document, bool makeDefault);
    aws::ApiResult<void> setDefaultVersion(std::string_view arn, int version);
    aws::ApiResult<void> removeVersion(std::string_view arn, int version);
    /// To how many users and roles.
    std::size_t attachments(std::string_view policyArn) const;

    /// Goes up with every change: what was concluded before is out of date.
    std::uint64_t generation() const { return m_generation; }

private:
    IamIdentity* find(IamKind kind, std::string_view name);
    void changed(IamKind kind, const IamIdentity& identity);
    void changed(ManagedPolicy& policy);
    void rebuildCredentials();
    void addAwsPolicies();
    aws::ApiResult<IamDocument> trustFrom(const std::string& role, std::string document) const;
    aws::ApiResult<ManagedPolicy*> own(std::string_view arn);

    Parts m_parts;
    ByName<IamRole> m_roles;
    ByName<IamUser> m_users;
    ByName<ManagedPolicy> m_policies;
    ByName<aws::Credential> m_credentials; ///< of users' active keys
    std::uint64_t m_generation = 0;
};

/// A version's name as the API has it: "v3". 0 when it is none.
int versionNumber(std::string_view text);

} // namespace greensward::cloud
