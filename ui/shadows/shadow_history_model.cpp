// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shadows/shadow_history_model.h"

#include "ui/models/engine_mirror.h"
#include "ui/models/qt_text.h"
#include "ui/models/scope_stack.h"
#include "ui/shadows/shadow_scope.h"
#include "ui/shadows/shadow_words.h"

#include <algorithm>

namespace greensward::ui {

namespace {

ShadowHistoryModel::Sort sortOf(const ShadowChange& change)
{
    using Sort = ShadowHistoryModel::Sort;
    if (!change.accepted())
        return Sort::Refused;
    if (change.removes)
        return Sort::Deleted;
    const bool desired = writesDesired(change);
    const bool reported = writesReported(change);
    return desired && reported ? Sort::Both : desired ? Sort::Desired : reported ? Sort::Reported : Sort::Nothing;
}

} // namespace

ShadowHistoryModel::ShadowHistoryModel(EngineMirror& mirror, QObject* parent)
    : QAbstractListModel(parent), m_mirror(mirror)
{}

void ShadowHistoryModel::setRecord(const ShadowRecord* record)
{
    const Filter& filter = m_mirror.scope().filter();
    std::vector<const ShadowChange*> now;
    if (record)
        for (const ShadowChange& change : record->changes())
            if (keeps(filter, record->name(), change))
                now.push_back(&change);
    if (!record || m_changes.empty() || now.empty() || record->name() != m_name || filter.terms() != m_terms) {
        beginResetModel();
        m_name = record ? record->name() : ShadowName();
        m_terms = filter.terms();
        m_changes.clear();
        for (const ShadowChange* change : now)
            m_changes.push_back(*change);
        endResetModel();
        return;
    }
    std::size_t gone = 0;
    while (gone < m_changes.size() && m_changes[gone].event != now.front()->event)
        ++gone;
    if (gone > 0) {
        beginRemoveRows({}, 0, static_cast<int>(gone) - 1);
        m_changes.erase(m_changes.begin(), m_changes.begin() + static_cast<std::ptrdiff_t>(gone));
        endRemoveRows();
    }
    // Messages and deltas come after the change they belong to.
    const std::size_t kept = std::min(m_changes.size(), now.size());
    for (std::size_t row = 0; row < kept; ++row)
        if (const ShadowChange& fresh = *now[row]; fresh.bytes() != m_changes[row].bytes() ||
                                                   fresh.messages.size() != m_changes[row].messages.size()) {
            m_changes[row] = fresh;
            emit dataChanged(index(static_cast<int>(row)), index(static_cast<int>(row)));
        }
    if (now.size() > kept) {
        beginInsertRows({}, static_cast<int>(kept), static_cast<int>(now.size()) - 1);
        for (std::size_t row = kept; row < now.size(); ++row)
            m_changes.push_back(*now[row]);
        endInsertRows();
    }
}

int ShadowHistoryModel::rowOf(trace::EventId event) const
{
    const auto found = std::find_if(m_changes.begin(), m_changes.end(),
                                    [event](const ShadowChange& change) { return change.event == event; });
    return found == m_changes.end() ? -1 : static_cast<int>(found - m_changes.begin());
}

int ShadowHistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_changes.size());
}

QVariant ShadowHistoryModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const ShadowChange& change = this->change(index.row());
    const QString version = change.accepted() ? QStringLiteral("v%1").arg(change.version)
                                              : QStringLiteral("%1").arg(change.code);
    const QString what = change.accepted() ? changeText(change) : toQString(change.reason);
    switch (role) {
    case Qt::DisplayRole: // also what a screen reader says
        return tr("%1, %2, by %3 at %4").arg(version, what, writerText(m_mirror, change), momentText(change.time)) +
               (change.delta.empty() ? QString() : tr(", delta"));
    case Qt::ToolTipRole:
        return data(index, Qt::DisplayRole).toString() +
               (change.request.empty() ? QString() : QLatin1Char('\n') + toQString(change.request));
    case SortRole:
        return QVariant::fromValue(sortOf(change));
    case VersionRole:
        return version;
    case WhoRole:
        return writerText(m_mirror, change);
    case WhenRole:
        return momentText(change.time);
    case WhatRole:
        return what;
    case DeltaRole:
        return !change.delta.empty();
    default:
        return {};
    }
}

} // namespace greensward::ui
