// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/doctor_endpoint.h"

#include "app/brokers/broker_probe.h"
#include "app/doctor_findings.h"
#include "doctor/phrases.h"
#include "ui/models/broker_profile.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <fmt/format.h>
#include <memory>
#include <vector>

namespace greensward::app {

namespace phrases = doctor::phrases;
using doctor::Card;
using doctor::Code;
using doctor::Confidence;
using ui::BrokerProfile;
using Stage = ui::ProbeStep::Stage;
using Outcome = ui::ProbeStep::Outcome;

namespace {

const QString kAlpn = QStringLiteral("x-amzn-mqtt-ca");

/// The connection of that name, as the console keeps it.
std::optional<BrokerProfile> connectionCalled(const QString& name, const std::filesystem::path& directory)
{
    QFile file(QString::fromStdString((directory / "console" / "connections.json").string()));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject kept = QJsonDocument::fromJson(file.readAll()).object();
    for (const QJsonValue& one : kept[QStringLiteral("connections")].toArray())
        if (one.toObject()[QStringLiteral("name")].toString() == name)
            return BrokerProfile::fromJson(one.toObject());
    return std::nullopt;
}

/// Of HOST[:PORT], whatever stands for the host: what is wrong with it is said later. An unusual port speaks TLS.
BrokerProfile profileOf(const DoctorEndpoint& endpoint)
{
    static const QRegularExpression kHostAndPort(QStringLiteral("^([^:/]+|\\[.*\\]):(\\d{1,5})$"));
    const QString address = QString::fromStdString(endpoint.address);
    const auto match = kHostAndPort.match(address);
    BrokerProfile profile = endpoint.certificateFile.empty() && !address.contains(QLatin1String("amazonaws.com"))
                                ? BrokerProfile::plain()
                                : BrokerProfile::aws();
    profile.name = address;
    profile.host = match.hasMatch() ? match.captured(1) : address;
    const int port = match.hasMatch() ? match.captured(2).toInt() : 8883;
    profile.transport = port == 1883 ? BrokerProfile::Transport::Tcp : BrokerProfile::Transport::Tls;
    profile.port = port;
    profile.alpn = port == 443 ? kAlpn : QString();
    return profile;
}

Result<BrokerProfile> profileFor(const DoctorEndpoint& endpoint, const std::filesystem::path& directory)
{
    const QString address = QString::fromStdString(endpoint.address);
    auto known = connectionCalled(address, directory);
    static const QRegularExpression kPlace(QStringLiteral("[.:/]|^localhost$"));
    if (!known && !address.contains(kPlace))
        return failure(fmt::format("there is no connection called '{}' in {}; a broker is named HOST:PORT",
                                   endpoint.address, directory.string()));
    BrokerProfile profile = known ? *known : profileOf(endpoint);
    const auto given = [](QString& into, const std::string& text) {
        if (!text.empty())
            into = QString::fromStdString(text);
    };
    given(profile.clientId, endpoint.clientId);
    given(profile.caFile, endpoint.caFile.string());
    given(profile.certificateFile, endpoint.certificateFile.string());
    given(profile.keyFile, endpoint.keyFile.string());
    return profile;
}

Card about(Code code, Confidence confidence, doctor::Text sentence, const char* background)
{
    Card card{.code = code, .confidence = confidence};
    card.sentence = std::move(sentence);
    card.background = background;
    return card;
}

/// One port, tried.
struct Trial
{
    BrokerProfile profile;
    BrokerProbe::Until until = BrokerProbe::Until::Link;
    std::unique_ptr<BrokerProbe> probe{};
    BrokerProbe::Steps steps{};

    const ui::ProbeStep& last() const { return steps.back(); }
    Stage goal() const
    {
        return until == BrokerProbe::Until::Connack ? Stage::Connack
               : profile.usesWebSocket()            ? Stage::WebSocket
               : profile.usesTls()                  ? Stage::Tls
                                                    : Stage::Tcp;
    }
    bool isOver() const
    {
        return !steps.empty() && (last().outcome == Outcome::Bad ||
                                  (last().outcome == Outcome::Good && last().stage == goal()));
    }
    bool passed(Stage stage) const
    {
        return std::any_of(steps.begin(), steps.end(), [stage](const ui::ProbeStep& step) {
            return step.stage == stage && step.outcome == Outcome::Good;
        });
    }
    bool answered() const { return passed(Stage::Tcp) || passed(Stage::WebSocket); }
    std::string place() const
    {
        const std::string port = std::to_string(profile.port);
        return profile.alpn.isEmpty() ? port : port + " with ALPN " + profile.alpn.toStdString();
    }
};

/// All of them at once, each to its end.
void tryAll(std::vector<std::unique_ptr<Trial>>& trials)
{
    int argc = 1;
    char name[] = "greensward";
    char* argv[] = {name, nullptr};
    QCoreApplication application(argc, argv);
    const SystemClock clock;
    for (const auto& trial : trials) {
        trial->probe = std::make_unique<BrokerProbe>(
            clock, trial->profile,
            [&trials, one = trial.get()](const BrokerProbe::Steps& steps) {
                one->steps = steps;
                if (std::all_of(trials.begin(), trials.end(), [](const auto& each) { return each->isOver(); }))
                    QCoreApplication::quit();
            },
            trial->until);
    }
    for (const auto& trial : trials)
        trial->probe->start();
    if (!std::all_of(trials.begin(), trials.end(), [](const auto& each) { return each->isOver(); }))
        QCoreApplication::exec();
    for (const auto& trial : trials)
        trial->probe.reset();
}

/// The ports that a device may use, and the one that was named first; that one alone is asked to let a client in.
std::vector<std::unique_ptr<Trial>> trialsOf(const BrokerProfile& profile)
{
    std::vector<std::unique_ptr<Trial>> trials;
    trials.push_back(
        std::make_unique<Trial>(Trial{.profile = profile, .until = BrokerProbe::Until::Connack}));
    if (!profile.usesTls() || profile.usesWebSocket())
        return trials;
    for (const auto& [port, alpn] : {std::pair(8883, QString()), std::pair(443, kAlpn), std::pair(8443, kAlpn)}) {
        BrokerProfile other = profile;
        other.port = port;
        other.alpn = alpn;
        if (port != profile.port)
            trials.push_back(std::make_unique<Trial>(Trial{.profile = other}));
    }
    return trials;
}

const char* word(Stage stage)
{
    switch (stage) {
    case Stage::Name:
        return "name";
    case Stage::Tcp:
        return "TCP";
    case Stage::Tls:
        return "TLS";
    case Stage::WebSocket:
        return "WebSocket";
    case Stage::Connack:
        break;
    }
    return "CONNECT";
}

/// What ended the trial, as a card.
Card cardFor(const Trial& trial, const Trial* open)
{
    const std::string host = trial.profile.host.toStdString();
    const std::string why = trial.last().detail.toStdString();
    const std::string port = std::to_string(trial.profile.port);
    switch (trial.last().stage) {
    case Stage::Name:
        return about(Code::Endpoint, Confidence::Certain, {phrases::kEndpointUnknown, {host, why}},
                     phrases::kBackEndpoint);
    case Stage::Tcp:
    case Stage::WebSocket:
        return open ? about(Code::Port, Confidence::Likely, {phrases::kPortBlocked, {port, host, open->place()}},
                            phrases::kBackPort)
                    : about(Code::Port, Confidence::Likely, {phrases::kNoPortAnswers, {port, host, why}},
                            phrases::kBackPort);
    case Stage::Tls:
        return about(Code::Pem, Confidence::Likely, {phrases::kTlsEnded, {host, port, why}}, phrases::kBackPem);
    case Stage::Connack:
        break;
    }
    return about(Code::Certificate, Confidence::Likely, {phrases::kConnectEnded, {host, port, why}},
                 phrases::kBackCertificate);
}

void tell(Findings& findings, const std::vector<std::unique_ptr<Trial>>& trials)
{
    const Trial& own = *trials.front();
    for (const ui::ProbeStep& step : own.steps)
        if (step.outcome == Outcome::Good)
            findings.fine(fmt::format("port {}, {}: {} ({} ms)", own.place(), word(step.stage),
                                      step.detail.toStdString(), step.millis));
    const Trial* open = nullptr;
    std::vector<doctor::Row> rows;
    for (const auto& trial : trials) {
        if (trial->answered() && !open)
            open = trial.get();
        rows.push_back({{phrases::kRowProbed, {trial->place()}},
                        trial->last().outcome == Outcome::Bad ? trial->last().detail.toStdString() : "open",
                        trial->last().outcome == Outcome::Bad ? doctor::Row::Mark::No : doctor::Row::Mark::Yes});
        if (trial.get() != &own)
            findings.note(fmt::format("port {}: {}", trial->place(), rows.back().value));
    }
    if (own.last().outcome != Outcome::Bad)
        return;
    Card card = cardFor(own, open);
    card.rows = std::move(rows);
    if (card.code == Code::Port && open && !open->profile.alpn.isEmpty())
        card.fixes.push_back({doctor::Fix::Act::Copy, phrases::kFixAlpn, {}, kAlpn.toStdString()});
    findings.card(std::move(card));
}

/// How the name is written. True when there is no use in trying it.
bool tellFlaws(Findings& findings, const BrokerProfile& profile)
{
    bool hopeless = false;
    for (const ui::ProfileFlaw& flaw : ui::flawsOf(profile)) {
        const std::string sentence = flaw.sentence.toStdString();
        if (!flaw.fatal || flaw.field == ui::ProfileFlaw::Field::Name) {
            findings.note(sentence);
            continue;
        }
        const bool host = flaw.field == ui::ProfileFlaw::Field::Host;
        const bool files = flaw.field == ui::ProfileFlaw::Field::Files;
        Card card = about(host ? Code::Endpoint : files ? Code::Pem : Code::Port, Confidence::Certain,
                          {phrases::kEndpointFlaw, {profile.address().toStdString(), sentence}},
                          host ? phrases::kBackEndpoint : files ? phrases::kBackPem : phrases::kBackPort);
        if (!flaw.fix.isEmpty())
            card.fixes.push_back({doctor::Fix::Act::Copy, phrases::kFixCopyName, {}, flaw.fix.toStdString()});
        findings.card(std::move(card));
        hopeless = hopeless || host || files;
    }
    return hopeless;
}

void tellFiles(Findings& findings, const BrokerProfile& profile)
{
    std::vector<doctor::FolderFile> files;
    for (const QString& path : {profile.certificateFile, profile.keyFile, profile.caFile})
        if (!path.isEmpty())
            files.push_back(folderFile(path.toStdString(), std::filesystem::path(path.toStdString()).filename().string()));
    if (!files.empty())
        checkFiles(findings, files, profile.name.toStdString());
}

} // namespace

Result<void> checkEndpoint(Findings& findings, const DoctorEndpoint& endpoint, const std::filesystem::path& directory)
{
    const auto profile = profileFor(endpoint, directory);
    if (!profile)
        return tl::unexpected(profile.error());
    if (tellFlaws(findings, *profile))
        return {};
    tellFiles(findings, *profile);
    auto trials = trialsOf(*profile);
    tryAll(trials);
    tell(findings, trials);
    return {};
}

} // namespace greensward::app
