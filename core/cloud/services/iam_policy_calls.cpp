// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Managed policies and their versions.
#include "aws/amz_date.h"
#include "aws/percent.h"
#include "cloud/iam_documents.h"
#include "cloud/services/iam.h"
#include "cloud/services/iam_list.h"

#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::size_t kLongestName = 128;
constexpr std::size_t kLongestDocument = 131'072;
constexpr std::size_t kLongestArn = 2048;

json::object describeVersion(int number, const ManagedPolicy& policy)
{
    return {{"VersionId", fmt::format("v{}", number)},
            {"IsDefaultVersion", number == policy.defaultVersion},
            {"CreateDate", aws::toIsoSeconds(policy.versions.at(number).created)}};
}

} // namespace

json::object IamService::describe(const ManagedPolicy& policy) const
{
    json::object shown{{"PolicyName", policy.name},
                       {"PolicyId", policy.id},
                       {"Arn", policy.arn},
                       {"Path", policy.path},
                       {"DefaultVersionId", fmt::format("v{}", policy.defaultVersion)},
                       {"AttachmentCount", m_iam.attachments(policy.arn)},
                       {"PermissionsBoundaryUsageCount", 0},
                       {"IsAttachable", true},
                       {"CreateDate", aws::toIsoSeconds(policy.created)},
                       {"UpdateDate", aws::toIsoSeconds(policy.updated)}};
    if (!policy.description.empty())
        shown["Description"] = policy.description;
    return shown;
}

IamService::Answer IamService::createPolicy(const IamCall& call)
{
    auto name = call.input.name("PolicyName", kLongestName);
    auto path = iamPath(call.input);
    auto document = call.input.required("PolicyDocument", kLongestDocument);
    if (const auto* fault = firstFault({&name, &path, &document}))
        return tl::unexpected(*fault);
    const auto made = m_iam.createPolicy({.name = std::move(*name),
                                          .id = {},
                                          .path = std::move(*path),
                                          .description = call.input.text("Description").value_or("")},
                                         std::move(*document));
    if (!made)
        return tl::unexpected(made.error());
    return json::object{{"Policy", describe(**made)}};
}

IamService::Answer IamService::getPolicy(const IamCall& call)
{
    const auto arn = call.input.required("PolicyArn", kLongestArn);
    if (!arn)
        return tl::unexpected(arn.error());
    const auto policy = m_iam.policy(*arn);
    if (!policy)
        return tl::unexpected(policy.error());
    return json::object{{"Policy", describe(**policy)}};
}

IamService::Answer IamService::listPolicies(const IamCall& call)
{
    const std::string scope = call.input.text("Scope").value_or("All");
    const std::string prefix = call.input.text("PathPrefix").value_or("/");
    const bool onlyAttached = call.input.flag("OnlyAttached");
    std::vector<const ManagedPolicy*> found;
    for (const auto& [arn, policy] : m_iam.policies())
        if ((scope == "All" || policy.ofAws == (scope == "AWS")) && policy.path.starts_with(prefix) &&
            (!onlyAttached || m_iam.attachments(arn) > 0))
            found.push_back(&policy);
    return iamPage(call, "ListPolicies", "Policies", found,
                   [this](const ManagedPolicy* policy) { return describe(*policy); });
}

IamService::Answer IamService::deletePolicy(const IamCall& call)
{
    const auto arn = call.input.required("PolicyArn", kLongestArn);
    if (!arn)
        return tl::unexpected(arn.error());
    if (const auto done = m_iam.removePolicy(*arn); !done)
        return tl::unexpected(done.error());
    return json::object{};
}

IamService::Answer IamService::createPolicyVersion(const IamCall& call)
{
    const auto arn = call.input.required("PolicyArn", kLongestArn);
    auto document = call.input.required("PolicyDocument", kLongestDocument);
    if (const auto* fault = firstFault({&arn, &document}))
        return tl::unexpected(*fault);
    const auto number = m_iam.createVersion(*arn, std::move(*document), call.input.flag("SetAsDefault"));
    if (!number)
        return tl::unexpected(number.error());
    return json::object{{"PolicyVersion", describeVersion(*number, **m_iam.policy(*arn))}};
}

IamService::Answer IamService::getPolicyVersion(const IamCall& call)
{
    const auto arn = call.input.required("PolicyArn", kLongestArn);
    const auto version = call.input.required("VersionId", 16);
    if (const auto* fault = firstFault({&arn, &version}))
        return tl::unexpected(*fault);
    const auto policy = m_iam.policy(*arn);
    if (!policy)
        return tl::unexpected(policy.error());
    const int number = versionNumber(*version);
    const auto found = (*policy)->versions.find(number);
    if (found == (*policy)->versions.end())
        return noSuchEntity(fmt::format("Policy {} version {} does not exist or is not attachable.", *arn, *version));
    json::object shown = describeVersion(number, **policy);
    shown["Document"] = aws::percentEncode(found->second.document.text);
    return json::object{{"PolicyVersion", std::move(shown)}};
}

IamService::Answer IamService::listPolicyVersions(const IamCall& call)
{
    const auto arn = call.input.required("PolicyArn", kLongestArn);
    if (!arn)
        return tl::unexpected(arn.error());
    const auto policy = m_iam.policy(*arn);
    if (!policy)
        return tl::unexpected(policy.error());
    std::vector<int> numbers;
    for (auto at = (*policy)->versions.rbegin(); at != (*policy)->versions.rend(); ++at)
        numbers.push_back(at->first);
    return iamPage(call, "ListPolicyVersions " + *arn, "Versions", numbers,
                   [&](int number) { return describeVersion(number, **policy); });
}

IamService::Answer IamService::changeVersion(const IamCall& call, VersionChange change)
{
    const auto arn = call.input.required("PolicyArn", kLongestArn);
    const auto version = call.input.required("VersionId", 16);
    if (const auto* fault = firstFault({&arn, &version}))
        return tl::unexpected(*fault);
    if (const auto done = (m_iam.*change)(*arn, versionNumber(*version)); !done)
        return tl::unexpected(done.error());
    return json::object{};
}

IamService::Answer IamService::setDefaultPolicyVersion(const IamCall& call)
{
    return changeVersion(call, &Iam::setDefaultVersion);
}

IamService::Answer IamService::deletePolicyVersion(const IamCall& call)
{
    return changeVersion(call, &Iam::removeVersion);
}

IamService::Answer IamService::listEntitiesForPolicy(const IamCall& call)
{
    const auto arn = call.input.required("PolicyArn", kLongestArn);
    if (!arn)
        return tl::unexpected(arn.error());
    if (const auto policy = m_iam.policy(*arn); !policy)
        return tl::unexpected(policy.error());
    json::array users, roles;
    for (const auto& [name, user] : m_iam.users())
        if (user.attached.contains(*arn))
            users.push_back(json::object{{"UserName", name}, {"UserId", user.id}});
    for (const auto& [name, role] : m_iam.roles())
        if (role.attached.contains(*arn))
            roles.push_back(json::object{{"RoleName", name}, {"RoleId", role.id}});
    return json::object{{"PolicyGroups", json::array()},
                        {"PolicyUsers", std::move(users)},
                        {"PolicyRoles", std::move(roles)},
                        {"IsTruncated", false}};
}

} // namespace greensward::cloud
