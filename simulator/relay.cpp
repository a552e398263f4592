// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/relay.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::simulator {

namespace {

/// Last words take no longer.
constexpr Duration kFarewell = std::chrono::seconds{2};

} // namespace

Relay::Relay(const Clock& clock, RelaySettings settings, std::array<RelayStop, 2> stops, Random random)
    : m_clock(clock), m_settings(std::move(settings)), m_stops(std::move(stops)), m_random(random)
{}

Relay::~Relay() = default;

void Relay::start()
{
    if (std::exchange(m_wanted, true))
        return;
    if (m_phase == Phase::Off)
        arrive();
}

void Relay::stop()
{
    m_wanted = false;
    if (m_phase == Phase::Staying)
        leave();
    else if (m_phase == Phase::Travelling)
        m_phase = Phase::Off;
    m_note = "switched off";
}

void Relay::arrive()
{
    const RelayStop& stop = m_stops[m_at];
    const Instant now = m_clock.now();
    m_phase = Phase::Staying;
    m_until = now + stop.stay;
    m_visit = std::make_shared<bool>(true);
    m_note = fmt::format("arrived at {}", stop.name);
    mqtt::ClientSettings settings;
    settings.clientId = m_settings.id;
    settings.keepAlive = m_settings.keepAlive;
    settings.backOff.most = std::chrono::seconds{8};
    mqtt::ClientHandler& self = *this;
    m_client = std::make_unique<mqtt::Client>(std::move(settings), m_random.fork(m_random()), self);
    if (const auto started = m_client->start(now); !started)
        m_note = started.error().message;
    if (const auto asked = m_client->subscribe(stop.collects, mqtt::QoS::AtLeastOnce, now); !asked)
        m_note = asked.error().message;
    pump();
}

void Relay::leave()
{
    m_phase = Phase::Leaving;
    m_until = m_clock.now() + kFarewell;
    m_client->stop(m_clock.now());
    pump();
}

/// It is out of reach: whatever the place still wanted to say is lost to it.
void Relay::depart()
{
    m_visit.reset();
    if (net::Link* link = m_wire.release()) {
        link->setHandler(nullptr);
        link->close(net::CloseMode::Graceful);
    }
    m_client.reset();
    m_dialling = false;
    m_handedOver.clear();
    m_own.clear();
    if (!m_wanted) {
        m_phase = Phase::Off;
        return;
    }
    m_note = fmt::format("left {} with {} messages", m_stops[m_at].name, m_bags[1 - m_at].size());
    m_at = 1 - m_at;
    m_phase = Phase::Travelling;
    m_until = m_clock.now() + m_settings.travel;
}

void Relay::advance(Instant now)
{
    if (m_client) {
        m_client->advance(now);
        pump();
    }
    if (m_phase == Phase::Leaving && (m_client->state() == mqtt::ClientState::Stopped || now >= m_until))
        depart();
    if (m_phase == Phase::Off && m_wanted)
        arrive();
    if (m_phase == Phase::Staying && now >= m_until)
        leave();
    else if (m_phase == Phase::Travelling && now >= m_until)
        arrive();
}

std::optional<Instant> Relay::nextDeadline() const
{
    if (m_phase == Phase::Off)
        return m_wanted ? std::optional(m_clock.now()) : std::nullopt;
    if (m_phase == Phase::Leaving && m_client->state() == mqtt::ClientState::Stopped)
        return m_clock.now();
    Instant next = m_until;
    if (const auto due = m_client ? m_client->nextDeadline() : std::nullopt)
        next = std::min(next, *due);
    return next;
}

RelayView Relay::view() const
{
    RelayView view;
    view.carried = {m_bags[0].size(), m_bags[1].size()};
    view.delivered = m_delivered;
    view.discarded = m_discarded;
    view.note = m_note;
    if (m_phase == Phase::Staying || m_phase == Phase::Leaving)
        view.stop = m_at;
    view.online = m_client && m_client->state() == mqtt::ClientState::Online;
    return view;
}

// --- at a stop ----------------------------------------------------------------------------------------------------------

void Relay::connected(const mqtt::Connack&)
{
    m_note = fmt::format("connected at {}", m_stops[m_at].name);
    handOver();
}

void Relay::refused(mqtt::ReasonCode code, std::string_view reason)
{
    m_note = fmt::format("{} refused: {}", m_stops[m_at].name, reason.empty() ? mqtt::text(code) : reason);
}

/// As many as the client takes; the rest follows as they are acknowledged.
void Relay::handOver()
{
    for (const Carried& one : m_bags[m_at]) {
        const auto isUnderWay = [&](const auto& entry) { return entry.second == one.number; };
        if (std::any_of(m_handedOver.begin(), m_handedOver.end(), isUnderWay))
            continue;
        const auto token = m_client->publish(one.topic, one.payload, mqtt::QoS::AtLeastOnce, false, m_clock.now());
        if (!token)
            return;
        m_handedOver.emplace(*token, one.number);
        m_own.emplace_back(one.topic, one.payload);
        if (m_own.size() > m_settings.mostCarried)
            m_own.pop_front();
    }
}

void Relay::acknowledged(mqtt::Token token, mqtt::ReasonCode)
{
    const auto known = m_handedOver.extract(token);
    if (known.empty())
        return;
    std::erase_if(m_bags[m_at], [&](const Carried& one) { return one.number == known.mapped(); });
    ++m_delivered;
    handOver();
}

void Relay::dropped(mqtt::Token token, std::string_view)
{
    m_handedOver.erase(token); // it stays in the bag
}

bool Relay::isOwn(std::string_view topic, ByteView payload)
{
    const auto found = std::find_if(m_own.begin(), m_own.end(), [&](const auto& own) {
        return own.first == topic && std::ranges::equal(own.second, payload);
    });
    if (found == m_own.end())
        return false;
    m_own.erase(found);
    return true;
}

void Relay::message(const mqtt::Publish& message)
{
    if (isOwn(message.topic, message.payload))
        return;
    auto& bag = m_bags[1 - m_at];
    bag.push_back({++m_numbers, std::string(message.topic), Bytes(message.payload.begin(), message.payload.end())});
    if (bag.size() > m_settings.mostCarried) {
        bag.pop_front();
        ++m_discarded;
    }
}

// --- the link -----------------------------------------------------------------------------------------------------------

void Relay::dial()
{
    m_dialling = true;
    net::LinkHandler& self = *this;
    m_stops[m_at].links.open(m_settings.id, self, [this, visit = std::weak_ptr(m_visit)](Result<net::Link*> link) {
        if (visit.expired()) { // it has left meanwhile, or is no more
            if (link) {
                (*link)->setHandler(nullptr);
                (*link)->close(net::CloseMode::Abort);
            }
            return;
        }
        m_dialling = false;
        if (link) {
            m_wire.opened(**link);
            m_client->linkOpened(m_clock.now());
        } else {
            m_client->linkFailed(link.error().message, m_clock.now());
        }
        pump();
    });
}

void Relay::pump()
{
    if (m_pumping || !m_client)
        return;
    m_pumping = true;
    if (m_client->wantsLink() && !m_dialling && !m_wire)
        dial();
    m_wire.flush(*m_client);
    m_pumping = false;
}

void Relay::received(net::Link&, ByteView bytes)
{
    m_client->receive(bytes, m_clock.now());
    pump();
}

void Relay::writable(net::Link&)
{
    m_wire.writable();
    pump();
}

void Relay::closed(net::Link&, std::string_view why)
{
    m_wire.release();
    m_client->linkClosed(why, m_clock.now());
    pump();
}

} // namespace greensward::simulator
