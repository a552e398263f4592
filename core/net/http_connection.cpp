// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_connection.h"

#include "net/http_text.h"
#include "net/web_socket_handshake.h"
#include "net/web_socket_link.h"

#include <algorithm>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/status.hpp>
#include <boost/beast/http/string_body.hpp>
#include <cassert>
#include <fmt/format.h>
#include <optional>

namespace greensward::net {

namespace {

namespace http = boost::beast::http;

constexpr std::uint32_t kHeaderLimit = 32u
                                       << 10; ///< request line and fields; SigV4 with a session token needs about 4 KiB
constexpr auto kIdle = std::chrono::seconds{75};     ///< between two requests
constexpr auto kProgress = std::chrono::seconds{30}; ///< between two pieces of a body, either way

bool bodyAllowed(unsigned status)
{
    return status >= 200 && status != 204 && status != 304;
}

/// A field of ours that a line break would cut in two is left out rather than sent.
bool isClean(std::string_view text)
{
    return text.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos;
}

class HttpConnection final : public Guest
{
public:
    HttpConnection(std::shared_ptr<Reception> reception, Channel channel, LinkDescription description)
        : Guest(channel.loop(), std::move(reception))
        , m_channel(std::move(channel))
        , m_description(std::move(description))
        , m_patience(loop().io)
    {}

    void start()
    {
        enter();
        arm(reception().settings.handshakeTimeout);
        readSome();
    }

    void sendAway() override
    {
        const auto self = sharedFrom(this);
        finish();
        m_channel.abort();
    }

private:
    enum class Stage : std::uint8_t { Receiving, Answering, Sending, Done };
    using Parser = http::request_parser<http::string_body>;

    // --- receiving
    // ------------------------------------------------------------------------------------------------------

    void await(Want want)
    {
        m_channel.wait(want, [self = sharedFrom(this)](ErrorCode) {
            if (self->m_stage == Stage::Receiving)
                self->readSome();
            else if (self->m_stage == Stage::Sending)
                self->flush();
        });
    }

    void readSome()
    {
        auto& buffer = loop().readBuffer;
        const Progress progress = m_channel.read(buffer);
        switch (progress.outcome) {
        case Progress::Outcome::Later:
            await(progress.want);
            return;
        case Progress::Outcome::Ended:
        case Progress::Outcome::Failed:
            finish();
            return;
        case Progress::Outcome::Done:
            break;
        }
        m_in.erase(0, std::exchange(m_parsed, 0));
        m_in.append(asText(ByteView(buffer).first(progress.bytes)));
        if (m_parser && m_parser->is_header_done())
            arm(kProgress);
        else if (!m_parser)
            arm(reception().settings.handshakeTimeout);
        m_more = progress.more;
        process();
    }

    /// Answers what is there, one request after the other.
    void process()
    {
        if (m_processing) // an answer was given at once, from inside the loop below
            return;
        const auto self = sharedFrom(this);
        m_processing = true;
        while (m_stage == Stage::Receiving && parse()) {
        }
        m_processing = false;
        if (m_stage != Stage::Receiving)
            return;
        if (std::exchange(m_more, false)) {
            loop().post([self] {
                if (self->m_stage == Stage::Receiving)
                    self->readSome();
            });
        } else {
            await(Want::Read);
        }
    }

    /// True when a request was complete and has been dealt with.
    bool parse()
    {
        const auto rest = std::string_view(m_in).substr(m_parsed);
        if (rest.empty())
            return false;
        if (!m_parser) {
            m_parser.emplace();
            m_parser->header_limit(kHeaderLimit);
            m_parser->body_limit(reception().settings.maximumHttpBody);
            m_parser->eager(true);
        }
        ErrorCode error;
        const bool hadHeader = m_parser->is_header_done();
        m_parsed += m_parser->put(asio::buffer(rest), error);
        if (error && error != http::error::need_more) {
            reject(error);
            return false;
        }
        if (m_parser->is_done()) {
            dispatch();
            return true;
        }
        if (!hadHeader && m_parser->is_header_done() &&
            sameWord(m_parser->get()[http::field::expect], "100-continue")) {
            // Tiny, on an idle connection: where it does not fit, the client sends its body after a while all the same.
            static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
            const std::array slices{asBytes(kContinue)};
            m_channel.write(slices);
        }
        return false;
    }

    void reject(const ErrorCode& error)
    {
        unsigned status = 400;
        std::string why = "the HTTP request is malformed: " + error.message();
        if (error == http::error::body_limit) {
            status = 413;
            why = fmt::format("the HTTP request's body is larger than {} bytes", reception().settings.maximumHttpBody);
        } else if (error == http::error::header_limit) {
            status = 431;
            why = fmt::format("the HTTP request's head is larger than {} bytes", kHeaderLimit);
        }
        turnAway(status, why);
    }

    /// Answers with an error of the transport's own and ends the connection.
    void turnAway(unsigned status, const std::string& why)
    {
        const auto self = sharedFrom(this);
        m_keepAlive = false;
        m_headOnly = false;
        ++m_round;
        m_in.clear();
        m_parsed = 0;
        reception().refused(m_description.address, why);
        answer({.status = status, .fields = {{"Content-Type", "text/plain; charset=utf-8"}}, .body = why + "\n"});
    }

    void dispatch()
    {
        auto message = m_parser->release();
        m_keepAlive = message.keep_alive();
        m_parser.reset();
        HttpRequest request;
        request.method = message.method_string();
        request.target = message.target();
        for (const auto& field : message)
            request.fields.emplace_back(field.name_string(), field.value());
        request.body = std::move(message.body());
        request.peer = m_description;
        m_headOnly = request.method == "HEAD";
        m_stage = Stage::Answering;
        const auto round = ++m_round;
        m_patience.cancel();
        ++m_timerRound;

        if (upgrades(request)) {
            upgrade(request);
            return;
        }
        if (!reception().handler) {
            finish();
            return;
        }
        reception().handler->request(request, [weak = std::weak_ptr(sharedFrom(this)), round](HttpResponse response) {
            const auto self = weak.lock();
            if (self && self->m_stage == Stage::Answering && self->m_round == round)
                self->answer(std::move(response));
        });
    }

    // --- upgrading
    // ------------------------------------------------------------------------------------------------------

    bool upgrades(const HttpRequest& request) const
    {
        const auto& paths = reception().settings.webSocketPaths;
        const auto path = std::string_view(request.target).substr(0, request.target.find('?'));
        return asksForWebSocket(request) && std::find(paths.begin(), paths.end(), path) != paths.end();
    }

    void upgrade(const HttpRequest& request)
    {
        auto accepted = acceptWebSocket(request);
        if (!accepted) {
            turnAway(accepted.error().status, accepted.error().why);
            return;
        }
        if (reception().handler) {
            if (auto refusal = reception().handler->upgrading(request, m_description)) {
                answer(std::move(*refusal));
                return;
            }
        }
        const auto self = sharedFrom(this);
        finish();
        m_description.transport = m_channel.tls() ? "wss" : "ws";
        const auto link = std::make_shared<WebSocketLink>(std::move(m_channel), std::move(m_description));
        link->begin(*accepted, m_in.substr(m_parsed));
        hand(reception(), link);
    }

    // --- answering
    // ------------------------------------------------------------------------------------------------------

    void answer(HttpResponse response)
    {
        m_stage = Stage::Sending;
        m_sent = 0;
        m_out = head(response);
        if (!m_headOnly && bodyAllowed(response.status))
            m_out += response.body;
        arm(kProgress);
        flush();
    }

    std::string head(const HttpResponse& response)
    {
        const auto reason = http::obsolete_reason(http::int_to_status(response.status));
        std::string text =
            fmt::format("HTTP/1.1 {} {}\r\n", response.status, std::string_view(reason.data(), reason.size()));
        bool dated = false;
        for (const auto& [name, value] : response.fields) {
            if (sameWord(name, "Connection") && listHolds(value, "close"))
                m_keepAlive = false;
            if (sameWord(name, "Connection") || sameWord(name, "Content-Length") || sameWord(name, "Transfer-Encoding"))
                continue;
            assert(isClean(name) && isClean(value));
            if (!isClean(name) || !isClean(value))
                continue;
            dated = dated || sameWord(name, "Date");
            text += fmt::format("{}: {}\r\n", name, value);
        }
        if (!dated)
            text += fmt::format("Date: {}\r\n", loop().httpDate());
        if (bodyAllowed(response.status)) // lower case: the device SDK for Python looks for it so, in every answer
            text += fmt::format("content-length: {}\r\n", response.body.size());
        text += m_keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
        return text;
    }

    void flush()
    {
        const std::array slices{asBytes(m_out).subspan(m_sent)};
        const Progress progress = m_channel.write(slices);
        m_sent += progress.bytes;
        if (progress.outcome == Progress::Outcome::Later) {
            if (progress.bytes != 0)
                arm(kProgress);
            await(Want::Write);
            return;
        }
        if (progress.outcome != Progress::Outcome::Done) {
            finish();
            return;
        }
        m_out = {};
        if (m_in.size() == m_parsed) { // a connection that is kept does not keep its buffer
            m_in = {};
            m_parsed = 0;
        }
        if (!m_keepAlive) {
            const auto self = sharedFrom(this);
            finish();
            m_channel.finish();
            linger(std::move(m_channel));
            return;
        }
        m_stage = Stage::Receiving;
        arm(m_in.empty() ? kIdle : std::chrono::seconds(reception().settings.handshakeTimeout));
        process();
    }

    // --- ending
    // ---------------------------------------------------------------------------------------------------------

    void arm(std::chrono::seconds patience)
    {
        const auto round = ++m_timerRound;
        m_patience.expires_after(patience);
        m_patience.async_wait([weak = std::weak_ptr(sharedFrom(this)), round](ErrorCode error) {
            const auto self = weak.lock();
            if (!error && self && self->m_timerRound == round)
                self->stalled();
        });
    }

    void stalled()
    {
        const auto self = sharedFrom(this);
        if (m_stage == Stage::Receiving && (m_parser || m_in.size() > m_parsed)) {
            turnAway(408, "the HTTP request was not finished in time");
            return;
        }
        finish();
        m_channel.abort();
    }

    void finish()
    {
        m_stage = Stage::Done;
        ++m_timerRound;
        m_patience.cancel();
        m_channel.cancelWaits();
        leave();
    }

    Channel m_channel;
    LinkDescription m_description;
    LoopTimer m_patience;
    std::optional<Parser> m_parser;
    std::string m_in; ///< received; what is behind m_parsed are the next requests of a client that does not wait
    std::size_t m_parsed = 0;
    std::string m_out;
    std::size_t m_sent = 0;
    std::uint64_t m_round = 0; ///< of the request that is being answered; an answer to an earlier one is late
    std::uint64_t m_timerRound = 0;
    Stage m_stage = Stage::Receiving;
    bool m_keepAlive = false;
    bool m_headOnly = false;
    bool m_processing = false;
    bool m_more = false;
};

} // namespace

void serveHttp(std::shared_ptr<Reception> reception, Channel channel, LinkDescription description)
{
    std::make_shared<HttpConnection>(std::move(reception), std::move(channel), std::move(description))->start();
}

} // namespace greensward::net
