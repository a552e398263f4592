// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ignored_fields.h"

#include "ui/models/console_file.h"
#include "ui/models/payload_path.h"

#include <QJsonArray>

namespace greensward::ui {

namespace {

const QString kFile = QStringLiteral("ignored-fields.json");

} // namespace

IgnoredFields::IgnoredFields(EngineMirror& mirror)
    : m_mirror(mirror), m_fields{QStringLiteral("timestamp"), QStringLiteral("ts"), QStringLiteral("time")}
{
    const QJsonDocument kept = ConsoleFile(mirror, kFile).read();
    if (!kept.isArray())
        return;
    m_fields.clear();
    const QJsonArray array = kept.array();
    for (const auto& field : array)
        if (field.isString() && m_fields.size() < kMost)
            m_fields << field.toString();
}

void IgnoredFields::ignore(const QString& path)
{
    if (path.isEmpty() || m_fields.contains(path) || m_fields.size() >= kMost)
        return;
    m_fields << path;
    keep();
}

void IgnoredFields::heed(const QString& path)
{
    const qsizetype before = m_fields.size();
    m_fields.removeAll(path);
    m_fields.removeAll(lastKey(path));
    if (m_fields.size() != before)
        keep();
}

void IgnoredFields::keep()
{
    ConsoleFile(m_mirror, kFile).write(QJsonDocument(QJsonArray::fromStringList(m_fields)));
    emit changed();
}

} // namespace greensward::ui
