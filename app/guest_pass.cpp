// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guest_pass.h"

#include <boost/json.hpp>

namespace greensward::app {

namespace json = boost::json;

namespace {

std::string textOf(const json::object& object, std::string_view name)
{
    const json::value* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

aws::Credential credentialOf(const json::object& said)
{
    const json::value* lent = said.if_contains("Credentials");
    const json::object fields = lent && lent->is_object() ? lent->get_object() : json::object();
    aws::Credential key{.accessKeyId = textOf(fields, "AccessKeyId"),
                        .secretAccessKey = textOf(fields, "SecretKey"),
                        .sessionToken = textOf(fields, "SessionToken")};
    if (const json::value* until = fields.if_contains("Expiration"); until && until->is_number())
        key.expires = WallTime{std::chrono::duration_cast<WallTime::duration>(
            std::chrono::duration<double>(until->to_number<double>()))};
    return key;
}

} // namespace

client::Call cognitoCall(std::string_view operation, std::string body)
{
    return {.service = "cognito-identity",
            .method = "POST",
            .path = "/",
            .body = std::move(body),
            .fields = {{"Content-Type", "application/x-amz-json-1.1"},
                       {"X-Amz-Target", "AWSCognitoIdentityService." + std::string(operation)}}};
}

GuestPass::GuestPass(client::Transport& transport, const Clock& clock, std::string host)
    : m_api(transport, clock, {.key = {}, .region = {}, .host = std::move(host)})
{}

void GuestPass::call(const char* operation, const char* name, const std::string& value, client::Api::Answered answered)
{
    m_api.call(cognitoCall(operation, json::serialize(json::object{{name, value}})),
               [open = std::weak_ptr(m_open), answered = std::move(answered)](const client::Answer& answer) {
                   if (!open.expired())
                       answered(answer);
               });
}

void GuestPass::identity(const std::string& pool, Given<std::string> given)
{
    call("GetId", "IdentityPoolId", pool, [given = std::move(given)](const client::Answer& answer) {
        if (!answer.ok())
            return given(tl::unexpected(answer));
        given(textOf(answer.object(), "IdentityId"));
    });
}

void GuestPass::credentials(const std::string& identity, Given<aws::Credential> given)
{
    call("GetCredentialsForIdentity", "IdentityId", identity, [given = std::move(given)](const client::Answer& answer) {
        if (!answer.ok())
            return given(tl::unexpected(answer));
        given(credentialOf(answer.object()));
    });
}

} // namespace greensward::app
