// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/broker_profile.h"
#include "ui/models/engine_port.h"

#include <QString>

#include <string>
#include <vector>

namespace greensward::ui {

/// How a connection to a broker elsewhere stands.
struct BrokerStatus
{
    enum class State : std::uint8_t { Connecting, Online, Waiting };
    QString name; ///< of its profile, and the origin of its events
    QString address;
    State state = State::Connecting;
    QString why;                  ///< Waiting: why the last connection or attempt ended
    double nextTry = 0;           ///< Waiting: seconds until the next attempt
    int attempts = 0;             ///< that failed or ended early, in a row
    bool passwordRefused = false; ///< the last attempt ended because user name or password are not right
    QString transport;            ///< "tls 1.3", "tcp" …; Online
    QString clientId;
    std::uint64_t received = 0;
    std::uint64_t dropped = 0; ///< messages not recorded because they came faster than the queue to the engine empties
    std::vector<ConsoleSubscription> subscriptions;
};

/// One step of a connection test.
struct ProbeStep
{
    enum class Stage : std::uint8_t { Name, Tcp, Tls, WebSocket, Connack };
    enum class Outcome : std::uint8_t { Running, Good, Bad };
    Stage stage{};
    Outcome outcome{};
    QString detail;
    int millis = 0;
};

/// What the window asks of the connections to brokers elsewhere. app implements it on a thread of its own: every call
/// returns at once, answers are the newest snapshot. The window's thread.
class BrokersPort
{
public:
    virtual ~BrokersPort() = default;
    /// Connects, and again whenever it is lost. One of the same name is closed first.
    virtual void open(const BrokerProfile& profile) = 0;
    /// Says goodbye and forgets it.
    virtual void close(const QString& name) = 0;
    virtual std::vector<BrokerStatus> brokers() const = 0;
    virtual void publish(const QString& name, const PublishRequest& request) = 0;
    virtual void subscribe(const QString& name, const std::string& filter, int qos) = 0;
    virtual void unsubscribe(const QString& name, const std::string& filter) = 0;
    /// Tries each step of a connection once; ends the test before.
    virtual void probe(const BrokerProfile& profile) = 0;
    virtual void stopProbe() = 0;
    /// Steps of the test so far, in their order.
    virtual std::vector<ProbeStep> probeSteps() const = 0;
};

} // namespace greensward::ui
