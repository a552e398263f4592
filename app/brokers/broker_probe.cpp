// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/brokers/broker_probe.h"

#include "app/brokers/broker_connection.h"
#include "base/random.h"

#include <algorithm>

namespace greensward::app {

using Stage = ui::ProbeStep::Stage;
using Outcome = ui::ProbeStep::Outcome;

namespace {

constexpr int kPatienceMillis = 10'000;

/// Not the id of the connection itself: the broker would end that one.
mqtt::ClientSettings probeSettings(const ui::BrokerProfile& profile)
{
    mqtt::ClientSettings settings = clientSettings(profile);
    if (profile.kind == ui::BrokerProfile::Kind::Plain)
        settings.clientId = "greensward-test-" + Random(entropySeed()).hex(6);
    settings.cleanStart = true;
    settings.sessionExpiry = 0;
    return settings;
}

Stage stageOf(BrokerSocket::Stage stage)
{
    switch (stage) {
    case BrokerSocket::Stage::Name:
        return Stage::Name;
    case BrokerSocket::Stage::Tcp:
        return Stage::Tcp;
    case BrokerSocket::Stage::Tls:
        return Stage::Tls;
    case BrokerSocket::Stage::WebSocket:
        break;
    }
    return Stage::WebSocket;
}

} // namespace

BrokerProbe::BrokerProbe(const Clock& clock, const ui::BrokerProfile& profile, std::function<void(const Steps&)> tell,
                         Until until)
    : m_clock(clock)
    , m_profile(profile)
    , m_tell(std::move(tell))
    , m_until(until)
    , m_client(probeSettings(profile), Random(entropySeed()), *this)
    , m_socket(this)
    , m_patience(this)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_socket.disconnect(this);
        end(Outcome::Bad,
            m_open ? tr("no answer to CONNECT for %1 s").arg(kPatienceMillis / 1000)
                   : tr("no answer for %1 s; something on the way may drop the packets").arg(kPatienceMillis / 1000));
    });
}

void BrokerProbe::begin(Stage stage)
{
    m_steps.push_back({.stage = stage, .outcome = Outcome::Running, .detail = {}, .millis = 0});
    m_begun = m_clock.now();
    m_patience.start(kPatienceMillis);
    m_tell(m_steps);
}

void BrokerProbe::end(Outcome outcome, const QString& detail)
{
    if (m_steps.empty() || m_steps.back().outcome != Outcome::Running)
        return;
    ui::ProbeStep& step = m_steps.back();
    step.outcome = outcome;
    step.detail = detail;
    step.millis =
        static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.now() - m_begun).count());
    m_patience.stop();
    m_tell(m_steps);
}

void BrokerProbe::start()
{
    if (const auto started = m_client.start(m_clock.now()); !started) {
        begin(Stage::Connack);
        return end(Outcome::Bad, QString::fromStdString(started.error().message));
    }
    connect(&m_socket, &BrokerSocket::passed, this, [this](BrokerSocket::Stage stage, const QString& detail) {
        end(Outcome::Good, detail);
        if (stage == BrokerSocket::Stage::Name)
            begin(Stage::Tcp);
        else if (stage == BrokerSocket::Stage::Tcp && m_profile.usesTls())
            begin(Stage::Tls);
    });
    connect(&m_socket, &BrokerSocket::opened, this, [this] {
        if (m_until == Until::Link) {
            m_socket.close();
            return;
        }
        m_open = true;
        begin(Stage::Connack);
        m_client.linkOpened(m_clock.now());
        pump();
    });
    connect(&m_socket, &BrokerSocket::failed, this, [this](BrokerSocket::Stage stage, const QString& why) {
        if (!m_steps.empty() && m_steps.back().stage != stageOf(stage) && m_steps.size() == 1)
            m_steps.back().stage = stageOf(stage); // a file that could not be used stops it before the first step
        end(Outcome::Bad, why);
    });
    connect(&m_socket, &BrokerSocket::closed, this, [this](const QString& why) {
        m_open = false;
        m_client.linkClosed(why.toStdString(), m_clock.now());
    });
    connect(&m_socket, &BrokerSocket::received, this, [this](const QByteArray& bytes) {
        m_client.receive(asBytes(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()))),
                         m_clock.now());
        pump();
    });
    begin(m_profile.usesWebSocket() ? Stage::WebSocket : Stage::Name);
    m_socket.open(m_profile);
}

void BrokerProbe::pump()
{
    if (!m_open)
        return;
    const ByteView bytes = m_client.output();
    if (!bytes.empty()) {
        const std::string_view text = asText(bytes);
        m_socket.write(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
        m_client.written(bytes.size());
    }
    if (m_client.closing()) {
        m_open = false;
        m_socket.close();
    }
}

void BrokerProbe::connected(const mqtt::Connack& answer)
{
    end(Outcome::Good, answer.assignedClientId
                           ? tr("accepted; the broker gives the client id %1")
                                 .arg(QString::fromUtf8(answer.assignedClientId->data(),
                                                        static_cast<qsizetype>(answer.assignedClientId->size())))
                           : tr("accepted as %1").arg(QString::fromStdString(std::string(m_client.clientId()))));
    m_client.stop(m_clock.now());
}

void BrokerProbe::refused(mqtt::ReasonCode code, std::string_view reason)
{
    end(Outcome::Bad, tr("refused with code %1: %2")
                          .arg(static_cast<int>(code))
                          .arg(QString::fromUtf8(reason.data(), static_cast<qsizetype>(reason.size()))));
}

void BrokerProbe::disconnected(mqtt::ClientEnd, mqtt::ReasonCode, std::string_view why)
{
    const QString told = QString::fromUtf8(why.data(), static_cast<qsizetype>(why.size()));
    end(Outcome::Bad, m_profile.kind == ui::BrokerProfile::Kind::Aws
                          ? tr("%1 instead of answering CONNECT: AWS IoT does that when the certificate is not active "
                               "or its policy does not allow this client id")
                                .arg(told)
                          : tr("%1 instead of answering CONNECT").arg(told));
}

} // namespace greensward::app
