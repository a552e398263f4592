// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/functions/variables_model.h"

#include "ui/kit/theme.h"

#include <algorithm>

namespace greensward::ui {

void VariablesModel::set(const std::map<QString, QString>& variables)
{
    if (variables == this->variables())
        return; // an empty name that is being written stays
    beginResetModel();
    m_variables.clear();
    for (const auto& [name, value] : variables)
        m_variables.push_back({name, value});
    endResetModel();
}

std::map<QString, QString> VariablesModel::variables() const
{
    std::map<QString, QString> all;
    for (const Variable& one : m_variables)
        if (!one.name.isEmpty())
            all[one.name] = one.value;
    return all;
}

void VariablesModel::remove(int row)
{
    if (m_isReadOnly || row < 0 || row >= static_cast<int>(m_variables.size()))
        return;
    beginRemoveRows({}, row, row);
    m_variables.erase(m_variables.begin() + row);
    endRemoveRows();
    emit edited();
}

int VariablesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_variables.size()) + 1;
}

int VariablesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant VariablesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (isNew(index)) {
        if (role == Qt::ForegroundRole)
            return color(Role::MutedText);
        return role == Qt::DisplayRole && index.column() == Name ? tr("New variable") : QVariant();
    }
    const Variable& one = m_variables[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole || role == Qt::EditRole)
        return index.column() == Name ? one.name : one.value;
    return {};
}

bool VariablesModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || m_isReadOnly)
        return false;
    const QString text = index.column() == Name ? value.toString().trimmed() : value.toString();
    if (isNew(index)) {
        if (text.isEmpty())
            return false;
        beginInsertRows({}, index.row(), index.row());
        m_variables.push_back({});
        endInsertRows();
    }
    const auto taken = [&](const Variable& one) { return one.name == text; };
    if (index.column() == Name && std::any_of(m_variables.begin(), m_variables.end(), taken))
        return false; // one name, one value
    Variable& one = m_variables[static_cast<std::size_t>(index.row())];
    (index.column() == Name ? one.name : one.value) = text;
    emit dataChanged(index.siblingAtColumn(Name), index.siblingAtColumn(Value));
    emit edited();
    return true;
}

Qt::ItemFlags VariablesModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.isValid() && !m_isReadOnly ? usual | Qt::ItemIsEditable : usual;
}

QVariant VariablesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Variable") : tr("Value");
}

} // namespace greensward::ui
