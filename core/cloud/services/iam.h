// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/caller.h"
#include "cloud/caller_authorization.h"
#include "cloud/iam.h"
#include "cloud/services/service_input.h"

#include <boost/json/object.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::cloud {

/// One call of IAM: operations on users and on roles are alike but for the member that names them.
struct IamCall
{
    std::string_view operation;
    IamKind kind;
    ServiceInput input;
    const aws::Caller& caller;

    std::string_view subjectMember() const { return kind == IamKind::User ? "UserName" : "RoleName"; }
};

/// Identity and Access Management (wire-protocols.md 5.2): users, access keys, roles, their policies, simulation.
/// Groups, MFA, instance profiles, boundaries and tags are not part of it. Engine thread.
class IamService
{
public:
    IamService(const Account& account, Iam& iam) : m_account(account), m_iam(iam) {}

    /// What the caller needs to be allowed.
    std::vector<AccessNeed> needs(std::string_view operation, const boost::json::object& input,
                                  const aws::Caller& caller) const;
    /// Nothing when there is no such operation here.
    std::optional<aws::ApiResult<boost::json::object>>
    handle(std::string_view operation, const boost::json::object& input, const aws::Caller& caller);

private:
    using Answer = aws::ApiResult<boost::json::object>;
    using Handler = Answer (IamService::*)(const IamCall&);
    struct Operation
    {
        std::string_view name;
        Handler handler;
        IamKind kind = IamKind::Role;
    };
    static std::span<const Operation> operations();

    // iam_identity_calls.cpp
    Answer createRole(const IamCall& call);
    Answer createUser(const IamCall& call);
    Answer get(const IamCall& call);
    Answer list(const IamCall& call);
    Answer remove(const IamCall& call);
    Answer updateRole(const IamCall& call);
    Answer updateTrust(const IamCall& call);
    Answer createAccessKey(const IamCall& call);
    Answer listAccessKeys(const IamCall& call);
    Answer updateAccessKey(const IamCall& call);
    Answer deleteAccessKey(const IamCall& call);
    // iam_grant_calls.cpp
    Answer putInline(const IamCall& call);
    Answer getInline(const IamCall& call);
    Answer listInline(const IamCall& call);
    Answer deleteInline(const IamCall& call);
    Answer attach(const IamCall& call);
    Answer detach(const IamCall& call);
    Answer listAttached(const IamCall& call);
    template<typename Change>
    Answer changeAttached(const IamCall& call, Change change);
    // iam_policy_calls.cpp
    Answer createPolicy(const IamCall& call);
    Answer getPolicy(const IamCall& call);
    Answer listPolicies(const IamCall& call);
    Answer deletePolicy(const IamCall& call);
    Answer createPolicyVersion(const IamCall& call);
    Answer getPolicyVersion(const IamCall& call);
    Answer listPolicyVersions(const IamCall& call);
    Answer setDefaultPolicyVersion(const IamCall& call);
    Answer deletePolicyVersion(const IamCall& call);
    Answer listEntitiesForPolicy(const IamCall& call);
    using VersionChange = aws::ApiResult<void> (Iam::*)(std::string_view arn, int version);
    Answer changeVersion(const IamCall& call, VersionChange change);

    // iam_simulation.cpp
    Answer simulate(const IamCall& call);

    aws::ApiResult<std::string> userOf(const IamCall& call) const;
    boost::json::object describe(IamKind kind, const IamIdentity& identity) const;
    boost::json::object describe(const ManagedPolicy& policy) const;

    const Account& m_account;
    Iam& m_iam;
};

} // namespace greensward::cloud
