// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/services/sts.h"

#include "aws/amz_date.h"
#include "cloud/iam_documents.h"
#include "cloud/role_session.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::int64_t kShortest = 900;
constexpr std::int64_t kLongest = 129'600;
constexpr std::int64_t kLongestOfRoot = 3600;
constexpr std::int64_t kLongestOfRole = 43'200;
constexpr std::int64_t kUsual = 43'200;
constexpr std::int64_t kUsualOfRole = 3600;
constexpr std::size_t kLongestPolicy = 2048;
constexpr std::size_t kMostPolicyArns = 10;

json::object describe(const aws::Credential& key)
{
    return {{"AccessKeyId", key.accessKeyId},
            {"SecretAccessKey", key.secretAccessKey},
            {"SessionToken", key.sessionToken},
            {"Expiration", aws::toIsoSeconds(*key.expires)}};
}

tl::unexpected<aws::ApiError> denied(std::string message, std::string explanation)
{
    aws::ApiError error{.code = "AccessDenied", .status = 403, .message = std::move(message)};
    error.explanation = std::move(explanation);
    return tl::unexpected(std::move(error));
}

aws::ApiResult<std::string> sessionNameFrom(const ServiceInput& input)
{
    auto name = input.name("RoleSessionName", 64);
    if (name && name->size() < 2)
        return input.invalid(fmt::format("1 validation error detected: Value '{}' at 'roleSessionName' failed to "
                                         "satisfy constraint: Member must have length greater than or equal to 2",
                                         *name));
    return name;
}

} // namespace

std::optional<aws::ApiResult<json::object>> StsService::handle(std::string_view operation, const json::object& input,
                                                               const aws::Caller& caller)
{
    const ServiceInput members(input, "ValidationError");
    if (operation == "GetCallerIdentity")
        return json::object{{"UserId", caller.userId}, {"Account", caller.account}, {"Arn", caller.arn}};
    if (operation == "GetSessionToken")
        return getSessionToken(members, caller);
    if (operation == "AssumeRole")
        return assumeRole(members, caller);
    if (operation == "AssumeRoleWithWebIdentity")
        return assumeRoleWithWebIdentity(members, caller);
    return std::nullopt;
}

StsService::Answer StsService::getSessionToken(const ServiceInput& input, const aws::Caller& caller)
{
    if (m_parts.callers.session(caller))
        return aws::apiFailure("AccessDenied", 403, "Cannot call GetSessionToken with session credentials");
    const auto given = input.number("DurationSeconds", kShortest, kLongest);
    if (!given)
        return tl::unexpected(given.error());
    std::int64_t seconds = given->value_or(kUsual);
    // The account's own keys lend for an hour at most; who asks for more gets an hour.
    if (caller.kind == aws::Caller::Kind::Root)
        seconds = std::min(seconds, kLongestOfRoot);
    return json::object{{"Credentials", describe(m_parts.keyring.lend(caller, std::chrono::seconds(seconds)))}};
}

// --- roles ---------------------------------------------------------------------------------------------------------

aws::ApiResult<std::chrono::seconds> StsService::durationFrom(const ServiceInput& input, const IamRole& role) const
{
    const auto given = input.number("DurationSeconds", kShortest, kLongestOfRole);
    if (!given)
        return tl::unexpected(given.error());
    const std::chrono::seconds seconds(given->value_or(kUsualOfRole));
    if (seconds > role.longestSession)
        return input.invalid("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    return seconds;
}

aws::ApiResult<TemporarySession> StsService::sessionFrom(const ServiceInput& input, const IamRole& role) const
{
    TemporarySession session{.origin = TemporarySession::Origin::Role};
    if (auto document = input.text("Policy")) {
        if (document->size() > kLongestPolicy)
            return aws::apiFailure("PackedPolicyTooLarge", 400,
                                   fmt::format("Packed size of session policy exceeds {} characters", kLongestPolicy));
        auto parsed = policy::parsePolicy("session policy of " + role.name, *document, policy::Dialect::Identity);
        if (!parsed)
            return tl::unexpected(parsed.error());
        session.policies.push_back(std::make_shared<const policy::Policy>(std::move(*parsed)));
    }
    const auto* arns = input.array("PolicyArns");
    if (!arns)
        return session;
    if (arns->size() > kMostPolicyArns)
        return input.invalid(fmt::format("At most {} session policies may be named", kMostPolicyArns));
    for (const json::value& one : *arns) {
        const auto* object = one.if_object();
        const auto* arn = object ? object->if_contains("arn") : nullptr;
        const auto policy = m_parts.iam.policy(arn && arn->is_string() ? std::string_view(arn->get_string()) : "");
        if (!policy)
            return input.invalid(policy.error().message);
        session.policies.push_back((*policy)->current().document.parsed);
    }
    return session;
}

StsService::Answer StsService::lend(const IamRole& role, const std::string& sessionName, std::chrono::seconds lasts,
                                    TemporarySession session)
{
    const aws::Caller caller = roleSession(m_parts.account, role, sessionName);
    session.context.set("sts:RoleSessionName", sessionName);
    return json::object{{"Credentials", describe(m_parts.keyring.lend(caller, lasts, std::move(session)))},
                        {"AssumedRoleUser", {{"AssumedRoleId", caller.userId}, {"Arn", caller.arn}}}};
}

StsService::Answer StsService::assumeRole(const ServiceInput& input, const aws::Caller& caller)
{
    const auto arn = input.required("RoleArn", 2048);
    const auto name = sessionNameFrom(input);
    if (const auto* fault = firstFault({&arn, &name}))
        return tl::unexpected(*fault);
    if (caller.kind == aws::Caller::Kind::Root)
        return denied("Roles may not be assumed by root accounts.",
                      "the keys are the account's own: create a user, and assume the role with its access key");
    const std::string refused =
        fmt::format("User: {} is not authorized to perform: sts:AssumeRole on resource: {}", caller.arn, *arn);
    const IamRole* role = m_parts.iam.roleOf(*arn);
    if (!role)
        return denied(refused, fmt::format("there is no role {}", *arn));

    const Principal asking = m_parts.callers.caller(caller);
    policy::Context context = asking.context;
    context.set("sts:RoleSessionName", *name);
    if (const auto externalId = input.text("ExternalId"))
        context.set("sts:ExternalId", *externalId);
    const std::string behind = context.find("aws:PrincipalArn")->front();
    const policy::AccessRequest request{"sts:AssumeRole", *arn, context, "AWS", caller.arn, behind};
    const Trust trust = trustOf(*role, request);
    if (trust == Trust::No || trust == Trust::Denied)
        return denied(refused, fmt::format("the role {} does not trust {}: {}", role->name, caller.arn,
                                           explainTrust(*role, request)));
    // Whoever is trusted by name needs no policy for it, but none may deny it, and no session policy leave it out.
    const auto no = asking.refusal("sts:AssumeRole", *arn);
    if (no && (trust == Trust::Delegated || no->set == Principal::Set::Session ||
               no->verdict.decision == policy::Decision::ExplicitDeny)) {
        auto error = *m_parts.callers.refusal(asking, {"sts:AssumeRole", *arn}, "sts");
        error.explanation = fmt::format("the role {} trusts the account, so a policy of the caller must allow it: {}",
                                        role->name, error.explanation);
        return tl::unexpected(std::move(error));
    }
    const auto lasts = durationFrom(input, *role);
    if (!lasts)
        return tl::unexpected(lasts.error());
    if (caller.kind == aws::Caller::Kind::Role && *lasts > std::chrono::hours(1))
        return input.invalid("The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role "
                             "chaining");
    auto session = sessionFrom(input, *role);
    if (!session)
        return tl::unexpected(session.error());
    auto answer = lend(*role, *name, *lasts, std::move(*session));
    if (const auto policy = input.text("Policy"))
        (*answer)["PackedPolicySize"] = std::max<std::size_t>(1, policy->size() * 100 / kLongestPolicy);
    return answer;
}

/// Unsigned: the token says who asks. Only Cognito's own tokens can be checked here.
StsService::Answer StsService::assumeRoleWithWebIdentity(const ServiceInput& input, const aws::Caller& caller)
{
    const auto arn = input.required("RoleArn", 2048);
    const auto name = sessionNameFrom(input);
    const auto token = input.required("WebIdentityToken", 20'000);
    if (const auto* fault = firstFault({&arn, &name, &token}))
        return tl::unexpected(*fault);
    const auto claims = m_parts.tokens.check(*token);
    if (!claims) {
        if (claims.error() == IdentityTokens::Flaw::Expired)
            return aws::apiFailure("ExpiredTokenException", 400,
                                   "Token expired: it must be used before its expiration");
        aws::ApiError error{.code = "InvalidIdentityToken",
                            .status = 400,
                            .message = claims.error() == IdentityTokens::Flaw::Malformed
                                           ? "The ID Token provided is not a valid JWT. (You may see this error if you "
                                             "sent an Access Token)"
                                           : "Couldn't retrieve verification key from your identity provider, please "
                                             "reference AssumeRoleWithWebIdentity documentation for requirements"};
        error.explanation = "only tokens of this workspace's identity pools (GetOpenIdToken) can be checked here";
        return tl::unexpected(std::move(error));
    }
    policy::Context context;
    context.set("cognito-identity.amazonaws.com:aud", claims->pool);
    context.set("cognito-identity.amazonaws.com:sub", claims->identity);
    context.setAll("cognito-identity.amazonaws.com:amr", claims->methods);
    if (!caller.sourceIp.empty())
        context.set("aws:SourceIp", caller.sourceIp);
    const policy::AccessRequest request{"sts:AssumeRoleWithWebIdentity", *arn, context, "Federated",
                                        "cognito-identity.amazonaws.com"};
    const IamRole* role = m_parts.iam.roleOf(*arn);
    const Trust trust = role ? trustOf(*role, request) : Trust::No;
    if (trust == Trust::No || trust == Trust::Denied)
        return denied("Not authorized to perform sts:AssumeRoleWithWebIdentity",
                      role ? explainTrust(*role, request) : fmt::format("there is no role {}", *arn));
    const auto lasts = durationFrom(input, *role);
    if (!lasts)
        return tl::unexpected(lasts.error());
    auto session = sessionFrom(input, *role);
    if (!session)
        return tl::unexpected(session.error());
    session->origin = TemporarySession::Origin::WebIdentity;
    session->context = context;
    session->identity = claims->identity;
    session->authenticated = claims->authenticated();
    auto answer = lend(*role, *name, *lasts, std::move(*session));
    (*answer)["SubjectFromWebIdentityToken"] = claims->identity;
    (*answer)["Provider"] = "cognito-identity.amazonaws.com";
    (*answer)["Audience"] = claims->pool;
    return answer;
}

} // namespace greensward::cloud
