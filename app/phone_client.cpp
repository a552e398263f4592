// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/phone_client.h"

#include "app/lab_site.h"
#include "app/phone_page.h"
#include "aws/sigv4_sign.h"
#include "base/random.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <fmt/format.h>

namespace greensward::app {

namespace {

constexpr int kBlameMillis = 2000; ///< a connection that ends so soon after a publish ended because of it
constexpr long kUrlSeconds = 60;   ///< the address is used at once

const std::string kShadow = fmt::format("$aws/things/{}/shadow", ui::PhonePort::kSprinkler);

std::array<std::string, 4> filters()
{
    return {ui::PhonePort::kTurbineTopic, kShadow + "/get/+", kShadow + "/update/documents",
            kShadow + "/update/rejected"};
}

QString qt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

mqtt::ClientSettings settingsOf(const std::string& clientId)
{
    mqtt::ClientSettings settings;
    settings.clientId = clientId;
    return settings;
}

} // namespace

PhoneClient::PhoneClient(Engine& engine, QObject* parent)
    : PhonePort(parent)
    , m_clock(engine.clock())
    , m_at(engine.whereabouts())
    , m_transport(engine)
    , m_api(m_transport, engine.clock(), accountAt(m_at))
{
    m_state.clientId = qt("phone-" + Random(entropySeed()).hex(8));
    m_blame.setSingleShot(true);
    m_blame.setInterval(kBlameMillis);
    connect(&m_blame, &QTimer::timeout, this, [this] { m_published.clear(); });
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        if (m_client)
            m_client->advance(m_clock.now());
        pump();
    });
}

PhoneClient::~PhoneClient()
{
    drop();
}

// --- in ------------------------------------------------------------------------------------------------------------

void PhoneClient::comeIn()
{
    drop();
    m_state = State{.isComing = true, .clientId = m_state.clientId};
    m_attempt = std::make_shared<bool>(true);
    m_guest.emplace(m_transport, m_clock, accountAt(m_at).host);
    askForPool();
}

void PhoneClient::begin(Stage stage)
{
    m_state.steps.push_back({.stage = stage});
    m_since.start();
    emit changed();
}

void PhoneClient::end(const QString& detail)
{
    Step& step = m_state.steps.back();
    step.outcome = Step::Outcome::Good;
    step.detail = detail;
    step.millis = static_cast<int>(m_since.elapsed());
}

void PhoneClient::fail(Trouble trouble, const QString& told)
{
    if (!m_state.steps.empty() && m_state.steps.back().outcome == Step::Outcome::Running) {
        m_state.steps.back().outcome = Step::Outcome::Bad;
        m_state.steps.back().detail = told;
        m_state.steps.back().millis = static_cast<int>(m_since.elapsed());
    }
    m_state.trouble = trouble;
    m_state.told = told;
    drop();
    emit changed();
}

void PhoneClient::fail(const client::Answer& refusal)
{
    const QString told = qt(refusal.code.empty() ? refusal.problem : refusal.code + ": " + refusal.problem);
    fail(refusal.code == "NotAuthorizedException"                      ? Trouble::NoGuests
         : refusal.code == "InvalidIdentityPoolConfigurationException" ? Trouble::NoRole
                                                                       : Trouble::ServiceRefused,
         told);
}

void PhoneClient::askForPool()
{
    begin(Stage::Pool);
    client::Call call = cognitoCall("ListIdentityPools", R"({"MaxResults":60})");
    m_api.call(std::move(call), [this, attempt = std::weak_ptr(m_attempt)](const client::Answer& answer) {
        if (attempt.expired())
            return;
        if (!answer.ok())
            return fail(Trouble::ServiceRefused, qt(answer.problem));
        const auto said = QJsonDocument::fromJson(QByteArray::fromStdString(answer.body)).object();
        for (const QJsonValue& pool : said[QLatin1String("IdentityPools")].toArray())
            if (pool[QLatin1String("IdentityPoolName")].toString().toStdString() == PhonePage::kPoolName)
                return askForIdentity(pool[QLatin1String("IdentityPoolId")].toString().toStdString());
        fail(Trouble::NoPool, {});
    });
}

void PhoneClient::askForIdentity(const std::string& pool)
{
    end(qt(pool));
    begin(Stage::Identity);
    m_guest->identity(pool, [this](const tl::expected<std::string, client::Answer>& identity) {
        if (!identity)
            return fail(identity.error());
        askForCredentials(*identity);
    });
}

void PhoneClient::askForCredentials(const std::string& identity)
{
    end(qt(identity));
    begin(Stage::Credentials);
    m_guest->credentials(identity, [this](const tl::expected<aws::Credential, client::Answer>& key) {
        if (!key)
            return fail(key.error());
        m_key = *key;
        m_state.key = qt(key->accessKeyId);
        if (key->expires)
            m_state.until = QDateTime::fromMSecsSinceEpoch(
                std::chrono::duration_cast<std::chrono::milliseconds>(key->expires->time_since_epoch()).count());
        end(m_state.key);
        dial();
    });
}

/// The signature covers the Host field, so it is made for the very address that is dialled.
void PhoneClient::dial()
{
    begin(Stage::Link);
    const aws::Request request{
        .method = "GET", .target = "/mqtt", .fields = {{"Host", fmt::format("{}:{}", m_at.host(), m_at.ports.https)}}};
    const aws::Signing signing{.key = m_key, .region = kRegion, .service = "iotdevicegateway", .time = m_clock.wall()};
    ui::BrokerProfile profile;
    profile.kind = ui::BrokerProfile::Kind::Aws;
    profile.transport = ui::BrokerProfile::Transport::SecureWebSocket;
    profile.host = qt(m_at.host());
    profile.port = m_at.ports.https;
    profile.path = qt(aws::presignedTarget(request, signing, kUrlSeconds, aws::TokenPlace::Appended));
    profile.caFile = qt(m_at.rootCertificate.string());
    mqtt::ClientHandler& handler = *this;
    m_client =
        std::make_unique<mqtt::Client>(settingsOf(m_state.clientId.toStdString()), Random(entropySeed()), handler);
    if (const auto started = m_client->start(m_clock.now()); !started)
        return fail(Trouble::Lost, qt(started.error().message));
    makeSocket();
    m_socket->open(profile);
}

void PhoneClient::makeSocket()
{
    m_socket = new BrokerSocket(this);
    connect(m_socket, &BrokerSocket::opened, this, [this](const QString& transport) {
        m_isOpen = true;
        end(QStringLiteral("%1://%2:%3/mqtt").arg(transport, qt(m_at.host())).arg(m_at.ports.https));
        begin(Stage::Connack);
        m_client->linkOpened(m_clock.now());
        pump();
    });
    connect(m_socket, &BrokerSocket::failed, this,
            [this](BrokerSocket::Stage, const QString& why) { fail(Trouble::LinkRefused, why); });
    connect(m_socket, &BrokerSocket::closed, this, [this](const QString& why) {
        m_isOpen = false;
        if (m_client)
            m_client->linkClosed(why.toStdString(), m_clock.now());
    });
    connect(m_socket, &BrokerSocket::written, this, &PhoneClient::pump);
    connect(m_socket, &BrokerSocket::received, this, [this](const QByteArray& bytes) {
        if (!m_client)
            return;
        m_state.octetsReceived += static_cast<quint64>(bytes.size());
        m_client->receive(asBytes({bytes.constData(), static_cast<std::size_t>(bytes.size())}), m_clock.now());
        pump();
    });
}

void PhoneClient::connected(const mqtt::Connack&)
{
    end(m_state.clientId);
    begin(Stage::Subscribe);
    subscribe();
}

void PhoneClient::subscribe()
{
    const auto names = filters();
    std::vector<mqtt::Subscribe::Entry> entries;
    for (const std::string& name : names)
        entries.push_back({.filter = name, .options = {}});
    if (const auto asked = m_client->subscribe(entries, m_clock.now()); !asked)
        fail(Trouble::Lost, qt(asked.error().message));
}

void PhoneClient::subscribed(mqtt::Token, std::span<const mqtt::ReasonCode> codes)
{
    const auto names = filters();
    QStringList refused;
    for (std::size_t at = 0; at < names.size(); ++at)
        if (at >= codes.size() || static_cast<int>(codes[at]) >= 0x80)
            refused << qt(names[at]);
    m_state.isComing = false;
    m_state.isOnline = true;
    if (refused.isEmpty()) {
        end(tr("%1 filters granted").arg(names.size()));
    } else {
        Step& step = m_state.steps.back();
        step.outcome = Step::Outcome::Bad;
        step.detail = refused.join(QStringLiteral(", "));
        step.millis = static_cast<int>(m_since.elapsed());
        m_state.trouble = Trouble::SubscribeDenied;
        m_state.told = step.detail;
    }
    if (!refused.contains(qt(names[1])))
        publish(kShadow + "/get", "");
    emit changed();
}

// --- online ----------------------------------------------------------------------------------------------------------

void PhoneClient::publish(const std::string& topic, std::string_view payload)
{
    m_published = qt(topic);
    m_blame.start();
    if (const auto sent = m_client->publish(topic, asBytes(payload), mqtt::QoS::AtMostOnce, false, m_clock.now()); !sent)
        m_state.told = qt(sent.error().message);
    pump();
}

void PhoneClient::setWater(bool on)
{
    if (m_state.isOnline)
        publish(kShadow + "/update", fmt::format(R"({{"state":{{"desired":{{"water":"{}"}}}}}})", on ? "on" : "off"));
}

void PhoneClient::message(const mqtt::Publish& message)
{
    const std::string_view topic = message.topic;
    const auto payload = asText(message.payload);
    const QJsonObject said =
        QJsonDocument::fromJson(QByteArray(payload.data(), static_cast<qsizetype>(payload.size()))).object();
    if (topic == kTurbineTopic) {
        m_state.turbine = said;
        ++m_state.heard;
    } else {
        m_published.clear(); // it was heard
        if (topic == kShadow + "/get/accepted")
            take(said[QLatin1String("state")].toObject());
        else if (topic == kShadow + "/update/documents")
            take(said[QLatin1String("current")].toObject()[QLatin1String("state")].toObject());
        else if (topic == kShadow + "/get/rejected" && said[QLatin1String("code")].toInt() == 404)
            take({}); // no shadow yet: a wish makes one
    }
    emit changed();
}

void PhoneClient::take(const QJsonObject& state)
{
    const auto water = [&](const char* section) -> std::optional<QString> {
        const QJsonValue value = state[QLatin1String(section)].toObject()[QLatin1String("water")];
        return value.isString() ? std::optional(value.toString()) : std::nullopt;
    };
    m_state.isShadowKnown = true;
    m_state.desired = water("desired");
    m_state.reported = water("reported");
}

// --- out -------------------------------------------------------------------------------------------------------------

void PhoneClient::leave()
{
    if (m_client && m_isOpen) {
        m_client->stop(m_clock.now());
        pump(); // its goodbye
    }
    drop();
    m_state = State{.clientId = m_state.clientId};
    emit changed();
}

void PhoneClient::refused(mqtt::ReasonCode, std::string_view reason)
{
    fail(Trouble::ConnectDenied, qt(reason));
}

bool PhoneClient::hasRunOut() const
{
    return m_key.expires && *m_key.expires <= m_clock.wall();
}

void PhoneClient::disconnected(mqtt::ClientEnd, mqtt::ReasonCode, std::string_view why)
{
    if (!m_client || m_state.steps.empty())
        return;
    const Step& step = m_state.steps.back();
    const bool isRunning = step.outcome == Step::Outcome::Running;
    if (hasRunOut())
        fail(Trouble::RanOut, m_state.until.toString());
    else if (isRunning && step.stage == Stage::Connack)
        fail(Trouble::ConnectDenied, qt(why));
    else if (isRunning && step.stage == Stage::Subscribe)
        fail(Trouble::SubscribeDenied, qt(filters().front()));
    else if (!m_published.isEmpty())
        fail(Trouble::PublishDenied, m_published);
    else
        fail(Trouble::Lost, qt(why));
}

/// Neither the client nor the socket may be the caller: they go when the event loop is reached.
void PhoneClient::drop()
{
    m_guest.reset();
    m_attempt.reset();
    m_deadline.stop();
    m_isOpen = false;
    m_state.isComing = false;
    m_state.isOnline = false;
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->close();
        m_socket->deleteLater();
        m_socket = nullptr;
    }
    if (m_client)
        QTimer::singleShot(0, qApp, [gone = std::shared_ptr<mqtt::Client>(std::move(m_client))] {});
}

void PhoneClient::pump()
{
    if (!m_client || !m_isOpen || m_isPumping)
        return;
    m_isPumping = true;
    const ByteView bytes = m_client->output();
    if (!bytes.empty()) {
        const std::string_view text = asText(bytes);
        m_state.octetsSent += text.size();
        m_socket->write(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
        m_client->written(bytes.size());
    }
    m_isPumping = false;
    if (const auto due = m_client->nextDeadline())
        m_deadline.start(std::max(1, static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(*due - m_clock.now()).count())));
}

} // namespace greensward::app
