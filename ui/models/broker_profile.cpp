// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/broker_profile.h"

#include <QJsonArray>
#include <QJsonValue>

#include <algorithm>
#include <array>

namespace greensward::ui {

namespace {

using Transport = BrokerProfile::Transport;

constexpr std::array<const char*, 4> kTransports{"mqtt", "mqtts", "ws", "wss"};

template<typename Value>
Value orElse(const QJsonObject& json, const char* name, Value otherwise)
{
    const QJsonValue value = json[QLatin1String(name)];
    if constexpr (std::is_same_v<Value, QString>)
        return value.toString(otherwise);
    else if constexpr (std::is_same_v<Value, bool>)
        return value.toBool(otherwise);
    else
        return value.toInt(otherwise);
}

} // namespace

BrokerProfile BrokerProfile::plain()
{
    return {};
}

BrokerProfile BrokerProfile::aws()
{
    BrokerProfile profile;
    profile.kind = Kind::Aws;
    profile.transport = Transport::Tls;
    profile.port = 8883;
    profile.subscriptions.clear();
    return profile;
}

QString BrokerProfile::address() const
{
    const QString shown = host.contains(QLatin1Char(':')) ? QLatin1Char('[') + host + QLatin1Char(']') : host;
    return QStringLiteral("%1:%2").arg(shown).arg(port);
}

int BrokerProfile::usualPort(Transport transport)
{
    switch (transport) {
    case Transport::Tcp:
        return 1883;
    case Transport::Tls:
        return 8883;
    case Transport::WebSocket:
        return 80;
    case Transport::SecureWebSocket:
        break;
    }
    return 443;
}

void BrokerProfile::setTransport(Transport wanted)
{
    if (port == usualPort(transport))
        port = usualPort(wanted);
    transport = wanted;
}

QJsonObject BrokerProfile::toJson() const
{
    return {{QStringLiteral("name"), name},
            {QStringLiteral("kind"), kind == Kind::Aws ? QStringLiteral("aws") : QStringLiteral("plain")},
            {QStringLiteral("host"), host},
            {QStringLiteral("port"), port},
            {QStringLiteral("transport"), QLatin1String(kTransports[static_cast<std::size_t>(transport)])},
            {QStringLiteral("path"), path},
            {QStringLiteral("version"), version},
            {QStringLiteral("clientId"), clientId},
            {QStringLiteral("userName"), userName},
            {QStringLiteral("keepAlive"), keepAlive},
            {QStringLiteral("cleanStart"), cleanStart},
            {QStringLiteral("caFile"), caFile},
            {QStringLiteral("certificateFile"), certificateFile},
            {QStringLiteral("keyFile"), keyFile},
            {QStringLiteral("alpn"), alpn},
            {QStringLiteral("needsPassword"), needsPassword || !password.isEmpty()},
            {QStringLiteral("connectAtStart"), connectAtStart},
            {QStringLiteral("subscriptions"), QJsonArray::fromStringList(subscriptions)}};
}

BrokerProfile BrokerProfile::fromJson(const QJsonObject& json)
{
    BrokerProfile profile = json[QStringLiteral("kind")].toString() == QLatin1String("aws") ? aws() : plain();
    const QString transport = json[QStringLiteral("transport")].toString();
    for (std::size_t at = 0; at < kTransports.size(); ++at)
        if (transport == QLatin1String(kTransports[at]))
            profile.setTransport(static_cast<Transport>(at));
    profile.name = json[QStringLiteral("name")].toString().left(kLongestName);
    profile.host = json[QStringLiteral("host")].toString();
    profile.port = orElse(json, "port", profile.port);
    profile.path = orElse(json, "path", profile.path);
    profile.version = orElse(json, "version", 4) == 5 ? 5 : 4;
    profile.clientId = json[QStringLiteral("clientId")].toString();
    profile.userName = json[QStringLiteral("userName")].toString();
    profile.keepAlive = std::clamp(orElse(json, "keepAlive", profile.keepAlive), 0, 65'535);
    profile.cleanStart = orElse(json, "cleanStart", profile.cleanStart);
    profile.caFile = json[QStringLiteral("caFile")].toString();
    profile.certificateFile = json[QStringLiteral("certificateFile")].toString();
    profile.keyFile = json[QStringLiteral("keyFile")].toString();
    profile.alpn = json[QStringLiteral("alpn")].toString();
    profile.needsPassword = json[QStringLiteral("needsPassword")].toBool();
    profile.connectAtStart = json[QStringLiteral("connectAtStart")].toBool(true);
    if (const QJsonValue filters = json[QStringLiteral("subscriptions")]; filters.isArray()) {
        profile.subscriptions.clear();
        for (const QJsonValue& filter : filters.toArray())
            profile.subscriptions << filter.toString();
    }
    return profile;
}

} // namespace greensward::ui
