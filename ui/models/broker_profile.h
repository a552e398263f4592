// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace greensward::ui {

/// How to reach a broker or cloud elsewhere. A value: to connect somewhere else is to fill in another one.
struct BrokerProfile
{
    enum class Kind : std::uint8_t {
        Plain, ///< any MQTT broker; begins with a subscription to everything
        Aws,   ///< AWS IoT, which closes the connection of who asks for more than its policy says; begins with none
    };
    enum class Transport : std::uint8_t { Tcp, Tls, WebSocket, SecureWebSocket };
    static constexpr int kLongestName = 40;

    QString name; ///< unique among the profiles; what lists show
    Kind kind = Kind::Plain;
    QString host;
    int port = 1883;
    Transport transport = Transport::Tcp;
    QString path = QStringLiteral("/mqtt"); ///< of a WebSocket
    int version = 4;                        ///< 4: MQTT 3.1.1, 5: MQTT 5
    QString clientId;                       ///< empty: one of our own with a random end
    QString userName;
    QString password;           ///< in memory only, never in toJson()
    bool needsPassword = false; ///< there was one: without it, it is asked for before connecting
    int keepAlive = 60;         ///< seconds, 0: off
    bool cleanStart = true;
    QString caFile;          ///< PEM; empty: what this system trusts
    QString certificateFile; ///< PEM; empty: none
    QString keyFile;         ///< PEM
    QString alpn;            ///< empty: none
    QStringList subscriptions{QStringLiteral("#")};
    bool connectAtStart = true; ///< when it was open at the end of the run before

    static BrokerProfile plain();
    static BrokerProfile aws();

    bool usesTls() const { return transport == Transport::Tls || transport == Transport::SecureWebSocket; }
    bool usesWebSocket() const { return transport == Transport::WebSocket || transport == Transport::SecureWebSocket; }
    /// "broker.example.com:8883"
    QString address() const;
    /// Sets the transport, and the port with it where it was the usual one of the transport before.
    void setTransport(Transport transport);
    static int usualPort(Transport transport);

    /// Without the password; files by their paths.
    QJsonObject toJson() const;
    /// What is missing or no such value is as in plain() or aws().
    static BrokerProfile fromJson(const QJsonObject& json);
    bool operator==(const BrokerProfile&) const = default;
};

/// What is wrong with what was typed, in a sentence, and what it should be where that is known.
struct ProfileFlaw
{
    enum class Field : std::uint8_t { Name, Host, Port, UserName, KeepAlive, Files, Subscriptions };
    Field field = Field::Host;
    QString sentence;
    QString fix;         ///< what the button says; empty without one
    BrokerProfile fixed; ///< what it makes of the profile
    bool fatal = true;   ///< false: it may work all the same
};

/// In the order of the fields. taken: names of the other profiles.
QList<ProfileFlaw> flawsOf(const BrokerProfile& profile, const QStringList& taken = {});

/// Profiles of MQTTX (an exported JSON file) and of MQTT Explorer (its settings.json). What such a profile says and
/// ours cannot hold is told in a sentence each; passwords are not taken over.
struct ImportedProfiles
{
    QList<BrokerProfile> profiles;
    QStringList notes;
    QString problem; ///< why there is nothing; empty otherwise
};
ImportedProfiles importProfiles(const QByteArray& json);

} // namespace greensward::ui
