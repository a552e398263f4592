// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pki/certificate_authority.h"

#include <QFile>
#include <QTemporaryDir>

#include <chrono>
#include <stdexcept>
#include <string>
#include <vector>

namespace greensward::ui {

inline WallTime wallNow()
{
    return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
}

/// A folder of certificates of an authority of its own: root.pem, device.pem, device.key, server.pem, server.key.
class PemFiles
{
public:
    PemFiles() : m_authority(*pki::CertificateAuthority::create("Test root", pki::KeyType::P256, wallNow()))
    {
        put("root.pem", m_authority.certificate().pem());
        const auto device = *m_authority.issueDevice("turbine", pki::KeyType::P256, wallNow());
        put("device.pem", device.certificate.pem());
        put("device.key", device.key.pem());
        const std::vector<std::string> names{"localhost", "127.0.0.1"};
        const auto server = *m_authority.issueServer(names, pki::KeyType::P256, wallNow());
        put("server.pem", server.certificate.pem());
        put("server.key", server.key.pem());
    }
    pki::CertificateAuthority& authority() { return m_authority; }
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    QString folder() const { return m_folder.path(); }
    void put(const char* name, const std::string& content)
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content.data(), static_cast<qint64>(content.size())) < 0)
            throw std::runtime_error(file.errorString().toStdString());
    }
    void remove(const char* name) { QFile::remove(path(name)); }

private:
    QTemporaryDir m_folder;
    pki::CertificateAuthority m_authority;
};

} // namespace greensward::ui
