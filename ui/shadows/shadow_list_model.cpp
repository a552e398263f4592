// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shadows/shadow_list_model.h"

#include "ui/models/engine_mirror.h"
#include "ui/models/qt_text.h"
#include "ui/shadows/shadow_scope.h"

#include <algorithm>

namespace greensward::ui {

namespace {

/// A child's internal id is its parent's row + 1; a thing's is 0.
constexpr quintptr kThing = 0;

} // namespace

ShadowListModel::Standing standingOf(const ShadowRecord* record)
{
    using Standing = ShadowListModel::Standing;
    if (!record || !record->exists())
        return record && record->isDeleted() ? Standing::Deleted : Standing::Missing;
    return record->differences().empty() ? Standing::InSync : Standing::Differs;
}

QString standingText(const ShadowRecord* record)
{
    switch (standingOf(record)) {
    case ShadowListModel::Standing::InSync:
        return QStringLiteral("=");
    case ShadowListModel::Standing::Differs:
        return QStringLiteral("≠ %1").arg(record->differences().size());
    case ShadowListModel::Standing::Deleted:
        return ShadowListModel::tr("deleted");
    case ShadowListModel::Standing::Missing:
        break;
    }
    return ShadowListModel::tr("none");
}

ShadowListModel::ShadowListModel(EngineMirror& mirror, QObject* parent)
    : QAbstractItemModel(parent), m_mirror(mirror), m_book(mirror.model<ShadowBook>())
{
    connect(&m_book, &ShadowBook::added, this, &ShadowListModel::rebuild);
    connect(&m_mirror.scope(), &ScopeStack::changed, this, &ShadowListModel::rebuild);
    connect(&m_book, &ShadowBook::changed, this, [this](const std::set<ShadowName>& names) {
        for (const ShadowName& name : names) {
            const ShadowRecord* record = m_book.find(name);
            if (const QModelIndex at = find(name); at.isValid())
                emit dataChanged(at, at.siblingAtColumn(kColumnCount - 1));
            else if (record && keeps(m_mirror.scope().filter(), *record))
                return rebuild(); // its newest change is the first that the scope keeps
        }
    });
    rebuild();
}

void ShadowListModel::rebuild()
{
    beginResetModel();
    m_things.clear();
    m_shown = 0;
    const Filter& filter = m_mirror.scope().filter();
    for (const auto& [name, record] : m_book.records()) {
        if (!keeps(filter, *record))
            continue;
        ++m_shown;
        if (m_things.empty() || m_things.back().name != name.thing)
            m_things.push_back({name.thing, {}});
        if (!name.shadow.empty())
            m_things.back().named.push_back(name.shadow);
    }
    endResetModel();
    emit countsChanged();
}

ShadowName ShadowListModel::nameAt(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == kThing)
        return {m_things[static_cast<std::size_t>(index.row())].name, {}};
    const Thing& thing = m_things[index.internalId() - 1];
    return {thing.name, thing.named[static_cast<std::size_t>(index.row())]};
}

QModelIndex ShadowListModel::find(const ShadowName& name) const
{
    const auto thing = std::lower_bound(m_things.begin(), m_things.end(), name.thing,
                                        [](const Thing& one, const std::string& other) { return one.name < other; });
    if (thing == m_things.end() || thing->name != name.thing)
        return {};
    const auto row = static_cast<int>(thing - m_things.begin());
    if (name.shadow.empty())
        return createIndex(row, 0, kThing);
    const auto named = std::find(thing->named.begin(), thing->named.end(), name.shadow);
    return named == thing->named.end()
               ? QModelIndex()
               : createIndex(static_cast<int>(named - thing->named.begin()), 0, static_cast<quintptr>(row) + 1);
}

QModelIndex ShadowListModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column < 0 || column >= kColumnCount || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : kThing);
}

QModelIndex ShadowListModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == kThing)
        return {};
    return createIndex(static_cast<int>(child.internalId() - 1), 0, kThing);
}

int ShadowListModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_things.size());
    if (parent.internalId() != kThing || parent.column() > 0)
        return 0;
    return static_cast<int>(m_things[static_cast<std::size_t>(parent.row())].named.size());
}

int ShadowListModel::columnCount(const QModelIndex&) const
{
    return kColumnCount;
}

QVariant ShadowListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const ShadowName name = nameAt(index);
    const ShadowRecord* record = m_book.find(name);
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Name)
            return toQString(name.shadow.empty() ? name.thing : name.shadow);
        if (index.column() == State)
            return standingText(record);
        return record && record->version() > 0 ? QStringLiteral("v%1").arg(record->version()) : QString();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        if (index.column() != Name)
            return data(index, Qt::DisplayRole);
        return name.shadow.empty() ? tr("%1, classic shadow: %2").arg(toQString(name.thing), standingText(record))
                                   : tr("%1, shadow %2: %3").arg(toQString(name.thing), toQString(name.shadow), standingText(record));
    case StandingRole:
        return QVariant::fromValue(standingOf(record));
    default:
        return {};
    }
}

QVariant ShadowListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Thing") : section == State ? tr("Shadow") : tr("Version");
}

} // namespace greensward::ui
