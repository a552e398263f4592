// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/functions/function_entry.h"

#include <QAbstractTableModel>
#include <QWidget>

class QLineEdit;
class QPushButton;
class QStringListModel;

namespace greensward::ui {

class FunctionDesk;
class ListTable;
class NoticeBar;

/// The versions of one function, newest first, with the aliases that mean them.
class VersionsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Version, Aliases, Code, Modified, Description, kColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void set(const FunctionEntry* entry);
    const FunctionVersionEntry& at(int row) const { return m_versions[static_cast<std::size_t>(row)]; }
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<FunctionVersionEntry> m_versions;
    std::vector<FunctionAliasEntry> m_aliases;
};

/// Versions and aliases: publishes what is written as a version, points an alias to the chosen one.
class VersionsPage final : public QWidget
{
    Q_OBJECT

public:
    VersionsPage(FunctionDesk& desk, NoticeBar& notice, QWidget* parent);
    void setFunction(const QString& name);
    void refresh();
    QWidget* firstStop() const;
    /// Asks for what is to be said of it.
    void publishVersion();
    void setTight(bool tight);

private:
    void pointAlias();
    void removeChosen();
    QString chosenVersion() const;

    FunctionDesk& m_desk;
    NoticeBar& m_notice;
    QString m_function;
    VersionsModel* m_model;
    ListTable* m_table;
    QPushButton* m_publish;
    QLineEdit* m_alias;
    QStringListModel* m_known; ///< aliases there are
    QPushButton* m_point;
    QPushButton* m_remove;
};

} // namespace greensward::ui
