// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/brokers/broker_socket.h"
#include "app/brokers/foreign_record.h"
#include "app/brokers/packet_watch.h"
#include "mqtt/client.h"
#include "ui/models/brokers_port.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <mutex>
#include <optional>

namespace greensward::app {

/// What the window may know of one connection; written by its thread, read by the window's.
struct BrokerBoard
{
    std::mutex mutex;
    ui::BrokerStatus status;
    std::optional<Instant> nextTry;
};

/// The client's settings that a profile asks for.
mqtt::ClientSettings clientSettings(const ui::BrokerProfile& profile);

/// A connection to a broker elsewhere that comes back by itself: drives an mqtt::Client over a BrokerSocket and tells
/// the recorder what it sees. The network thread.
class BrokerConnection final : public QObject, private mqtt::ClientHandler
{
    Q_OBJECT

public:
    BrokerConnection(Engine& engine, const ui::BrokerProfile& profile, std::shared_ptr<BrokerBoard> board);
    ~BrokerConnection() override;

    void start();
    /// Says goodbye; finished() follows.
    void stop();
    void publish(const ui::PublishRequest& request);
    void subscribe(const std::string& filter, int qos);
    void unsubscribe(const std::string& filter);

signals:
    void finished();

private:
    void connected(const mqtt::Connack& answer) override;
    void refused(mqtt::ReasonCode code, std::string_view reason) override;
    void disconnected(mqtt::ClientEnd end, mqtt::ReasonCode code, std::string_view why) override;
    void message(const mqtt::Publish& message) override;
    void acknowledged(mqtt::Token token, mqtt::ReasonCode code) override;
    void subscribed(mqtt::Token token, std::span<const mqtt::ReasonCode> codes) override;
    void dropped(mqtt::Token token, std::string_view why) override;

    void pump();
    void openSocket();
    void dropSocket();
    void tell(HeardEvent event);
    void tellEnd(trace::Kind kind, std::int64_t extra, const std::string& why);
    std::string lastSent() const;
    std::string waitText() const;
    void refuseMessage(const std::string& topic, const std::string& payload, std::string_view why);
    void flush();
    void showStatus();

    Engine& m_engine;
    ui::BrokerProfile m_profile;
    std::shared_ptr<BrokerBoard> m_board;
    ForeignQueue m_queue;
    mqtt::Client m_client;
    BrokerSocket* m_socket = nullptr;
    bool m_socketOpen = false;
    bool m_pumping = false;
    bool m_stopping = false;
    bool m_online = false;
    PacketWatch m_sent;
    Instant m_sentAt{};
    std::uint64_t m_number = 0; ///< of the connection
    QString m_transport;
    QString m_why;
    bool m_passwordRefused = false;
    int m_attempts = 0; ///< in a row without a stable connection
    Instant m_onlineSince{};
    std::uint64_t m_received = 0;
    std::vector<ui::ConsoleSubscription> m_subscriptions;
    std::vector<mqtt::Token> m_tokens; ///< beside m_subscriptions
    QTimer m_deadline;
    QTimer m_flush;
};

} // namespace greensward::app
