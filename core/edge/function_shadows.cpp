// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/function_shadows.h"

#include "aws/percent.h"
#include "shadow/json_writer.h"

#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::edge {

namespace {

std::string_view methodOf(lambda::FunctionRequests::ShadowVerb verb)
{
    switch (verb) {
    case lambda::FunctionRequests::ShadowVerb::Get:
        return "GET";
    case lambda::FunctionRequests::ShadowVerb::Update:
        return "POST";
    case lambda::FunctionRequests::ShadowVerb::Delete:
        return "DELETE";
    }
    return "GET";
}

/// What the SDK takes for an error: a document with both, code and message.
std::string rejected(const shadow::RestResponse& response)
{
    boost::system::error_code error;
    const auto body = boost::json::parse(response.body, error);
    std::string message = "the request was rejected";
    if (!error && body.is_object())
        if (const auto* text = body.get_object().if_contains("message"); text && text->is_string())
            message = std::string(std::string_view(text->get_string()));
    return fmt::format("{{\"code\":{},\"message\":{}}}", response.status, shadow::quoted(message));
}

} // namespace

void FunctionShadows::ask(lambda::FunctionRequests::ShadowVerb verb, const std::string& thing, std::string_view payload,
                          std::string_view who, shadow::Moment now, lambda::FunctionRequests::Done done)
{
    const std::string target = "/things/" + aws::percentEncode(thing) + "/shadow";
    const auto response =
        m_service.handle({.method = methodOf(verb), .target = target, .body = asBytes(payload)}, {.who = who}, now);
    if (!response)
        return done({.error = R"({"code":400,"message":"not a shadow"})"});
    lambda::FunctionRequests::Answer answer;
    if (response->status == 200)
        answer.payload = response->body;
    else
        answer.error = rejected(*response);
    if (response->waitsFor <= m_committed)
        return done(std::move(answer));
    m_waiting.push_back({response->waitsFor, std::move(answer), std::move(done)});
}

void FunctionShadows::committed(Ticket upTo)
{
    m_committed = std::max(m_committed, upTo);
    while (!m_waiting.empty() && m_waiting.front().ticket <= m_committed) {
        Waiting first = std::move(m_waiting.front());
        m_waiting.pop_front();
        first.done(std::move(first.answer));
    }
}

} // namespace greensward::edge
