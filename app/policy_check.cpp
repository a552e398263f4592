// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/policy_check.h"

#include "client/api.h"
#include "client/transport.h"
#include "doctor/phrases.h"
#include "net/event_loop.h"
#include "net/listener.h"
#include "policy/policy.h"

#include <boost/json.hpp>
#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace greensward::app {

namespace json = boost::json;

namespace {

constexpr auto kPatience = std::chrono::seconds(3);
constexpr std::size_t kLargestAnswer = 4u << 20;

/// One HTTP/1.1 request a connection, in clear text, on a loop of its own: enough to ask an engine on this machine.
class PlainTransport final : public client::Transport
{
public:
    PlainTransport(net::EventLoop& loop, std::string host, std::uint16_t port)
        : m_loop(loop), m_host(std::move(host)), m_port(port)
    {}

    void send(aws::Request request, Received received) override
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

private:
    struct Call final : net::LinkHandler
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
            return response;
        }

        aws::Request request;
        Received done;
        std::shared_ptr<Call> self; ///< until it has ended
        std::string text, answer;
        std::size_t sent = 0;
    };

    net::EventLoop& m_loop;
    std::string m_host;
    std::uint16_t m_port;
};

doctor::Card allowsNothing(const std::string& policy)
{
    return {.code = doctor::Code::Certificate,
            .confidence = doctor::Confidence::Check,
            .key = "allows nothing " + policy,
            .sentence = {doctor::phrases::kAllowsNothing, {policy}},
            .background = doctor::phrases::kBackCertificate,
            .first = SystemClock().wall(),
            .last = SystemClock().wall()};
}

/// Asks for the list, then for one policy after another.
class PolicyRound
{
public:
    PolicyRound(client::Api& api, net::EventLoop& loop) : m_api(api), m_loop(loop) {}

    void begin()
    {
        m_api.call({.service = "iot", .method = "GET", .path = "/policies"}, [this](const client::Answer& answer) {
            const json::object found = answer.object();
            if (const auto* list = found.if_contains("policies"); list && list->is_array())
                for (const json::value& policy : list->get_array())
                    if (const auto* object = policy.if_object(); object && object->contains("policyName"))
                        m_names.emplace_back(object->at("policyName").as_string());
            answer.ok() ? next() : fail(answer.problem);
        });
    }

    std::string problem;
    std::vector<doctor::Card> cards;

private:
    void next()
    {
        if (m_names.empty())
            return m_loop.stop();
        const std::string name = m_names.back();
        m_names.pop_back();
        m_api.call({.service = "iot", .method = "GET", .path = "/policies/" + client::label(name)},
                   [this, name](const client::Answer& answer) {
                       if (!answer.ok())
                           return fail(answer.problem);
                       look(name, answer.object());
                       next();
                   });
    }

    void look(const std::string& name, const json::object& answer)
    {
        const auto* document = answer.if_contains("policyDocument");
        if (!document || !document->is_string())
            return;
        const auto parsed = policy::parsePolicy(name, document->get_string(), policy::Dialect::Iot);
        if (parsed && std::none_of(parsed->statements.begin(), parsed->statements.end(),
                                   [](const policy::Statement& statement) { return statement.allows; }))
            cards.push_back(allowsNothing(name));
    }

    void fail(const std::string& why)
    {
        problem = why;
        m_loop.stop();
    }

    client::Api& m_api;
    net::EventLoop& m_loop;
    std::vector<std::string> m_names;
};

} // namespace

Result<std::vector<doctor::Card>> checkPolicies(const Whereabouts& at)
{
    net::EventLoop loop;
    PlainTransport transport(loop, at.address(), at.ports.api);
    const SystemClock clock;
    aws::Credential key;
    key.accessKeyId = at.keys.id;
    key.secretAccessKey = at.keys.secret;
    client::Api api(transport, clock,
                    {.key = std::move(key), .region = kRegion, .host = fmt::format("{}:{}", at.address(), at.ports.api)});
    PolicyRound round(api, loop);
    round.begin();
    loop.run();
    if (!round.problem.empty())
        return failure(round.problem);
    return std::move(round.cards);
}

} // namespace greensward::app
