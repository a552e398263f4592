// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/brokers/broker_socket.h"

#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>
#include <QSslCipher>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QUrl>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

namespace greensward::app {

namespace {

QByteArray contentOf(const QString& path, QString& problem)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        problem = BrokerSocket::tr("%1 cannot be read: %2").arg(path, file.errorString());
        return {};
    }
    return file.readAll();
}

/// A key says of what kind it is only to who asks for the right one.
QSslKey keyOf(const QByteArray& pem)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec})
        if (const QSslKey key(pem, algorithm); !key.isNull())
            return key;
    return {};
}

/// Alerts of TLS 1.3 that the library has no words for [RFC 8446, 6].
QString alertText(int alert, const QString& text)
{
    constexpr int kCertificateRequired = 116;
    constexpr int kNoApplicationProtocol = 120;
    if (alert == kCertificateRequired)
        return QStringLiteral("certificate required");
    if (alert == kNoApplicationProtocol)
        return QStringLiteral("no application protocol");
    return text == QLatin1String("unknown") ? QString::number(alert) : text;
}

QString protocolText(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2:
        return QStringLiteral("tls 1.2");
    case QSsl::TlsV1_3:
        return QStringLiteral("tls 1.3");
    default:
        return QStringLiteral("tls");
    }
}

/// "CN=broker, signed by CN=Example CA": the chain from the server up.
QString chainText(const QList<QSslCertificate>& chain)
{
    QStringList names;
    for (const QSslCertificate& certificate : chain)
        names << certificate.subjectDisplayName();
    if (!chain.isEmpty() && !chain.constLast().isSelfSigned())
        names << chain.constLast().issuerDisplayName();
    return names.join(QStringLiteral(" ← "));
}

} // namespace

BrokerSocket::BrokerSocket(QObject* parent) : QObject(parent) {}

BrokerSocket::~BrokerSocket()
{
    m_over = true; // nobody is told any more
    if (m_tcp)
        m_tcp->abort();
    if (m_web)
        m_web->abort();
}

void BrokerSocket::open(const ui::BrokerProfile& profile)
{
    m_profile = profile;
    if (profile.usesWebSocket())
        openWebSocket(profile);
    else
        openTls(profile);
}

/// False when a file cannot be used: failed() has been told.
bool BrokerSocket::configure(const ui::BrokerProfile& profile, QSslConfiguration& configuration)
{
    QString problem;
    m_stage = Stage::Tls;
    if (!profile.caFile.isEmpty()) {
        const auto trusted = QSslCertificate::fromData(contentOf(profile.caFile, problem), QSsl::Pem);
        if (trusted.isEmpty()) {
            fail(!problem.isEmpty() ? problem : tr("%1 holds no certificate").arg(profile.caFile));
            return false;
        }
        configuration.setCaCertificates(trusted);
    }
    if (!profile.certificateFile.isEmpty()) {
        const auto chain = QSslCertificate::fromData(contentOf(profile.certificateFile, problem), QSsl::Pem);
        const QSslKey key = keyOf(contentOf(profile.keyFile, problem));
        if (chain.isEmpty() || key.isNull()) {
            fail(!problem.isEmpty() ? problem
                 : chain.isEmpty()  ? tr("%1 holds no certificate").arg(profile.certificateFile)
                                    : tr("%1 holds no private key that can be used").arg(profile.keyFile));
            return false;
        }
        configuration.setLocalCertificateChain(chain);
        configuration.setPrivateKey(key);
    }
    if (!profile.alpn.isEmpty())
        configuration.setAllowedNextProtocols({profile.alpn.toUtf8()});
    m_stage = Stage::Name;
    return true;
}

void BrokerSocket::openTls(const ui::BrokerProfile& profile)
{
    m_tcp = new QSslSocket(this);
    m_tcp->setReadBufferSize(kReadAhead);
    if (profile.usesTls()) {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        if (!configure(profile, configuration))
            return;
        m_tcp->setSslConfiguration(configuration);
    }
    connect(m_tcp, &QAbstractSocket::hostFound, this, [this] {
        m_stage = Stage::Tcp;
        emit passed(Stage::Name, m_profile.host);
    });
    connect(m_tcp, &QAbstractSocket::connected, this, [this] {
        m_tcp->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_tcp->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
        m_stage = Stage::Tls;
        emit passed(Stage::Tcp, QStringLiteral("%1:%2").arg(m_tcp->peerAddress().toString()).arg(m_tcp->peerPort()));
        if (m_profile.usesTls())
            return;
        m_open = true;
        emit opened(QStringLiteral("tcp"));
    });
    connect(m_tcp, &QSslSocket::encrypted, this, [this] {
        m_open = true;
        const QString protocol = protocolText(m_tcp->sessionProtocol());
        emit passed(Stage::Tls, tr("%1, %2").arg(protocol, chainText(m_tcp->peerCertificateChain())));
        emit opened(protocol);
    });
    connect(m_tcp, &QSslSocket::sslErrors, this, &BrokerSocket::noteErrors);
    connect(m_tcp, &QSslSocket::alertReceived, this,
            [this](QSsl::AlertLevel level, QSsl::AlertType type, const QString& text) {
                if (level == QSsl::AlertLevel::Fatal)
                    m_alert = alertText(static_cast<int>(type), text);
            });
    connect(m_tcp, &QAbstractSocket::readyRead, this, [this] { emit received(m_tcp->readAll()); });
    connect(m_tcp, &QIODevice::bytesWritten, this, &BrokerSocket::written);
    connect(m_tcp, &QAbstractSocket::errorOccurred, this,
            [this](QAbstractSocket::SocketError code) { gone(m_tcp->errorString(), code); });
    connect(m_tcp, &QAbstractSocket::disconnected, this,
            [this] { gone(tr("the broker closed the connection"), QAbstractSocket::RemoteHostClosedError); });
    if (profile.usesTls())
        m_tcp->connectToHostEncrypted(profile.host, static_cast<quint16>(profile.port));
    else
        m_tcp->connectToHost(profile.host, static_cast<quint16>(profile.port));
}

void BrokerSocket::openWebSocket(const ui::BrokerProfile& profile)
{
    m_web = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    const bool secure = profile.usesTls();
    if (secure) {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        if (!configure(profile, configuration))
            return;
        m_web->setSslConfiguration(configuration);
    }
    m_web->setMaxAllowedIncomingMessageSize(kReadAhead * 8);
    m_stage = Stage::WebSocket;
    connect(m_web, &QWebSocket::connected, this, [this, secure] {
        m_open = true;
        emit passed(Stage::WebSocket, m_profile.path.section(QLatin1Char('?'), 0, 0)); // behind it may stand a signature
        emit opened(secure ? QStringLiteral("wss") : QStringLiteral("ws"));
    });
    connect(m_web, &QWebSocket::sslErrors, this, &BrokerSocket::noteErrors);
    connect(m_web, &QWebSocket::binaryMessageReceived, this, &BrokerSocket::received);
    connect(m_web, &QWebSocket::bytesWritten, this, &BrokerSocket::written);
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    const auto errorOccurred = qOverload<QAbstractSocket::SocketError>(&QWebSocket::error);
#else
    const auto errorOccurred = &QWebSocket::errorOccurred;
#endif
    connect(m_web, errorOccurred, this,
            [this](QAbstractSocket::SocketError code) { gone(m_web->errorString(), code); });
    connect(m_web, &QWebSocket::disconnected, this, [this] {
        const QString reason = m_web->closeReason();
        gone(reason.isEmpty() ? tr("the broker closed the WebSocket")
                              : tr("the broker closed the WebSocket: %1").arg(reason),
             QAbstractSocket::RemoteHostClosedError);
    });
    QUrl url;
    url.setScheme(secure ? QStringLiteral("wss") : QStringLiteral("ws"));
    url.setHost(profile.host);
    url.setPort(profile.port);
    const QString path = profile.path.section(QLatin1Char('?'), 0, 0);
    url.setPath(path.startsWith(QLatin1Char('/')) ? path : QLatin1Char('/') + path);
    if (path.size() < profile.path.size()) // "/mqtt?X-Amz-Signature=…"
        url.setQuery(profile.path.mid(path.size() + 1), QUrl::StrictMode);
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({QStringLiteral("mqtt")});
    m_web->open(url, options);
}

void BrokerSocket::write(const QByteArray& bytes)
{
    if (m_tcp)
        m_tcp->write(bytes);
    else if (m_web)
        m_web->sendBinaryMessage(bytes);
}

qint64 BrokerSocket::unsent() const
{
    if (m_tcp)
        return m_tcp->bytesToWrite() + m_tcp->encryptedBytesToWrite();
    return m_web ? m_web->bytesToWrite() : 0;
}

void BrokerSocket::close()
{
    m_closing = true;
    if (m_tcp)
        m_tcp->disconnectFromHost();
    else if (m_web)
        m_web->close();
}

/// Why the server's certificate is not believed, for the step that fails because of it.
void BrokerSocket::noteErrors(const QList<QSslError>& errors)
{
    const QString authority =
        m_profile.caFile.isEmpty() ? tr("this system's roots") : QFileInfo(m_profile.caFile).fileName();
    for (const QSslError& error : errors) {
        const QString who = error.certificate().isNull() ? m_profile.host : error.certificate().subjectDisplayName();
        switch (error.error()) {
        case QSslError::HostNameMismatch:
            m_certificateFlaw = tr("the server's certificate is for %1, not for %2").arg(who, m_profile.host);
            return;
        case QSslError::CertificateExpired:
            m_certificateFlaw = tr("the server's certificate %1 has expired").arg(who);
            return;
        case QSslError::CertificateNotYetValid:
            m_certificateFlaw =
                tr("the server's certificate %1 is not valid yet, or this computer's clock is wrong").arg(who);
            return;
        case QSslError::SelfSignedCertificate:
        case QSslError::SelfSignedCertificateInChain:
        case QSslError::UnableToGetIssuerCertificate:
        case QSslError::UnableToGetLocalIssuerCertificate:
        case QSslError::UnableToVerifyFirstCertificate:
        case QSslError::CertificateUntrusted:
        case QSslError::CertificateSignatureFailed:
            m_certificateFlaw =
                tr("the server's certificate was signed by %1, which is not among %2")
                    .arg(error.certificate().isNull() ? who : error.certificate().issuerDisplayName(), authority);
            return;
        default:
            m_certificateFlaw = tr("the server's certificate: %1").arg(error.errorString());
        }
    }
}

QString BrokerSocket::whyTls(const QString& error) const
{
    if (!m_certificateFlaw.isEmpty())
        return m_certificateFlaw;
    if (!m_alert.isEmpty())
        return tr("the broker sent the TLS alert “%1”").arg(m_alert);
    return error;
}

void BrokerSocket::fail(const QString& why)
{
    if (std::exchange(m_over, true))
        return;
    // Not from within open(): who asked for it is still at it.
    QMetaObject::invokeMethod(
        this, [this, why] { emit failed(m_stage, why); }, Qt::QueuedConnection);
}

void BrokerSocket::gone(const QString& error, QAbstractSocket::SocketError code)
{
    if (m_over)
        return;
    QString why = whyTls(error);
    if (code == QAbstractSocket::HostNotFoundError)
        why = tr("there is no host called %1").arg(m_profile.host);
    else if (code == QAbstractSocket::ConnectionRefusedError)
        why = tr("nobody listens on port %1 of %2").arg(m_profile.port).arg(m_profile.host);
    else if (code == QAbstractSocket::RemoteHostClosedError && m_alert.isEmpty())
        why = m_stage == Stage::Tls && !m_open ? tr("the broker closed the connection during the TLS handshake")
                                               : tr("the broker closed the connection");
    if (m_closing && m_alert.isEmpty())
        why = tr("closed by this console");
    m_over = true;
    if (m_open)
        emit closed(why);
    else
        emit failed(m_stage, why);
}

} // namespace greensward::app
