// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/brokers/broker_socket.h"
#include "base/clock.h"
#include "mqtt/client.h"
#include "ui/models/brokers_port.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace greensward::app {

/// Tries each step of a connection once and says of each how it went and how long it took. Says goodbye as soon as
/// CONNACK is there. The network thread.
class BrokerProbe final : public QObject, private mqtt::ClientHandler
{
    Q_OBJECT

public:
    using Steps = std::vector<ui::ProbeStep>;
    /// How far it goes: a port can be looked at without a CONNECT, which would end the connection of the same client id.
    enum class Until : std::uint8_t { Link, Connack };
    BrokerProbe(const Clock& clock, const ui::BrokerProfile& profile, std::function<void(const Steps&)> tell,
                Until until = Until::Connack);
    void start();

private:
    void connected(const mqtt::Connack& answer) override;
    void refused(mqtt::ReasonCode code, std::string_view reason) override;
    void disconnected(mqtt::ClientEnd end, mqtt::ReasonCode code, std::string_view why) override;
    void begin(ui::ProbeStep::Stage stage);
    void end(ui::ProbeStep::Outcome outcome, const QString& detail);
    void pump();

    const Clock& m_clock;
    ui::BrokerProfile m_profile;
    std::function<void(const Steps&)> m_tell;
    Until m_until;
    Steps m_steps;
    Instant m_begun{};
    mqtt::Client m_client;
    BrokerSocket m_socket;
    QTimer m_patience;
    bool m_open = false;
};

} // namespace greensward::app
