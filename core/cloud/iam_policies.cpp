// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Managed policies and their versions.
#include "cloud/iam.h"
#include "cloud/iam_documents.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace greensward::cloud {

namespace {

constexpr std::size_t kLongestPolicy = 6144;

std::string sizeLimit()
{
    return fmt::format("Cannot exceed quota for PolicySize: {}", kLongestPolicy);
}

tl::unexpected<aws::ApiError> noSuchPolicy(std::string_view arn)
{
    return noSuchEntity(fmt::format("Policy {} does not exist or is not attachable.", arn));
}

tl::unexpected<aws::ApiError> noSuchVersion(std::string_view arn, int version)
{
    return noSuchEntity(fmt::format("Policy {} version v{} does not exist or is not attachable.", arn, version));
}

} // namespace

int versionNumber(std::string_view text)
{
    int number = 0;
    if (!text.starts_with('v'))
        return 0;
    const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

aws::ApiResult<const ManagedPolicy*> Iam::createPolicy(ManagedPolicy made, std::string document)
{
    made.arn = fmt::format("arn:aws:iam::{}:policy{}{}", m_parts.account.id, made.path, made.name);
    const auto own = [&](const auto& pair) { return !pair.second.ofAws; };
    if (std::any_of(m_policies.begin(), m_policies.end(),
                    [&](const auto& pair) { return own(pair) && pair.second.name == made.name; }))
        return entityExists(
            fmt::format("A policy called {} already exists. Duplicate names are not allowed.", made.name));
    if (static_cast<std::size_t>(std::count_if(m_policies.begin(), m_policies.end(), own)) >= kMostPolicies)
        return iamLimit(fmt::format("Cannot exceed quota for PoliciesPerAccount: {}", kMostPolicies));
    auto parsed =
        iamDocument(made.name, made.arn, std::move(document), policy::Dialect::Identity, kLongestPolicy, sizeLimit());
    if (!parsed)
        return tl::unexpected(parsed.error());
    made.id = aws::makeId("ANPA", m_parts.octets);
    made.created = m_parts.clock.wall();
    made.versions[1] = {std::move(*parsed), made.created};
    ManagedPolicy& policy = m_policies[made.arn] = std::move(made);
    changed(policy);
    return &policy;
}

aws::ApiResult<const ManagedPolicy*> Iam::policy(std::string_view arn) const
{
    const auto found = m_policies.find(arn);
    if (found == m_policies.end())
        return noSuchPolicy(arn);
    return &found->second;
}

aws::ApiResult<ManagedPolicy*> Iam::own(std::string_view arn)
{
    const auto found = m_policies.find(arn);
    if (found == m_policies.end())
        return noSuchPolicy(arn);
    if (found->second.ofAws)
        return aws::apiFailure("AccessDenied", 403, "Policy is outside your own account.");
    return &found->second;
}

std::size_t Iam::attachments(std::string_view policyArn) const
{
    const auto counts = [&](const auto& all) {
        return std::count_if(all.begin(), all.end(),
                             [&](const auto& pair) { return pair.second.attached.contains(policyArn); });
    };
    return static_cast<std::size_t>(counts(m_users) + counts(m_roles));
}

aws::ApiResult<void> Iam::removePolicy(std::string_view arn)
{
    const auto policy = own(arn);
    if (!policy)
        return tl::unexpected(policy.error());
    if (attachments(arn) > 0)
        return iamConflict("Cannot delete a policy attached to entities.");
    if ((*policy)->versions.size() > 1)
        return iamConflict("This policy has more than one version. Before you delete a policy, you must delete the "
                           "policy's versions. The default version is deleted with the policy.");
    m_parts.store.drop("iam-policies", arn);
    m_policies.erase(m_policies.find(arn));
    ++m_generation;
    return {};
}

aws::ApiResult<int> Iam::createVersion(std::string_view arn, std::string document, bool makeDefault)
{
    const auto policy = own(arn);
    if (!policy)
        return tl::unexpected(policy.error());
    if ((*policy)->versions.size() >= kMostVersions)
        return iamLimit("A managed policy can have up to 5 versions. Before you create a new version, you must delete "
                        "an existing version.");
    auto parsed = iamDocument((*policy)->name, (*policy)->arn, std::move(document), policy::Dialect::Identity,
                              kLongestPolicy, sizeLimit());
    if (!parsed)
        return tl::unexpected(parsed.error());
    const int number = ++(*policy)->lastVersion;
    (*policy)->versions[number] = {std::move(*parsed), m_parts.clock.wall()};
    if (makeDefault)
        (*policy)->defaultVersion = number;
    changed(**policy);
    return number;
}

aws::ApiResult<void> Iam::setDefaultVersion(std::string_view arn, int version)
{
    const auto policy = own(arn);
    if (!policy)
        return tl::unexpected(policy.error());
    if (!(*policy)->versions.contains(version))
        return noSuchVersion(arn, version);
    (*policy)->defaultVersion = version;
    changed(**policy);
    return {};
}

aws::ApiResult<void> Iam::removeVersion(std::string_view arn, int version)
{
    const auto policy = own(arn);
    if (!policy)
        return tl::unexpected(policy.error());
    if (!(*policy)->versions.contains(version))
        return noSuchVersion(arn, version);
    if ((*policy)->defaultVersion == version)
        return iamConflict("Cannot delete the default version of a policy.");
    (*policy)->versions.erase(version);
    changed(**policy);
    return {};
}

} // namespace greensward::cloud
