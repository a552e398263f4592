// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edge_links.h"

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace greensward::app {

namespace http = boost::beast::http;

namespace {

constexpr std::size_t kMostAtOnce = 4;
constexpr std::size_t kMostInLine = 1024;
constexpr std::uint64_t kLargestAnswer = 64u << 20; ///< the zip of a function
constexpr std::uint16_t kWebPort = 443;

} // namespace

std::unique_ptr<net::TlsSettings> edgeTls(const EdgeConfig& config, std::uint16_t port, const char* alpn)
{
    auto tls = std::make_unique<net::TlsSettings>();
    tls->certificateChainPem = config.certificatePem;
    tls->privateKeyPem = config.keyPem;
    tls->trustedPem = config.caPem;
    if (port == kWebPort)
        tls->alpn = {alpn};
    return tls;
}

/// One request, from the line to its answer. Keeps itself alive until it has ended.
struct EdgeTransport::Call final : net::LinkHandler
{
    Call(EdgeTransport& owner, aws::Request asked, Received answered)
        : request(std::move(asked)), done(std::move(answered)), m_owner(owner)
    {
        parser.body_limit(kLargestAnswer);
        parser.eager(true);
    }

    void begin(net::Link& link)
    {
        m_link = &link;
        text = fmt::format("{} {} HTTP/1.1\r\nConnection: close\r\n", request.method, request.target);
        for (const auto& [name, value] : request.fields)
            text += fmt::format("{}: {}\r\n", name, value);
        text += fmt::format("Content-Length: {}\r\n\r\n{}", request.body.size(), request.body);
        writable(link);
    }
    void received(net::Link&, ByteView bytes) override
    {
        rest.insert(rest.end(), bytes.begin(), bytes.end());
        boost::system::error_code error;
        std::size_t used = 0;
        while (used < rest.size() && !parser.is_done() && !error) {
            const std::size_t taken = parser.put(boost::asio::buffer(rest.data() + used, rest.size() - used), error);
            used += taken;
            if (taken == 0)
                break;
        }
        rest.erase(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(used));
        if (error && error != http::error::need_more)
            end(failure("the answer is no HTTP: " + error.message()));
        else if (parser.is_done())
            end(answer());
    }
    void writable(net::Link& link) override
    {
        const ByteView left = asBytes(std::string_view(text).substr(sent));
        sent += link.write({&left, 1});
    }
    void closed(net::Link&, std::string_view why) override
    {
        m_link = nullptr;
        boost::system::error_code error;
        if (parser.is_header_done() && !parser.is_done())
            parser.put_eof(error);
        if (parser.is_done() && !error)
            end(answer());
        else
            end(failure(fmt::format("no answer: {}", why)));
        self.reset();
    }
    aws::Response answer()
    {
        aws::Response response{
            .status = parser.get().result_int(), .fields = {}, .body = std::move(parser.get().body())};
        for (const auto& field : parser.get())
            response.fields.emplace_back(std::string(field.name_string()), std::string(field.value()));
        return response;
    }
    /// The answer is told once; the link goes by itself.
    void end(Result<aws::Response> outcome)
    {
        const auto keep = self;
        if (m_link)
            m_link->close(net::CloseMode::Graceful);
        else
            self.reset();
        if (!done)
            return;
        timer.reset();
        const Received tell = std::exchange(done, nullptr);
        m_owner.m_open.erase(keep);
        m_owner.begin();
        tell(std::move(outcome));
    }
    /// Nobody wants it any more.
    void abandon()
    {
        const auto keep = std::move(self);
        timer.reset();
        done = nullptr;
        if (m_link) {
            m_link->setHandler(nullptr);
            m_link->close(net::CloseMode::Abort);
        }
    }

    aws::Request request;
    Received done;
    std::shared_ptr<Call> self;
    std::optional<net::EventLoop::Timer> timer;
    http::response_parser<http::string_body> parser;
    std::string text;
    Bytes rest;
    std::size_t sent = 0;

private:
    EdgeTransport& m_owner;
    net::Link* m_link = nullptr;
};

EdgeTransport::EdgeTransport(net::EventLoop& loop, const Clock& clock, const EdgeConfig& config, std::string host,
                             std::uint16_t port, Duration timeout)
    : m_loop(loop), m_clock(clock), m_config(config), m_host(std::move(host)), m_port(port), m_timeout(timeout)
{}

EdgeTransport::~EdgeTransport()
{
    for (const auto& call : m_open)
        call->abandon();
}

void EdgeTransport::send(aws::Request request, Received received)
{
    auto call = std::make_shared<Call>(*this, std::move(request), std::move(received));
    if (m_line.size() >= kMostInLine) {
        m_loop.post([call, alive = std::weak_ptr(m_alive)] {
            if (!alive.expired())
                call->done(failure("too many requests wait"));
        });
        return;
    }
    m_line.push_back(std::move(call));
    begin();
}

void EdgeTransport::begin()
{
    while (m_open.size() < kMostAtOnce && !m_line.empty()) {
        const std::shared_ptr<Call> call = std::move(m_line.front());
        m_line.pop_front();
        call->self = call;
        m_open.insert(call);
        // Whoever is slow to answer is not waited for for ever; large answers take their time.
        call->timer.emplace(m_loop, [call = call.get()] { call->end(failure("no answer in time")); });
        call->timer->set(m_clock.now() + m_timeout);
        net::connectLink(m_loop,
                         {.host = m_host,
                          .port = m_port,
                          .tls = edgeTls(m_config, m_port, "x-amzn-http-ca"),
                          .timeout = std::chrono::duration_cast<std::chrono::seconds>(m_timeout)},
                         *call, [call](Result<net::Link*> link) {
                             if (!link)
                                 return call->end(tl::unexpected(link.error()));
                             if (call->done)
                                 return call->begin(**link);
                             (*link)->setHandler(nullptr); // too late
                             (*link)->close(net::CloseMode::Abort);
                         });
    }
}

void EdgeLinks::open(const std::string&, net::LinkHandler& handler, std::function<void(Result<net::Link*>)> done)
{
    net::connectLink(m_loop,
                     {.host = m_config.iotHost,
                      .port = m_config.iotMqttPort,
                      .tls = edgeTls(m_config, m_config.iotMqttPort, "x-amzn-mqtt-ca")},
                     handler, std::move(done));
}

} // namespace greensward::app
