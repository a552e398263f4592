// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim_client.h"

#include <array>
#include <fmt/format.h>
#include <utility>

namespace greensward::simulation {

SimClient::SimClient(std::size_t index, const ClientProfile& profile, MemoryHub& hub, const ManualClock& clock,
                     Random random, Ledger& ledger, Journal& journal, bool remembers)
    : m_index(index)
    , m_profile(profile)
    , m_hub(hub)
    , m_clock(clock)
    , m_ledger(ledger)
    , m_journal(journal)
    , m_client(profile.settings, random, *this)
    , m_line(profile.line)
    , m_remembers(remembers)
{}

void SimClient::start()
{
    if (std::exchange(m_started, true))
        return;
    m_journal.note("c{} starts", m_index);
    if (const auto started = m_client.start(m_clock.now()); !started)
        m_journal.violation("c{} cannot start: {}", m_index, started.error().message);
    pump();
}

void SimClient::stop()
{
    if (!std::exchange(m_started, false))
        return;
    m_journal.note("c{} stops", m_index);
    m_client.stop(m_clock.now());
    pump();
}

void SimClient::publish(const std::string& topic, mqtt::QoS qos, bool retain, bool clear, std::size_t filling)
{
    Ledger::Publication publication;
    publication.publisher = m_index;
    publication.topic = topic;
    publication.qos = qos;
    publication.retain = retain;
    publication.clears = clear;
    const std::uint64_t sequence = m_ledger.published(std::move(publication));
    const std::string payload = clear ? std::string() : Ledger::payload(m_index, sequence, filling);
    const auto token = m_client.publish(topic, asBytes(payload), qos, retain, m_clock.now());
    m_journal.note("c{} publishes #{} on {} at QoS {}{}: {}", m_index, sequence, topic, static_cast<int>(qos),
                   retain ? ", retained" : "", token ? "taken" : token.error().message);
    if (token && qos != mqtt::QoS::AtMostOnce)
        m_publications.emplace(*token, sequence);
    else if (!token)
        m_ledger.dropped(m_index, sequence);
    pump();
}

void SimClient::subscribe(const std::string& filter, mqtt::QoS qos)
{
    m_ledger.subscribing(m_index, filter);
    m_journal.note("c{} subscribes to {} at QoS {}", m_index, filter, static_cast<int>(qos));
    const auto token = m_client.subscribe(filter, qos, m_clock.now());
    if (token)
        m_subscriptions.emplace(*token, filter);
    else
        m_journal.violation("c{} cannot subscribe: {}", m_index, token.error().message);
    pump();
}

void SimClient::unsubscribe(const std::string& filter)
{
    m_ledger.unsubscribing(m_index, filter);
    m_journal.note("c{} unsubscribes from {}", m_index, filter);
    const std::array<std::string_view, 1> filters{filter};
    if (const auto token = m_client.unsubscribe(filters, m_clock.now()); !token)
        m_journal.violation("c{} cannot unsubscribe: {}", m_index, token.error().message);
    pump();
}

// --- what happens to its line
// ---------------------------------------------------------------------------------------------

void SimClient::breakLink(std::size_t up, std::size_t down, bool tellClient, bool tellBroker)
{
    if (!m_link)
        return;
    m_journal.note("link {} of c{} breaks after {} bytes up, {} down{}{}", m_link->number(), m_index, up, down,
                   tellClient ? "" : ", the client is not told", tellBroker ? "" : ", the broker is not told");
    m_link->breakAfter(up, down, tellClient, tellBroker);
}

void SimClient::stall(bool up, bool down)
{
    m_journal.note("the line of c{} stalls{}{}", m_index, up ? " up" : "", down ? " down" : "");
    m_line.cutUp = up;
    m_line.cutDown = down;
    if (m_link)
        m_link->setFaults(m_line);
}

void SimClient::endStall()
{
    m_line = m_profile.line;
    if (m_link)
        m_link->setFaults(m_line);
}

void SimClient::makePeace()
{
    endStall();
    setReading(true);
    if (m_link)
        m_link->mend();
    // Without a keep alive it would never find out by itself that the other end has gone.
    if (m_profile.settings.keepAlive == 0)
        breakLink(0, 0, true, true);
}

void SimClient::setReading(bool on)
{
    if (m_reading != on)
        m_journal.note("c{} {}", m_index, on ? "reads again" : "stops reading");
    m_reading = on;
    if (m_link)
        m_link->setReading(on);
}

void SimClient::moveOn()
{
    breakLink(0, 0, true, false);
}

// --- driving
// --------------------------------------------------------------------------------------------------------------

void SimClient::pump()
{
    while (true) {
        if (m_client.wantsLink()) {
            const bool cut = m_line.cutUp || m_line.cutDown;
            HubLink* link = cut ? nullptr : m_hub.open(*this, m_line, m_profile.capacity);
            if (!link) {
                m_client.linkFailed("no answer", m_clock.now());
                continue;
            }
            m_link = link;
            m_packets.clear();
            m_sent.clear();
            m_link->setReading(m_reading);
            m_blocked = false;
            m_closing = false;
            m_journal.note("c{} opens link {}", m_index, link->number());
            m_client.linkOpened(m_clock.now());
            continue;
        }
        if (!m_link || m_closing)
            return;
        const ByteView bytes = m_client.output();
        if (!bytes.empty() && !m_blocked) {
            const std::array slices{bytes};
            const std::size_t taken = m_link->write(slices);
            m_blocked = taken < bytes.size();
            checkSent(bytes.first(taken));
            m_client.written(taken);
            continue;
        }
        if (bytes.empty() && m_client.closing()) {
            m_closing = true;
            m_link->close(net::CloseMode::Graceful);
        }
        return;
    }
}

void SimClient::checkSent(ByteView bytes)
{
    const auto read = m_sent.feed(bytes, [this](const mqtt::FixedHeader& header, ByteView body) {
        mqtt::Publish packet;
        if (header.type == mqtt::PacketType::Publish &&
            mqtt::decodePublish(header, body, m_profile.settings.version, mqtt::Sender::Client, {}, packet) &&
            packet.qos != mqtt::QoS::AtMostOnce)
            checkDuplicate(packet);
        return true;
    });
    if (!read)
        m_journal.violation("c{} sends what cannot be read: {}", m_index, read.error().text);
}

/// [MQTT-3.3.1-1] DUP is set when a packet is sent again. (The other way round it may be set on what never left this
/// end.)
void SimClient::checkDuplicate(const mqtt::Publish& packet)
{
    std::string& last = m_lastSent[packet.id];
    const std::string_view carried = asText(packet.payload);
    if (!carried.empty() && last == carried && !packet.duplicate)
        m_journal.violation("c{} sends packet {} again without DUP [MQTT-3.3.1-1]", m_index, packet.id);
    last = carried;
}

void SimClient::advance(Instant now)
{
    if (const auto deadline = m_client.nextDeadline(); deadline && *deadline <= now)
        m_client.advance(now);
    pump();
}

void SimClient::received(net::Link&, ByteView bytes)
{
    m_client.receive(bytes, m_clock.now());
    // The client does not tell when the subscriptions it renews for a new session are made; its SUBACK does.
    const auto read = m_packets.feed(bytes, [this](const mqtt::FixedHeader& header, ByteView) {
        if (header.type == mqtt::PacketType::Suback)
            m_ledger.subscriptionsMade(m_index);
        return true;
    });
    if (!read)
        m_journal.violation("c{} was sent what cannot be read: {}", m_index, read.error().text);
    pump();
}

void SimClient::writable(net::Link&)
{
    m_blocked = false;
    pump();
}

void SimClient::closed(net::Link&, std::string_view why)
{
    m_link = nullptr;
    m_client.linkClosed(why, m_clock.now());
    pump();
}

// --- what it experiences
// --------------------------------------------------------------------------------------------------

void SimClient::connected(const mqtt::Connack& answer)
{
    m_journal.note("c{} is connected, session {}", m_index, answer.sessionPresent ? "present" : "new");
    m_sessions += 1;
    if (!answer.sessionPresent)
        m_ledger.sessionBegins(m_index);
    if (m_profile.persistent() && m_remembers && m_sessions > 1 && !answer.sessionPresent)
        m_journal.violation("the session of c{} was forgotten [MQTT-3.1.2-4]", m_index);
    if (m_profile.settings.cleanStart && answer.sessionPresent)
        m_journal.violation("c{} asked for a clean start and got an old session [MQTT-3.2.2-2]", m_index);
}

void SimClient::refused(mqtt::ReasonCode code, std::string_view reason)
{
    m_journal.violation("c{} was refused: {} {}", m_index, mqtt::text(code), reason);
}

void SimClient::disconnected(mqtt::ClientEnd end, mqtt::ReasonCode code, std::string_view why)
{
    m_journal.note("c{} is disconnected: {}", m_index, why);
    if (end == mqtt::ClientEnd::ProtocolError)
        m_journal.violation("c{} says the broker broke a rule: {}", m_index, why);
    const bool blamed = end == mqtt::ClientEnd::ServerDisconnect && code != mqtt::ReasonCode::SessionTakenOver &&
                        code != mqtt::ReasonCode::KeepAliveTimeout && code != mqtt::ReasonCode::ServerShuttingDown;
    if (blamed)
        m_journal.violation("c{} was sent away: {} {}", m_index, mqtt::text(code), why);
}

void SimClient::message(const mqtt::Publish& message)
{
    m_journal.note("c{} gets {} \"{}\" at QoS {}{}{}", m_index, message.topic, asText(message.payload).substr(0, 12),
                   static_cast<int>(message.qos), message.retain ? ", retained" : "",
                   message.duplicate ? ", again" : "");
    if (asText(message.payload) == Ledger::kRollCall)
        m_ledger.answered(m_index, message.topic);
    else
        m_ledger.received(m_index, message);
}

void SimClient::acknowledged(mqtt::Token token, mqtt::ReasonCode code)
{
    const auto found = m_publications.find(token);
    if (found == m_publications.end()) {
        m_journal.violation("c{} was told of an acknowledgement it did not wait for", m_index);
        return;
    }
    m_journal.note("c{} has #{} acknowledged", m_index, found->second);
    m_ledger.acknowledged(m_index, found->second, code);
    m_publications.erase(found);
}

void SimClient::subscribed(mqtt::Token token, std::span<const mqtt::ReasonCode> codes)
{
    const auto found = m_subscriptions.find(token);
    if (found == m_subscriptions.end() || codes.size() != 1) {
        m_journal.violation("c{} got a SUBACK that fits no SUBSCRIBE", m_index);
        return;
    }
    m_journal.note("c{} is subscribed to {}", m_index, found->second);
    m_ledger.subscribed(m_index, found->second, codes.front());
}

void SimClient::dropped(mqtt::Token token, std::string_view why)
{
    const auto found = m_publications.find(token);
    if (found == m_publications.end())
        return;
    m_journal.note("c{} gives up #{}: {}", m_index, found->second, why);
    m_ledger.dropped(m_index, found->second);
    m_publications.erase(found);
}

bool SimClient::settled() const
{
    return online() && m_client.queued() == 0 && m_client.inflight() == 0;
}

std::string SimClient::describe() const
{
    return fmt::format("c{}: {}, {} queued, {} in flight", m_index, online() ? "online" : "not online",
                       m_client.queued(), m_client.inflight());
}

} // namespace greensward::simulation
