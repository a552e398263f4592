// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "world_client.h"

#include <utility>

namespace greensward::edge::test {

namespace {

mqtt::ClientSettings settingsOf(const std::string& id)
{
    mqtt::ClientSettings settings;
    settings.clientId = id;
    settings.keepAlive = 60;
    settings.backOff.most = std::chrono::seconds(8);
    return settings;
}

} // namespace

WorldClient::WorldClient(const ManualClock& clock, simulation::MemoryHub& hub, std::string id, std::string certificate,
                         std::uint64_t seed)
    : m_clock(clock), m_hub(hub), m_id(std::move(id)), m_client(settingsOf(m_id), Random(seed), *this)
{
    if (!certificate.empty())
        m_certificate = std::make_shared<const net::PeerCertificate>(
            net::PeerCertificate{.fingerprint = std::move(certificate), .subject = "CN=" + m_id, .pem = {}});
}

void WorldClient::start()
{
    static_cast<void>(m_client.start(m_clock.now()));
    pump();
}

void WorldClient::stop()
{
    m_client.stop(m_clock.now());
    pump();
}

void WorldClient::subscribe(const std::string& filter, mqtt::QoS qos)
{
    static_cast<void>(m_client.subscribe(filter, qos, m_clock.now()));
    pump();
}

void WorldClient::publish(const std::string& topic, std::string_view payload, mqtt::QoS qos, bool retain)
{
    const auto token = m_client.publish(topic, asBytes(payload), qos, retain, m_clock.now());
    if (token && qos != mqtt::QoS::AtMostOnce)
        m_published.emplace(*token, payload);
    pump();
}

std::vector<std::string> WorldClient::take()
{
    return std::exchange(m_heard, {});
}

void WorldClient::breakLink()
{
    if (m_link)
        m_link->breakAfter(0, 0, true, true);
}

void WorldClient::advance()
{
    m_client.advance(m_clock.now());
    pump();
}

void WorldClient::connected(const mqtt::Connack&)
{
    ++m_connections;
}

void WorldClient::refused(mqtt::ReasonCode, std::string_view)
{
    ++m_refusals;
}

void WorldClient::message(const mqtt::Publish& message)
{
    if (heard)
        heard(message.topic, asText(message.payload));
    else
        m_heard.push_back(std::string(message.topic) + " " + std::string(asText(message.payload)));
}

void WorldClient::acknowledged(mqtt::Token token, mqtt::ReasonCode)
{
    if (const auto known = m_published.extract(token); !known.empty())
        m_acknowledged.push_back(known.mapped());
}

void WorldClient::dropped(mqtt::Token token, std::string_view)
{
    m_published.erase(token);
}

void WorldClient::pump()
{
    if (m_pumping)
        return;
    m_pumping = true;
    if (m_client.wantsLink() && !m_wire) {
        mqtt::Peer peer;
        peer.certificate = m_certificate;
        m_link = m_hub.openAs(std::move(peer), *this, faults);
        if (m_link) {
            m_wire.opened(*m_link);
            m_client.linkOpened(m_clock.now());
        } else {
            m_client.linkFailed("nobody listens", m_clock.now());
        }
    }
    m_wire.flush(m_client);
    m_pumping = false;
}

void WorldClient::received(net::Link&, ByteView bytes)
{
    m_client.receive(bytes, m_clock.now());
    pump();
}

void WorldClient::writable(net::Link&)
{
    m_wire.writable();
    pump();
}

void WorldClient::closed(net::Link&, std::string_view why)
{
    m_link = nullptr;
    m_wire.release();
    m_client.linkClosed(why, m_clock.now());
    pump();
}

} // namespace greensward::edge::test
