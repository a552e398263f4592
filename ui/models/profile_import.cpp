// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Connection profiles of other tools.
#include "ui/models/broker_profile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace greensward::ui {

namespace {

using Transport = BrokerProfile::Transport;

constexpr qsizetype kMostProfiles = 500;

struct Import
{
    Q_DECLARE_TR_FUNCTIONS(ProfileImport)
};

Transport transportOf(bool webSocket, bool tls)
{
    if (webSocket)
        return tls ? Transport::SecureWebSocket : Transport::WebSocket;
    return tls ? Transport::Tls : Transport::Tcp;
}

/// A number, or a text that is one.
int numberOf(const QJsonValue& value, int otherwise)
{
    bool sound = false;
    const int number = value.isString() ? value.toString().toInt(&sound) : 0;
    return sound ? number : value.toInt(otherwise);
}

QStringList topicsOf(const QJsonValue& subscriptions)
{
    QStringList topics;
    for (const QJsonValue& one : subscriptions.toArray())
        if (const QString topic = one.isString() ? one.toString() : one[QStringLiteral("topic")].toString();
            !topic.isEmpty())
            topics << topic;
    return topics;
}

BrokerProfile begun(const QString& host)
{
    return host.endsWith(QLatin1String(".amazonaws.com")) ? BrokerProfile::aws() : BrokerProfile::plain();
}

/// MQTTX: protocol "mqtt", "mqtts", "ws" or "wss", mqttVersion "3.1.1" or "5.0", files by their paths.
BrokerProfile ofMqttx(const QJsonObject& one, QStringList& notes)
{
    const QString host = one[QStringLiteral("host")].toString();
    BrokerProfile profile = begun(host);
    profile.host = host;
    profile.name = one[QStringLiteral("name")].toString(host).left(BrokerProfile::kLongestName);
    const QString protocol = one[QStringLiteral("protocol")].toString();
    const bool tls =
        protocol == QLatin1String("mqtts") || protocol == QLatin1String("wss") || one[QStringLiteral("ssl")].toBool();
    profile.transport = transportOf(protocol.startsWith(QLatin1String("ws")), tls);
    profile.port = numberOf(one[QStringLiteral("port")], BrokerProfile::usualPort(profile.transport));
    profile.path = one[QStringLiteral("path")].toString(profile.path);
    profile.version = one[QStringLiteral("mqttVersion")].toString().startsWith(QLatin1Char('5')) ? 5 : 4;
    profile.clientId = one[QStringLiteral("clientId")].toString();
    profile.userName = one[QStringLiteral("username")].toString();
    profile.keepAlive = std::clamp(numberOf(one[QStringLiteral("keepalive")], 60), 0, 65'535);
    profile.cleanStart = one[QStringLiteral("clean")].toBool(true);
    profile.caFile = one[QStringLiteral("ca")].toString();
    profile.certificateFile = one[QStringLiteral("cert")].toString();
    profile.keyFile = one[QStringLiteral("key")].toString();
    profile.subscriptions = topicsOf(one[QStringLiteral("subscriptions")]);
    if (tls && one.contains(QStringLiteral("rejectUnauthorized")) &&
        !one[QStringLiteral("rejectUnauthorized")].toBool(true))
        notes << Import::tr("%1 was not checking the server's certificate; here it is checked.").arg(profile.name);
    return profile;
}

/// MQTT Explorer: protocol "mqtt" or "ws" beside a switch for TLS, certificates as base64 within the file.
BrokerProfile ofExplorer(const QJsonObject& one, QStringList& notes)
{
    const QString host = one[QStringLiteral("host")].toString();
    BrokerProfile profile = begun(host);
    profile.host = host;
    profile.name = one[QStringLiteral("name")].toString(host).left(BrokerProfile::kLongestName);
    const bool tls = one[QStringLiteral("encryption")].toBool();
    profile.transport = transportOf(one[QStringLiteral("protocol")].toString() == QLatin1String("ws"), tls);
    profile.port = numberOf(one[QStringLiteral("port")], BrokerProfile::usualPort(profile.transport));
    if (const QString path = one[QStringLiteral("basePath")].toString(); !path.isEmpty())
        profile.path = path.startsWith(QLatin1Char('/')) ? path : QLatin1Char('/') + path;
    profile.clientId = one[QStringLiteral("clientId")].toString();
    profile.userName = one[QStringLiteral("username")].toString();
    profile.subscriptions = topicsOf(one[QStringLiteral("subscriptions")]);
    QStringList files;
    for (const char* name : {"selfSignedCertificate", "clientCertificate", "clientKey"})
        if (const QString file = one[QLatin1String(name)][QStringLiteral("name")].toString(); !file.isEmpty())
            files << file;
    if (!files.isEmpty())
        notes << Import::tr("%1 had %2 within its file: choose the files themselves in the profile.")
                     .arg(profile.name, files.join(QStringLiteral(", ")));
    if (tls && !one[QStringLiteral("certValidation")].toBool(true))
        notes << Import::tr("%1 was not checking the server's certificate; here it is checked.").arg(profile.name);
    return profile;
}

} // namespace

ImportedProfiles importProfiles(const QByteArray& text)
{
    ImportedProfiles imported;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (document.isNull()) {
        imported.problem = Import::tr("The file is no JSON: %1.").arg(error.errorString());
        return imported;
    }
    QJsonArray found;
    QJsonValue holder = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    if (const QJsonValue kept = holder[QStringLiteral("ConnectionManager_connections")]; kept.isObject())
        holder = kept;
    else if (const QJsonValue listed = holder[QStringLiteral("connections")]; listed.isArray())
        holder = listed;
    if (holder.isArray())
        found = holder.toArray();
    else if (holder[QStringLiteral("host")].isString())
        found.append(holder);
    else
        for (const QJsonValue& one : holder.toObject())
            found.append(one);
    bool passwords = false;
    for (const QJsonValue& one : found) {
        const QJsonObject object = one.toObject();
        if (!object[QStringLiteral("host")].isString() || imported.profiles.size() == kMostProfiles)
            continue;
        passwords |= !object[QStringLiteral("password")].toString().isEmpty();
        imported.profiles << (object.contains(QStringLiteral("encryption")) ? ofExplorer(object, imported.notes)
                                                                            : ofMqttx(object, imported.notes));
    }
    if (passwords)
        imported.notes << Import::tr("Passwords were not taken over; they are asked for.");
    if (imported.profiles.isEmpty())
        imported.problem = Import::tr("The file holds no connections of MQTTX or MQTT Explorer.");
    return imported;
}

} // namespace greensward::ui
