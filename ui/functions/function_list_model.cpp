// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/functions/function_list_model.h"

#include "ui/functions/function_desk.h"
#include "ui/functions/invocation_model.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/number_text.h"

#include <algorithm>

namespace greensward::ui {

FunctionListModel::FunctionListModel(EngineMirror& mirror, FunctionDesk& desk, QObject* parent)
    : QAbstractListModel(parent), m_mirror(mirror), m_desk(desk)
{
    connect(&desk.account(), &FunctionAccount::changed, this, &FunctionListModel::follow);
    connect(&desk, &FunctionDesk::draftChanged, this, [this](const QString& name) {
        if (const int row = rowOf(name); row >= 0)
            emit dataChanged(index(row), index(row), {DirtyRole, Qt::AccessibleTextRole});
    });
    connect(&desk.invocations(), &InvocationModel::changed, this, &FunctionListModel::refresh);
    connect(&mirror, &EngineMirror::secondPassed, this, &FunctionListModel::refresh); // "4 s ago"
    follow();
}

/// Rows come and go one by one, so that what is chosen stays.
void FunctionListModel::follow()
{
    std::vector<QString> wanted;
    for (const FunctionEntry& one : m_desk.account().functions())
        wanted.push_back(one.name);
    for (int row = rowCount() - 1; row >= 0; --row) {
        const auto at = static_cast<std::size_t>(row);
        if (std::find(wanted.begin(), wanted.end(), m_names[at]) != wanted.end())
            continue;
        beginRemoveRows({}, row, row);
        m_names.erase(m_names.begin() + row);
        endRemoveRows();
    }
    for (std::size_t at = 0; at < wanted.size(); ++at) { // both are sorted
        if (at < m_names.size() && m_names[at] == wanted[at])
            continue;
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(at));
        m_names.insert(m_names.begin() + static_cast<std::ptrdiff_t>(at), wanted[at]);
        endInsertRows();
    }
    refresh();
}

void FunctionListModel::refresh()
{
    if (!m_names.empty() && !m_mirror.isPaused())
        emit dataChanged(index(0), index(rowCount() - 1));
}

int FunctionListModel::rowOf(const QString& name) const
{
    const auto found = std::find(m_names.begin(), m_names.end(), name);
    return found == m_names.end() ? -1 : static_cast<int>(found - m_names.begin());
}

FunctionListModel::Standing FunctionListModel::standingOf(const QString& name) const
{
    const InvocationModel& calls = m_desk.invocations();
    const Invocation* last = calls.find(calls.summaryOf(name).last);
    if (!last)
        return Standing::NotCalled;
    if (last->state == Invocation::State::Running)
        return Standing::Running;
    if (last->state != Invocation::State::Succeeded)
        return Standing::Failed;
    return last->isCold() ? Standing::Cold : Standing::Warm;
}

QString FunctionListModel::standingText(const QString& name) const
{
    switch (standingOf(name)) {
    case Standing::NotCalled:
        break;
    case Standing::Running:
        return tr("running");
    case Standing::Warm:
        return tr("warm");
    case Standing::Cold:
        return tr("cold");
    case Standing::Failed:
        return tr("failed");
    }
    return tr("not called yet");
}

QString FunctionListModel::facts(const QString& name) const
{
    const FunctionEntry* entry = m_desk.account().find(name);
    if (!entry)
        return {};
    QStringList parts{entry->settings.runtime};
    const auto versions = static_cast<int>(std::max<std::size_t>(entry->versions.size(), 1) - 1); // without $LATEST
    if (versions > 0)
        parts << (versions == 1 ? tr("1 version") : tr("%1 versions").arg(versions));
    for (const FunctionAliasEntry& alias : entry->aliases)
        parts << tr("%1 → %2", "alias, version").arg(alias.name, alias.version);
    return parts.join(QStringLiteral(" · "));
}

QString FunctionListModel::calls(const QString& name) const
{
    const InvocationModel& calls = m_desk.invocations();
    const InvocationModel::Summary summary = calls.summaryOf(name);
    const Invocation* last = calls.find(summary.last);
    if (!last)
        return tr("not called yet");
    const Duration age = std::max(Duration{}, Duration(m_mirror.now() - last->time));
    QStringList parts{age < std::chrono::seconds(1) ? ageText(age) : tr("%1 ago").arg(ageText(age)), standingText(name)};
    if (summary.failed > 0)
        parts << tr("%1 of %2 failed").arg(summary.failed).arg(summary.calls);
    return parts.join(QStringLiteral(" · "));
}

int FunctionListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_names.size());
}

QVariant FunctionListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const QString& name = m_names[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return name;
    case FactsRole:
        return facts(name);
    case CallsRole:
        return calls(name);
    case StandingRole:
        return static_cast<int>(standingOf(name));
    case DirtyRole:
        return m_desk.isDirty(name);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: {
        QStringList parts{name, facts(name), calls(name)};
        if (m_desk.isDirty(name))
            parts << tr("not saved");
        return parts.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

} // namespace greensward::ui
