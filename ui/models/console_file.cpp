// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/console_file.h"

#include "ui/models/engine_mirror.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace greensward::ui {

ConsoleFile::ConsoleFile(const EngineMirror& mirror, const QString& name)
{
    const QString directory = QString::fromStdString(mirror.status().dataDirectory);
    if (!directory.isEmpty())
        m_path = QDir(directory).filePath(QStringLiteral("console/") + name);
}

QJsonDocument ConsoleFile::read() const
{
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    file.close();
    if (document.isNull()) {
        QFile::remove(m_path + QStringLiteral(".broken"));
        QFile::rename(m_path, m_path + QStringLiteral(".broken"));
    }
    return document;
}

QString ConsoleFile::write(const QJsonDocument& document) const
{
    if (m_path.isEmpty())
        return {};
    QDir().mkpath(QFileInfo(m_path).path());
    QSaveFile file(m_path);
    if (file.open(QIODevice::WriteOnly) && file.write(document.toJson()) >= 0 && file.commit())
        return {};
    return QCoreApplication::translate("ConsoleFile", "%1 could not be written: %2").arg(m_path, file.errorString());
}

} // namespace greensward::ui
