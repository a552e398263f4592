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

/// "com.amazon…#ResourceNotFoundException" and "ResourceNotFoundException:http://…" are written, too
/// (wire-protocols 2).
std::string bareCode(std::string code)
{
    code = code.substr(0, code.find(':'));
    return code.substr(code.rfind('#') + 1);
}

json::object objectOf(std::string_view body)
{
    boost::system::error_code broken;
    const json::value value = json::parse(body, broken);
    return !broken && value.is_object() ? value.get_object() : json::object();
}

} // namespace

GuestPass::GuestPass(client::Transport& transport, std::string host) : m_transport(transport), m_host(std::move(host)) {}

void GuestPass::call(std::string_view operation, std::string body,
                     std::function<void(tl::expected<json::object, Refusal>)> answered)
{
    aws::Request request{.method = "POST",
                         .target = "/",
                         .fields = {{"Host", m_host},
                                    {"Content-Type", "application/x-amz-json-1.1"},
                                    {"X-Amz-Target", "AWSCognitoIdentityService." + std::string(operation)}},
                         .body = std::move(body)};
    m_transport.send(std::move(request), [open = std::weak_ptr(m_open), answered = std::move(answered)](
                                             const Result<aws::Response>& response) {
        if (open.expired())
            return;
        if (!response)
            return answered(tl::unexpected(Refusal{.code = {}, .problem = response.error().message}));
        json::object said = objectOf(response->body);
        if (response->status == 200)
            return answered(std::move(said));
        const std::string field(response->field("x-amzn-errortype"));
        answered(tl::unexpected(
            Refusal{.code = bareCode(field.empty() ? textOf(said, "__type") : field), .problem = textOf(said, "message")}));
    });
}

void GuestPass::identity(const std::string& pool, Given<std::string> given)
{
    call("GetId", json::serialize(json::object{{"IdentityPoolId", pool}}),
         [given = std::move(given)](const tl::expected<json::object, Refusal>& said) {
             if (!said)
                 return given(tl::unexpected(said.error()));
             given(textOf(*said, "IdentityId"));
         });
}

void GuestPass::credentials(const std::string& identity, Given<aws::Credential> given)
{
    call("GetCredentialsForIdentity", json::serialize(json::object{{"IdentityId", identity}}),
         [given = std::move(given)](const tl::expected<json::object, Refusal>& said) {
             if (!said)
                 return given(tl::unexpected(said.error()));
             const json::value* lent = said->if_contains("Credentials");
             const json::object fields = lent && lent->is_object() ? lent->get_object() : json::object();
             aws::Credential key{.accessKeyId = textOf(fields, "AccessKeyId"),
                                 .secretAccessKey = textOf(fields, "SecretKey"),
                                 .sessionToken = textOf(fields, "SessionToken")};
             if (const json::value* until = fields.if_contains("Expiration"); until && until->is_number())
                 key.expires = WallTime{std::chrono::duration_cast<WallTime::duration>(
                     std::chrono::duration<double>(until->to_number<double>()))};
             given(std::move(key));
         });
}

} // namespace greensward::app
