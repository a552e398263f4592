// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/broker_profile.h"

#include <QAbstractSocket>
#include <QElapsedTimer>
#include <QObject>
#include <QSslError>

class QSslConfiguration;
class QSslSocket;
class QWebSocket;

namespace greensward::app {

/// One attempt to reach the broker of a profile over TCP, TLS or WebSocket, and the way to it once it is there. Tells
/// of every stage, and why the last one failed in a sentence without a full stop. The thread it lives on.
class BrokerSocket final : public QObject
{
    Q_OBJECT

public:
    enum class Stage : std::uint8_t { Name, Tcp, Tls, WebSocket };
    /// Octets read ahead of what was taken.
    static constexpr qint64 kReadAhead = 1 << 20;

    explicit BrokerSocket(QObject* parent = nullptr);
    ~BrokerSocket() override;

    void open(const ui::BrokerProfile& profile);
    void write(const QByteArray& bytes);
    qint64 unsent() const;
    /// After what was written; closed() follows unless the socket never opened.
    void close();

signals:
    void passed(greensward::app::BrokerSocket::Stage stage, const QString& detail);
    /// transport: "tcp", "tls 1.3", "ws", "wss".
    void opened(const QString& transport);
    /// Never opened.
    void failed(greensward::app::BrokerSocket::Stage stage, const QString& why);
    /// Was open.
    void closed(const QString& why);
    void received(const QByteArray& bytes);
    void written();

private:
    void openTls(const ui::BrokerProfile& profile);
    void openWebSocket(const ui::BrokerProfile& profile);
    bool configure(const ui::BrokerProfile& profile, QSslConfiguration& configuration);
    void noteErrors(const QList<QSslError>& errors);
    void fail(const QString& why);
    void gone(const QString& error, QAbstractSocket::SocketError code);
    QString whyTls(const QString& error) const;

    QSslSocket* m_tcp = nullptr;
    QWebSocket* m_web = nullptr;
    ui::BrokerProfile m_profile;
    Stage m_stage = Stage::Name;
    bool m_open = false;
    bool m_over = false;
    bool m_closing = false;
    QString m_certificateFlaw; ///< of the server's certificate
    QString m_alert;           ///< of TLS, as the other end sent it
};

} // namespace greensward::app
