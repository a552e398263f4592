// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QObject>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace greensward::ui {

/// A telephone that comes in as a guest: an identity of Cognito, temporary credentials, a signed address, MQTT over
/// WebSocket. It hears the turbine and switches the sprinkler. The window's thread.
class PhonePort : public QObject
{
    Q_OBJECT

public:
    static constexpr const char* kTurbineTopic = "turbines/ev-gen/123";
    static constexpr const char* kSprinkler = "sprinkler-456";

    /// In this order; each begins when the one before is good.
    enum class Stage : std::uint8_t { Pool, Identity, Credentials, Link, Connack, Subscribe };
    struct Step
    {
        enum class Outcome : std::uint8_t { Running, Good, Bad };
        Stage stage = Stage::Pool;
        Outcome outcome = Outcome::Running;
        QString detail{}; ///< what came of it, as the field writes it: "us-east-1:6f…"
        int millis = 0;
    };

    /// Why it is not in, or not wholly.
    enum class Trouble : std::uint8_t {
        None,
        NoPool,          ///< no identity pool named "phone"
        NoGuests,        ///< the pool lets nobody in who is not signed in
        NoRole,          ///< … or has no role that it may lend to guests
        ServiceRefused,  ///< told: the error of the service
        LinkRefused,     ///< the gateway did not open the WebSocket; told: what it answered
        ConnectDenied,   ///< iot:Connect
        SubscribeDenied, ///< iot:Subscribe; told: the filters
        PublishDenied,   ///< iot:Publish; told: the topic
        RanOut,          ///< the credentials are over
        Lost,            ///< told: how the connection ended
    };

    struct State
    {
        bool isComing = false;
        bool isOnline = false;
        std::vector<Step> steps{};
        Trouble trouble = Trouble::None;
        QString told{};
        QString clientId{};
        QString key{};     ///< id of the access key that was lent; empty before
        QDateTime until{}; ///< … and until when
        QJsonObject turbine{}; ///< its newest message
        quint64 heard = 0;   ///< messages of the turbine
        bool isShadowKnown = false;
        std::optional<QString> desired{};  ///< water
        std::optional<QString> reported{};
        quint64 octetsSent = 0; ///< of MQTT, without what TLS and WebSocket add
        quint64 octetsReceived = 0;
    };

    using QObject::QObject;
    virtual const State& state() const = 0;
    /// Anew, from the first stage on.
    virtual void comeIn() = 0;
    virtual void leave() = 0;
    /// A wish in the sprinkler's shadow; nothing while it is not online.
    virtual void setWater(bool on) = 0;

signals:
    void changed();
};

} // namespace greensward::ui
