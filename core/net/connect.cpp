// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/channel_link.h"
#include "net/listener.h"
#include "net/tls_context.h"

#include <boost/asio/connect.hpp>
#include <fcntl.h>
#include <fmt/format.h>
#include <optional>

namespace greensward::net {

namespace {

using Resolver = asio::ip::basic_resolver<asio::ip::tcp, LoopExecutor>;

/// An outbound connection until it is a link: name, TCP, TLS.
class Connector final : public Resident
{
public:
    Connector(LoopCore& loop, ConnectSettings settings, LinkHandler& handler, std::function<void(Result<Link*>)> done)
        : Resident(loop)
        , m_settings(std::move(settings))
        , m_handler(handler)
        , m_done(std::move(done))
        , m_resolver(loop.io)
        , m_socket(loop.io)
        , m_patience(loop.io)
    {}

    void start()
    {
        moveIn();
        m_patience.expires_after(m_settings.timeout);
        m_patience.async_wait([self = sharedFrom(this)](ErrorCode error) {
            if (!error)
                self->fail(fmt::format("no answer within {} s", self->m_settings.timeout.count()));
        });
        m_resolver.async_resolve(m_settings.host, std::to_string(m_settings.port),
                                 [self = sharedFrom(this)](ErrorCode error, const Resolver::results_type& found) {
                                     error ? self->fail("the name is unknown: " + error.message())
                                           : self->connect(found);
                                 });
    }

private:
    void connect(const Resolver::results_type& found)
    {
        if (!m_done)
            return;
        asio::async_connect(m_socket, found,
                            [self = sharedFrom(this)](ErrorCode error, const asio::ip::tcp::endpoint&) {
                                error ? self->fail(error.message()) : self->connected();
                            });
    }

    void connected()
    {
        if (!m_done)
            return;
        ErrorCode error;
        m_socket.non_blocking(true, error);
        if (!error)
            m_socket.set_option(asio::ip::tcp::no_delay(true), error);
        if (!error && ::fcntl(m_socket.native_handle(), F_SETFD, FD_CLOEXEC) != 0)
            error.assign(errno, boost::system::system_category());
        asio::ip::tcp::endpoint local;
        asio::ip::tcp::endpoint remote;
        if (!error)
            local = m_socket.local_endpoint(error);
        if (!error)
            remote = m_socket.remote_endpoint(error);
        if (error) {
            fail(error.message());
            return;
        }
        m_description.transport = "tcp";
        m_description.address = addressText(remote);
        m_description.localPort = local.port();
        m_channel.emplace(loop(), std::move(m_socket));
        if (!m_settings.tls) {
            succeed();
            return;
        }
        auto context = TlsContext::make(*m_settings.tls, Channel::Role::Client);
        if (!context) {
            fail(context.error().message);
            return;
        }
        m_tls = std::move(*context);
        m_tls->begin(*m_channel, m_notes, m_settings.host);
        shakeHands();
    }

    void shakeHands()
    {
        if (!m_done)
            return;
        const Progress progress = m_channel->handshake();
        if (progress.outcome == Progress::Outcome::Later) {
            m_channel->wait(progress.want, [self = sharedFrom(this)](ErrorCode) { self->shakeHands(); });
        } else if (progress.outcome != Progress::Outcome::Done) {
            fail(tlsTrouble(*m_channel, m_notes, Channel::Role::Client).text);
        } else {
            describeTls(*m_channel->tls(), m_notes, m_description);
            SSL_set_app_data(m_channel->tls(), nullptr); // the notes end with the handshake
            succeed();
        }
    }

    void succeed()
    {
        const auto self = sharedFrom(this);
        const auto done = finish();
        const auto link = std::make_shared<ChannelLink>(std::move(*m_channel), std::move(m_description));
        link->open();
        link->setHandler(&m_handler);
        done(link.get());
        link->start();
    }

    void fail(const std::string& why)
    {
        if (!m_done)
            return;
        const auto self = sharedFrom(this);
        const auto done = finish();
        if (m_channel)
            m_channel->abort();
        ErrorCode ignored; // it may never have been opened
        m_socket.close(ignored);
        done(failure(fmt::format("cannot connect to {} port {}: {}", m_settings.host, m_settings.port, why)));
    }

    std::function<void(Result<Link*>)> finish()
    {
        m_patience.cancel();
        m_resolver.cancel();
        if (m_channel)
            m_channel->cancelWaits();
        moveOut();
        return std::exchange(m_done, nullptr);
    }

    ConnectSettings m_settings;
    LinkHandler& m_handler;
    std::function<void(Result<Link*>)> m_done; ///< empty once it has been called
    Resolver m_resolver;
    Socket m_socket;
    LoopTimer m_patience;
    std::optional<Channel> m_channel;
    std::shared_ptr<const TlsContext> m_tls;
    TlsNotes m_notes;
    LinkDescription m_description;
};

} // namespace

void connectLink(EventLoop& loop, ConnectSettings settings, LinkHandler& handler,
                 std::function<void(Result<Link*>)> done)
{
    auto& core = loop.implementation();
    // In a later step of the loop: done() never comes from inside this call.
    std::make_shared<Connector>(core, std::move(settings), handler, std::move(done))->start();
}

} // namespace greensward::net
