// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/cloud_connection.h"

#include <algorithm>
#include <utility>

namespace greensward::edge {

namespace {

mqtt::ClientSettings asClient(const CloudConnection::Settings& settings)
{
    mqtt::ClientSettings client;
    client.clientId = settings.clientId;
    client.keepAlive = settings.keepAlive;
    client.cleanStart = !settings.persistent;
    client.inflight = 1;
    client.renews = false;
    client.backOff.most = settings.mostPause;
    client.ackTimeout = settings.ackTimeout;
    client.queue.messages = 1;
    client.queue.whenFull = mqtt::WhenFull::Refuse;
    return client;
}

} // namespace

CloudConnection::CloudConnection(const Clock& clock, CloudLinks& links, CloudEars& ears, Settings settings,
                                 Random random)
    : m_clock(clock)
    , m_links(links)
    , m_ears(ears)
    , m_quality(settings.persistent ? mqtt::QoS::AtLeastOnce : mqtt::QoS::AtMostOnce)
    , m_client(asClient(settings), random, *this)
{}

CloudConnection::~CloudConnection() = default;

/// Whoever hears of it may ask the client for more, but its output is not touched meanwhile.
template<typename Work>
void CloudConnection::feed(Work work)
{
    const bool outer = std::exchange(m_feeding, true);
    work();
    m_feeding = outer;
}

Result<void> CloudConnection::start()
{
    const auto started = m_client.start(m_clock.now());
    pump();
    return started;
}

void CloudConnection::stop()
{
    m_client.stop(m_clock.now());
    pump();
}

void CloudConnection::listenTo(const std::set<std::string>& filters)
{
    std::vector<std::string_view> gone;
    std::vector<std::string> fresh;
    for (const std::string& filter : m_filters)
        if (!filters.contains(filter))
            gone.push_back(filter);
    for (const std::string& filter : filters)
        if (!m_filters.contains(filter))
            fresh.push_back(filter);
    if (online()) {
        if (!gone.empty())
            static_cast<void>(m_client.unsubscribe(gone, m_clock.now()));
        ask(fresh);
    }
    m_filters = filters;
    pump();
}

/// Eight filters a packet are what the cloud takes.
void CloudConnection::ask(const std::vector<std::string>& filters)
{
    constexpr std::size_t kMost = 8;
    for (std::size_t at = 0; at < filters.size(); at += kMost) {
        std::vector<std::string> part(filters.begin() + static_cast<std::ptrdiff_t>(at),
                                      filters.begin() +
                                          static_cast<std::ptrdiff_t>(std::min(at + kMost, filters.size())));
        std::vector<mqtt::Subscribe::Entry> entries;
        for (const std::string& filter : part)
            entries.push_back({filter, {.qos = m_quality}});
        if (const auto token = m_client.subscribe(entries, m_clock.now()))
            m_asked.emplace(*token, std::move(part));
    }
}

bool CloudConnection::send(std::string_view topic, std::string_view payload, std::string& why)
{
    if (m_sending != 0)
        return false;
    const auto token = m_client.publish(topic, asBytes(payload), mqtt::QoS::AtLeastOnce, false, m_clock.now());
    if (!token) {
        why = token.error().message;
        return false;
    }
    m_sending = *token;
    return true;
}

void CloudConnection::say(std::string_view topic, std::string_view payload)
{
    if (online())
        static_cast<void>(m_client.publish(topic, asBytes(payload), mqtt::QoS::AtMostOnce, false, m_clock.now()));
}

// --- the link ------------------------------------------------------------------------------------------------------

void CloudConnection::advance()
{
    feed([this] { m_client.advance(m_clock.now()); });
}

void CloudConnection::dial()
{
    m_dialling = true;
    m_links.open(m_client.settings().clientId, *this, [this, alive = std::weak_ptr(m_alive)](Result<net::Link*> link) {
        if (alive.expired()) {
            if (link) {
                (*link)->setHandler(nullptr);
                (*link)->close(net::CloseMode::Abort);
            }
            return;
        }
        m_dialling = false;
        if (!link) {
            feed([&] { m_client.linkFailed(link.error().message, m_clock.now()); });
        } else {
            m_wire.opened(**link);
            feed([&] { m_client.linkOpened(m_clock.now()); });
        }
        pump();
        m_ears.cloudStirred();
    });
}

void CloudConnection::pump()
{
    if (m_pumping || m_feeding)
        return;
    m_pumping = true;
    if (m_client.wantsLink() && !m_wire && !m_dialling)
        dial();
    m_wire.flush(m_client);
    m_pumping = false;
}

void CloudConnection::received(net::Link&, ByteView bytes)
{
    feed([&] { m_client.receive(bytes, m_clock.now()); });
    pump();
    m_ears.cloudStirred();
}

void CloudConnection::writable(net::Link&)
{
    m_wire.writable();
    pump();
}

void CloudConnection::closed(net::Link&, std::string_view why)
{
    m_wire.release();
    feed([&] { m_client.linkClosed(why, m_clock.now()); });
    pump();
    m_ears.cloudStirred();
}

// --- what the client experiences -----------------------------------------------------------------------------------

void CloudConnection::connected(const mqtt::Connack&)
{
    m_asked.clear();
    m_ears.cloudReached(*this);
    ask({m_filters.begin(), m_filters.end()});
    if (m_asked.empty())
        m_ears.cloudListens(*this);
}

void CloudConnection::refused(mqtt::ReasonCode code, std::string_view)
{
    m_ears.cloudLost(*this, mqtt::text(code));
}

void CloudConnection::disconnected(mqtt::ClientEnd, mqtt::ReasonCode, std::string_view why)
{
    m_asked.clear();
    m_ears.cloudLost(*this, why);
}

void CloudConnection::message(const mqtt::Publish& message)
{
    m_ears.cloudSaid(*this, message.topic, message.payload);
}

void CloudConnection::acknowledged(mqtt::Token token, mqtt::ReasonCode)
{
    if (token != m_sending)
        return;
    m_sending = 0;
    m_ears.cloudTook(*this, true);
}

void CloudConnection::subscribed(mqtt::Token token, std::span<const mqtt::ReasonCode> codes)
{
    constexpr unsigned kFailure = 0x80;
    if (const auto asked = m_asked.find(token); asked != m_asked.end())
        for (std::size_t at = 0; at < codes.size() && at < asked->second.size(); ++at)
            if (static_cast<unsigned>(codes[at]) >= kFailure)
                m_ears.cloudRefuses(*this, asked->second[at]);
    answered(token);
}

void CloudConnection::answered(mqtt::Token token)
{
    if (m_asked.erase(token) != 0 && listens())
        m_ears.cloudListens(*this);
}

void CloudConnection::dropped(mqtt::Token token, std::string_view)
{
    answered(token);
    if (token != m_sending)
        return;
    m_sending = 0;
    m_ears.cloudTook(*this, false);
}

} // namespace greensward::edge
