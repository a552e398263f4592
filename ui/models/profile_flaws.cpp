// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed wrong most often when somebody connects to a broker or to AWS IoT, and what it should have been.
#include "ui/models/broker_profile.h"
#include "ui/models/filter.h"
#include "ui/models/origin_key.h"
#include "ui/models/subscription_model.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <optional>

namespace greensward::ui {

namespace {

using Field = ProfileFlaw::Field;
using Transport = BrokerProfile::Transport;

struct Flaws
{
    Q_DECLARE_TR_FUNCTIONS(ProfileFlaw)
};

/// With a host, and a port where the text has one.
BrokerProfile withHost(BrokerProfile profile, const QString& text)
{
    static const QRegularExpression kHostAndPort(QStringLiteral("^(.*[^:]):(\\d{1,5})$"));
    if (const auto match = kHostAndPort.match(text); match.hasMatch() && match.captured(2).toInt() <= 65'535) {
        profile.port = match.captured(2).toInt();
        profile.host = match.captured(1);
    } else {
        profile.host = text;
    }
    return profile;
}

ProfileFlaw flaw(Field field, const QString& sentence)
{
    return {.field = field, .sentence = sentence, .fix = {}, .fixed = {}, .fatal = true};
}

ProfileFlaw mendable(Field field, const QString& sentence, const QString& fix, BrokerProfile fixed)
{
    return {.field = field, .sentence = sentence, .fix = fix, .fixed = std::move(fixed), .fatal = true};
}

/// "https://x", "mqtts://x:8883/": a URL where a name belongs.
std::optional<ProfileFlaw> urlFlaw(const BrokerProfile& profile)
{
    static const QRegularExpression kUrl(QStringLiteral("^([A-Za-z][A-Za-z0-9+.-]*)://([^/]*)(/.*)?$"));
    const auto match = kUrl.match(profile.host);
    if (!match.hasMatch())
        return std::nullopt;
    const QString scheme = match.captured(1).toLower();
    BrokerProfile fixed = profile;
    if (scheme == QLatin1String("mqtt") || scheme == QLatin1String("tcp"))
        fixed.setTransport(Transport::Tcp);
    else if (scheme == QLatin1String("mqtts") || scheme == QLatin1String("ssl") || scheme == QLatin1String("tls"))
        fixed.setTransport(Transport::Tls);
    else if (scheme == QLatin1String("ws"))
        fixed.setTransport(Transport::WebSocket);
    else if (scheme == QLatin1String("wss"))
        fixed.setTransport(Transport::SecureWebSocket);
    if (fixed.usesWebSocket() && match.captured(3).size() > 1)
        fixed.path = match.captured(3);
    fixed = withHost(fixed, match.captured(2));
    return mendable(Field::Host, Flaws::tr("%1:// is the beginning of a URL; a host name stands alone.").arg(scheme),
                    Flaws::tr("Use %1").arg(fixed.address()), fixed);
}

std::optional<ProfileFlaw> arnFlaw(const BrokerProfile& profile)
{
    if (!profile.host.startsWith(QLatin1String("arn:")))
        return std::nullopt;
    const QString service = profile.host.section(QLatin1Char(':'), 2, 2);
    return flaw(Field::Host,
                Flaws::tr("This is an ARN of the service %1. The endpoint is a host name like "
                          "a1b2c3d4e5f6g7-ats.iot.us-east-1.amazonaws.com: aws iot describe-endpoint --endpoint-type "
                          "iot:Data-ATS tells yours.")
                    .arg(service.isEmpty() ? QStringLiteral("?") : service));
}

/// The older name answers with a certificate of an authority that no system trusts any more.
std::optional<ProfileFlaw> legacyFlaw(const BrokerProfile& profile)
{
    static const QRegularExpression kLegacy(
        QStringLiteral("^([a-z0-9]{10,20})(\\.iot\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?)$"));
    const auto match = kLegacy.match(profile.host);
    if (!match.hasMatch())
        return std::nullopt;
    const QString name = match.captured(1) + QStringLiteral("-ats") + match.captured(2);
    BrokerProfile fixed = profile;
    fixed.host = name;
    return mendable(
        Field::Host,
        Flaws::tr("This is the older name of the endpoint, with a certificate that Amazon's root does not vouch "
                  "for. The one with -ats has one."),
        Flaws::tr("Use %1").arg(name), fixed);
}

void addHostFlaws(const BrokerProfile& profile, QList<ProfileFlaw>& flaws)
{
    const QString trimmed = profile.host.trimmed();
    if (trimmed.isEmpty()) {
        flaws << flaw(Field::Host, profile.kind == BrokerProfile::Kind::Aws
                                       ? Flaws::tr("The endpoint of your account is missing.")
                                       : Flaws::tr("The name or address of the broker is missing."));
        return;
    }
    for (auto check : {&urlFlaw, &arnFlaw, &legacyFlaw})
        if (const auto found = check(profile)) {
            flaws << *found;
            return;
        }
    static const QRegularExpression kIllegal(QStringLiteral("[\\s/@?#_,;]"));
    static const QRegularExpression kWithPort(QStringLiteral("^[^:]+:\\d{1,5}$"));
    if (kWithPort.match(trimmed).hasMatch() || trimmed != profile.host) {
        const BrokerProfile fixed = withHost(profile, trimmed);
        flaws << mendable(Field::Host,
                          trimmed != profile.host ? Flaws::tr("There is a blank before or behind the name.")
                                                  : Flaws::tr("The port has a field of its own."),
                          Flaws::tr("Use %1").arg(fixed.address()), fixed);
    } else if (const auto match = kIllegal.match(trimmed); match.hasMatch()) {
        flaws << flaw(Field::Host, Flaws::tr("“%1” cannot be part of a host name.").arg(match.captured()));
    }
}

void addAwsFlaws(const BrokerProfile& profile, QList<ProfileFlaw>& flaws)
{
    const bool aws = profile.kind == BrokerProfile::Kind::Aws || profile.host.endsWith(QLatin1String(".amazonaws.com"));
    if (!aws)
        return;
    const QString alpn = QStringLiteral("x-amzn-mqtt-ca");
    if (profile.transport == Transport::Tls && profile.port == 443 && profile.alpn != alpn) {
        BrokerProfile fixed = profile;
        fixed.alpn = alpn;
        flaws << mendable(Field::Port,
                          Flaws::tr("On port 443 AWS IoT takes this for HTTPS unless ALPN says %1.").arg(alpn),
                          Flaws::tr("Use ALPN %1").arg(alpn), fixed);
    }
    if (!profile.usesTls()) {
        BrokerProfile fixed = profile;
        fixed.setTransport(Transport::Tls);
        fixed.port = 8883;
        flaws << mendable(Field::Port, Flaws::tr("AWS IoT speaks MQTT over TLS only."),
                          Flaws::tr("Use TLS on port 8883"), fixed);
    }
    for (const QString& filter : profile.subscriptions)
        if (filter == QLatin1String("#") || filter.startsWith(QLatin1String("$SYS"))) {
            ProfileFlaw warning =
                flaw(Field::Subscriptions,
                     Flaws::tr("AWS IoT closes the connection of who subscribes to %1 without a policy "
                               "that allows it.")
                         .arg(filter));
            warning.fatal = false;
            flaws << warning;
        }
}

} // namespace

QList<ProfileFlaw> flawsOf(const BrokerProfile& profile, const QStringList& taken)
{
    QList<ProfileFlaw> flaws;
    if (profile.name.trimmed().isEmpty())
        flaws << flaw(Field::Name, Flaws::tr("The connection needs a name."));
    else if (profile.name.size() > BrokerProfile::kLongestName)
        flaws << flaw(Field::Name, Flaws::tr("A name is at most %1 characters long.").arg(BrokerProfile::kLongestName));
    else if (taken.contains(profile.name))
        flaws << flaw(Field::Name, Flaws::tr("There is another connection of this name."));
    else if (originTerm(profile.name).compare(originTerm({}), Qt::CaseInsensitive) == 0)
        flaws << flaw(Field::Name,
                      Flaws::tr("“here” is what filters call this workspace's own gateway. Choose another name."));
    else if (nameOfKey(profile.name) != profile.name)
        flaws << flaw(Field::Name, Flaws::tr("A name has no › between thin spaces."));
    addHostFlaws(profile, flaws);
    if (profile.port < 1 || profile.port > 65'535)
        flaws << flaw(Field::Port, Flaws::tr("A port is a number from 1 to 65,535."));
    addAwsFlaws(profile, flaws);
    if (profile.userName.isEmpty() && !profile.password.isEmpty() && profile.version == 4)
        flaws << flaw(Field::UserName, Flaws::tr("MQTT 3.1.1 has no password without a user name [MQTT-3.1.2-22]."));
    if (profile.usesTls() && profile.certificateFile.isEmpty() != profile.keyFile.isEmpty())
        flaws << flaw(Field::Files, profile.keyFile.isEmpty() ? Flaws::tr("The certificate's private key is missing.")
                                                              : Flaws::tr("The private key's certificate is missing."));
    for (const QString& filter : profile.subscriptions)
        if (const QString problem = SubscriptionModel::problemOf(filter); !problem.isEmpty())
            flaws << flaw(Field::Subscriptions, problem);
    return flaws;
}

} // namespace greensward::ui
