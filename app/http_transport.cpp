// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http_transport.h"

#include <algorithm>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace greensward::app {

namespace http = boost::beast::http;

namespace {

constexpr std::ptrdiff_t kMostAtOnce = 4;
constexpr std::size_t kMostInLine = 1024;
constexpr std::uint64_t kLargestAnswer = 64u << 20; ///< the zip of a function

} // namespace

/// One request, from the line until its connection has closed. Owned by m_line, then by m_open.
struct HttpTransport::Call final : net::LinkHandler, std::enable_shared_from_this<Call>
{
    Call(HttpTransport& owner, aws::Request asked, Received answered)
        : request(std::move(asked)), done(std::move(answered)), m_owner(owner)
    {
        parser.body_limit(kLargestAnswer);
        parser.eager(true);
    }

    /// Somebody still waits for it (the owner is there, then), and the cable is in.
    bool mayBegin() const { return done && m_owner.m_wan; }
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
        const auto keep = shared_from_this();
        m_link = nullptr;
        m_owner.m_open.erase(keep);
        boost::system::error_code error;
        if (parser.is_header_done() && !parser.is_done())
            parser.put_eof(error);
        end(parser.is_done() && !error ? Result<aws::Response>(answer()) : failure(fmt::format("no answer: {}", why)));
    }
    aws::Response answer()
    {
        aws::Response response{
            .status = parser.get().result_int(), .fields = {}, .body = std::move(parser.get().body())};
        for (const auto& field : parser.get())
            response.fields.emplace_back(std::string(field.name_string()), std::string(field.value()));
        return response;
    }
    /// Told once; then the link goes by itself, and this with it.
    void end(Result<aws::Response> outcome)
    {
        const auto keep = shared_from_this();
        if (!done)
            return;
        timer.reset();
        const Received tell = std::exchange(done, nullptr);
        if (m_link)
            m_link->close(net::CloseMode::Graceful);
        else
            m_owner.m_open.erase(keep);
        m_owner.begin();
        tell(std::move(outcome)); // the owner may go now
    }
    /// The link is lost; closed() tells. One that is not there yet fails when it comes.
    void cut()
    {
        if (m_link)
            m_link->close(net::CloseMode::Abort);
    }
    /// Nobody wants it any more, and the owner goes.
    void abandon()
    {
        timer.reset();
        done = nullptr;
        if (m_link) {
            m_link->setHandler(nullptr);
            m_link->close(net::CloseMode::Abort);
        }
    }

    aws::Request request;
    Received done;
    std::optional<net::EventLoop::Timer> timer;
    http::response_parser<http::string_body> parser;
    std::string text;
    Bytes rest;
    std::size_t sent = 0;

private:
    HttpTransport& m_owner;
    net::Link* m_link = nullptr;
};

HttpTransport::HttpTransport(net::EventLoop& loop, const Clock& clock, Place place)
    : m_loop(loop), m_clock(clock), m_place(std::move(place))
{}

HttpTransport::~HttpTransport()
{
    for (const auto& call : m_open)
        call->abandon();
}

void HttpTransport::send(aws::Request request, Received received)
{
    auto call = std::make_shared<Call>(*this, std::move(request), std::move(received));
    if (!m_wan)
        return refuse(std::move(call), "the cable is out");
    if (m_line.size() >= kMostInLine)
        return refuse(std::move(call), "too many requests wait");
    m_line.push_back(std::move(call));
    begin();
}

void HttpTransport::refuse(std::shared_ptr<Call> call, const char* why)
{
    m_loop.post([call = std::move(call), why, alive = std::weak_ptr(m_alive)] {
        if (!alive.expired() && call->done)
            std::exchange(call->done, nullptr)(failure(why));
    });
}

void HttpTransport::setWan(bool in)
{
    m_wan = in;
    if (in)
        return;
    for (const auto& call : std::exchange(m_line, {}))
        refuse(call, "the cable was pulled");
    for (const auto& call : m_open)
        call->cut();
}

void HttpTransport::begin()
{
    const auto isUnderWay = [](const auto& call) { return call->done != nullptr; };
    while (!m_line.empty() && std::count_if(m_open.begin(), m_open.end(), isUnderWay) < kMostAtOnce) {
        const std::shared_ptr<Call> call = std::move(m_line.front());
        m_line.pop_front();
        m_open.insert(call);
        // Whoever is slow to answer is not waited for for ever; large answers take their time.
        call->timer.emplace(m_loop, [call = call.get()] { call->end(failure("no answer in time")); });
        call->timer->set(m_clock.now() + m_place.timeout);
        net::connectLink(m_loop,
                         {.host = m_place.host,
                          .port = m_place.port,
                          .tls = m_place.tls ? m_place.tls() : nullptr,
                          .timeout = m_place.connectTimeout},
                         *call, [call](Result<net::Link*> link) {
                             if (!link)
                                 return call->end(tl::unexpected(link.error()));
                             if (call->mayBegin())
                                 return call->begin(**link);
                             (*link)->setHandler(nullptr); // too late
                             (*link)->close(net::CloseMode::Abort);
                             call->end(failure("the cable is out"));
                         });
    }
}

} // namespace greensward::app
