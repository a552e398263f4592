// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/caller_authorization.h"

#include "aws/amz_date.h"
#include "aws/service.h"

#include <fmt/format.h>

namespace greensward::cloud {

namespace {

/// The user or role that stands behind a caller; null when it is gone. `id` is the one the caller was given by.
const IamIdentity* behind(const Iam& iam, const aws::Caller& caller)
{
    const bool isRole = caller.kind == aws::Caller::Kind::Role;
    const std::string_view arn = caller.arn;
    const auto found = iam.identity(isRole ? IamKind::Role : IamKind::User,
                                    isRole ? std::string_view(caller.roleName) : arn.substr(arn.rfind('/') + 1));
    const std::string_view id = std::string_view(caller.userId).substr(0, caller.userId.find(':'));
    return found && (*found)->id == id ? *found : nullptr;
}

std::string_view word(Principal::Set set)
{
    return set == Principal::Set::Session ? "session" : "identity-based";
}

} // namespace

Principal CallerAuthorization::caller(const aws::Caller& caller) const
{
    const bool isRole = caller.kind == aws::Caller::Kind::Role;
    const TemporarySession* session = m_parts.keyring.session(caller.accessKeyId);
    const IamIdentity* identity = behind(m_parts.iam, caller);
    Principal principal;
    principal.arn = caller.arn;
    principal.role = caller.roleName;
    principal.generation = generation();
    if (session)
        principal.context = session->context;
    principal.add(Principal::Set::Identity, identity ? m_parts.iam.policiesOf(*identity) : Principal::Policies());
    if (session && !session->policies.empty())
        principal.add(Principal::Set::Session, session->policies);

    policy::Context& context = principal.context;
    context.set("aws:PrincipalArn", isRole && identity ? m_parts.iam.arn(IamKind::Role, *identity) : caller.arn);
    context.set("aws:PrincipalAccount", caller.account);
    context.set("aws:PrincipalType", isRole ? "AssumedRole" : "User");
    context.set("aws:userid", caller.userId);
    if (!isRole && identity)
        context.set("aws:username", identity->name);
    if (session)
        context.set("aws:MultiFactorAuthPresent", "false");
    if (!caller.sourceIp.empty())
        context.set("aws:SourceIp", caller.sourceIp);
    context.set("aws:RequestedRegion", m_parts.account.region);
    const WallTime now = m_parts.clock.wall();
    context.set("aws:CurrentTime", aws::toIsoSeconds(now));
    context.set("aws:EpochTime",
                std::to_string(std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count()));
    return principal;
}

Principal CallerAuthorization::messenger(const aws::Caller& caller, std::string_view clientId) const
{
    Principal principal = this->caller(caller);
    const TemporarySession* session = m_parts.keyring.session(caller.accessKeyId);
    if (!session || !session->authenticated)
        return principal;
    Principal::Policies policies;
    for (const IotPolicy* policy : m_parts.iotPolicies.attachedTo(session->identity))
        policies.push_back(policy->current().parsed);
    principal.add(Principal::Set::Iot, policies);
    // A variable of IoT policies: IAM's policies know nothing of it, but they stand beside one here.
    if (!clientId.empty())
        principal.context.set("iot:ClientId", std::string(clientId));
    return principal;
}

std::optional<aws::Caller> CallerAuthorization::signerOf(const net::Signer& signer, std::string_view address) const
{
    const aws::Credential* credential = m_parts.keyring.find(signer.accessKeyId);
    if (!credential)
        return std::nullopt;
    aws::Caller caller = credential->caller;
    caller.accessKeyId = signer.accessKeyId;
    caller.sourceIp = address;
    return caller;
}

std::optional<aws::ApiError> CallerAuthorization::refusal(const Principal& principal, const AccessNeed& need,
                                                          std::string_view service) const
{
    const auto refused = principal.refusal(need.action, need.resource);
    if (!refused)
        return std::nullopt;
    aws::ApiError error{.code = "AccessDeniedException", .status = 403};
    const aws::Service* known = aws::serviceNamed(service);
    if (known && known->protocol == aws::Protocol::Query)
        error.code = "AccessDenied";
    else if (known && (known->protocol == aws::Protocol::Json10 || known->protocol == aws::Protocol::Json11))
        error.status = 400;
    error.message = fmt::format("User: {} is not authorized to perform: {} on resource: {} ", principal.arn,
                                need.action, need.resource);
    error.message += refused->verdict.decision == policy::Decision::ExplicitDeny
                         ? fmt::format("with an explicit deny in {} {} policy",
                                       refused->set == Principal::Set::Session ? "a" : "an", word(refused->set))
                         : fmt::format("because no {} policy allows the {} action", word(refused->set), need.action);
    if (service == "iotdata") { // the data plane gives no reasons
        error.code = "ForbiddenException";
        error.message = "Forbidden";
    }
    error.explanation = principal.explain(need.action, need.resource).text;
    return error;
}

} // namespace greensward::cloud
