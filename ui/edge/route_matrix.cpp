// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edge/route_matrix.h"

#include "ui/edge/edge_desk.h"
#include "ui/models/qt_text.h"

#include <algorithm>

namespace greensward::ui {

RouteMatrix::RouteMatrix(EdgeDesk& desk, QObject* parent) : QAbstractTableModel(parent), m_desk(desk)
{
    connect(&desk, &EdgeDesk::contentChanged, this, &RouteMatrix::follow);
}

void RouteMatrix::setGroup(const std::string& id)
{
    m_group = id;
    follow(id);
}

/// Where the ends are the same, only what the cells say is another.
void RouteMatrix::follow(const std::string& id)
{
    if (id != m_group)
        return;
    std::vector<RouteEnd> ends;
    if (m_desk.book().state(m_group).isKnown)
        ends = m_desk.content(m_group).ends();
    if (ends != m_ends) {
        beginResetModel();
        m_ends = std::move(ends);
        endResetModel();
    } else if (!m_ends.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

int RouteMatrix::placeOf(const std::string& value) const
{
    const auto found =
        std::find_if(m_ends.begin(), m_ends.end(), [&](const RouteEnd& one) { return one.value == value; });
    return found == m_ends.end() ? -1 : static_cast<int>(found - m_ends.begin());
}

int RouteMatrix::routes() const
{
    return static_cast<int>(m_desk.content(m_group).routes.size());
}

bool RouteMatrix::isPossible(const QModelIndex& cell) const
{
    return cell.isValid() && !(end(cell.row()).value == kCloudEnd && end(cell.column()).value == kCloudEnd);
}

void RouteMatrix::setSubjects(const QModelIndex& cell, const QStringList& subjects)
{
    if (!isPossible(cell))
        return;
    const std::string source = end(cell.row()).value;
    const std::string target = end(cell.column()).value;
    m_desk.edit(m_group, [&](GroupContent& content) { content.setSubjects(source, target, subjects); });
}

int RouteMatrix::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ends.size());
}

int RouteMatrix::columnCount(const QModelIndex& parent) const
{
    return rowCount(parent);
}

QVariant RouteMatrix::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const std::string& source = end(index.row()).value;
    const std::string& target = end(index.column()).value;
    const QStringList wanted = m_desk.content(m_group).subjects(source, target);
    const QStringList base = m_desk.book().state(m_group).content.subjects(source, target);
    const auto without = [](const QStringList& these, const QStringList& those) {
        QStringList left;
        for (const QString& one : these)
            if (!those.contains(one))
                left << one;
        return left;
    };
    switch (role) {
    case Qt::DisplayRole:
        return wanted.join(QLatin1Char('\n'));
    case SubjectsRole:
        return wanted;
    case NewRole:
        return without(wanted, base);
    case GoneRole:
        return without(base, wanted);
    case SourceRole:
        return toQString(source);
    case TargetRole:
        return toQString(target);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return told(index);
    default:
        return {};
    }
}

QString RouteMatrix::told(const QModelIndex& index) const
{
    const QString from = end(index.row()).label;
    const QString to = end(index.column()).label;
    if (!isPossible(index))
        return tr("From the cloud to the cloud there is no route");
    const QStringList subjects = data(index, SubjectsRole).toStringList();
    const bool isChanged =
        !data(index, NewRole).toStringList().isEmpty() || !data(index, GoneRole).toStringList().isEmpty();
    QString said = subjects.isEmpty() ? tr("From %1 to %2: no route").arg(from, to)
                                      : tr("From %1 to %2: %3").arg(from, to, subjects.join(QStringLiteral(", ")));
    if (isChanged)
        said += QStringLiteral(" (") + tr("changed, not deployed") + QLatin1Char(')');
    return said;
}

QVariant RouteMatrix::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0 || section >= rowCount())
        return {};
    const RouteEnd& one = end(section);
    switch (role) {
    case Qt::DisplayRole:
        return one.label;
    case Qt::ToolTipRole:
        return one.label == toQString(one.value) ? one.label : one.label + QLatin1Char('\n') + toQString(one.value);
    case Qt::AccessibleTextRole:
        return (orientation == Qt::Horizontal ? tr("to %1") : tr("from %1")).arg(one.label);
    case EndKindRole:
        return static_cast<int>(one.kind);
    default:
        return {};
    }
}

Qt::ItemFlags RouteMatrix::flags(const QModelIndex& index) const
{
    return index.isValid() ? Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

} // namespace greensward::ui
