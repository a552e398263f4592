// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/phone/trouble_text.h"

#include <QCoreApplication>

namespace greensward::ui {

namespace {

using Stage = PhonePort::Stage;
using Trouble = PhonePort::Trouble;

QString tr(const char* text)
{
    return QCoreApplication::translate("greensward::ui", text);
}

/// A policy of the role says nothing of it, or says no.
PhoneWords denied(const char* action, const QString& resource)
{
    return {tr("The role does not allow %1").arg(QLatin1String(action)),
            tr("The credentials are good, but no policy of the pool's role for guests allows %1 on %2. The doctor shows the "
               "statement that is missing; with it in place, come in again.")
                .arg(QLatin1String(action), resource),
            QStringLiteral("console:doctor"), tr("Show the doctor")};
}

} // namespace

PhoneWords wordsOf(const PhonePort::State& state)
{
    switch (state.trouble) {
    case Trouble::None:
        break;
    case Trouble::NoPool:
        return {tr("Nobody lends it credentials"),
                tr("There is no identity pool named “phone” yet that lets guests in. Lab 4 makes one."),
                QStringLiteral("console:labs"), tr("Show the labs")};
    case Trouble::NoGuests:
        return {tr("Guests are not let in"),
                tr("The identity pool gives no credentials to somebody who is not signed in: allow unauthenticated "
                   "identities, and see that the role's trust policy names this pool. (%1)")
                    .arg(state.told),
                {}, {}};
    case Trouble::NoRole:
        return {tr("The pool has no role to lend"),
                tr("It has no role for guests, or the role's trust policy does not let Cognito lend it to them. (%1)")
                    .arg(state.told),
                {}, {}};
    case Trouble::ServiceRefused:
        return {tr("Cognito refused"), state.told, QStringLiteral("console:doctor"), tr("Show the doctor")};
    case Trouble::LinkRefused:
        return {tr("The gateway did not open the WebSocket"),
                tr("It did not accept the signed address: %1.").arg(state.told), QStringLiteral("console:doctor"),
                tr("Show the doctor")};
    case Trouble::ConnectDenied:
        return denied("iot:Connect", QStringLiteral("client/") + state.clientId);
    case Trouble::SubscribeDenied:
        return denied("iot:Subscribe", QStringLiteral("topicfilter/") + state.told.section(QStringLiteral(", "), 0, 0));
    case Trouble::PublishDenied:
        return denied("iot:Publish", QStringLiteral("topic/") + state.told);
    case Trouble::RanOut:
        return {tr("The credentials have run out"), tr("They were good until %1. Come in again for new ones.").arg(state.told),
                {}, {}};
    case Trouble::Lost:
        return {tr("The connection was lost"), state.told, QStringLiteral("console:connections/") + state.clientId,
                tr("Show its lane")};
    }
    return {};
}

QString nameOf(Stage stage)
{
    switch (stage) {
    case Stage::Pool:
        return tr("Identity pool");
    case Stage::Identity:
        return tr("A guest's identity");
    case Stage::Credentials:
        return tr("Borrowed credentials");
    case Stage::Link:
        return tr("WebSocket");
    case Stage::Connack:
        return tr("MQTT connection");
    case Stage::Subscribe:
        break;
    }
    return tr("Subscriptions");
}

QString explanationOf(Stage stage)
{
    switch (stage) {
    case Stage::Pool:
        return tr("Who lends keys to guests: the pool named “phone”");
    case Stage::Identity:
        return tr("GetId, without a signature: from now on it is somebody");
    case Stage::Credentials:
        return tr("GetCredentialsForIdentity: a key of the role, for an hour");
    case Stage::Link:
        return tr("GET /mqtt over TLS; the address carries the signature");
    case Stage::Connack:
        return tr("CONNECT and CONNACK: iot:Connect is asked");
    case Stage::Subscribe:
        break;
    }
    return tr("SUBSCRIBE and SUBACK: iot:Subscribe is asked for each filter");
}

} // namespace greensward::ui
