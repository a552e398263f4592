// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace greensward::ui {

/// Rows of text with a key each, set as a whole: those that stay keep their place in selections, only what is new,
/// gone or another is told of. For lists that an API answers with.
class FactModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum CustomRole { KeyRole = Qt::UserRole };

    struct Row
    {
        QString key;
        QStringList cells;
        QString tip{};
        Role ink = Role::Text; ///< of the last cell: how it stands with it
        bool operator==(const Row&) const = default;
    };

    explicit FactModel(QStringList heads, QObject* parent = nullptr);

    void setRows(std::vector<Row> rows);
    const Row& row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// -1 when there is none.
    int rowOf(const QString& key) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool hasSameKeys(const std::vector<Row>& rows) const;
    void removeMissing(const std::vector<Row>& rows);
    bool insertNew(const std::vector<Row>& rows);
    QStringList m_heads;
    std::vector<Row> m_rows;
};

} // namespace greensward::ui
