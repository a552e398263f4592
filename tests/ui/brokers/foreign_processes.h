// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

namespace greensward::ui {

inline int freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

inline QString mosquittoProgram()
{
    const QString found = QStandardPaths::findExecutable(QStringLiteral("mosquitto"));
    return found.isEmpty() ? QStandardPaths::findExecutable(QStringLiteral("mosquitto"), {QStringLiteral("/usr/sbin")})
                           : found;
}

/// mosquitto on a port of its own, with these lines in its configuration.
class Mosquitto
{
public:
    explicit Mosquitto(const QByteArray& lines, int port = freePort()) : m_port(port)
    {
        QFile file(m_folder.filePath(QStringLiteral("m.conf")));
        if (file.open(QIODevice::WriteOnly))
            file.write("user root\nlistener " + QByteArray::number(port) + " 127.0.0.1\n" + lines + "\n");
        file.close();
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(mosquittoProgram(), {QStringLiteral("-c"), file.fileName()});
        QElapsedTimer patience;
        patience.start();
        while (patience.elapsed() < 10'000) {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(port));
            if (socket.waitForConnected(200))
                return;
            QTest::qWait(20);
        }
        qWarning("mosquitto does not answer: %s", m_process.readAll().constData());
    }
    ~Mosquitto() { kill(); }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    int port() const { return m_port; }

private:
    QTemporaryDir m_folder;
    int m_port;
    QProcess m_process;
};

/// Another Greensward.
class Serve
{
public:
    explicit Serve(const QStringList& more = {})
    {
        const QString ready = m_folder.filePath(QStringLiteral("ready.json"));
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(GREENSWARD_BINARY),
                        QStringList{QStringLiteral("serve"), QStringLiteral("--data-dir"),
                                    m_folder.filePath(QStringLiteral("data")), QStringLiteral("--ports"),
                                    QStringLiteral("auto"), QStringLiteral("--mqtt-plain"),
                                    QStringLiteral("--ready-file"), ready} +
                            more);
        if (!QTest::qWaitFor([&] { return QFile::exists(ready); }, 20'000))
            qWarning("greensward serve does not answer");
        QFile file(ready);
        if (file.open(QIODevice::ReadOnly))
            m_told = QJsonDocument::fromJson(file.readAll()).object();
    }
    ~Serve()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }
    void terminate() { m_process.terminate(); }
    const QJsonObject& told() const { return m_told; }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QJsonObject m_told;
};

} // namespace greensward::ui
