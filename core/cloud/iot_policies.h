// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/api_error.h"
#include "base/clock.h"
#include "cloud/account.h"
#include "cloud/item_store.h"
#include "policy/policy.h"

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::cloud {

struct IotPolicyVersion
{
    std::string document; ///< as it was given
    std::shared_ptr<const policy::Policy> parsed;
    WallTime created{};
};

struct IotPolicy
{
    std::string name;
    std::map<int, IotPolicyVersion> versions; ///< 1 …, at most five
    int defaultVersion = 1;
    int lastVersion = 1; ///< numbers are not used twice
    WallTime created{};
    WallTime modified{};
    std::set<std::string, std::less<>> targets; ///< ARNs of certificates and thing groups, Cognito identities

    const IotPolicyVersion& current() const { return versions.at(defaultVersion); }
};

/// IoT policies, their versions and whom they are attached to (wire-protocols.md 5.3; greengrass-and-gateway.md 16).
/// Engine thread.
class IotPolicies
{
public:
    static constexpr std::size_t kMostVersions = 5;
    static constexpr std::size_t kMostPerTarget = 10;

    struct Parts
    {
        const Account& account;
        const Clock& clock;
        ItemStore& store;
    };
    explicit IotPolicies(Parts parts) : m_parts(parts) {}
    store::StoreResult<void> load();

    aws::ApiResult<const IotPolicy*> create(const std::string& name, std::string document);
    /// Refused while it is attached, or has versions beside the default one.
    aws::ApiResult<void> remove(std::string_view name);
    aws::ApiResult<const IotPolicy*> policy(std::string_view name) const;
    const std::map<std::string, IotPolicy, std::less<>>& all() const { return m_policies; }
    std::string arn(std::string_view name) const { return m_parts.account.iotArn("policy", name); }

    /// Answers with the number of the new version.
    aws::ApiResult<int> createVersion(std::string_view name, std::string document, bool makeDefault);
    aws::ApiResult<void> setDefault(std::string_view name, int version);
    aws::ApiResult<void> removeVersion(std::string_view name, int version);

    /// Whether there is such a target is the caller's to check.
    aws::ApiResult<void> attach(std::string_view name, const std::string& target);
    aws::ApiResult<void> detach(std::string_view name, std::string_view target);
    /// In the order of their names.
    std::vector<const IotPolicy*> attachedTo(std::string_view target) const;
    /// Goes up with every change: what was compiled from policies before is out of date.
    std::uint64_t generation() const { return m_generation; }

private:
    aws::ApiResult<IotPolicyVersion> makeVersion(const std::string& name, std::string document) const;
    IotPolicy* find(std::string_view name);
    void changed(IotPolicy& policy);

    Parts m_parts;
    std::map<std::string, IotPolicy, std::less<>> m_policies;
    std::uint64_t m_generation = 0;
};

} // namespace greensward::cloud
