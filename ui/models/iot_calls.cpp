// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/iot_calls.h"

#include <QRegularExpression>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace greensward::ui {

namespace json = boost::json;

QString shellWord(const QString& word)
{
    static const QRegularExpression kPlain(QStringLiteral("^[A-Za-z0-9_@%+=:,./-]+$"));
    if (kPlain.match(word).hasMatch())
        return word;
    QString quoted = word;
    quoted.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + quoted + QLatin1Char('\'');
}

namespace iot {

namespace {

using client::label;

/// {"--policy-name", name}: an empty value stands for an option without one.
QString commandLine(const char* operation, std::initializer_list<std::pair<const char*, std::string>> options)
{
    QString line = QStringLiteral("aws iot ") + QLatin1String(operation);
    for (const auto& [option, value] : options) {
        line += QLatin1Char(' ') + QLatin1String(option);
        if (!value.empty())
            line += QLatin1Char(' ') + shellWord(QString::fromStdString(value));
    }
    return line;
}

client::Call callOf(const char* method, std::string path, std::string body = {})
{
    return {.service = "iot", .method = method, .path = std::move(path), .body = std::move(body)};
}

std::string bodyOf(const char* member, const std::string& value)
{
    return json::serialize(json::object{{member, value}});
}

} // namespace

IotCall createThing(const std::string& name, const Attributes& attributes, const std::string& type)
{
    IotCall made{callOf("POST", "/things/" + label(name)), commandLine("create-thing", {{"--thing-name", name}})};
    json::object body;
    const auto say = [&made](const char* option, const std::string& value) {
        made.cli += QLatin1Char(' ') + QLatin1String(option) + QLatin1Char(' ') + shellWord(QString::fromStdString(value));
    };
    if (!type.empty()) {
        body["thingTypeName"] = type;
        say("--thing-type-name", type);
    }
    if (!attributes.empty()) {
        json::object given;
        for (const auto& [key, value] : attributes)
            given[key] = value;
        body["attributePayload"] = json::object{{"attributes", std::move(given)}};
        say("--attribute-payload", json::serialize(body["attributePayload"]));
    }
    if (!body.empty())
        made.call.body = json::serialize(body);
    return made;
}

IotCall deleteThing(const std::string& name)
{
    return {callOf("DELETE", "/things/" + label(name)), commandLine("delete-thing", {{"--thing-name", name}})};
}

IotCall attachPrincipal(const std::string& thing, const std::string& principalArn)
{
    IotCall made{callOf("PUT", "/things/" + label(thing) + "/principals"),
                 commandLine("attach-thing-principal", {{"--thing-name", thing}, {"--principal", principalArn}})};
    made.call.fields = {{"x-amzn-principal", principalArn}};
    return made;
}

IotCall detachPrincipal(const std::string& thing, const std::string& principalArn)
{
    IotCall made{callOf("DELETE", "/things/" + label(thing) + "/principals"),
                 commandLine("detach-thing-principal", {{"--thing-name", thing}, {"--principal", principalArn}})};
    made.call.fields = {{"x-amzn-principal", principalArn}};
    return made;
}

IotCall createKeysAndCertificate()
{
    IotCall made{callOf("POST", "/keys-and-certificate"),
                 commandLine("create-keys-and-certificate", {{"--set-as-active", {}},
                                                             {"--certificate-pem-outfile", "device.pem"},
                                                             {"--private-key-outfile", "device.key"}})};
    made.call.query = {{"setAsActive", "true"}};
    return made;
}

IotCall updateCertificate(const std::string& id, const std::string& status)
{
    IotCall made{callOf("PUT", "/certificates/" + label(id)),
                 commandLine("update-certificate", {{"--certificate-id", id}, {"--new-status", status}})};
    made.call.query = {{"newStatus", status}};
    return made;
}

IotCall deleteCertificate(const std::string& id)
{
    return {callOf("DELETE", "/certificates/" + label(id)),
            commandLine("delete-certificate", {{"--certificate-id", id}})};
}

IotCall createPolicy(const std::string& name, const std::string& document)
{
    return {callOf("POST", "/policies/" + label(name), bodyOf("policyDocument", document)),
            commandLine("create-policy", {{"--policy-name", name}, {"--policy-document", document}})};
}

IotCall deletePolicy(const std::string& name)
{
    return {callOf("DELETE", "/policies/" + label(name)), commandLine("delete-policy", {{"--policy-name", name}})};
}

IotCall createPolicyVersion(const std::string& name, const std::string& document)
{
    IotCall made{callOf("POST", "/policies/" + label(name) + "/version", bodyOf("policyDocument", document)),
                 commandLine("create-policy-version",
                             {{"--policy-name", name}, {"--policy-document", document}, {"--set-as-default", {}}})};
    made.call.query = {{"setAsDefault", "true"}};
    return made;
}

IotCall setDefaultPolicyVersion(const std::string& name, const std::string& version)
{
    return {callOf("PATCH", "/policies/" + label(name) + "/version/" + label(version)),
            commandLine("set-default-policy-version", {{"--policy-name", name}, {"--policy-version-id", version}})};
}

IotCall deletePolicyVersion(const std::string& name, const std::string& version)
{
    return {callOf("DELETE", "/policies/" + label(name) + "/version/" + label(version)),
            commandLine("delete-policy-version", {{"--policy-name", name}, {"--policy-version-id", version}})};
}

IotCall attachPolicy(const std::string& name, const std::string& target)
{
    return {callOf("PUT", "/target-policies/" + label(name), bodyOf("target", target)),
            commandLine("attach-policy", {{"--policy-name", name}, {"--target", target}})};
}

IotCall detachPolicy(const std::string& name, const std::string& target)
{
    return {callOf("POST", "/target-policies/" + label(name), bodyOf("target", target)),
            commandLine("detach-policy", {{"--policy-name", name}, {"--target", target}})};
}

IotCall getRegistrationCode()
{
    return {callOf("GET", "/registrationcode"), commandLine("get-registration-code", {})};
}

IotCall registerAuthority(const std::string& certificate, const std::string& verification, bool active,
                          bool autoRegistration)
{
    IotCall made{callOf("POST", "/cacertificate",
                        json::serialize(json::object{{"caCertificate", certificate},
                                                     {"verificationCertificate", verification}})),
                 commandLine("register-ca-certificate", {{"--ca-certificate", "file://ca.pem"},
                                                         {"--verification-cert", "file://verification.pem"}})};
    made.call.query = {{"setAsActive", active ? "true" : "false"},
                       {"allowAutoRegistration", autoRegistration ? "true" : "false"}};
    if (active)
        made.cli += QStringLiteral(" --set-as-active");
    if (autoRegistration)
        made.cli += QStringLiteral(" --allow-auto-registration");
    return made;
}

IotCall setAuthorityActive(const std::string& authorityId, bool active)
{
    const std::string status = active ? "ACTIVE" : "INACTIVE";
    IotCall made{callOf("PUT", "/cacertificate/" + label(authorityId)),
                 commandLine("update-ca-certificate", {{"--certificate-id", authorityId}, {"--new-status", status}})};
    made.call.query = {{"newStatus", status}};
    return made;
}

IotCall deleteAuthority(const std::string& authorityId)
{
    return {callOf("DELETE", "/cacertificate/" + label(authorityId)),
            commandLine("delete-ca-certificate", {{"--certificate-id", authorityId}})};
}

IotCall setAutoRegistration(const std::string& authorityId, bool on)
{
    const std::string status = on ? "ENABLE" : "DISABLE";
    IotCall made{callOf("PUT", "/cacertificate/" + label(authorityId)),
                 commandLine("update-ca-certificate",
                             {{"--certificate-id", authorityId}, {"--new-auto-registration-status", status}})};
    made.call.query = {{"newAutoRegistrationStatus", status}};
    return made;
}

} // namespace iot

} // namespace greensward::ui
