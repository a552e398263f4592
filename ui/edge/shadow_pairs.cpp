// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edge/shadow_pairs.h"

#include "ui/edge/edge_desk.h"
#include "ui/edge/greengrass_calls.h"
#include "ui/models/payload_difference.h"
#include "ui/models/qt_text.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>

#include <algorithm>

namespace greensward::ui {

using greengrass::text;

namespace {

QJsonObject document(const std::string& text)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

/// What two shadows are compared by: the state without what follows from it.
std::string comparedState(const std::string& text)
{
    QJsonObject state = document(text)[QStringLiteral("state")].toObject();
    state.remove(QStringLiteral("delta"));
    return QJsonDocument(state).toJson(QJsonDocument::Compact).toStdString();
}

QString versionText(const std::string& text)
{
    return QString::number(document(text)[QStringLiteral("version")].toInteger());
}

} // namespace

QString shadowStateText(const std::string& text)
{
    if (text.empty())
        return {};
    return QString::fromUtf8(QJsonDocument(document(text)[QStringLiteral("state")].toObject()).toJson()).trimmed();
}

ShadowPairs::ShadowPairs(EdgeDesk& desk, QObject* parent)
    : QAbstractTableModel(parent), m_desk(desk), m_reader(desk.api(), [this] { tellChanged(); })
{
    connect(&desk, &EdgeDesk::contentChanged, this, &ShadowPairs::follow);
}

void ShadowPairs::setGroup(const std::string& id)
{
    if (id != m_group)
        m_reader.drop();
    m_group = id;
    follow(id);
}

void ShadowPairs::follow(const std::string& id)
{
    if (id != m_group)
        return;
    const GroupContent& content = m_desk.content(m_group);
    std::vector<Pair> wanted;
    const auto add = [&](const boost::json::object& entry, bool isCore) {
        const std::string arn = text(entry, "ThingArn");
        Pair pair{.thing = greengrass::nameOf(arn), .arn = arn, .local = {}, .cloud = {}, .isCore = isCore};
        if (const Pair* before = find(pair.thing)) {
            pair.local = before->local;
            pair.cloud = before->cloud;
        }
        wanted.push_back(std::move(pair));
    };
    for (const auto& one : content.devices)
        add(one, false);
    for (const auto& one : content.cores)
        add(one, true);
    const bool isSameList = std::equal(wanted.begin(), wanted.end(), m_pairs.begin(), m_pairs.end(),
                                       [](const Pair& a, const Pair& b) { return a.arn == b.arn; });
    if (isSameList)
        return tellChanged();
    beginResetModel();
    m_pairs = std::move(wanted);
    endResetModel();
    refresh();
}

bool ShadowPairs::isLocalKnown() const
{
    const CoreView* core = m_desk.core(m_group);
    return core && core->running;
}

void ShadowPairs::refresh()
{
    if (m_pairs.empty() || m_reader.isBusy())
        return;
    for (const Pair& one : m_pairs)
        m_reader.ask(greengrass::getShadow(one.thing), [this, thing = one.thing](const client::Answer& answer) {
            Pair* pair = find(thing);
            if (!pair || (!answer.ok() && answer.status != 404))
                return; // what could not be read says nothing of what is there
            pair->cloud = answer.ok() ? answer.body : std::string();
        });
    if (const CoreView* core = m_desk.core(m_group); core && core->running)
        m_desk.port()->shadows(core->thing,
                               [self = QPointer(this), group = m_group](const std::vector<CoreShadow>& shadows) {
                                   if (!self || self->m_group != group)
                                       return;
                                   for (Pair& pair : self->m_pairs)
                                       pair.local.clear();
                                   for (const CoreShadow& one : shadows)
                                       self->takeLocal(one.thing, one.document);
                                   self->tellChanged();
                               });
}

/// A function may have made a shadow of a thing that is not in the group.
void ShadowPairs::takeLocal(const std::string& thing, const std::string& document)
{
    if (Pair* pair = find(thing)) {
        pair->local = document;
        return;
    }
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_pairs.push_back({.thing = thing, .arn = {}, .local = document, .cloud = {}, .isCore = false});
    endInsertRows();
}

ShadowPairs::Pair* ShadowPairs::find(const std::string& thing)
{
    const auto found =
        std::find_if(m_pairs.begin(), m_pairs.end(), [&](const Pair& one) { return one.thing == thing; });
    return found == m_pairs.end() ? nullptr : &*found;
}

void ShadowPairs::tellChanged()
{
    if (!m_pairs.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1));
    emit read();
}

const ShadowPairs::Pair* ShadowPairs::pair(int row) const
{
    return row < 0 || row >= rowCount() ? nullptr : &m_pairs[static_cast<std::size_t>(row)];
}

int ShadowPairs::differences(const Pair& pair) const
{
    if (pair.local.empty() || pair.cloud.empty())
        return -1;
    return static_cast<int>(difference(comparedState(pair.cloud), comparedState(pair.local)).changes.size());
}

int ShadowPairs::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_pairs.size());
}

int ShadowPairs::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant ShadowPairs::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Pair& one = m_pairs[static_cast<std::size_t>(index.row())];
    const bool isSynced = m_desk.content(m_group).isSynced(one.arn);
    if (role == Qt::CheckStateRole && index.column() == Synced && !one.arn.empty())
        return isSynced ? Qt::Checked : Qt::Unchecked;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    const auto side = [](const std::string& document) {
        return document.empty() ? tr("none") : tr("version %1").arg(versionText(document));
    };
    switch (index.column()) {
    case Thing:
        return one.isCore ? tr("%1 (core)").arg(toQString(one.thing)) : toQString(one.thing);
    case Here:
        return isLocalKnown() ? side(one.local) : tr("not known");
    case Cloud:
        return side(one.cloud);
    case Difference: {
        const int count = differences(one);
        if (count < 0)
            return QString();
        return count == 0 ? tr("the same") : count == 1 ? tr("1 difference") : tr("%1 differences").arg(count);
    }
    default:
        return isSynced ? tr("synced") : tr("local");
    }
}

bool ShadowPairs::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const Pair* one = pair(index.row());
    if (!one || one->arn.empty() || index.column() != Synced || role != Qt::CheckStateRole)
        return false;
    m_desk.edit(m_group, [arn = one->arn, on = value.toInt() == Qt::Checked](GroupContent& content) {
        content.setSynced(arn, on);
    });
    return true;
}

QVariant ShadowPairs::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= kColumnCount)
        return {};
    const QString titles[kColumnCount] = {tr("Thing"), tr("At the core"), tr("In the cloud"), tr("Difference"),
                                          tr("Synced")};
    return titles[section];
}

Qt::ItemFlags ShadowPairs::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const Pair* one = pair(index.row());
    return index.column() == Synced && one && !one->arn.empty() ? flags | Qt::ItemIsUserCheckable : flags;
}

} // namespace greensward::ui
