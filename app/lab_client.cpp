// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_client.h"

#include "net/listener.h"

#include <fmt/format.h>
#include <utility>

namespace greensward::app {

LabClient::LabClient(net::EventLoop& loop, const Clock& clock, Place place, mqtt::ClientSettings settings)
    : m_loop(loop)
    , m_clock(clock)
    , m_place(std::move(place))
    , m_client(std::move(settings), Random(entropySeed()), *this)
    , m_timer(loop, [this] {
        m_client.advance(m_clock.now());
        pump();
    })
{}

LabClient::~LabClient() = default;

// --- what it is asked for --------------------------------------------------------------------------------------------

void LabClient::connect(Done done)
{
    m_connected = std::move(done);
    if (const auto started = m_client.start(m_clock.now()); !started)
        return give(m_connected, tl::unexpected(started.error()));
    pump();
}

void LabClient::subscribe(const std::string& filter, int qos, Done done)
{
    const auto token = m_client.subscribe(filter, static_cast<mqtt::QoS>(qos), m_clock.now());
    if (!token)
        return done(tl::unexpected(token.error()));
    m_waiting[*token] = std::move(done);
    pump();
}

void LabClient::publish(const std::string& topic, const std::string& payload, int qos, bool retain, Done done)
{
    const auto token = m_client.publish(topic, asBytes(payload), static_cast<mqtt::QoS>(qos), retain, m_clock.now());
    if (!token)
        return done(tl::unexpected(token.error()));
    if (qos > 0)
        m_waiting[*token] = std::move(done);
    pump();
    if (qos == 0)
        done({});
}

void LabClient::disconnect(Done done)
{
    if (m_silent) { // it cannot say anything
        cut();
        return done({});
    }
    m_disconnected = std::move(done);
    m_client.stop(m_clock.now());
    pump();
    if (!m_link)
        give(m_disconnected, {});
}

void LabClient::cut()
{
    silence();
    if (net::Link* link = m_link.release()) {
        link->setHandler(nullptr);
        link->close(net::CloseMode::Abort);
    }
}

void LabClient::silence()
{
    m_silent = true;
    m_timer.cancel();
}

// --- the link --------------------------------------------------------------------------------------------------------

void LabClient::dial()
{
    m_dialled = true;
    net::ConnectSettings settings{
        .host = m_place.host, .port = m_place.port, .tls = std::make_unique<net::TlsSettings>()};
    settings.tls->certificateChainPem = m_place.certificatePem;
    settings.tls->privateKeyPem = m_place.keyPem;
    settings.tls->trustedPem = m_place.trustedPem;
    net::connectLink(m_loop, std::move(settings), *this, [self = shared_from_this()](Result<net::Link*> link) {
        if (!link)
            return self->giveUp(link.error().message);
        self->m_link.opened(**link);
        self->m_client.linkOpened(self->m_clock.now());
        self->pump();
    });
}

void LabClient::pump()
{
    if (m_pumping || m_silent)
        return;
    m_pumping = true;
    if (m_client.wantsLink() && !m_dialled) // for one connection: a lab has to see how it ends
        dial();
    m_link.flush(m_client);
    m_pumping = false;
    if (const auto due = m_client.nextDeadline())
        m_timer.set(*due);
    else
        m_timer.cancel();
}

void LabClient::received(net::Link&, ByteView bytes)
{
    if (m_silent)
        return;
    const auto alive = shared_from_this();
    m_client.receive(bytes, m_clock.now());
    pump();
}

void LabClient::writable(net::Link&)
{
    m_link.writable();
    pump();
}

void LabClient::closed(net::Link&, std::string_view why)
{
    const auto alive = shared_from_this();
    m_link.release();
    if (m_silent)
        return;
    m_client.linkClosed(why, m_clock.now());
    giveUp(std::string(why));
    give(m_disconnected, {});
    silence();
}

// --- the protocol ----------------------------------------------------------------------------------------------------

void LabClient::give(Done& done, Result<void> outcome)
{
    if (const Done once = std::exchange(done, nullptr))
        once(std::move(outcome));
}

void LabClient::give(mqtt::Token token, Result<void> outcome)
{
    const auto found = m_waiting.find(token);
    if (found == m_waiting.end())
        return;
    Done done = std::move(found->second);
    m_waiting.erase(found);
    give(done, std::move(outcome));
}

void LabClient::giveUp(const std::string& why)
{
    give(m_connected, failure(fmt::format("the connection was refused: {}", why)));
    for (auto waiting = std::exchange(m_waiting, {}); auto& [token, done] : waiting)
        give(done, failure(fmt::format("the connection ended first: {}", why)));
}

void LabClient::connected(const mqtt::Connack&)
{
    give(m_connected, {});
}

void LabClient::refused(mqtt::ReasonCode, std::string_view reason)
{
    giveUp(std::string(reason));
}

void LabClient::disconnected(mqtt::ClientEnd, mqtt::ReasonCode, std::string_view why)
{
    giveUp(std::string(why));
}

void LabClient::message(const mqtt::Publish& message)
{
    if (m_heard)
        m_heard(message);
}

void LabClient::acknowledged(mqtt::Token token, mqtt::ReasonCode)
{
    give(token, {});
}

void LabClient::subscribed(mqtt::Token token, std::span<const mqtt::ReasonCode> codes)
{
    const bool granted = !codes.empty() && static_cast<unsigned>(codes.front()) < 0x80;
    give(token, granted ? Result<void>() : failure("the gateway did not grant the subscription"));
}

void LabClient::dropped(mqtt::Token token, std::string_view why)
{
    give(token, failure(std::string(why)));
}

} // namespace greensward::app
