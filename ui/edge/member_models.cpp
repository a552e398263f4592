// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edge/member_models.h"

#include "ui/edge/edge_desk.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"

#include <algorithm>

namespace greensward::ui {

namespace json = boost::json;
using greengrass::text;

namespace {

QString shortCertificate(const std::string& arn)
{
    constexpr std::size_t kShown = 10;
    return toQString(certificateIdOf(arn).substr(0, kShown)) + QStringLiteral("…");
}

} // namespace

// --- devices --------------------------------------------------------------------------------------------------------

EdgeDeviceModel::EdgeDeviceModel(EdgeDesk& desk, QObject* parent) : QAbstractTableModel(parent), m_desk(desk)
{
    connect(&desk, &EdgeDesk::contentChanged, this, &EdgeDeviceModel::follow);
    connect(&desk, &EdgeDesk::coresChanged, this, &EdgeDeviceModel::lookAgain);
}

void EdgeDeviceModel::setGroup(const std::string& id)
{
    m_group = id;
    follow(id);
}

std::string EdgeDeviceModel::arnAt(int row) const
{
    return row < 0 || row >= rowCount() ? std::string() : text(m_devices[static_cast<std::size_t>(row)], "ThingArn");
}

void EdgeDeviceModel::follow(const std::string& id)
{
    if (id != m_group)
        return;
    const auto& now = m_desk.content(m_group).devices;
    if (now.size() == m_devices.size()) {
        m_devices = now;
        return lookAgain();
    }
    beginResetModel();
    m_devices = now;
    endResetModel();
}

void EdgeDeviceModel::lookAgain()
{
    if (!m_devices.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1));
}

int EdgeDeviceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_devices.size());
}

int EdgeDeviceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant EdgeDeviceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const json::object& device = m_devices[static_cast<std::size_t>(index.row())];
    const std::string arn = text(device, "ThingArn");
    const std::string name = greengrass::nameOf(arn);
    if (role == Qt::CheckStateRole && index.column() == Synced)
        return greengrass::flag(device, "SyncShadow") ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::ToolTipRole && index.column() == Synced)
        return tr("The core keeps the shadow the same as the cloud's");
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Name:
        return role == Qt::ToolTipRole ? toQString(arn) : toQString(name);
    case Standing: {
        const CoreView* core = m_desk.core(m_group);
        if (!core)
            return tr("not known");
        const bool isConnected = std::find(core->devices.begin(), core->devices.end(), name) != core->devices.end();
        return isConnected ? tr("connected") : tr("not connected");
    }
    case Synced:
        return greengrass::flag(device, "SyncShadow") ? tr("synced") : tr("local");
    case Certificate: {
        const std::string certificate = text(device, "CertificateArn");
        return role == Qt::ToolTipRole ? toQString(certificate) : shortCertificate(certificate);
    }
    default: {
        const json::object* before = m_desk.book().state(m_group).content.device(arn);
        return !before ? tr("new, not deployed") : *before == device ? QString() : tr("changed, not deployed");
    }
    }
}

bool EdgeDeviceModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || index.column() != Synced || role != Qt::CheckStateRole)
        return false;
    const std::string arn = arnAt(index.row());
    m_desk.edit(m_group, [&](GroupContent& content) { content.setSynced(arn, value.toInt() == Qt::Checked); });
    return true;
}

QVariant EdgeDeviceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= kColumnCount)
        return {};
    const QString titles[kColumnCount] = {tr("Device"), tr("At the core"), tr("Shadow"), tr("Certificate"),
                                          tr("Change")};
    return titles[section];
}

Qt::ItemFlags EdgeDeviceModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Synced ? flags | Qt::ItemIsUserCheckable : flags;
}

// --- functions ------------------------------------------------------------------------------------------------------

EdgeFunctionModel::EdgeFunctionModel(EdgeDesk& desk, QObject* parent) : QAbstractTableModel(parent), m_desk(desk)
{
    connect(&desk, &EdgeDesk::contentChanged, this, &EdgeFunctionModel::follow);
}

void EdgeFunctionModel::setGroup(const std::string& id)
{
    m_group = id;
    follow(id);
}

std::string EdgeFunctionModel::arnAt(int row) const
{
    return row < 0 || row >= rowCount() ? std::string()
                                        : text(m_functions[static_cast<std::size_t>(row)], "FunctionArn");
}

void EdgeFunctionModel::follow(const std::string& id)
{
    if (id != m_group)
        return;
    const auto& now = m_desk.content(m_group).functions;
    if (now.size() == m_functions.size()) {
        m_functions = now;
        if (!now.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1));
        return;
    }
    beginResetModel();
    m_functions = now;
    endResetModel();
}

int EdgeFunctionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_functions.size());
}

int EdgeFunctionModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant EdgeFunctionModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole))
        return {};
    const json::object& function = m_functions[static_cast<std::size_t>(index.row())];
    const EdgeFunctionSettings settings = settingsOf(function);
    const std::string arn = text(function, "FunctionArn");
    switch (index.column()) {
    case Name:
        if (role == Qt::ToolTipRole)
            return toQString(arn);
        return isSpooler(arn) ? tr("Spool of the core") : endLabel(arn);
    case Life:
        return settings.pinned ? tr("long-lived") : tr("on demand");
    case Memory:
        return tr("%1 KB").arg(countText(static_cast<quint64>(std::max(0, settings.memoryKB))));
    case Timeout:
        return tr("%1 s").arg(settings.timeoutSeconds);
    case Variables: {
        QStringList parts;
        for (const auto& [name, value] : settings.variables)
            parts << name + QLatin1Char('=') + value;
        return parts.join(role == Qt::ToolTipRole ? QStringLiteral("\n") : QStringLiteral(", "));
    }
    default: {
        const json::object* before = m_desk.book().state(m_group).content.function(arn);
        return !before ? tr("new, not deployed") : *before == function ? QString() : tr("changed, not deployed");
    }
    }
}

QVariant EdgeFunctionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= kColumnCount)
        return {};
    const QString titles[kColumnCount] = {tr("Function"), tr("Life"),        tr("Memory"),
                                          tr("Timeout"),  tr("Environment"), tr("Change")};
    return titles[section];
}

} // namespace greensward::ui
