// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/client_core.h"
#include "mqtt/client_settings.h"

#include <algorithm>
#include <cassert>

// The client's life: links, back-off, and what happens because time goes by.
namespace greensward::mqtt {

namespace {

/// What a quiet client keeps of its buffers, in bytes.
constexpr std::size_t kKeptCapacity = 16u << 10;

void forget(Bytes& buffer)
{
    buffer.clear();
    if (buffer.capacity() > kKeptCapacity)
        Bytes().swap(buffer);
}

} // namespace

Client::Core::Core(ClientSettings settings, Random random, ClientHandler& handler)
    : m_settings(std::move(settings)), m_random(random), m_handler(handler), m_clientId(m_settings.clientId)
{}

Result<void> Client::Core::start(Instant now)
{
    m_now = now;
    if (m_running)
        return {};
    if (const auto checked = checkSettings(m_settings); !checked)
        return checked;
    m_running = true;
    m_failures = 0;
    if (m_state == ClientState::Stopped) // else the last link is still closing
        m_state = ClientState::WantsLink;
    return {};
}

void Client::Core::stop(Instant now)
{
    m_now = now;
    if (!m_running)
        return;
    m_running = false;
    if (m_state == ClientState::Closing)
        return; // already told why
    if (m_state == ClientState::Online)
        send(Disconnect{});
    if (linked())
        beginClosing();
    else
        m_state = ClientState::Stopped;
    m_handler.disconnected(ClientEnd::Stopped, ReasonCode::Success, "stopped");
}

void Client::Core::linkOpened(Instant now)
{
    m_now = now;
    if (m_state != ClientState::WantsLink) {
        // stop() was quicker than the driver: the link is not needed any more.
        if (m_state == ClientState::Stopped)
            beginClosing();
        return;
    }
    forgetLink();
    m_state = ClientState::Connecting;
    m_deadline = now + m_settings.connectTimeout;
    sendConnect();
}

void Client::Core::linkFailed(std::string_view why, Instant now)
{
    m_now = now;
    if (m_state != ClientState::WantsLink)
        return;
    afterLink();
    m_handler.disconnected(ClientEnd::LinkFailed, ReasonCode::Success, why);
}

void Client::Core::linkClosed(std::string_view why, Instant now)
{
    m_now = now;
    const bool unexpected = linked();
    if (!unexpected && m_state != ClientState::Closing)
        return;
    afterLink();
    if (unexpected)
        m_handler.disconnected(ClientEnd::LinkClosed, ReasonCode::Success, why);
    reportDropped();
}

void Client::Core::end(ClientEnd why, ReasonCode code, std::string_view text)
{
    // [MQTT5-4.13.1-1] The server may know what it did wrong; it hears nothing back when it said goodbye itself.
    const bool worthSaying = why != ClientEnd::ServerDisconnect && code >= ReasonCode::UnspecifiedError;
    if (m_state == ClientState::Online && is5() && worthSaying) {
        Disconnect last;
        // Keep Alive timeout is for the server to say [MQTT5-3.14.2.1].
        last.code = code == ReasonCode::KeepAliveTimeout ? ReasonCode::UnspecifiedError : code;
        send(last);
    }
    beginClosing();
    m_handler.disconnected(why, code, text);
}

void Client::Core::beginClosing()
{
    if (m_state == ClientState::Online && m_now - m_onlineSince >= m_settings.backOff.stableAfter)
        m_failures = 0;
    m_state = ClientState::Closing;
    m_deadline = m_now + m_settings.closeTimeout;
}

void Client::Core::afterLink()
{
    if (m_state == ClientState::Online && m_now - m_onlineSince >= m_settings.backOff.stableAfter)
        m_failures = 0;
    forgetLink();
    if (!m_running) {
        m_state = ClientState::Stopped;
        return;
    }
    m_state = ClientState::Waiting;
    m_retryAt = m_now + nextWait();
}

Duration Client::Core::nextWait()
{
    const BackOff& row = m_settings.backOff;
    Duration wait = row.first;
    for (unsigned i = 0; i < m_failures && wait < row.most; ++i)
        wait = std::min(row.most, wait * 2);
    ++m_failures;
    const double share = m_random.between(1.0 - row.jitter, 1.0);
    return Duration{static_cast<Duration::rep>(static_cast<double>(wait.count()) * share)};
}

/// Everything that belongs to one link; the session stays.
void Client::Core::forgetLink()
{
    forget(m_input);
    forget(m_output);
    m_written = 0;
    m_pingedAt.reset();
    m_answerDue.reset();
    m_server = {};
    m_aliases.clear();
    for (auto& outgoing : m_inflight)
        outgoing.sentHere = false;
    m_unsentInflight = m_inflight.size();
    for (auto& request : m_requests) {
        if (request.id != 0)
            m_ids.erase(request.id);
        request.id = 0;
        request.sentHere = false;
    }
}

void Client::Core::sendConnect()
{
    Connect connect;
    connect.version = m_settings.version;
    connect.cleanStart = m_settings.cleanStart;
    connect.keepAlive = m_settings.keepAlive;
    connect.clientId = m_clientId;
    if (m_settings.will) {
        const ClientWill& will = *m_settings.will;
        Publish message = asPublish(will.message);
        message.properties.messageExpiry = will.expiry;
        connect.will = Will{.topic = message.topic,
                            .payload = message.payload,
                            .qos = message.qos,
                            .retain = message.retain,
                            .delay = will.delay,
                            .properties = std::move(message.properties)};
    }
    connect.userName = m_settings.userName;
    if (m_settings.password)
        connect.password = ByteView(*m_settings.password);
    if (m_settings.sessionExpiry != 0)
        connect.sessionExpiry = m_settings.sessionExpiry;
    connect.receiveMaximum = m_settings.receiveMaximum;
    connect.maximumPacketSize = m_settings.decode.packetSize;
    if (m_settings.topicAliasMaximum != 0)
        connect.topicAliasMaximum = m_settings.topicAliasMaximum;
    encode(m_output, connect);
    said();
}

void Client::Core::said()
{
    m_lastSaid = m_now;
}

void Client::Core::written(std::size_t bytes)
{
    assert(bytes <= m_output.size() - m_written);
    m_written += bytes;
    if (m_written == m_output.size()) {
        forget(m_output);
        m_written = 0;
    } else if (m_written > kKeptCapacity && m_written > m_output.size() / 2) {
        m_output.erase(m_output.begin(), m_output.begin() + static_cast<std::ptrdiff_t>(m_written));
        m_written = 0;
    }
    pump();
}

void Client::Core::pump()
{
    if (m_state == ClientState::Online) {
        pumpRequests();
        pumpMessages();
    }
    reportDropped();
}

void Client::Core::reportDropped()
{
    while (!m_dropped.empty()) {
        const auto dropped = std::exchange(m_dropped, {});
        for (const auto& [token, why] : dropped)
            m_handler.dropped(token, why);
    }
}

// --- time
// -------------------------------------------------------------------------------------------------------------------

void Client::Core::advance(Instant now)
{
    m_now = now;
    const auto seconds = [](std::uint16_t count) { return std::chrono::seconds{count}; };
    switch (m_state) {
    case ClientState::Stopped:
    case ClientState::WantsLink:
        break;
    case ClientState::Waiting:
        if (now >= m_retryAt)
            m_state = ClientState::WantsLink;
        break;
    case ClientState::Connecting:
        if (now >= m_deadline)
            end(ClientEnd::ConnectTimeout, ReasonCode::Success, "the server did not answer CONNECT in time");
        break;
    case ClientState::Closing:
        if (now >= m_deadline) {
            forget(m_output);
            m_written = 0;
        }
        break;
    case ClientState::Online:
        if (m_pingedAt && now >= *m_pingedAt + m_settings.pingTimeout) {
            end(ClientEnd::KeepAliveTimeout, ReasonCode::KeepAliveTimeout, "the server did not answer PINGREQ in time");
            break;
        }
        if (m_answerDue && now >= *m_answerDue) {
            const auto earliest = earliestUnanswered();
            m_answerDue = earliest ? std::optional(*earliest + m_settings.ackTimeout) : std::nullopt;
            if (m_answerDue && now >= *m_answerDue) {
                end(ClientEnd::AckTimeout, ReasonCode::UnspecifiedError,
                    "the server did not acknowledge a packet in time");
                break;
            }
        }
        // Silence in either direction: a client that only sends QoS 0 would not notice otherwise that nobody is there.
        if (m_server.keepAlive != 0 && !m_pingedAt &&
            now >= std::min(m_lastSaid, m_lastHeard) + seconds(m_server.keepAlive)) {
            encode(m_output, Pingreq{});
            said();
            m_pingedAt = now;
        }
        break;
    }
    pump();
}

std::optional<Instant> Client::Core::nextDeadline() const
{
    if (!m_dropped.empty())
        return m_now;
    switch (m_state) {
    case ClientState::Stopped:
    case ClientState::WantsLink:
        return std::nullopt;
    case ClientState::Waiting:
        return m_retryAt;
    case ClientState::Connecting:
        return m_deadline;
    case ClientState::Closing:
        return output().empty() ? std::nullopt : std::optional(m_deadline);
    case ClientState::Online:
        break;
    }
    std::optional<Instant> next = m_answerDue;
    const auto sooner = [&next](Instant at) { next = next ? std::min(*next, at) : at; };
    if (m_pingedAt)
        sooner(*m_pingedAt + m_settings.pingTimeout);
    else if (m_server.keepAlive != 0)
        sooner(std::min(m_lastSaid, m_lastHeard) + std::chrono::seconds{m_server.keepAlive});
    return next;
}

void Client::Core::awaitAnswer(Instant& sentAt)
{
    sentAt = m_now;
    if (m_settings.ackTimeout > Duration{} && !m_answerDue)
        m_answerDue = m_now + m_settings.ackTimeout;
}

std::optional<Instant> Client::Core::earliestUnanswered() const
{
    std::optional<Instant> earliest;
    const auto look = [&earliest](const auto& waiting) {
        for (const auto& one : waiting)
            if (one.sentHere && (!earliest || one.sentAt < *earliest))
                earliest = one.sentAt;
    };
    look(m_inflight);
    look(m_requests);
    return earliest;
}

} // namespace greensward::mqtt
