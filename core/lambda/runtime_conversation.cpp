// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lambda/runtime_conversation.h"

#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::lambda {

namespace json = boost::json;

namespace {

constexpr std::string_view kBase = "/2018-06-01/runtime/";
constexpr std::string_view kInvocation = "invocation/";
constexpr std::size_t kLargestResult = 6 * 1024 * 1024 + 100;

net::HttpResponse answerOf(unsigned status, const json::object& body)
{
    return {.status = status, .fields = {{"Content-Type", "application/json"}}, .body = json::serialize(body)};
}

net::HttpResponse refusal(unsigned status, std::string_view type, std::string_view message)
{
    return answerOf(status, {{"errorMessage", message}, {"errorType", type}});
}

net::HttpResponse accepted()
{
    return answerOf(202, {{"status", "OK"}});
}

/// The error as it tells it; what is no document becomes one.
std::string problemIn(RuntimeRequest& request)
{
    std::string body = request.takeBody();
    boost::system::error_code error;
    const json::value parsed = json::parse(body, error);
    if (!error && parsed.is_object())
        return body;
    const std::string_view type = request.request().field("Lambda-Runtime-Function-Error-Type");
    return json::serialize(json::object{{"errorMessage", body}, {"errorType", type.empty() ? "Runtime.UnknownReason" : type}});
}

/// On one line, so that it can be a header.
std::string flat(const std::string& document)
{
    boost::system::error_code error;
    const json::value parsed = json::parse(document, error);
    return error ? std::string() : json::serialize(parsed);
}

} // namespace

std::optional<Frame> RuntimeConversation::heard(RuntimeRequest request)
{
    const net::HttpRequest& asked = request.request();
    std::string_view path = asked.target;
    if (!path.starts_with(kBase)) {
        request.answer(refusal(404, "UnknownPath", "This is the Lambda Runtime API: /2018-06-01/runtime/…"));
        return std::nullopt;
    }
    path.remove_prefix(kBase.size());
    if (asked.method == "GET" && path == "invocation/next")
        return next(std::move(request));
    if (asked.method == "POST" && path == "init/error")
        return initProblem(std::move(request));
    if (asked.method == "POST" && path.starts_with(kInvocation))
        return result(std::move(request), std::string(path.substr(kInvocation.size())));
    request.answer(refusal(404, "UnknownPath", fmt::format("{} of {} is not of the Runtime API", asked.method, asked.target)));
    return std::nullopt;
}

std::optional<Frame> RuntimeConversation::next(RuntimeRequest request)
{
    if (!m_current.empty()) {
        request.answer(refusal(403, "InvalidStateTransition",
                               fmt::format("{} has neither response nor error yet", m_current)));
        return std::nullopt;
    }
    m_waiting.reset(); // who asks again has given up the first
    if (m_unread) {
        Frame invocation = std::move(*m_unread);
        m_unread.reset();
        hand(std::move(request), std::move(invocation));
    } else {
        m_waiting.emplace(std::move(request));
    }
    if (std::exchange(m_ready, true))
        return std::nullopt;
    return Frame{{{"type", "ready"}}, {}};
}

void RuntimeConversation::say(Frame invocation)
{
    if (!m_waiting) {
        m_unread = std::move(invocation);
        return;
    }
    RuntimeRequest request = std::move(*m_waiting);
    m_waiting.reset();
    hand(std::move(request), std::move(invocation));
}

void RuntimeConversation::hand(RuntimeRequest request, Frame invocation)
{
    m_current = invocation.text("requestId");
    net::HttpResponse response{.status = 200,
                               .fields = {{"Content-Type", "application/json"},
                                          {"Lambda-Runtime-Aws-Request-Id", m_current},
                                          {"Lambda-Runtime-Deadline-Ms", std::to_string(invocation.number("deadline"))},
                                          {"Lambda-Runtime-Invoked-Function-Arn", invocation.text("arn")}},
                               .body = std::move(invocation.payload)};
    if (std::string context = flat(invocation.text("clientContext")); !context.empty())
        response.fields.emplace_back("Lambda-Runtime-Client-Context", std::move(context));
    request.answer(std::move(response));
}

std::optional<Frame> RuntimeConversation::result(RuntimeRequest request, std::string_view rest)
{
    const auto slash = rest.find('/');
    const std::string_view id = rest.substr(0, slash);
    const std::string_view kind = slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
    if (kind != "response" && kind != "error") {
        request.answer(refusal(404, "UnknownPath", "A result is POSTed to …/response or …/error"));
        return std::nullopt;
    }
    if (id.empty() || id != m_current) {
        request.answer(refusal(400, "InvalidRequestID", "Invalid request ID"));
        return std::nullopt;
    }
    Frame frame{{{"type", "result"}, {"requestId", std::exchange(m_current, {})}, {"error", ""}}, {}};
    if (kind == "error") {
        frame.head["error"] = "Handled";
        frame.payload = problemIn(request);
    } else {
        frame.payload = request.takeBody();
    }
    if (frame.payload.size() <= kLargestResult) {
        request.answer(accepted());
        return frame;
    }
    const std::string why = fmt::format("Response payload size ({} bytes) exceeded maximum allowed payload size ({} bytes).",
                                        frame.payload.size(), kLargestResult);
    request.answer(refusal(413, "RequestEntityTooLarge", why));
    frame.head["error"] = "Handled";
    frame.payload =
        json::serialize(json::object{{"errorMessage", why}, {"errorType", "Function.ResponseSizeTooLarge"}});
    return frame;
}

std::optional<Frame> RuntimeConversation::initProblem(RuntimeRequest request)
{
    if (m_ready) {
        request.answer(refusal(403, "InvalidStateTransition", "The function has asked for an invocation already"));
        return std::nullopt;
    }
    Frame frame{{{"type", "failed"}}, problemIn(request)};
    request.answer(accepted());
    return frame;
}

} // namespace greensward::lambda
