// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/client.h"

#include "mqtt/client_core.h"

#include <array>

namespace greensward::mqtt {

std::string_view text(ClientEnd end)
{
    switch (end) {
    case ClientEnd::Stopped:
        return "stopped";
    case ClientEnd::LinkFailed:
        return "no link";
    case ClientEnd::LinkClosed:
        return "link closed";
    case ClientEnd::ConnectTimeout:
        return "no CONNACK";
    case ClientEnd::KeepAliveTimeout:
        return "no PINGRESP";
    case ClientEnd::AckTimeout:
        return "no acknowledgement";
    case ClientEnd::ServerDisconnect:
        return "disconnected by the server";
    case ClientEnd::ProtocolError:
        return "protocol error";
    case ClientEnd::Stalled:
        return "stalled";
    }
    return "unknown";
}

Client::Client(ClientSettings settings, Random random, ClientHandler& handler)
    : m_core(std::make_unique<Core>(std::move(settings), random, handler))
{}

Client::~Client() = default;

Result<void> Client::start(Instant now)
{
    return m_core->start(now);
}

void Client::stop(Instant now)
{
    m_core->stop(now);
}

void Client::linkOpened(Instant now)
{
    m_core->linkOpened(now);
}

void Client::linkFailed(std::string_view why, Instant now)
{
    m_core->linkFailed(why, now);
}

void Client::linkClosed(std::string_view why, Instant now)
{
    m_core->linkClosed(why, now);
}

void Client::receive(ByteView bytes, Instant now)
{
    m_core->receive(bytes, now);
}

void Client::advance(Instant now)
{
    m_core->advance(now);
}

std::optional<Instant> Client::nextDeadline() const
{
    return m_core->nextDeadline();
}

bool Client::wantsLink() const
{
    return m_core->state() == ClientState::WantsLink;
}

ByteView Client::output() const
{
    return m_core->output();
}

void Client::written(std::size_t bytes)
{
    m_core->written(bytes);
}

bool Client::closing() const
{
    return m_core->state() == ClientState::Closing;
}

Result<Token> Client::publish(const Publish& message, Instant now)
{
    return m_core->publish(message, now);
}

Result<Token> Client::publish(std::string_view topic, ByteView payload, QoS qos, bool retain, Instant now)
{
    Publish message;
    message.topic = topic;
    message.payload = payload;
    message.qos = qos;
    message.retain = retain;
    return m_core->publish(message, now);
}

bool Client::repeat(Token token, Instant now)
{
    return m_core->repeat(token, now);
}

Result<Token> Client::subscribe(std::span<const Subscribe::Entry> entries, Instant now,
                                std::optional<std::uint32_t> subscriptionId)
{
    return m_core->subscribe(entries, now, subscriptionId);
}

Result<Token> Client::subscribe(std::string_view filter, QoS qos, Instant now)
{
    const std::array<Subscribe::Entry, 1> entries{{{filter, SubscriptionOptions{.qos = qos}}}};
    return m_core->subscribe(entries, now, {});
}

Result<Token> Client::unsubscribe(std::span<const std::string_view> filters, Instant now)
{
    return m_core->unsubscribe(filters, now);
}

ClientState Client::state() const
{
    return m_core->state();
}

const ClientSettings& Client::settings() const
{
    return m_core->settings();
}

std::string_view Client::clientId() const
{
    return m_core->clientId();
}

std::size_t Client::queued() const
{
    return m_core->queued();
}

std::size_t Client::inflight() const
{
    return m_core->inflight();
}

} // namespace greensward::mqtt
