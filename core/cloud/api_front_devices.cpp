// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Requests over mutual TLS: the data plane for devices, and the credentials provider.
#include "cloud/api_front.h"
#include "cloud/denial.h"
#include "cloud/role_session.h"

#include "aws/amz_date.h"
#include "aws/percent.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::string_view kAliases = "/role-aliases/";
constexpr std::string_view kCredentials = "/credentials";

aws::ApiError forbidden(std::string message, std::string why)
{
    aws::ApiError error{.code = "ForbiddenException", .status = 403, .message = std::move(message)};
    error.explanation = std::move(why);
    return error;
}

/// "A" of "/role-aliases/A/credentials".
std::string aliasOf(const aws::Request& request)
{
    std::string_view path = request.path();
    path.remove_prefix(std::min(path.size(), kAliases.size()));
    return aws::percentDecode(path.substr(0, path.size() - std::min(path.size(), kCredentials.size())));
}

} // namespace

/// Mutual TLS: the certificate says who, IoT policies say what (greengrass-and-gateway.md 15).
void ApiFront::deviceRequest(Exchange exchange, aws::Route::Kind kind)
{
    const std::string& id = exchange.request.peer.certificateId;
    exchange.form.protocol = aws::Protocol::RestJson;
    Denial denial{.reason = Denial::Reason::UnknownCertificate, .certificateId = id};
    if (id.empty()) {
        aws::ApiError error{
            .code = "MissingAuthenticationTokenException", .status = 403, .message = "Missing Authentication Token"};
        error.explanation = "the request is not signed and came without a client certificate";
        return refuse(exchange, error);
    }
    const DeviceCertificate* certificate = m_parts.authorization.certificates().find(id);
    if (!certificate)
        return refuseDevice(exchange, denial, nullptr, fmt::format("the certificate {} is not registered", id));
    denial.reason = Denial::Reason::InactiveCertificate;
    if (certificate->status != CertificateStatus::Active)
        return refuseDevice(exchange, denial, nullptr,
                            fmt::format("the certificate {} is {}, not ACTIVE", id, name(certificate->status)));
    exchange.caller = {.kind = aws::Caller::Kind::Certificate,
                       .account = m_parts.account.id,
                       .arn = m_parts.authorization.certificates().arn(id),
                       .userId = id,
                       .sourceIp = exchange.request.peer.address};
    if (kind == aws::Route::Kind::Credentials && exchange.request.method == "GET")
        return lendToDevice(std::move(exchange));
    if (exchange.request.path().starts_with("/greengrass/"))
        return askCloudOfCores(std::move(exchange));
    const auto question = m_parts.data.question(exchange.request);
    if (!question)
        return refuse(exchange, aws::unknownOperation(exchange.form, exchange.operation));
    exchange.operation = "iotdata " + question->operation;
    const Principal device = m_parts.authorization.device(id, {}, exchange.caller.sourceIp);
    for (const std::string& action : {question->action, question->also})
        if (!action.empty() && !deviceMay(exchange, device, action, question->resource))
            return;
    dataPlane(std::move(exchange));
}

void ApiFront::refuseDevice(Exchange& exchange, const Denial& denial, const Principal* device, const std::string& why)
{
    if (exchange.request.path().starts_with("/greengrass/")) {
        note(exchange, 403, why);
        exchange.respond(aws::answer(exchange.form, {},
                                     json::object{{"message", nullptr}, {"traceId", exchange.form.requestId}}, 403));
    } else {
        refuse(exchange, forbidden("Forbidden", why));
    }
    noteEvidence(exchange, trace::Finding::AccessDenied, *evidenceOf(denial, m_parts.authorization, device), why);
}

bool ApiFront::deviceMay(Exchange& exchange, const Principal& device, std::string_view action,
                         std::string_view resource)
{
    if (device.evaluate(action, resource).allowed())
        return true;
    const Denial denial{.reason = device.policies.empty() ? Denial::Reason::NoPolicy : Denial::Reason::Http,
                        .certificateId = device.certificateId,
                        .action = action,
                        .resource = resource};
    refuseDevice(exchange, denial, &device, device.explain(action, resource).text);
    return false;
}

void ApiFront::refuseAlias(Exchange& exchange, std::string_view cause, std::string_view role, std::string message,
                           const std::string& why)
{
    const std::string alias = aliasOf(exchange.request);
    refuse(exchange, forbidden(std::move(message), why));
    noteEvidence(exchange, trace::Finding::RoleUnusable,
                 json::serialize(json::object{{"which", "alias"}, {"cause", cause}, {"alias", alias}, {"role", role}}),
                 why);
}

/// The credentials provider (greengrass-and-gateway.md 19): keys of the alias' role for a device whose IoT policy
/// allows it, if the role trusts the provider. Any failure is a 403.
void ApiFront::lendToDevice(Exchange exchange)
{
    exchange.operation = "credentials GetCredentials";
    const std::string id = exchange.caller.userId;
    const std::string thing(exchange.request.field("x-amzn-iot-thingname"));
    const std::string name = aliasOf(exchange.request);
    const auto alias = m_parts.roleAliases.alias(name);
    if (!alias)
        return refuseAlias(exchange, "no-alias", {}, "Role alias does not exist", alias.error().message);
    const auto things = m_parts.authorization.thingsOf(exchange.caller.arn);
    if (!thing.empty() && std::find(things.begin(), things.end(), thing) == things.end())
        return refuse(exchange,
                      forbidden("Access Denied", fmt::format("the certificate {} is not attached to the thing "
                                                             "{} that x-amzn-iot-thingname names",
                                                             id, thing)));
    const Principal device = m_parts.authorization.device(id, thing, exchange.caller.sourceIp);
    if (!deviceMay(exchange, device, "iot:AssumeRoleWithCertificate", m_parts.roleAliases.arn(name)))
        return;
    const IamRole* role = m_parts.callers.iam().roleOf((*alias)->roleArn);
    if (!role)
        return refuseAlias(exchange, "no-role", (*alias)->roleArn, "Access Denied",
                           fmt::format("there is no role {}", (*alias)->roleArn));
    TemporarySession session{.origin = TemporarySession::Origin::Certificate};
    session.context.set("credentials-iot:AwsCertificateId", id);
    if (!thing.empty()) {
        session.context.set("credentials-iot:ThingName", thing);
        if (const auto* type = device.context.find("iot:Connection.Thing.ThingTypeName"))
            session.context.setAll("credentials-iot:ThingTypeName", *type);
    }
    const policy::AccessRequest request{"sts:AssumeRole", (*alias)->roleArn, session.context, "Service",
                                        "credentials.iot.amazonaws.com"};
    const Trust trust = trustOf(*role, request);
    if (trust == Trust::No || trust == Trust::Denied)
        return refuseAlias(exchange, "no-trust", (*alias)->roleArn, "Access Denied",
                           fmt::format("the role {} does not trust the credentials provider: {}", role->name,
                                       explainTrust(*role, request)));
    note(exchange, 0, {});
    const aws::Credential& key = m_parts.keyring.lend(
        roleSession(m_parts.account, *role, id), std::min((*alias)->lasts, role->longestSession), std::move(session));
    send(exchange,
         aws::answer(exchange.form, {},
                     json::object{{"credentials",
                                   {{"accessKeyId", key.accessKeyId},
                                    {"secretAccessKey", key.secretAccessKey},
                                    {"sessionToken", key.sessionToken},
                                    {"expiration", aws::toIsoSeconds(*key.expires)}}}}),
         0);
}

} // namespace greensward::cloud
