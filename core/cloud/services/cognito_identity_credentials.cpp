// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Identities, their tokens, and the temporary keys they are lent.
#include "cloud/role_session.h"
#include "cloud/services/cognito_identity.h"
#include "cloud/services/iot_checks.h"

#include <boost/json.hpp>
#include <cassert>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::string_view kCognito = "cognito-identity.amazonaws.com";
constexpr std::size_t kLongestId = 55;
constexpr std::chrono::seconds kLent{3600};
constexpr std::chrono::seconds kTokenLasts{600};
constexpr std::int64_t kDeveloperTokenLasts = 900;
constexpr std::int64_t kLongestDeveloperToken = 86'400;

/// Whatever a guest's role allows, Cognito's enhanced flow lends keys for these services alone.
constexpr std::string_view kGuestBound =
    R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Resource":"*","Action":[
"iot:*","execute-api:*","cognito-identity:*","cognito-idp:*","cognito-sync:*","dynamodb:*","kinesis:*","firehose:*",
"lambda:*","s3:*","sns:*","sqs:*","ses:*","logs:*","cloudwatch:*","mobileanalytics:*","mobiletargeting:*",
"machinelearning:*","gamelift:*","lex:*","polly:*","comprehend:*","translate:*","transcribe:*","rekognition:*",
"appsync:*","personalize:*","sagemaker:InvokeEndpoint","textract:DetectDocumentText","textract:AnalyzeDocument",
"sdb:*","rum:PutRumEvents"]}]})";

aws::ApiError notAuthorized(std::string message, std::string explanation = {})
{
    aws::ApiError error{.code = "NotAuthorizedException", .status = 400, .message = std::move(message)};
    error.explanation = std::move(explanation);
    return error;
}

aws::ApiError noGuests()
{
    return notAuthorized("Unauthenticated access is not supported for this identity pool.",
                         "the pool was made without AllowUnauthenticatedIdentities, and the request brings no login");
}

aws::ApiError wrongRoles(std::string explanation)
{
    aws::ApiError error{.code = "InvalidIdentityPoolConfigurationException",
                        .status = 400,
                        .message = "Invalid identity pool configuration. Check assigned IAM roles for this pool."};
    error.explanation = std::move(explanation);
    return error;
}

bool hasLogins(const ServiceInput& input)
{
    const auto* logins = input.object("Logins");
    return logins && !logins->empty();
}

} // namespace

CognitoIdentityService::CognitoIdentityService(Parts parts) : m_parts(parts)
{
    auto bound =
        policy::parsePolicy("AmazonCognitoUnAuthedIdentitiesSessionPolicy", kGuestBound, policy::Dialect::Identity);
    assert(bound);
    m_guestBound = std::make_shared<const policy::Policy>(std::move(*bound));
}

aws::ApiResult<IdentityClaims> CognitoIdentityService::claimsOf(const PoolIdentity& identity, const IdentityPool& pool,
                                                                const ServiceInput& input) const
{
    if (!hasLogins(input)) {
        if (!identity.logins.empty())
            return tl::unexpected(notAuthorized(fmt::format("Access to Identity '{}' is forbidden.", identity.id),
                                                "it signed in before, and this request brings no login"));
        if (!pool.allowsUnauthenticated)
            return tl::unexpected(noGuests());
        return IdentityClaims{.identity = identity.id, .pool = pool.id, .methods = {"unauthenticated"}};
    }
    for (const auto& pair : *input.object("Logins")) {
        const std::string provider(pair.key());
        if (provider != kCognito) {
            if (pool.loginProviders.contains(provider))
                return tl::unexpected(notAuthorized(
                    "Invalid login token.", fmt::format("a token of {} can only be checked by asking there, and this "
                                                        "workspace asks nobody: sign users in with a backend of your "
                                                        "own (GetOpenIdTokenForDeveloperIdentity)",
                                                        provider)));
            return tl::unexpected(notAuthorized("Token is not from a supported provider of this identity pool."));
        }
        const auto claims = m_parts.tokens.check(pair.value().is_string() ? std::string_view(pair.value().get_string())
                                                                          : std::string_view());
        if (!claims)
            return tl::unexpected(
                notAuthorized(claims.error() == IdentityTokens::Flaw::Expired
                                  ? "Invalid login token. Token is expired."
                                  : "Invalid login token. Not a valid OpenId Connect identity token."));
        if (claims->identity != identity.id || claims->pool != pool.id)
            return tl::unexpected(notAuthorized("Logins don't match. Please include at least one valid login for this "
                                                "identity or identity pool."));
        return *claims;
    }
    return tl::unexpected(noGuests());
}

CognitoIdentityService::Answer CognitoIdentityService::getId(const ServiceInput& input)
{
    const auto pool = poolOf(input);
    if (!pool)
        return tl::unexpected(pool.error());
    if (hasLogins(input)) { // the token names the identity; it is made by signing in, not here
        const auto* token = input.object("Logins")->if_contains(kCognito);
        const auto claims =
            m_parts.tokens.check(token && token->is_string() ? std::string_view(token->get_string()) : "");
        if (!token)
            return tl::unexpected(notAuthorized("Token is not from a supported provider of this identity pool."));
        if (!claims || claims->pool != (*pool)->id)
            return tl::unexpected(notAuthorized("Invalid login token. Not a valid OpenId Connect identity token."));
        return json::object{{"IdentityId", claims->identity}};
    }
    if (!(*pool)->allowsUnauthenticated)
        return tl::unexpected(noGuests());
    return json::object{{"IdentityId", m_parts.pools.makeIdentity(**pool, {}).id}};
}

CognitoIdentityService::Answer CognitoIdentityService::getCredentialsForIdentity(const ServiceInput& input)
{
    const auto identity = identityOf(input);
    if (!identity)
        return tl::unexpected(identity.error());
    const auto pool = m_parts.pools.pool((*identity)->pool);
    if (!pool)
        return tl::unexpected(pool.error());
    const auto claims = claimsOf(**identity, **pool, input);
    if (!claims)
        return tl::unexpected(claims.error());
    const std::string_view kind = claims->authenticated() ? "authenticated" : "unauthenticated";
    const auto arn = (*pool)->roles.find(kind);
    if (arn == (*pool)->roles.end())
        return tl::unexpected(
            wrongRoles(fmt::format("the pool has no role for {} identities: SetIdentityPoolRoles", kind)));
    const IamRole* role = m_parts.iam.roleOf(arn->second);
    if (!role)
        return tl::unexpected(wrongRoles(fmt::format("there is no role {}", arn->second)));

    TemporarySession session{.origin = TemporarySession::Origin::WebIdentity,
                             .identity = claims->identity,
                             .authenticated = claims->authenticated()};
    session.context.set("cognito-identity.amazonaws.com:aud", claims->pool);
    session.context.set("cognito-identity.amazonaws.com:sub", claims->identity);
    session.context.setAll("cognito-identity.amazonaws.com:amr", claims->methods);
    const policy::AccessRequest request{"sts:AssumeRoleWithWebIdentity", arn->second, session.context, "Federated",
                                        kCognito};
    const Trust trust = trustOf(*role, request);
    if (trust == Trust::No || trust == Trust::Denied)
        return tl::unexpected(wrongRoles(fmt::format("the role {} does not trust this pool's {} identities: {}",
                                                     role->name, kind, explainTrust(*role, request))));
    if (!session.authenticated)
        session.policies.push_back(m_guestBound);
    const aws::Credential& key = m_parts.keyring.lend(roleSession(m_parts.account, *role, "CognitoIdentityCredentials"),
                                                      kLent, std::move(session));
    return json::object{{"IdentityId", (*identity)->id},
                        {"Credentials",
                         {{"AccessKeyId", key.accessKeyId},
                          {"SecretKey", key.secretAccessKey},
                          {"SessionToken", key.sessionToken},
                          {"Expiration", epoch(*key.expires)}}}};
}

/// The classic flow: the token is taken to STS.
CognitoIdentityService::Answer CognitoIdentityService::getOpenIdToken(const ServiceInput& input)
{
    const auto identity = identityOf(input);
    if (!identity)
        return tl::unexpected(identity.error());
    const auto pool = m_parts.pools.pool((*identity)->pool);
    if (!pool)
        return tl::unexpected(pool.error());
    if (!(*pool)->allowsClassicFlow)
        return input.invalid("Basic (classic) flow is not enabled, please use enhanced flow.");
    const auto claims = claimsOf(**identity, **pool, input);
    if (!claims)
        return tl::unexpected(claims.error());
    return json::object{{"IdentityId", (*identity)->id}, {"Token", m_parts.tokens.issue(*claims, kTokenLasts)}};
}

/// A backend of one's own says: this user is signed in.
CognitoIdentityService::Answer CognitoIdentityService::getOpenIdTokenForDeveloperIdentity(const ServiceInput& input)
{
    const auto pool = poolOf(input);
    if (!pool)
        return tl::unexpected(pool.error());
    const auto lasts = input.number("TokenDuration", 1, kLongestDeveloperToken);
    if (!lasts)
        return tl::unexpected(lasts.error());
    const std::string& provider = (*pool)->developerProvider;
    const auto* logins = input.object("Logins");
    const auto* user = logins && !provider.empty() ? logins->if_contains(provider) : nullptr;
    if (!user || !user->is_string() || user->get_string().empty())
        return input.invalid(provider.empty() ? "The identity pool has no developer provider name."
                                              : "Please provide a login of the developer provider " + provider);
    const std::string name(user->get_string());
    const PoolIdentity* identity = m_parts.pools.identityOf((*pool)->id, provider, name);
    if (const auto wanted = input.text("IdentityId")) {
        const auto known = m_parts.pools.identity(*wanted);
        if (!known)
            return tl::unexpected(known.error());
        if ((*known)->pool != (*pool)->id || (identity && identity != *known))
            return aws::apiFailure("DeveloperUserAlreadyRegisteredException", 400,
                                   "Developer user is already registered with another identity");
        m_parts.pools.addLogin(*wanted, provider, name); // a guest who signs in
        identity = *known;
    }
    if (!identity)
        identity = &m_parts.pools.makeIdentity(**pool, {{provider, name}});
    const IdentityClaims claims{
        .identity = identity->id,
        .pool = (*pool)->id,
        .methods = {"authenticated", provider, fmt::format("{}:{}:{}", provider, (*pool)->id, name)}};
    return json::object{
        {"IdentityId", identity->id},
        {"Token", m_parts.tokens.issue(claims, std::chrono::seconds(lasts->value_or(kDeveloperTokenLasts)))}};
}

} // namespace greensward::cloud
