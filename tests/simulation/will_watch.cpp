// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "will_watch.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>

namespace greensward::simulation {

using namespace std::chrono_literals;

namespace {

constexpr std::uint32_t kNever = 0xffff'ffff;
constexpr Duration kConnectTimeout = 10s;

/// [MQTT-3.1.2-24]
Duration patience(std::uint16_t keepAlive)
{
    return 1500ms * keepAlive;
}

double seconds(Instant at)
{
    return std::chrono::duration<double>(at.time_since_epoch()).count();
}

} // namespace

WillWatch::WillWatch(const ManualClock& clock, Journal& journal, bool forgetful, Duration mostCommitDelay)
    : m_clock(clock), m_journal(journal), m_forgetful(forgetful), m_mostCommitDelay(mostCommitDelay)
{}

void WillWatch::digest(const HubLink& link, char direction, ByteView bytes)
{
    const auto mix = [this](std::uint64_t value) { m_digest = (m_digest ^ value) * 0x100000001b3ULL; };
    mix(static_cast<std::uint64_t>(m_clock.now().time_since_epoch().count()));
    mix(link.number());
    mix(static_cast<std::uint64_t>(direction));
    for (const std::uint8_t byte : bytes)
        mix(byte);
}

void WillWatch::opened(HubLink& link)
{
    Line& line = m_lines[link.number()];
    line.openedAt = m_clock.now();
    line.lastBytes = m_clock.now();
}

void WillWatch::fromBroker(HubLink& link, ByteView bytes)
{
    digest(link, '<', bytes);
}

void WillWatch::toBroker(HubLink& link, ByteView bytes)
{
    digest(link, '>', bytes);
    Line& line = m_lines[link.number()];
    if (line.over)
        return;
    line.lastBytes = m_clock.now();
    const auto read = line.packets.feed(
        bytes, [&](const mqtt::FixedHeader& header, ByteView body) { return onPacket(line, header, body); });
    if (!read) {
        m_journal.violation("a client sent what cannot be read: {}", read.error().text);
        line.over = true;
    }
}

/// False when the packet ended the connection.
bool WillWatch::onPacket(Line& line, const mqtt::FixedHeader& header, ByteView body)
{
    if (header.type != mqtt::PacketType::Connect && header.type != mqtt::PacketType::Disconnect)
        return true;
    const auto packet = mqtt::decodeBody(header, body, line.version, mqtt::Sender::Client, {});
    if (!packet) {
        m_journal.violation("a client sent what cannot be read: {}", packet.error().text);
        line.over = true;
    } else if (const auto* connect = std::get_if<mqtt::Connect>(&*packet)) {
        onConnect(line, *connect);
    } else if (const auto* goodbye = std::get_if<mqtt::Disconnect>(&*packet)) {
        if (goodbye->code == mqtt::ReasonCode::Success) {
            line.over = true; // [MQTT-3.1.2-10] the will goes without a word
            client(line).line = nullptr;
        } else {
            lose(line, m_clock.now());
        }
    }
    return !line.over;
}

void WillWatch::onConnect(Line& line, const mqtt::Connect& packet)
{
    line.connected = true;
    line.version = packet.version;
    line.clientId = std::string(packet.clientId);
    line.keepAlive = packet.keepAlive;
    line.expiry =
        packet.version == mqtt::Version::v311 ? (packet.cleanStart ? 0 : kNever) : packet.sessionExpiry.value_or(0);
    line.hasWill = packet.will.has_value();
    line.delay = packet.will ? packet.will->delay : 0;

    Client& who = client(line);
    if (who.line)
        lose(*who.line, m_clock.now()); // [MQTT-3.1.4-2] taken over
    const Instant now = m_clock.now();
    for (std::size_t i = 0; i < who.due.size(); ++i) {
        if (who.due[i] <= now)
            continue;
        // [MQTT-3.1.3-9] Resuming the session withdraws a will that is not due yet; ending it brings it forward.
        who.changed = now;
        if (packet.cleanStart)
            who.due[i] = now;
        else
            who.due.erase(who.due.begin() + static_cast<std::ptrdiff_t>(i--));
    }
    who.uncertain = who.uncertain && packet.cleanStart;
    who.line = &line;
}

void WillWatch::lose(Line& line, Instant at)
{
    line.over = true;
    Client& who = client(line);
    if (who.line == &line)
        who.line = nullptr;
    if (!line.hasWill)
        return;
    const std::uint32_t wait = std::min(line.delay, line.expiry);
    who.due.push_back(at + std::chrono::seconds(wait));
    if (wait > 0)
        who.changed = at;
}

void WillWatch::ended(HubLink& link, bool byBroker)
{
    Line& line = m_lines[link.number()];
    if (!line.over && m_dying) {
        // What was connected when the broker died: no specification says that its will survives.
        line.over = true;
        if (line.connected)
            client(line).line = nullptr;
    } else if (!line.over && !line.connected) {
        if (byBroker && m_clock.now() < line.openedAt + kConnectTimeout)
            m_journal.violation("the broker closed link {} before CONNECT", link.number());
        line.over = true;
    } else if (!line.over) {
        const bool silent = line.keepAlive != 0 && m_clock.now() >= line.lastBytes + patience(line.keepAlive);
        if (byBroker && !silent)
            m_journal.violation("the broker closed the sound connection of {}", line.clientId);
        lose(line, m_clock.now());
    }
    m_journal.note("link {} of {} ended at the broker, {}", link.number(), line.clientId,
                   byBroker ? "by its own will" : "told so");
}

void WillWatch::brokerDies()
{
    m_dying = true;
    const Instant now = m_clock.now();
    for (auto& [id, who] : m_clients) {
        const bool fresh = who.changed && now - *who.changed <= m_mostCommitDelay;
        if (m_forgetful || fresh) {
            // The store may or may not know; a will that was published may come again.
            who.uncertain = fresh && !m_forgetful;
            std::erase_if(who.due, [now](Instant due) { return due > now; });
        }
    }
}

void WillWatch::settleKeepAlive()
{
    const Instant now = m_clock.now();
    for (auto& [id, who] : m_clients) {
        Line* line = who.line;
        if (line && line->keepAlive != 0 && line->lastBytes + patience(line->keepAlive) <= now)
            lose(*line, line->lastBytes + patience(line->keepAlive));
    }
}

void WillWatch::published(std::string_view clientId)
{
    ++m_wills;
    const auto found = m_clients.find(clientId);
    if (found == m_clients.end())
        m_journal.violation("a will of {}, who never connected", clientId);
    else
        ++found->second.seen;
    m_journal.note("will of {} published", clientId);
}

void WillWatch::settle()
{
    const Instant now = m_clock.now();
    if (!m_dying)
        settleKeepAlive();
    for (auto& [id, who] : m_clients) {
        for (std::size_t i = 0; i < who.due.size() && !m_dying;) {
            if (who.due[i] > now) {
                ++i;
                continue;
            }
            if (who.seen > 0)
                --who.seen;
            else
                m_journal.violation("the will of {} was due at {:.6f} and was not published [MQTT-3.1.2-8]", id,
                                    seconds(who.due[i]));
            who.due.erase(who.due.begin() + static_cast<std::ptrdiff_t>(i));
            who.changed = now;
        }
        if (who.seen > 0 && who.uncertain) {
            who.uncertain = false;
            --who.seen;
        }
        if (who.seen > 0)
            m_journal.violation("the will of {} was published {} times too often or too early", id, who.seen);
        who.seen = 0;
    }
}

void WillWatch::brokerIsBack()
{
    m_dying = false;
    // What fell due meanwhile is due now.
    for (auto& [id, who] : m_clients)
        for (Instant& due : who.due)
            due = std::max(due, m_clock.now());
}

void WillWatch::finish()
{
    for (const auto& [id, who] : m_clients)
        if (!who.due.empty())
            m_journal.violation("the will of {} is still owed", id);
}

} // namespace greensward::simulation
