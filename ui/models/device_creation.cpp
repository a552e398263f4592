// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/device_creation.h"

#include "aws/arn.h"
#include "base/files.h"
#include "ui/models/qt_text.h"
#include "ui/models/account_entries.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <unistd.h>

namespace greensward::ui {

namespace json = boost::json;

namespace {

constexpr unsigned kForAll = 0644;
constexpr unsigned kForOwner = 0600;

enum Step : std::size_t { MakeThing, MakePolicy, MakeKeys, AttachThing, AttachPolicy, Ready };

bool isPlainName(const std::string& name)
{
    return !name.empty() && name.size() <= 128 && std::all_of(name.begin(), name.end(), [](unsigned char c) {
        return std::isalnum(c) != 0 || c == ':' || c == '_' || c == '-';
    });
}

} // namespace

std::string policyForOne(const std::string& accountArn, const std::string& thing)
{
    aws::Arn arn = aws::Arn::parse(accountArn).value_or(aws::Arn{});
    arn.service = "iot";
    const auto resource = [&arn](const std::string& text) {
        arn.resource = text;
        return json::value(arn.text());
    };
    json::array statements{
        json::object{{"Effect", "Allow"}, {"Action", "iot:Connect"}, {"Resource", resource("client/" + thing)}},
        json::object{{"Effect", "Allow"},
                     {"Action", json::array{"iot:Publish", "iot:Receive"}},
                     {"Resource", json::array{resource("topic/" + thing + "/*"),
                                              resource("topic/$aws/things/" + thing + "/shadow/*")}}},
        json::object{{"Effect", "Allow"},
                     {"Action", "iot:Subscribe"},
                     {"Resource", json::array{resource("topicfilter/" + thing + "/*"),
                                              resource("topicfilter/$aws/things/" + thing + "/shadow/*")}}}};
    return json::serialize(json::object{{"Version", "2012-10-17"}, {"Statement", std::move(statements)}});
}

DeviceCreation::DeviceCreation(client::Api* api, DevicePlan plan, QObject* parent)
    : QObject(parent), m_plan(std::move(plan)), m_reader(api, {})
{}

QString DeviceCreation::certificateFile() const
{
    return QString::fromStdString((m_plan.folder / (m_plan.thing + ".pem")).string());
}

QString DeviceCreation::keyFile() const
{
    return QString::fromStdString((m_plan.folder / (m_plan.thing + ".key")).string());
}

QString DeviceCreation::rootFile() const
{
    return QString::fromStdString((m_plan.folder / "root.pem").string());
}

QString DeviceCreation::problemOf(const DevicePlan& plan)
{
    if (!isPlainName(plan.thing))
        return tr("A thing's name has 1 to 128 letters, digits, “:”, “_” or “-”.");
    std::error_code error;
    if (plan.folder.empty() || !std::filesystem::is_directory(plan.folder, error))
        return tr("Choose a folder that is there.");
    if (::access(plan.folder.c_str(), W_OK) != 0)
        return tr("Nothing can be written into this folder.");
    for (const char* ending : {".pem", ".key"})
        if (const auto file = plan.folder / (plan.thing + ending); std::filesystem::exists(file, error))
            return tr("%1 is there already: a key is not written over.").arg(QString::fromStdString(file.string()));
    return {};
}

QStringList DeviceCreation::commands() const
{
    QStringList lines;
    if (m_plan.makeThing)
        lines << iot::createThing(m_plan.thing).cli;
    if (!m_plan.document.empty())
        lines << iot::createPolicy(m_plan.policy, m_plan.document).cli;
    lines << QStringLiteral(
                 "CERTIFICATE=$(aws iot create-keys-and-certificate --set-as-active --certificate-pem-outfile "
                 "%1 --private-key-outfile %2 --query certificateArn --output text)")
                 .arg(shellWord(certificateFile()), shellWord(keyFile()));
    lines << QStringLiteral("aws iot attach-thing-principal --thing-name %1 --principal \"$CERTIFICATE\"")
                 .arg(shellWord(toQString(m_plan.thing)));
    if (!m_plan.policy.empty())
        lines << QStringLiteral("aws iot attach-policy --policy-name %1 --target \"$CERTIFICATE\"")
                     .arg(shellWord(toQString(m_plan.policy)));
    return lines;
}

void DeviceCreation::start()
{
    m_running = true;
    step(MakeThing);
}

/// What comes at this place, skipping what the plan does not want.
void DeviceCreation::step(std::size_t at)
{
    const auto go = [this, at](const IotCall& call) {
        m_reader.ask(call.call, [this, at](const client::Answer& answer) {
            if (answer.ok())
                step(at + 1);
            else
                end(false, tr("It stopped half-way: %1").arg(toQString(answer.problem)));
        });
    };
    switch (at) {
    case MakeThing:
        return m_plan.makeThing ? go(iot::createThing(m_plan.thing)) : step(at + 1);
    case MakePolicy:
        return m_plan.document.empty() ? step(at + 1) : go(iot::createPolicy(m_plan.policy, m_plan.document));
    case MakeKeys:
        return m_reader.ask(iot::createKeysAndCertificate().call,
                            [this](const client::Answer& answer) { takeKeys(answer); });
    case AttachThing:
        return go(iot::attachPrincipal(m_plan.thing, m_certificateArn));
    case AttachPolicy:
        return m_plan.policy.empty() ? step(at + 1) : go(iot::attachPolicy(m_plan.policy, m_certificateArn));
    default:
        end(true,
            tr("%1 is ready. Its private key is in %2 and nowhere else.").arg(toQString(m_plan.thing), keyFile()));
    }
}

void DeviceCreation::takeKeys(const client::Answer& answer)
{
    if (!answer.ok())
        return end(false, tr("There is no certificate: %1").arg(toQString(answer.problem)));
    json::object body = answer.object();
    m_certificateArn = textMember(body, "certificateArn");
    m_certificateId = textMember(body, "certificateId");
    std::string key = body.contains("keyPair") ? textMember(body["keyPair"], "PrivateKey") : std::string();
    auto written = writeFileAtomically(keyFile().toStdString(), key, kForOwner);
    std::fill(key.begin(), key.end(), '\0');
    if (written)
        written = writeFileAtomically(certificateFile().toStdString(), textMember(body, "certificatePem"), kForAll);
    if (written && !m_plan.trustedRoot.empty())
        written = writeFileAtomically(rootFile().toStdString(), m_plan.trustedRoot, kForAll);
    if (!written)
        return giveUp(m_certificateId, toQString(written.error().message));
    step(AttachThing);
}

/// A certificate whose key is lost is of no use to anybody.
void DeviceCreation::giveUp(const std::string& certificateId, const QString& why)
{
    std::error_code ignored;
    std::filesystem::remove(keyFile().toStdString(), ignored);
    m_reader.ask(iot::updateCertificate(certificateId, "INACTIVE").call, [this, certificateId, why](const auto&) {
        m_reader.ask(iot::deleteCertificate(certificateId).call, [this, why](const auto&) {
            end(false, tr("The files cannot be written, so the certificate was taken back: %1").arg(why));
        });
    });
}

void DeviceCreation::end(bool well, const QString& sentence)
{
    m_running = false;
    emit finished(well, sentence);
}

} // namespace greensward::ui
