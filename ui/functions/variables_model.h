// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <map>
#include <vector>

namespace greensward::ui {

/// The environment of a function as a table to be written in; its last row is for a new variable.
class VariablesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Value, kColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void set(const std::map<QString, QString>& variables);
    /// Those that have a name.
    std::map<QString, QString> variables() const;
    void remove(int row);
    /// Nothing is written any more.
    void setReadOnly(bool readOnly) { m_isReadOnly = readOnly; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void edited();

private:
    struct Variable
    {
        QString name;
        QString value;
    };
    bool isNew(const QModelIndex& index) const { return index.row() == static_cast<int>(m_variables.size()); }

    std::vector<Variable> m_variables;
    bool m_isReadOnly = false;
};

} // namespace greensward::ui
