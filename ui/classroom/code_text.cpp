// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classroom/code_text.h"

#include "doctor/card.h"
#include "ui/models/doctor_model.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace greensward::ui {

namespace {

struct Sentences
{
    const char* what;
    const char* advice;
};

Sentences sentencesOf(doctor::Code code)
{
    using doctor::Code;
    switch (code) {
    case Code::Endpoint:
        return {QT_TRANSLATE_NOOP("CodeText", "The client asked for a host name that the server's certificate does not "
                                              "have, or spoke HTTP where TLS is spoken."),
                QT_TRANSLATE_NOOP("CodeText", "Copy the endpoint instead of typing it, and compare it letter by letter.")};
    case Code::Region:
        return {QT_TRANSLATE_NOOP("CodeText", "A signature, an ARN or a policy names another region or account than the "
                                              "endpoint's."),
                QT_TRANSLATE_NOOP("CodeText", "Set the region in one place, and look at the ARNs in the policy.")};
    case Code::Certificate:
        return {QT_TRANSLATE_NOOP("CodeText", "The certificate is not active, not registered, or has no policy."),
                QT_TRANSLATE_NOOP("CodeText", "In Security choose the certificate: the chain shows what is missing, with a "
                                              "button that mends it.")};
    case Code::Pem:
        return {QT_TRANSLATE_NOOP("CodeText", "Certificate, private key and root do not belong together."),
                QT_TRANSLATE_NOOP("CodeText", "Take all three files from the same download; a key fits only the "
                                              "certificate that was made with it.")};
    case Code::ClientId:
        return {QT_TRANSLATE_NOOP("CodeText", "No policy lets a client connect under this id."),
                QT_TRANSLATE_NOOP("CodeText", "Use the thing's name as client id, or widen iot:Connect in the policy.")};
    case Code::Denied:
        return {QT_TRANSLATE_NOOP("CodeText", "The policy does not allow this topic. AWS hangs up then, without a word."),
                QT_TRANSLATE_NOOP("CodeText", "Easily mixed up: iot:Publish and iot:Receive are about topic/NAME, "
                                              "iot:Subscribe is about topicfilter/FILTER.")};
    case Code::TwoClients:
        return {QT_TRANSLATE_NOOP("CodeText", "Two programs use the same client id and throw each other out."),
                QT_TRANSLATE_NOOP("CodeText", "Stop one of them or give it another id. The other one is often a forgotten "
                                              "terminal.")};
    case Code::Clock:
        return {QT_TRANSLATE_NOOP("CodeText", "A clock is off, so that signatures or certificates are too early or too "
                                              "late."),
                QT_TRANSLATE_NOOP("CodeText", "Let the network set the clock, then try again.")};
    case Code::Port:
        return {QT_TRANSLATE_NOOP("CodeText", "The port does not speak what the client speaks."),
                QT_TRANSLATE_NOOP("CodeText", "MQTT with a certificate goes to 8883. At 443 it needs the ALPN name "
                                              "x-amzn-mqtt-ca.")};
    case Code::Discovery:
        return {QT_TRANSLATE_NOOP("CodeText", "A device asked where its core is and was told of none."),
                QT_TRANSLATE_NOOP("CodeText", "403: the policy needs greengrass:Discover. 404: put the thing into the group, "
                                              "and deploy the group.")};
    case Code::CoreAddress:
        return {QT_TRANSLATE_NOOP("CodeText", "The addresses that a core told lead nowhere from where its device is."),
                QT_TRANSLATE_NOOP("CodeText", "Set the addresses of the core to one that the device can reach, in the "
                                              "connectivity information.")};
    case Code::CoreStart:
        return {QT_TRANSLATE_NOOP("CodeText", "A core does not start, or cannot let devices in."),
                QT_TRANSLATE_NOOP("CodeText", "greensward doctor --folder FOLDER names the member of config.json that is "
                                              "wrong, or the port that is taken.")};
    case Code::Role:
        return {QT_TRANSLATE_NOOP("CodeText", "A role that Greengrass or a device acts by is missing or trusts another "
                                              "service."),
                QT_TRANSLATE_NOOP("CodeText", "The service role belongs to account and region, the group's role to the group; "
                                              "the card has the lines.")};
    case Code::Deployment:
        return {QT_TRANSLATE_NOOP("CodeText", "A deployment waits for its core, or failed."),
                QT_TRANSLATE_NOOP("CodeText", "Look whether the core is connected, and whether the group names this thing "
                                              "and this certificate as its core.")};
    case Code::Route:
        return {QT_TRANSLATE_NOOP("CodeText", "A message at a core leads nowhere, or a shadow is not kept in step with the "
                                              "cloud."),
                QT_TRANSLATE_NOOP("CodeText", "Add the route from this source for this topic, and deploy; for shadows "
                                              "SyncShadow in the group.")};
    case Code::ShadowRejected:
        return {QT_TRANSLATE_NOOP("CodeText", "The shadow service refused an update."),
                QT_TRANSLATE_NOOP("CodeText", "The attendee's own card names the node that is wrong, or the two writers of "
                                              "one version; …/update/rejected says it, too.")};
    case Code::Delta:
        return {QT_TRANSLATE_NOOP("CodeText", "Desired and reported stay different."),
                QT_TRANSLATE_NOOP("CodeText", "The device has to report the same value in the same type: 12 is not "
                                              "\"12\".")};
    case Code::Credentials:
        return {QT_TRANSLATE_NOOP("CodeText", "Access keys are not known, are wrong, or have ended."),
                QT_TRANSLATE_NOOP("CodeText", "Take new ones; in a terminal, set the variables of the workspace again.")};
    case Code::LastWill:
        return {QT_TRANSLATE_NOOP("CodeText", "A last will did not come, or came as a surprise."),
                QT_TRANSLATE_NOOP("CodeText", "A clean goodbye sends none. After a cut it takes 1.5 × the keep alive, and "
                                              "the policy has to allow the will's topic.")};
    }
    return {"", ""};
}

std::optional<doctor::Code> codeOf(const QString& code)
{
    const auto& all = doctor::allCodes();
    const auto found = std::find_if(all.begin(), all.end(), [name = code.toStdString()](doctor::Code one) {
        return doctor::name(one) == name;
    });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

QString translated(const char* text)
{
    return QCoreApplication::translate("CodeText", text);
}

} // namespace

CodeText textOfCode(const QString& code)
{
    const auto known = codeOf(code);
    if (!known)
        return {.title = QCoreApplication::translate("CodeText", "A code of another version of the program"),
                .what = {},
                .advice = {}};
    const Sentences sentences = sentencesOf(*known);
    return {.title = doctorText(doctor::title(*known)),
            .what = translated(sentences.what),
            .advice = translated(sentences.advice)};
}

QString titleOfCode(const QString& code)
{
    return textOfCode(code).title;
}

} // namespace greensward::ui
