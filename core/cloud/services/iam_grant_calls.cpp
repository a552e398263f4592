// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What users and roles are given: inline policies and attached ones.
#include "aws/percent.h"
#include "cloud/iam_documents.h"
#include "cloud/services/iam.h"
#include "cloud/services/iam_list.h"

#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::size_t kLongestSubject = 128;
constexpr std::size_t kLongestPolicyName = 128;
constexpr std::size_t kLongestDocument = 131'072;
constexpr std::size_t kLongestArn = 2048;

} // namespace

IamService::Answer IamService::putInline(const IamCall& call)
{
    const auto name = call.input.name(call.subjectMember(), kLongestSubject);
    const auto policy = call.input.name("PolicyName", kLongestPolicyName);
    auto document = call.input.required("PolicyDocument", kLongestDocument);
    if (const auto* fault = firstFault({&name, &policy, &document}))
        return tl::unexpected(*fault);
    if (const auto done = m_iam.putInline(call.kind, *name, *policy, std::move(*document)); !done)
        return tl::unexpected(done.error());
    return json::object{};
}

IamService::Answer IamService::getInline(const IamCall& call)
{
    const auto name = call.input.name(call.subjectMember(), kLongestSubject);
    const auto policy = call.input.name("PolicyName", kLongestPolicyName);
    if (const auto* fault = firstFault({&name, &policy}))
        return tl::unexpected(*fault);
    const auto identity = m_iam.identity(call.kind, *name);
    if (!identity)
        return tl::unexpected(identity.error());
    const auto found = (*identity)->inlined.find(*policy);
    if (found == (*identity)->inlined.end())
        return noSuchEntity(fmt::format("The {} policy with name {} cannot be found.",
                                        call.kind == IamKind::User ? "user" : "role", *policy));
    return json::object{{call.subjectMember(), *name},
                        {"PolicyName", *policy},
                        {"PolicyDocument", aws::percentEncode(found->second.text)}};
}

IamService::Answer IamService::listInline(const IamCall& call)
{
    const auto name = call.input.name(call.subjectMember(), kLongestSubject);
    if (!name)
        return tl::unexpected(name.error());
    const auto identity = m_iam.identity(call.kind, *name);
    if (!identity)
        return tl::unexpected(identity.error());
    std::vector<std::string> names;
    for (const auto& [policy, document] : (*identity)->inlined)
        names.push_back(policy);
    return iamPage(call, fmt::format("{} {}", call.operation, *name), "PolicyNames", names,
                   [](const std::string& policy) { return json::value(policy); });
}

IamService::Answer IamService::deleteInline(const IamCall& call)
{
    const auto name = call.input.name(call.subjectMember(), kLongestSubject);
    const auto policy = call.input.name("PolicyName", kLongestPolicyName);
    if (const auto* fault = firstFault({&name, &policy}))
        return tl::unexpected(*fault);
    if (const auto done = m_iam.dropInline(call.kind, *name, *policy); !done)
        return tl::unexpected(done.error());
    return json::object{};
}

/// Attaches a managed policy to the call's user or role, or takes it away.
template<typename Change>
IamService::Answer IamService::changeAttached(const IamCall& call, Change change)
{
    const auto name = call.input.name(call.subjectMember(), kLongestSubject);
    const auto arn = call.input.required("PolicyArn", kLongestArn);
    if (const auto* fault = firstFault({&name, &arn}))
        return tl::unexpected(*fault);
    if (const auto done = (m_iam.*change)(call.kind, *name, *arn); !done)
        return tl::unexpected(done.error());
    return json::object{};
}

IamService::Answer IamService::attach(const IamCall& call)
{
    return changeAttached(call, &Iam::attach);
}

IamService::Answer IamService::detach(const IamCall& call)
{
    return changeAttached(call, &Iam::detach);
}

IamService::Answer IamService::listAttached(const IamCall& call)
{
    const auto name = call.input.name(call.subjectMember(), kLongestSubject);
    if (!name)
        return tl::unexpected(name.error());
    const auto identity = m_iam.identity(call.kind, *name);
    if (!identity)
        return tl::unexpected(identity.error());
    const std::string prefix = call.input.text("PathPrefix").value_or("/");
    std::vector<const ManagedPolicy*> attached;
    for (const std::string& arn : (*identity)->attached)
        if (const auto policy = m_iam.policy(arn); policy && (*policy)->path.starts_with(prefix))
            attached.push_back(*policy);
    return iamPage(call, fmt::format("{} {}", call.operation, *name), "AttachedPolicies", attached,
                   [](const ManagedPolicy* policy) {
                       return json::object{{"PolicyName", policy->name}, {"PolicyArn", policy->arn}};
                   });
}

} // namespace greensward::cloud
