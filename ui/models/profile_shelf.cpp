// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/profile_shelf.h"

#include "ui/models/console_file.h"
#include "ui/models/engine_mirror.h"

#include <QDir>
#include <QJsonArray>

#include <algorithm>

namespace greensward::ui {

namespace {

const QString& fileName()
{
    static const QString kName = QStringLiteral("connections.json");
    return kName;
}

} // namespace

ProfileShelf::ProfileShelf(EngineMirror& mirror) : m_mirror(mirror)
{
    load();
}

void ProfileShelf::load()
{
    const QJsonDocument kept = ConsoleFile(m_mirror, fileName()).read();
    for (const QJsonValue& one : kept.object()[QStringLiteral("connections")].toArray()) {
        const BrokerProfile profile = BrokerProfile::fromJson(one.toObject());
        if (!profile.name.isEmpty() && find(profile.name) < 0 && m_profiles.size() < kMost)
            m_profiles << profile;
    }
    for (const QJsonValue& one : kept.object()[QStringLiteral("open")].toArray())
        if (find(one.toString()) >= 0)
            m_open << one.toString();
}

void ProfileShelf::keep()
{
    QJsonArray all;
    for (const BrokerProfile& profile : std::as_const(m_profiles))
        all.append(profile.toJson());
    m_problem = ConsoleFile(m_mirror, fileName())
                    .write(QJsonDocument(QJsonObject{{QStringLiteral("version"), 1},
                                                     {QStringLiteral("connections"), all},
                                                     {QStringLiteral("open"), QJsonArray::fromStringList(m_open)}}));
}

int ProfileShelf::find(const QString& name) const
{
    const auto found = std::find_if(m_profiles.begin(), m_profiles.end(),
                                    [&name](const BrokerProfile& one) { return one.name == name; });
    return found == m_profiles.end() ? -1 : static_cast<int>(found - m_profiles.begin());
}

QStringList ProfileShelf::names() const
{
    QStringList names;
    for (const BrokerProfile& profile : m_profiles)
        names << profile.name;
    return names;
}

int ProfileShelf::save(const BrokerProfile& profile)
{
    int row = find(profile.name);
    if (row >= 0) {
        m_profiles[row] = profile;
        emit dataChanged(index(row), index(row));
    } else if (m_profiles.size() < kMost) {
        row = static_cast<int>(m_profiles.size());
        beginInsertRows({}, row, row);
        m_profiles << profile;
        endInsertRows();
    }
    if (row >= 0)
        keep();
    return row;
}

void ProfileShelf::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_open.removeAll(m_profiles.at(row).name);
    m_profiles.removeAt(row);
    endRemoveRows();
    keep();
}

void ProfileShelf::setOpen(const QString& name, bool open)
{
    if (open == m_open.contains(name) || (open && find(name) < 0))
        return;
    if (open)
        m_open << name;
    else
        m_open.removeAll(name);
    keep();
}

QString ProfileShelf::freeName(const QString& wanted) const
{
    QString name = wanted.left(BrokerProfile::kLongestName);
    for (int number = 2; find(name) >= 0; ++number)
        name = wanted.left(BrokerProfile::kLongestName - 4) + QStringLiteral(" %1").arg(number);
    return name;
}

QString ProfileShelf::filesFolder() const
{
    const QString directory = QString::fromStdString(m_mirror.status().dataDirectory);
    return directory.isEmpty() ? QString() : QDir(directory).filePath(QStringLiteral("console/connection-files"));
}

int ProfileShelf::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_profiles.size());
}

QVariant ProfileShelf::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const BrokerProfile& profile = at(index.row());
    if (role == Qt::DisplayRole || role == Qt::EditRole)
        return profile.name;
    if (role == Qt::ToolTipRole)
        return profile.address();
    return {};
}

} // namespace greensward::ui
