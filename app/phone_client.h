// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/brokers/broker_socket.h"
#include "app/engine.h"
#include "app/guest_pass.h"
#include "app/memory_transport.h"
#include "client/api.h"
#include "mqtt/client.h"
#include "ui/models/phone_port.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>
#include <optional>
#include <string>

namespace greensward::app {

/// The window's telephone. Asks the built-in cloud for a guest's credentials and dials its gateway as a program of
/// another machine would: a WebSocket over TLS to a signed address. The window's thread; goes before the engine stops.
class PhoneClient final : public ui::PhonePort, private mqtt::ClientHandler
{
    Q_OBJECT

public:
    explicit PhoneClient(Engine& engine, QObject* parent = nullptr);
    ~PhoneClient() override;

    const State& state() const override { return m_state; }
    void comeIn() override;
    void leave() override;
    void setWater(bool on) override;

private:
    void connected(const mqtt::Connack& answer) override;
    void refused(mqtt::ReasonCode code, std::string_view reason) override;
    void disconnected(mqtt::ClientEnd end, mqtt::ReasonCode code, std::string_view why) override;
    void message(const mqtt::Publish& message) override;
    void subscribed(mqtt::Token token, std::span<const mqtt::ReasonCode> codes) override;

    void begin(Stage stage);
    void end(const QString& detail);
    void fail(Trouble trouble, const QString& told);
    void fail(const client::Answer& refusal);
    void askForPool();
    void askForIdentity(const std::string& pool);
    void askForCredentials(const std::string& identity);
    void dial();
    void makeSocket();
    void subscribe();
    void publish(const std::string& topic, std::string_view payload);
    void take(const QJsonObject& state);
    void pump();
    void drop();
    bool hasRunOut() const;

    const Clock& m_clock;
    const Whereabouts m_at;
    MemoryTransport m_transport;
    client::Api m_api;
    std::optional<GuestPass> m_guest;  ///< of this attempt: answers to an earlier one are not waited for
    std::shared_ptr<bool> m_attempt;
    aws::Credential m_key;
    std::unique_ptr<mqtt::Client> m_client;
    BrokerSocket* m_socket = nullptr;
    bool m_isOpen = false;
    bool m_isPumping = false;
    QString m_published; ///< topic of a message sent a moment ago: the gateway ends a connection because of it
    QTimer m_blame;
    QTimer m_deadline;
    QElapsedTimer m_since; ///< of the stage
    State m_state;
};

} // namespace greensward::app
