// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api.h"

#include "aws/percent.h"
#include "aws/sigv4_sign.h"

#include <boost/json/parse.hpp>

namespace greensward::client {

namespace json = boost::json;

namespace {

std::string targetOf(const Call& call)
{
    std::string target = call.path;
    char separator = '?';
    for (const auto& [name, value] : call.query) {
        target += separator + aws::percentEncode(name) + '=' + aws::percentEncode(value);
        separator = '&';
    }
    return target;
}

std::string text(const json::object& object, std::string_view name)
{
    const json::value* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->as_string()) : std::string();
}

/// What stands between the tags of that name in the error of a service that answers in XML: <Code>NoSuchEntity</Code>.
std::string xmlText(std::string_view body, std::string_view name)
{
    const std::string begin = '<' + std::string(name) + '>';
    const auto from = body.find(begin);
    const auto to = from == std::string_view::npos ? from : body.find("</", from);
    return to == std::string_view::npos ? std::string()
                                        : std::string(body.substr(from + begin.size(), to - from - begin.size()));
}

/// "ResourceNotFoundException:http://…" and "com.amazon…#ResourceNotFoundException" are written, too
/// (wire-protocols 2).
std::string bareCode(std::string code)
{
    code = code.substr(0, code.find(':'));
    const auto hash = code.rfind('#');
    return hash == std::string::npos ? code : code.substr(hash + 1);
}

Answer read(Result<aws::Response> received)
{
    if (!received)
        return {.problem = received.error().message};
    Answer answer{
        .status = received->status, .body = std::move(received->body), .fields = std::move(received->fields)};
    if (answer.ok())
        return answer;
    const json::object body = answer.object();
    std::string code{answer.field("x-amzn-errortype")};
    if (code.empty())
        code = text(body, "__type");
    if (code.empty())
        code = xmlText(answer.body, "Code");
    answer.code = bareCode(code);
    answer.problem = text(body, "message");
    if (answer.problem.empty())
        answer.problem = text(body, "Message");
    if (answer.problem.empty())
        answer.problem = xmlText(answer.body, "Message");
    if (answer.problem.empty())
        answer.problem = answer.code.empty() ? "HTTP status " + std::to_string(answer.status) : answer.code;
    return answer;
}

} // namespace

std::string label(std::string_view name)
{
    return aws::percentEncode(name);
}

json::object Answer::object() const
{
    boost::system::error_code broken;
    json::value value = json::parse(body, broken);
    return !broken && value.is_object() ? std::move(value.as_object()) : json::object{};
}

std::string_view Answer::field(std::string_view name) const
{
    return aws::fieldOf(fields, name);
}

Api::Api(Transport& transport, const Clock& clock, Account account)
    : m_transport(transport), m_clock(clock), m_account(std::move(account))
{}

void Api::call(Call call, Answered answered)
{
    aws::Request request{.method = call.method, .target = targetOf(call), .body = std::move(call.body)};
    request.fields.emplace_back("Host", m_account.host);
    request.fields.insert(request.fields.end(), call.fields.begin(), call.fields.end());
    if (!request.body.empty() && !request.has("Content-Type"))
        request.fields.emplace_back("Content-Type", "application/json");
    if (!m_account.key.accessKeyId.empty())
        aws::signRequest(request, {.key = m_account.key,
                                   .region = m_account.region,
                                   .service = call.service,
                                   .time = m_clock.wall()});
    m_transport.send(std::move(request), [answered = std::move(answered)](Result<aws::Response> received) {
        answered(read(std::move(received)));
    });
}

} // namespace greensward::client
