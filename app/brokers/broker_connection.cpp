// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/brokers/broker_connection.h"

#include "base/random.h"
#include "mqtt/topic.h"
#include "mqtt/trace_flags.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::app {

using trace::Kind;

namespace {

constexpr int kFlushMillis = 5;
constexpr qint64 kMostUnsent = 256 << 10;
constexpr auto kLongestWait = std::chrono::seconds(60);

/// Connections elsewhere are numbered far above those of the workspace's own gateway.
std::uint64_t nextNumber()
{
    static std::atomic<std::uint64_t> next{std::uint64_t{1} << 48};
    return ++next;
}

mqtt::DisconnectReason reasonOf(mqtt::ClientEnd end, mqtt::ReasonCode code)
{
    using mqtt::ClientEnd;
    using mqtt::DisconnectReason;
    switch (end) {
    case ClientEnd::Stopped:
        return DisconnectReason::ClientDisconnect;
    case ClientEnd::KeepAliveTimeout:
    case ClientEnd::AckTimeout:
        return DisconnectReason::KeepAliveTimeout;
    case ClientEnd::ConnectTimeout:
        return DisconnectReason::ConnectTimeout;
    case ClientEnd::ServerDisconnect:
        return code == mqtt::ReasonCode::SessionTakenOver ? DisconnectReason::TakenOver
                                                          : DisconnectReason::ServerClosed;
    case ClientEnd::ProtocolError:
        return DisconnectReason::ProtocolError;
    case ClientEnd::Stalled:
        return DisconnectReason::SlowConsumer;
    case ClientEnd::LinkFailed:
    case ClientEnd::LinkClosed:
        break;
    }
    return DisconnectReason::ConnectionLost;
}

/// Who ended it, in words.
std::string whoEnded(mqtt::ClientEnd end, mqtt::ReasonCode code, std::string_view why)
{
    using mqtt::ClientEnd;
    switch (end) {
    case ClientEnd::ServerDisconnect:
        return fmt::format("the broker sent DISCONNECT 0x{:02x} ({})", static_cast<unsigned>(code), mqtt::text(code));
    case ClientEnd::KeepAliveTimeout:
        return "the broker did not answer PINGREQ, so this console closed the connection";
    case ClientEnd::AckTimeout:
        return "the broker did not acknowledge in time, so this console closed the connection";
    case ClientEnd::ConnectTimeout:
        return "the broker did not answer CONNECT, so this console closed the connection";
    case ClientEnd::ProtocolError:
        return fmt::format("the broker broke a rule of MQTT, so this console closed the connection: {}", why);
    case ClientEnd::Stalled:
        return "the broker does not take what it is sent, so this console closed the connection";
    case ClientEnd::Stopped:
    case ClientEnd::LinkFailed:
    case ClientEnd::LinkClosed:
        break;
    }
    return std::string(why);
}

Bytes bytesOf(const QString& text)
{
    const std::string utf8 = text.toStdString();
    const ByteView view = asBytes(utf8);
    return {view.begin(), view.end()};
}

} // namespace

mqtt::ClientSettings clientSettings(const ui::BrokerProfile& profile)
{
    constexpr std::size_t kLargestPacket = 16u << 20;
    constexpr std::uint32_t kSessionSeconds = 3600;
    mqtt::ClientSettings settings;
    settings.version = profile.version == 5 ? mqtt::Version::v5 : mqtt::Version::v311;
    settings.clientId =
        profile.clientId.isEmpty() ? "greensward-" + Random(entropySeed()).hex(8) : profile.clientId.toStdString();
    settings.keepAlive = static_cast<std::uint16_t>(std::clamp(profile.keepAlive, 0, 65'535));
    settings.cleanStart = profile.cleanStart;
    settings.sessionExpiry = profile.cleanStart ? 0 : kSessionSeconds;
    if (!profile.userName.isEmpty())
        settings.userName = profile.userName.toStdString();
    if (!profile.password.isEmpty())
        settings.password = bytesOf(profile.password);
    settings.backOff.most = kLongestWait;
    settings.decode.packetSize = kLargestPacket;
    return settings;
}

BrokerConnection::BrokerConnection(Engine& engine, const ui::BrokerProfile& profile, std::shared_ptr<BrokerBoard> board)
    : m_engine(engine)
    , m_profile(profile)
    , m_board(std::move(board))
    , m_queue(engine, profile.name.toStdString())
    , m_client(clientSettings(profile), Random(entropySeed()), *this)
    , m_deadline(this)
    , m_flush(this)
{
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        m_client.advance(m_engine.clock().now());
        pump();
    });
    m_flush.setSingleShot(true);
    connect(&m_flush, &QTimer::timeout, this, &BrokerConnection::flush);
}

BrokerConnection::~BrokerConnection()
{
    delete m_socket;
    m_queue.flush(m_engine.clock().now());
}

void BrokerConnection::start()
{
    for (const QString& filter : std::as_const(m_profile.subscriptions))
        subscribe(filter.toStdString(), 0);
    if (const auto started = m_client.start(m_engine.clock().now()); !started) {
        m_why = QString::fromStdString(started.error().message);
        tellEnd(Kind::LinkRefused, 0, started.error().message);
    }
    pump();
}

void BrokerConnection::stop()
{
    m_stopping = true;
    m_client.stop(m_engine.clock().now());
    pump();
    if (!m_socket)
        emit finished();
}

// --- the way to the broker ---------------------------------------------------------------------------------

void BrokerConnection::openSocket()
{
    m_socket = new BrokerSocket(this);
    m_socketOpen = false;
    m_sent.restart();
    m_number = nextNumber();
    connect(m_socket, &BrokerSocket::opened, this, [this](const QString& transport) {
        m_socketOpen = true;
        m_transport = transport;
        tell({.sort = HeardEvent::Sort::Fact,
              .kind = Kind::LinkOpened,
              .number = m_number,
              .subject = std::string(m_client.clientId()),
              .object = m_profile.address().toStdString(),
              .detail = transport.toStdString(),
              .payload = {}});
        m_client.linkOpened(m_engine.clock().now());
        pump();
    });
    connect(m_socket, &BrokerSocket::failed, this, [this](BrokerSocket::Stage, const QString& why) {
        dropSocket();
        m_client.linkFailed(why.toStdString(), m_engine.clock().now());
        pump();
    });
    connect(m_socket, &BrokerSocket::closed, this, [this](const QString& why) {
        dropSocket();
        m_client.linkClosed(why.toStdString(), m_engine.clock().now());
        pump();
    });
    connect(m_socket, &BrokerSocket::received, this, [this](const QByteArray& bytes) {
        m_client.receive(asBytes(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()))),
                         m_engine.clock().now());
        pump();
    });
    connect(m_socket, &BrokerSocket::written, this, &BrokerConnection::pump);
    m_socket->open(m_profile);
}

void BrokerConnection::dropSocket()
{
    m_socketOpen = false;
    if (BrokerSocket* socket = std::exchange(m_socket, nullptr)) {
        socket->disconnect(this);
        socket->deleteLater(); // it is the caller
    }
}

void BrokerConnection::pump()
{
    if (std::exchange(m_pumping, true))
        return;
    if (m_client.wantsLink() && !m_socket && !m_stopping)
        openSocket();
    while (m_socketOpen && m_socket && m_socket->unsent() < kMostUnsent) {
        const ByteView bytes = m_client.output();
        if (bytes.empty())
            break;
        m_sent.follow(bytes);
        m_sentAt = m_engine.clock().now();
        const std::string_view text = asText(bytes);
        m_socket->write(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
        m_client.written(bytes.size());
    }
    if (m_socketOpen && m_client.closing() && m_client.output().empty()) {
        m_socketOpen = false;
        m_socket->close();
    }
    m_pumping = false;
    if (const auto due = m_client.nextDeadline()) {
        const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*due - m_engine.clock().now());
        m_deadline.start(static_cast<int>(std::max<std::int64_t>(wait.count(), 0)));
    } else {
        m_deadline.stop();
    }
    showStatus();
    if (m_stopping && !m_socket)
        QMetaObject::invokeMethod(this, &BrokerConnection::finished, Qt::QueuedConnection);
}

// --- what the client experiences ---------------------------------------------------------------------------

void BrokerConnection::connected(const mqtt::Connack& answer)
{
    m_online = true;
    m_passwordRefused = false;
    m_onlineSince = m_engine.clock().now();
    m_why.clear();
    const bool v5 = m_profile.version == 5;
    tell({.sort = HeardEvent::Sort::Begin,
          .kind = Kind::ClientConnected,
          .flags = static_cast<std::uint8_t>(mqtt::flagIf(v5, mqtt::kVersion5) |
                                             mqtt::flagIf(m_profile.cleanStart, mqtt::kCleanStart) |
                                             mqtt::flagIf(answer.sessionPresent, trace::kSession)),
          .number = m_number,
          .extra = answer.serverKeepAlive.value_or(static_cast<std::uint16_t>(m_profile.keepAlive)),
          .subject = std::string(m_client.clientId()),
          .object = m_profile.address().toStdString(),
          .detail =
              fmt::format("MQTT {}, {}", v5 ? "5" : "3.1.1", answer.sessionPresent ? "session resumed" : "new session"),
          .payload = {}});
}

void BrokerConnection::refused(mqtt::ReasonCode code, std::string_view reason)
{
    ++m_attempts;
    // mosquitto and others say "not authorized" of a wrong password, too; a certificate alone has none.
    m_passwordRefused = code == mqtt::ReasonCode::BadUserNameOrPassword ||
                        (code == mqtt::ReasonCode::NotAuthorized &&
                         (!m_profile.userName.isEmpty() || m_profile.certificateFile.isEmpty()));
    tellEnd(Kind::ClientRefused, static_cast<std::int64_t>(code),
            fmt::format("CONNACK 0x{:02x}: {}", static_cast<unsigned>(code), reason));
}

void BrokerConnection::disconnected(mqtt::ClientEnd end, mqtt::ReasonCode code, std::string_view why)
{
    if (std::exchange(m_online, false)) {
        if (m_engine.clock().now() - m_onlineSince >= m_client.settings().backOff.stableAfter)
            m_attempts = 0;
        m_attempts += end != mqtt::ClientEnd::Stopped;
        tellEnd(Kind::ClientDisconnected, static_cast<std::int64_t>(reasonOf(end, code)),
                end == mqtt::ClientEnd::Stopped ? std::string("goodbye") : whoEnded(end, code, why) + lastSent());
        for (ui::ConsoleSubscription& one : m_subscriptions)
            one.granted = false;
        return;
    }
    if (end == mqtt::ClientEnd::Stopped)
        return;
    ++m_attempts;
    tellEnd(Kind::LinkRefused, 0, whoEnded(end, code, why) + lastSent());
}

/// "; last packet sent: SUBSCRIBE, 0.2 s before"
std::string BrokerConnection::lastSent() const
{
    if (m_sent.last().empty())
        return {};
    const double ago = std::chrono::duration<double>(m_engine.clock().now() - m_sentAt).count();
    return fmt::format("; last packet sent: {}, {:.1f} s before", m_sent.last(), ago);
}

std::string BrokerConnection::waitText() const
{
    const auto due = m_client.nextDeadline();
    if (m_client.state() != mqtt::ClientState::Waiting || !due)
        return {};
    return fmt::format("; next attempt in {:.1f} s",
                       std::chrono::duration<double>(*due - m_engine.clock().now()).count());
}

void BrokerConnection::tellEnd(Kind kind, std::int64_t extra, const std::string& why)
{
    m_why = QString::fromStdString(why);
    tell({.sort = HeardEvent::Sort::Fact,
          .kind = kind,
          .number = m_number,
          .extra = extra,
          .subject = std::string(m_client.clientId()),
          .object = m_profile.address().toStdString(),
          .detail = why + waitText(),
          .payload = {}});
}

void BrokerConnection::message(const mqtt::Publish& message)
{
    ++m_received;
    for (ui::ConsoleSubscription& one : m_subscriptions)
        one.received += mqtt::topicMatches(one.filter, message.topic);
    tell({.sort = HeardEvent::Sort::Arrived,
          .kind = Kind::MessageDelivered,
          .flags = mqtt::traceFlags(message.qos, message.retain, message.duplicate),
          .number = m_number,
          .extra = message.id,
          .subject = std::string(m_client.clientId()),
          .object = std::string(message.topic),
          .detail = {},
          .payload = std::string(asText(message.payload))});
}

void BrokerConnection::acknowledged(mqtt::Token, mqtt::ReasonCode code)
{
    if (static_cast<std::uint8_t>(code) >= 0x80)
        refuseMessage({}, {}, fmt::format("the broker refused it: {}", mqtt::text(code)));
}

void BrokerConnection::dropped(mqtt::Token, std::string_view why)
{
    refuseMessage({}, {}, why);
}

void BrokerConnection::subscribed(mqtt::Token token, std::span<const mqtt::ReasonCode> codes)
{
    const auto known = std::find(m_tokens.begin(), m_tokens.end(), token);
    if (codes.empty())
        return;
    // After a new session the client asks again by itself, for all at once.
    for (std::size_t at = 0; at < m_subscriptions.size(); ++at) {
        if (known != m_tokens.end() && m_tokens[at] != token)
            continue;
        ui::ConsoleSubscription& one = m_subscriptions[at];
        const mqtt::ReasonCode code = codes[std::min(known == m_tokens.end() ? at : std::size_t{0}, codes.size() - 1)];
        const bool no = static_cast<std::uint8_t>(code) >= 0x80;
        one.granted = !no;
        one.problem = no ? std::string(mqtt::text(code)) : std::string();
        tell({.sort = HeardEvent::Sort::Fact,
              .kind = no ? Kind::SubscribeRefused : Kind::Subscribed,
              .number = m_number,
              .extra = static_cast<std::int64_t>(code),
              .subject = std::string(m_client.clientId()),
              .object = one.filter,
              .detail = no ? one.problem : std::string(),
              .payload = {}});
    }
    showStatus();
}

// --- to the engine and the window --------------------------------------------------------------------------

void BrokerConnection::tell(HeardEvent event)
{
    m_queue.add(std::move(event));
    if (!m_flush.isActive())
        m_flush.start(kFlushMillis);
}

void BrokerConnection::flush()
{
    m_queue.flush(m_engine.clock().now());
    if (!m_queue.isEmpty())
        m_flush.start(kFlushMillis);
    showStatus();
}

void BrokerConnection::showStatus()
{
    using State = ui::BrokerStatus::State;
    ui::BrokerStatus status;
    status.name = m_profile.name;
    status.address = m_profile.address();
    status.state = m_online ? State::Online
                   : m_client.state() == mqtt::ClientState::Waiting || m_client.state() == mqtt::ClientState::Stopped
                       ? State::Waiting
                       : State::Connecting;
    status.why = m_online ? QString() : m_why;
    status.attempts = m_attempts;
    status.passwordRefused = m_passwordRefused;
    status.transport = m_transport;
    const std::string_view id = m_client.clientId();
    status.clientId = QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()));
    status.received = m_received;
    status.dropped = m_queue.dropped();
    status.subscriptions = m_subscriptions;
    const std::lock_guard lock(m_board->mutex);
    m_board->status = std::move(status);
    m_board->nextTry = m_client.state() == mqtt::ClientState::Waiting ? m_client.nextDeadline() : std::nullopt;
}

} // namespace greensward::app
