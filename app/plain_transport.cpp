// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plain_transport.h"

#include "net/listener.h"

#include <charconv>
#include <fmt/format.h>
#include <memory>

namespace greensward::app {

namespace {

constexpr auto kPatience = std::chrono::seconds(3);
constexpr std::size_t kLargestAnswer = 4u << 20;

} // namespace

struct PlainTransport::Call final : net::LinkHandler
{
    Call(aws::Request asked, Received answered) : request(std::move(asked)), done(std::move(answered)) {}

    void begin(net::Link& link)
    {
        text = fmt::format("{} {} HTTP/1.1\r\nConnection: close\r\n", request.method, request.target);
        for (const auto& [name, value] : request.fields)
            text += fmt::format("{}: {}\r\n", name, value);
        text += fmt::format("Content-Length: {}\r\n\r\n{}", request.body.size(), request.body);
        writable(link);
    }
    void received(net::Link&, ByteView bytes) override
    {
        if (answer.size() + bytes.size() <= kLargestAnswer)
            answer.append(asText(bytes));
    }
    void writable(net::Link& link) override
    {
        const ByteView rest = asBytes(std::string_view(text).substr(sent));
        sent += link.write({&rest, 1});
    }
    void closed(net::Link&, std::string_view) override { end(parsed()); }

    void end(Result<aws::Response> outcome)
    {
        const std::shared_ptr<Call> last = std::move(self);
        if (last)
            done(std::move(outcome));
    }

    /// The connection ends with the answer, so what came is all of it.
    Result<aws::Response> parsed() const
    {
        const auto head = answer.find("\r\n\r\n");
        if (!answer.starts_with("HTTP/1.1 ") || head == std::string::npos)
            return failure("the API did not answer with HTTP");
        aws::Response response{.status = 0, .fields = {}, .body = answer.substr(head + 4)};
        std::from_chars(answer.data() + 9, answer.data() + 12, response.status);
        std::string_view lines = std::string_view(answer).substr(0, head + 2);
        for (lines.remove_prefix(lines.find("\r\n") + 2); !lines.empty(); lines.remove_prefix(lines.find("\r\n") + 2)) {
            const std::string_view line = lines.substr(0, lines.find("\r\n"));
            if (const auto colon = line.find(": "); colon != std::string_view::npos)
                response.fields.emplace_back(line.substr(0, colon), line.substr(colon + 2));
        }
        return response;
    }

    aws::Request request;
    Received done;
    std::shared_ptr<Call> self; ///< until it has ended
    std::string text, answer;
    std::size_t sent = 0;
};

void PlainTransport::send(aws::Request request, Received received)
{
    auto call = std::make_shared<Call>(std::move(request), std::move(received));
    call->self = call;
    net::connectLink(m_loop, {.host = m_host, .port = m_port, .tls = nullptr, .timeout = kPatience}, *call,
                     [call](Result<net::Link*> link) {
                         if (!link)
                             return call->end(tl::unexpected(link.error()));
                         call->begin(**link);
                     });
}

} // namespace greensward::app
